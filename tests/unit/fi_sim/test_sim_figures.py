"""The people's figures, as the product's definitions make them from the generated rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from emulators.fi_mcp.people import rohan
from emulators.fi_mcp.people.calendar import LAST, View
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.debts import Loan
from emulators.fi_mcp.people.everyone import EVERYONE
from emulators.fi_mcp.people.harpreet import HARPREET
from emulators.fi_mcp.people.lakshmi import LAKSHMI
from emulators.fi_mcp.people.ledger import Kind
from emulators.fi_mcp.people.meenakshi import MEENAKSHI
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire.net_worth import assets_of, liabilities_of

TODAY = date(2026, 11, 24)
NOW = View.at(TODAY, TODAY)
OUTFLOW = (Kind.SPEND, Kind.EMI, Kind.FEE, Kind.TAX)


def person(slug: str) -> Person:
    return EVERYONE[BY_SLUG[slug].phone]


def by_month(who: Person, *kinds: Kind) -> list[float]:
    """Rupees of each of the twelve months."""
    sums = [0] * 12
    for row in who.rows(NOW):
        if row.kind in kinds:
            sums[NOW.window.index(row.on)] += row.amount_minor
    return [minor / 100 for minor in sums]


@dataclass(frozen=True)
class Expected:
    """`liquid_months` is savings over the mean outflow of the last three months."""

    closing: int
    income: int
    savings_pct: float
    liquid_months: float | None = None


FIGURES = {
    "aarav": Expected(76_436, 456_000, 15.4, 2.19),
    "priya": Expected(363_438, 1_769_290, 32.3, 3.57),
    "rohan": Expected(47_488, 1_181_000, -15.4, 0.46),
    "meenakshi": Expected(606_940, 6_040_300, 27.8, 1.79),
    "farida": Expected(189_040, 1_043_000, 9.9, 2.43),
    "harpreet": Expected(181_516, 1_755_400, 15.5),
    "lakshmi": Expected(269_024, 700_360, 3.1, 4.89),
}


@pytest.mark.parametrize("slug", FIGURES)
def test_closing_balance_is_exact(slug: str) -> None:
    assert person(slug).balance_minor(NOW) == FIGURES[slug].closing * 100


@pytest.mark.parametrize("slug", FIGURES)
def test_income_and_savings_rate(slug: str) -> None:
    income = sum(by_month(person(slug), Kind.INCOME))
    outflow = sum(by_month(person(slug), *OUTFLOW))
    assert income == FIGURES[slug].income
    assert 100 * (income - outflow) / income == pytest.approx(FIGURES[slug].savings_pct, abs=0.06)


@pytest.mark.parametrize("slug", [slug for slug, expected in FIGURES.items() if expected.liquid_months])
def test_liquid_months(slug: str) -> None:
    outflow = sum(by_month(person(slug), *OUTFLOW)[-3:]) / 3
    assert FIGURES[slug].closing / outflow == pytest.approx(FIGURES[slug].liquid_months, abs=0.005)


def test_aarav_spends_in_october_what_a_spike_detector_has_to_see() -> None:
    months = by_month(person("aarav"), *OUTFLOW)
    assert months[-1] == 42_647
    assert round(sum(months[5:11]) / 6) == 30_664


def test_priya_pays_45_7_percent_more_by_card_than_in_the_six_months_before() -> None:
    bills = [
        sum(
            row.amount_minor
            for row in person("priya").rows(NOW)
            if row.mode == "CARD_PAYMENT" and NOW.window.index(row.on) == index
        )
        for index in range(12)
    ]
    assert 100 * (bills[-1] / (sum(bills[5:11]) / 6) - 1) == pytest.approx(45.7, abs=0.05)


def test_priya_stops_one_of_two_thousand_mandates_after_may() -> None:
    assert by_month(person("priya"), Kind.INVESTMENT) == [36_000] * 7 + [31_000] * 5


def test_farida_earns_nothing_in_two_months() -> None:
    months = by_month(person("farida"), Kind.INCOME)
    assert months.count(0) == 2
    assert round(sum(months) / 12) == 86_917


@pytest.mark.parametrize(
    ("loan", "emi", "left"),
    [
        (rohan.PL1, 19_660, 499_586),
        (rohan.PL2, 10_574, 143_574),
        (rohan.BIKE, 3_601, 53_367),
        (MEENAKSHI.loans[0], 65_562, 6_724_473),
        (MEENAKSHI.loans[1], 24_968, 647_798),
        (HARPREET.loans[0], 25_057, 1_372_114),
    ],
    ids=["personal 1", "personal 2", "bike", "home", "car", "education"],
)
def test_a_loan_amortises_to_what_is_left(loan: Loan, emi: int, left: int) -> None:
    assert loan.emi == emi
    assert loan.outstanding(LAST) == left
    falling = [loan.outstanding(index) for index in range(LAST + 1)]
    assert falling == sorted(falling, reverse=True)


def test_a_loan_that_is_not_paid_out_yet_does_not_exist() -> None:
    assert not rohan.PL2.exists(3)
    assert rohan.PL2.exists(4)


def test_rohan_is_as_indebted_as_his_story_says() -> None:
    who = person("rohan")
    emis = sum(loan.emi for loan in who.loans)
    owed = sum(card.balance(LAST) for card in who.cards)
    assert 100 * emis / 92_000 == pytest.approx(36.8, abs=0.05)
    assert 100 * (emis + 0.05 * owed) / 92_000 == pytest.approx(47.4, abs=0.05)
    assert 100 * owed / sum(card.limit for card in who.cards) == pytest.approx(93.3, abs=0.05)
    assert sum(card.balance(LAST) * card.rate_pct / 100 for card in who.cards) == 80_700
    assert sum(by_month(who, Kind.FEE)) == 2_124


@pytest.mark.parametrize(("slug", "foir"), [("meenakshi", 21.7), ("harpreet", 17.1)])
def test_share_of_income_that_emis_take(slug: str, foir: float) -> None:
    # Meenakshi's share is of her salary, Harpreet's of his mean income.
    who = person(slug)
    base = 418_000 if slug == "meenakshi" else sum(by_month(who, Kind.INCOME)) / 12
    assert 100 * sum(loan.emi for loan in who.loans) / base == pytest.approx(foir, abs=0.1)


def test_meenakshis_net_worth_is_exact_and_without_the_house() -> None:
    assets, debts = assets_of(MEENAKSHI, NOW), liabilities_of(MEENAKSHI, NOW)
    assert sum(assets.values()) == 17_266_940
    assert sum(assets.values()) - sum(debts.values()) == 9_775_669
    assert 100 * assets["US_SECURITIES"] / sum(assets.values()) == pytest.approx(20.0, abs=0.05)
    regular = sum(scheme.value for scheme in MEENAKSHI.schemes if scheme.plan == "REGULAR")
    assert (regular, assets["MUTUAL_FUND"]) == (3_840_000, 5_240_000)


def test_meenakshi_prepaying_five_lakh_ends_her_loan_in_160_months() -> None:
    home = MEENAKSHI.loans[0]

    def months_and_interest(balance: float) -> tuple[int, float]:
        months, interest = 0, 0.0
        while balance > 0.005:
            month_interest = balance * home.rate_pct / 1200
            balance -= min(home.exact_emi - month_interest, balance)
            interest += month_interest
            months += 1
        return months, interest

    left = home.outstanding(LAST)
    (months, interest), (sooner, less) = months_and_interest(left), months_and_interest(left - 500_000)
    assert (months, sooner) == (187, 160)
    assert interest - less == pytest.approx(1_221_872, abs=15)  # stated on the unrounded balance


def test_harpreets_deposits_are_25_lakh_of_which_17_5_in_his_salary_bank() -> None:
    held = [deposit for deposit in HARPREET.fixed if deposit.exists(LAST)]
    assert sum(deposit.rupees for deposit in held) == 2_500_000
    assert sum(deposit.rupees for deposit in held if deposit.bank is HARPREET.bank) == 1_750_000


def test_lakshmis_bank_deducts_a_tenth_of_her_interest() -> None:
    assert sum(by_month(LAKSHMI, Kind.TAX)) == 17_836
    interest = sum(row.amount_minor for row in LAKSHMI.rows(NOW) if row.type == 4)
    assert interest == 178_360 * 100


@pytest.mark.parametrize(("slug", "past"), [("priya", 412_000), ("rohan", 185_000), ("meenakshi", 2_460_000)])
def test_provident_fund_left_with_past_employers(slug: str, past: int) -> None:
    assert sum(e.balance(LAST) for e in person(slug).epf if e.left is not None) == past
