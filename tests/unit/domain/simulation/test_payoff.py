"""Several debts: orders of paying them off, and one loan in their place."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain import loan
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.debts_now import Debt
from future_finance.domain.simulation.engine import simulate
from future_finance.domain.simulation.payoff import AVALANCHE, SNOWBALL, pay_off
from future_finance.domain.simulation.result import Side, Simulation
from future_finance.domain.simulation.scenario import AnyScenario, DebtConsolidation, DebtPayoff, Rupees
from tests.sheets import THREE_DEBTS, TODAY, sheet_of

TEN_THOUSAND = Rupees(amount_minor=10_000_00)


def run(scenario: AnyScenario) -> Simulation:
    return simulate(THREE_DEBTS, Profile(), scenario, TODAY)


def value(found: Simulation, name: str, side: Side = Side.SCENARIO) -> Decimal:
    (fact,) = (figure.fact for figure in found.figures if (figure.name, figure.side) == (name, side))
    return fact.number


def test_highest_rate_first_takes_a_year_and_25_361_of_interest() -> None:
    found = run(DebtPayoff(extra_month=TEN_THOUSAND, emi="contract"))
    assert value(found, "avalanche_months") == 12
    assert round(value(found, "avalanche_interest")) == 25_361
    assert round(value(found, "snowball_interest")) == 25_996
    assert value(found, "snowball_months") == 12
    assert "12 months and ₹25,361 of interest" in found.summary[0].en


def test_without_the_extra_amount_the_card_runs_for_years() -> None:
    found = run(DebtPayoff(extra_month=TEN_THOUSAND, emi="contract"))
    assert value(found, "months_left", Side.AS_NOW) > 60
    assert value(found, "interest_saved", Side.DIFFERENCE) > 50_000


def test_debts_without_a_rate_are_left_out_and_asked_for() -> None:
    facts = {f"{code}:{key}": v for key in ("a", "b") for code, v in (("L01", 10_000), ("L01E", 1_000))}
    sheet = sheet_of({**facts, "L01R:a": 12}, {"a": "A", "b": "B"})
    found = simulate(sheet, Profile(), DebtPayoff(extra_month=TEN_THOUSAND), TODAY)
    assert found.done
    assert [(lack.what, lack.needed) for lack in found.lacks] == [("L01R:b", False)]
    assert value(found, "debt_total", Side.AS_NOW) == 10_000


def test_nobody_without_debts_gets_a_plan() -> None:
    found = simulate(sheet_of({}), Profile(), DebtPayoff(extra_month=TEN_THOUSAND), TODAY)
    assert (found.done, found.figures) == (False, ())


def test_one_loan_is_compared_by_interest_and_fee() -> None:
    found = run(DebtConsolidation(rate_pct=Decimal(12), months=24, fee_pct=Decimal(2)))
    fee = Decimal(306_000) * 2 / 100
    assert value(found, "fee") == fee
    assert value(found, "paid_month") == loan.emi(306_000 + fee, Decimal(12), 24)
    new = loan.repay(306_000 + fee, Decimal(12), value(found, "paid_month"))
    assert new is not None
    saved = value(found, "interest_left", Side.AS_NOW) - loan.to_paisa(new.interest) - fee
    assert abs(value(found, "interest_saved", Side.DIFFERENCE) - saved) <= loan.PAISA


def test_only_the_debts_that_are_named_are_replaced() -> None:
    found = run(DebtConsolidation(rate_pct=Decimal(12), months=24, debts=("axis", "bajaj")))
    assert value(found, "debt_total", Side.AS_NOW) == 196_000
    unclear = run(DebtConsolidation(rate_pct=Decimal(12), months=24, debts=("gold loan",)))
    assert not unclear.done


DEBTS = st.lists(
    st.tuples(st.integers(1_000, 500_000), st.integers(0, 4_500), st.integers(1, 60)), min_size=1, max_size=5
)


@given(DEBTS, st.integers(0, 20_000))
def test_highest_rate_first_never_costs_more_interest(rows: list[tuple[int, int, int]], extra: int) -> None:
    debts = [
        Debt(
            str(n),
            "",
            Decimal(owed),
            rate := Decimal(hundredths) / 100,
            loan.emi(Decimal(owed), rate, months) + 1,
        )
        for n, (owed, hundredths, months) in enumerate(rows)
    ]
    budget = sum((debt.payment for debt in debts), Decimal(extra))
    dearest, smallest = pay_off(debts, budget, AVALANCHE), pay_off(debts, budget, SNOWBALL)
    assert dearest is not None
    assert smallest is not None
    assert dearest.interest <= smallest.interest + loan.PAISA
    alone = max(debt.months_left or 0 for debt in debts)
    assert dearest.months <= alone
