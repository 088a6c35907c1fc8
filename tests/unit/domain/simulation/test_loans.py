"""One loan prepaid, at another rate, or set against investing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain import loan
from future_finance.domain.facts import FactSheet
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.engine import simulate
from future_finance.domain.simulation.result import Side, Simulation
from future_finance.domain.simulation.scenario import (
    AnyScenario,
    Loan,
    LoanPrepayment,
    PrepayVsInvest,
    RateRise,
    RupeeChange,
    Rupees,
)
from future_finance.errors import InvalidInput
from tests.sheets import EDUCATION_LOAN, TODAY, TWO_LOANS, sheet_of


def lakh(count: int) -> Rupees:
    return Rupees(amount_minor=count * 100_000_00)


def run(scenario: AnyScenario, sheet: FactSheet = TWO_LOANS, profile: Profile | None = None) -> Simulation:
    return simulate(sheet, profile or Profile(), scenario, TODAY)


def value(found: Simulation, name: str, side: Side = Side.SCENARIO) -> Decimal:
    (fact,) = (figure.fact for figure in found.figures if (figure.name, figure.side) == (name, side))
    return fact.number


def codes(found: Simulation) -> set[str]:
    return {notice.code for notice in found.warnings}


def test_five_lakh_into_a_home_loan_save_27_months_and_twelve_lakh() -> None:
    found = run(LoanPrepayment(debt="home", amount=lakh(5)))
    assert (value(found, "months_left", Side.AS_NOW), value(found, "months_left")) == (187, 160)
    assert value(found, "interest_saved", Side.DIFFERENCE) == Decimal("1221872.17")
    assert value(found, "liquid_after") == 706_940
    assert found.summary[0].en == (
        "The loan ends in 160 months in place of 187 months, and takes ₹12,21,872 less interest."
    )
    assert "₹12,21,872" in found.summary[0].hi


def test_a_lower_emi_is_that_of_the_smaller_loan_over_the_same_months() -> None:
    found = run(LoanPrepayment(debt="home", amount=lakh(5), keep="tenure"))
    assert value(found, "emi") == loan.emi(Decimal(6_224_473), Decimal("8.6"), 187)
    assert value(found, "interest_saved", Side.DIFFERENCE) < Decimal(1_221_872)


def test_the_charge_is_asked_where_it_is_not_known_and_counted_where_it_is() -> None:
    asked = run(LoanPrepayment(debt="home", amount=lakh(5)))
    assert [(lack.field, lack.needed) for lack in asked.lacks] == [("chargePct", False)]
    told = run(LoanPrepayment(debt="home", amount=lakh(5), charge_pct=Decimal(2)))
    assert told.lacks == ()
    assert value(told, "charge") == 10_000
    assert value(told, "liquid_after") == 696_940


def test_of_several_loans_it_asks_which() -> None:
    found = run(LoanPrepayment(amount=lakh(1)))
    assert not found.done
    assert (found.lacks[0].field, found.lacks[0].ask.en) == ("debt", "Which one: Home loan, Car loan?")
    assert found.figures == ()


def test_a_loan_that_is_not_in_the_data_can_be_told() -> None:
    told = Loan(balance=lakh(1), rate_pct=Decimal(12), months=12)
    found = run(LoanPrepayment(loan=told, amount=Rupees(amount_minor=50_000_00)), FactSheet(TODAY))
    assert value(found, "months_left", Side.AS_NOW) == 12
    assert found.used == ()
    assert all(fact.scopes == frozenset() for fact in found.facts)


def test_more_than_is_owed_pays_what_is_owed() -> None:
    found = run(LoanPrepayment(debt="car", amount=lakh(10)))
    assert value(found, "months_left") == 0
    assert "amount_above_balance" in codes(found)


def test_paying_it_all_off_says_so_whatever_was_to_stay() -> None:
    for keep in ("emi", "tenure"):
        found = run(LoanPrepayment(debt="car", amount=Rupees(amount_minor=647_798_00), keep=keep))
        assert found.summary[0].en.startswith("The loan is paid off now")


def test_a_rupee_more_ends_no_month_earlier() -> None:
    found = run(LoanPrepayment(debt="home", amount=Rupees(amount_minor=100)))
    assert found.summary[0].en.startswith("The loan ends in 187 months as before")


def test_a_floating_rate_moves_the_tenure_and_keeps_the_emi() -> None:
    found = run(RateRise(debt="home", points=Decimal("0.5")))
    months = loan.months_left(Decimal(6_724_473), Decimal("9.1"), Decimal(65_562))
    assert value(found, "months_left") == months
    assert value(found, "months_more", Side.DIFFERENCE) == (months or 0) - 187
    assert value(found, "emi") == loan.emi(Decimal(6_724_473), Decimal("9.1"), 187)


def test_a_rate_at_which_the_emi_is_below_the_interest_never_ends() -> None:
    found = run(RateRise(debt="home", points=Decimal("3.5")))
    assert "never_ends" in codes(found)
    assert value(found, "emi") == loan.emi(Decimal(6_724_473), Decimal("12.1"), 187)
    assert not [f for f in found.figures if (f.name, f.side) == ("months_left", Side.SCENARIO)]


def test_a_rate_below_zero_is_refused() -> None:
    with pytest.raises(InvalidInput):
        run(RateRise(debt="home", points=Decimal("-9")))


def test_ten_lakh_in_the_loan_or_a_deposit_differ_by_31_000_in_the_first_year_before_tax() -> None:
    found = run(
        PrepayVsInvest(amount=lakh(10), into="deposit", assumptions={"deposit_rate": Decimal("7.1")}),
        EDUCATION_LOAN,
    )
    assert value(found, "years_rate_gap", Side.DIFFERENCE) == 31_000
    after_tax = Decimal("7.1") * (1 - Decimal("0.312"))
    assert value(found, "years_rate_gap_taxed", Side.DIFFERENCE) == loan.to_paisa(
        10_000 * (Decimal("10.2") - after_tax)
    )
    assert value(found, "prepay_worth") > value(found, "invest_worth", Side.AS_NOW)
    assert found.chance is None  # both sides are certain


def test_prepaying_and_investing_at_the_loans_own_rate_come_to_the_same() -> None:
    """The closed form: at one rate, untaxed, both sides hold the same when the loan would have ended."""
    yearly = (1 + Decimal("10.2") / 1200) ** 12 * 100 - 100
    told = Loan(balance=lakh(10), rate_pct=Decimal("10.2"), months=60)
    found = run(
        PrepayVsInvest(
            loan=told,
            amount=lakh(3),
            into="deposit",
            charge_pct=Decimal(0),
            assumptions={"deposit_rate": yearly, "interest_tax": Decimal(0)},
        )
    )
    emi = loan.emi(Decimal(1_000_000), Decimal("10.2"), 60)
    gap = abs(value(found, "prepay_worth") - value(found, "invest_worth", Side.AS_NOW))
    assert gap <= emi  # what the last, smaller payment of the prepaid loan leaves over is not invested


def test_funds_are_a_distribution_beside_a_certain_saving_and_neither_is_called_better() -> None:
    found = run(PrepayVsInvest(debt="home", amount=lakh(5)))
    assert found.chance is not None
    assert 0 < found.chance.fact.number < 100
    assert {fan.side for fan in found.fans} == {Side.AS_NOW, Side.SCENARIO}
    assert value(found, "interest_saved", Side.DIFFERENCE) == Decimal("1221872.17")
    said = " ".join(words.en for words in found.summary)
    assert "should" not in said
    assert "better" not in said


@given(st.integers(1, 60), st.integers(0, 40_000))
def test_prepaying_never_costs_more_and_more_of_it_saves_more(lakhs: int, extra: int) -> None:
    less, more = (
        run(LoanPrepayment(debt="home", amount=lakh(count), extra_month=Rupees(amount_minor=extra * 100)))
        for count in (lakhs, lakhs + 1)
    )
    saved = value(less, "interest_saved", Side.DIFFERENCE)
    assert 0 < saved < value(more, "interest_saved", Side.DIFFERENCE)
    assert value(less, "months_left") >= value(more, "months_left")


def test_a_change_may_be_negative_an_amount_not() -> None:
    assert RupeeChange(amount_minor=-1).value < 0


def test_a_loan_that_is_chosen_by_its_id_is_said_back_by_its_name() -> None:
    words = run(RateRise(debt="home", points=Decimal(1))).understood_as
    assert "“Home loan”" in words.en
    assert "“home”" not in words.en + words.hi


@pytest.mark.parametrize(
    ("word", "name"), [("car", "vehicle loan"), ("गाड़ी", "वाहन लोन"), ("vehicle", "vehicle loan")]
)
def test_a_loan_is_found_by_what_people_call_it(word: str, name: str) -> None:
    sheet = sheet_of(
        {
            "L01:a": 6_724_473, "L01R:a": "8.6", "L01E:a": 65_562,
            "L01:b": 647_798, "L01R:b": "9.1", "L01E:b": 24_968,
        },
        {"a": "Aravalli Bank home loan", "b": f"Aravalli Bank {name}"},
    )  # fmt: skip
    found = run(LoanPrepayment(debt=word, extra_month=Rupees(amount_minor=10_000_00)), sheet)
    assert found.done
    assert {fact.id for fact in found.used} >= {"L01:b"}
    assert "L01:a" not in {fact.id for fact in found.used}


def test_an_emi_that_takes_more_than_a_hundred_years_is_asked_about() -> None:
    told = Loan(balance=lakh(100), rate_pct=Decimal(0), emi=Rupees(amount_minor=500_000))
    found = run(LoanPrepayment(loan=told, amount=lakh(1)))
    assert not found.done
    assert [lack.ask.en for lack in found.lacks if lack.needed] == [
        "At this EMI the loan never ends. What is the EMI by contract?"
    ]


def test_a_loan_of_which_nothing_is_owed_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing_changes"):
        Loan(balance=Rupees(amount_minor=0), rate_pct=Decimal(9), months=12)
