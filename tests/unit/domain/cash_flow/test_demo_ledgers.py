"""The demo people's ledgers: every rupee of every month read as what it was written for."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.everyone import EVERYONE
from emulators.fi_mcp.people.ledger import Kind
from future_finance.domain.cash_flow.entry import Cashbook, Category, Flow, Trust
from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.cash_flow.recurring import recurring
from future_finance.domain.dossier import Dossier
from future_finance.domain.ledger import LedgerRow, month_of
from tests.dossiers import of_person

PEOPLE = ("aarav", "priya", "rohan", "meenakshi", "farida", "harpreet", "lakshmi")
WRITTEN_AS = {
    Flow.INCOME: {Kind.INCOME},
    Flow.OTHER_CREDIT: {Kind.OTHER_CREDIT},
    Flow.OUTFLOW: {Kind.SPEND, Kind.EMI, Kind.FEE, Kind.TAX},
    Flow.INVESTMENT: {Kind.INVESTMENT},
}
CLOSINGS = {
    "aarav": 76_436,
    "priya": 3_63_438,
    "rohan": 47_488,
    "meenakshi": 6_06_940,
    "farida": 1_89_040,
    "harpreet": 1_81_516,
    "lakshmi": 2_69_024,
}


def read(slug: str) -> Cashbook:
    return read_rows(of_person(slug))


def sums(cashbook: Cashbook, flow: Flow) -> list[int]:
    return [
        sum(e.amount_minor for e in cashbook.usable if e.flow is flow and month_of(e.on) == month)
        for month in cashbook.full_months
    ]


@pytest.mark.parametrize("slug", PEOPLE)
@pytest.mark.parametrize("flow", WRITTEN_AS)
def test_each_month_sums_to_what_was_written_for_it(slug: str, flow: Flow) -> None:
    flows = [one for one in EVERYONE[BY_SLUG[slug].phone].flows if one.kind in WRITTEN_AS[flow]]
    expected = [100 * sum(one.rupees[index] for one in flows) for index in range(12)]
    assert sums(read(slug), flow) == expected


@pytest.mark.parametrize("slug", PEOPLE)
def test_a_year_of_syncs_leaves_one_trusted_account_with_twelve_full_months(slug: str) -> None:
    cashbook = read(slug)
    (account,) = cashbook.accounts
    assert (account.trust, account.linked, account.unseen_minor) == (Trust.TRUSTED, account.rows - 1, 0)
    assert (cashbook.full_months[0], cashbook.full_months[-1]) == ("2025-11", "2026-10")
    assert (len(cashbook.full_months), cashbook.part_months) == (12, ())
    assert cashbook.entries[-1].row.balance_minor == CLOSINGS[slug] * 100


def test_the_one_whose_rows_do_not_add_up_shows_no_income_and_no_spending() -> None:
    kabir = read("kabir")
    assert {account.trust for account in kabir.accounts} == {Trust.REJECTED}
    assert (kabir.usable, kabir.events, kabir.full_months, recurring(kabir)) == ((), (), (), ())


def category_sums(slug: str, category: Category) -> list[int]:
    cashbook = read(slug)
    return [
        sum(e.amount_minor for e in cashbook.usable if e.category is category and month_of(e.on) == month)
        // 100
        for month in cashbook.full_months
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "category", "rupees"),
    [
        ("aarav", Category.RENT, 9_500),
        ("aarav", Category.FOOD, 4_200),
        ("aarav", Category.FAMILY, 6_000),
        ("priya", Category.RENT, 34_000),
        ("priya", Category.TRAVEL, 3_900),
        ("rohan", Category.GROCERIES, 6_300),
        ("rohan", Category.FUEL, 3_400),
        ("rohan", Category.CASH, 4_000),
        ("meenakshi", Category.EMI, 65_562 + 24_968),
        ("meenakshi", Category.HOUSEHOLD, 9_500 + 16_000),
        ("meenakshi", Category.NPS, 10_000),
        ("harpreet", Category.EDUCATION, 15_000),
        ("lakshmi", Category.GROCERIES, 8_200),
        ("lakshmi", Category.PENSION, 43_500),
    ],
)
def test_monthly_purposes_are_read_to_the_rupee(slug: str, category: Category, rupees: int) -> None:
    assert set(category_sums(slug, category)) == {rupees}


def test_bills_that_change_are_read_to_the_rupee() -> None:
    assert category_sums("priya", Category.CARD_BILL) == [
        *(26500, 31200, 24800, 22900, 27600, 38400),
        *(25100, 24400, 26700, 29900, 25600, 41300),
    ]
    assert category_sums("rohan", Category.BNPL) == [
        *(3200, 3600, 3900, 4100, 4400, 4600),
        *(4900, 5100, 5200, 5600, 5800, 6300),
    ]


def test_bounces_and_minimum_payments_are_marked() -> None:
    rohan = read("rohan")
    assert sorted(month_of(e.on) for e in rohan.usable if e.bounce) == ["2026-06", "2026-08", "2026-09"]
    cards = [entry for entry in rohan.usable if entry.category is Category.CARD_BILL]
    assert len(cards) == 24
    assert all(entry.minimum_due for entry in cards)
    assert not any(entry.minimum_due for entry in read("priya").usable)


def test_sips_that_stopped_end_and_the_others_go_on() -> None:
    sips = [one for one in recurring(read("priya")) if one.category is Category.MUTUAL_FUND]
    ends = sorted((int(one.monthly), month_of(one.last), one.hits) for one in sips)
    assert ends == [
        (5_000, "2026-05", 7),
        (5_000, "2026-10", 12),
        (7_000, "2026-10", 12),
        (9_000, "2026-10", 12),
        (10_000, "2026-10", 12),
    ]


def test_loans_are_among_what_comes_back() -> None:
    emis = {int(one.monthly): one.hits for one in recurring(read("rohan")) if one.category is Category.EMI}
    assert emis == {19_660: 12, 10_574: 8, 3_601: 12}


def test_words_that_give_orders_are_data_and_change_no_figure() -> None:
    lakshmi = read("lakshmi")
    (bait,) = [entry for entry in lakshmi.usable if entry.payee == "KYC HELPDESK"]
    assert (bait.amount_minor, bait.flow, bait.category) == (100, Flow.OUTFLOW, Category.UNKNOWN)


@pytest.mark.slow
def test_reading_takes_no_more_than_in_proportion_to_the_rows() -> None:
    year = of_person("meenakshi")
    rows = tuple(
        replace(row, id=f"{row.id}-{n}", on=row.on.replace(year=row.on.year - n, day=min(row.on.day, 28)))
        for n in range(18)
        for row in year.rows
    )[:10_000]
    assert len(rows) == 10_000

    def took_s(part: tuple[LedgerRow, ...]) -> float:
        began = process_time()
        read_rows(Dossier(year.today, rows=part))
        return process_time() - began

    few, many = (min(took_s(part) for _ in range(3)) for part in (rows[:2_500], rows))
    assert many < few * 12  # four times the rows; pairing each with each would take sixteen times as long
