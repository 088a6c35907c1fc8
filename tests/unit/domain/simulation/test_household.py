"""Pay that stops or changes, and large purchases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain import loan
from future_finance.domain.facts import FactSheet
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.engine import simulate
from future_finance.domain.simulation.result import Side, Simulation
from future_finance.domain.simulation.scenario import AnyScenario, BigPurchase, JobLoss, Rupees, SalaryChange
from future_finance.errors import InvalidInput
from tests.sheets import TODAY, TWO_LOANS, sheet_of


def run(scenario: AnyScenario, sheet: FactSheet = TWO_LOANS) -> Simulation:
    return simulate(sheet, Profile(), scenario, TODAY)


def value(found: Simulation, name: str, side: Side = Side.SCENARIO) -> Decimal:
    (fact,) = (figure.fact for figure in found.figures if (figure.name, figure.side) == (name, side))
    return fact.number


def rupees(amount: int) -> Rupees:
    return Rupees(amount_minor=amount * 100)


def test_without_pay_money_runs_out_in_the_month_that_division_says() -> None:
    found = run(JobLoss(months=6))
    assert value(found, "liquid_months") == round(Decimal(1_206_940) / 290_000, 2)
    (out,) = (figure.fact.value for figure in found.figures if figure.name == "runs_out_on")
    assert out == date(2027, 4, 24)
    assert value(found, "short") == 6 * 290_000 - 1_206_940
    assert found.low_point is not None
    assert (found.low_point.on, found.low_point.fact.number) == (date(2027, 5, 24), -value(found, "short"))
    assert date(2027, 5, 24) in [figure.fact.value for figure in found.figures if figure.name == "lowest_on"]


def test_severance_and_a_cut_of_what_is_not_emi_carry_further() -> None:
    found = run(JobLoss(months=6, severance=rupees(300_000), spend_cut_pct=Decimal(30)))
    spend = 290_000 - (290_000 - 65_562 - 24_968) * Decimal("0.3")
    assert found.low_point is not None
    assert found.low_point.fact.number == 1_506_940 - 6 * spend
    assert "money at hand lasts" in found.summary[0].en


def test_an_emi_ends_with_its_loan() -> None:
    facts = {"T01": 50_000, "T02": 40_000, "Q01": 100_000, "L01:a": 20_000, "L01R:a": 12, "L01E:a": 10_500}
    found = run(SalaryChange(change_pct=Decimal(10)), sheet_of(facts, {"a": "Loan"}))
    now = loan.months_left(Decimal(20_000), Decimal(12), Decimal(10_500))
    assert now == 2
    assert value(found, "liquid_end") == 100_000 + 12 * (55_000 - 40_000) + 10 * 10_500


def test_what_is_said_takes_the_place_of_what_the_data_has() -> None:
    found = run(JobLoss(months=2, liquid=rupees(1_000_000), spend_month=rupees(100_000)))
    assert value(found, "liquid_months") == 10
    assert "Q01" not in {fact.id for fact in found.used}


def test_what_is_missing_is_asked_for_with_its_reason() -> None:
    found = run(JobLoss(months=6), sheet_of({"T01": 50_000}))
    assert not found.done
    assert {lack.field for lack in found.lacks if lack.needed} == {"spendMonth", "liquid"}
    assert found.summary == ()


def test_pay_below_spending_runs_out() -> None:
    found = run(SalaryChange(new_income_month=rupees(200_000), years=2))
    assert value(found, "surplus") == 200_000 - 290_000 - 125_000
    assert value(found, "surplus", Side.AS_NOW) == 35_000
    assert [f.name for f in found.figures if f.name == "runs_out_on"]


def test_a_purchase_on_a_loan_adds_its_emi_to_the_share_of_income() -> None:
    found = run(
        BigPurchase(
            amount=rupees(1_500_000), on=date(2027, 3, 1), down_payment=rupees(500_000),
            rate_pct=Decimal(9), loan_months=60,
        )
    )  # fmt: skip
    emi = loan.emi(Decimal(1_000_000), Decimal(9), 60)
    assert value(found, "emi") == emi
    before = value(found, "emi_share", Side.AS_NOW)
    assert before == loan.to_paisa(Decimal(65_562 + 24_968) / 450_000 * 100)
    assert abs(value(found, "emi_share") - before - emi / 4_500) < Decimal("0.01")
    assert value(found, "liquid_after") == 1_206_940 + 4 * 35_000 - 500_000


def test_a_purchase_beyond_money_at_hand_says_how_much_is_short() -> None:
    found = run(BigPurchase(amount=rupees(2_000_000)))
    assert value(found, "liquid_after") == 1_206_940 - 2_000_000
    assert value(found, "short") == 2_000_000 - 1_206_940
    assert found.summary[0].en == "After it you have −₹7,93,060 at hand."
    assert value(found, "liquid_months") == 0


@pytest.mark.parametrize("on", [date(2026, 11, 23), date(2040, 1, 1)])
def test_a_purchase_is_neither_past_nor_ten_years_off(on: date) -> None:
    with pytest.raises(InvalidInput):
        run(BigPurchase(amount=rupees(1), on=on))
