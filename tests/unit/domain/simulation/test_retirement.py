"""Living on savings, and owning or renting a home."""

from __future__ import annotations

from decimal import Decimal

import pytest

from future_finance.domain import loan
from future_finance.domain.facts import FactSheet
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.engine import simulate
from future_finance.domain.simulation.result import Side, Simulation
from future_finance.domain.simulation.scenario import AnyScenario, RentVsBuy, Retirement, Rupees
from future_finance.errors import InvalidInput
from tests.sheets import EDUCATION_LOAN, TODAY, sheet_of
from tests.unit.domain.closed_form import balance_after

AT_52 = Profile(birth_year=1974, retirement_age=60)
CALM = {"equity_volatility": Decimal(0), "debt_volatility": Decimal(0)}


def run(scenario: AnyScenario, sheet: FactSheet = EDUCATION_LOAN, profile: Profile = AT_52) -> Simulation:
    return simulate(sheet, profile, scenario, TODAY)


def value(found: Simulation, name: str, side: Side = Side.SCENARIO) -> Decimal:
    (fact,) = (figure.fact for figure in found.figures if (figure.name, figure.side) == (name, side))
    return fact.number


def rupees(amount: int) -> Rupees:
    return Rupees(amount_minor=amount * 100)


@pytest.mark.slow
def test_retirement_at_sixty_starts_from_nps_and_deposits_and_drops_the_ended_emi() -> None:
    found = run(Retirement())
    assert {"N05V:nps", "N05V:deposits", "T02", "T04V", "L01:edu"} <= {fact.id for fact in found.used}
    assert found.months == (90 - 52) * 12
    spend = (123_000 - 25_057) * Decimal("1.05") ** 8
    assert abs(value(found, "spend_first") - spend) < 1
    assert found.chance is not None
    assert 0 <= found.chance.fact.number <= 100
    assert found.chance.error.number == loan.to_paisa(
        (found.chance.fact.number * (100 - found.chance.fact.number) / 2000).sqrt()
    )
    assert value(found, "lasts_to_age") <= 90


@pytest.mark.slow
def test_in_calm_markets_the_pot_is_its_closed_form() -> None:
    told = Retirement(
        invested=rupees(5_000_000), invest_month=rupees(10_000), step_up_pct=Decimal(0),
        spend_retired_month=rupees(1), assumptions={**CALM, "equity_share": Decimal(0)},
    )  # fmt: skip
    i = 1.065 ** (1 / 12) - 1
    expected = 5_000_000 * 1.065**8 + 10_000 * (1.065**8 - 1) / i
    assert float(value(run(told), "pot")) == pytest.approx(expected, rel=1e-5)


@pytest.mark.slow
def test_working_longer_makes_the_money_last_likelier() -> None:
    chances = [run(Retirement(age=age)).chance for age in (55, 60, 65)]
    numbers = [chance.fact.number for chance in chances if chance is not None]
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1]


@pytest.mark.slow
def test_a_pension_lessens_what_is_drawn() -> None:
    without, with_one = run(Retirement()), run(Retirement(pension_month=rupees(40_000)))
    assert value(with_one, "lasts_to_age") > value(without, "lasts_to_age")


def test_age_is_asked_where_nobody_told_it() -> None:
    found = run(Retirement(), profile=Profile())
    assert [lack.field for lack in found.lacks] == ["ageNow", "age"]
    assert not found.done


def test_retiring_before_today_or_after_the_plan_is_refused() -> None:
    for age in (50, 90):
        with pytest.raises(InvalidInput):
            run(Retirement(age=age))


def test_without_savings_it_asks_what_is_invested() -> None:
    found = run(Retirement(), sheet_of({"T02": 50_000}))
    assert [lack.field for lack in found.lacks if lack.needed] == ["invested"]


def test_a_home_is_worth_its_price_less_the_loan_that_is_left() -> None:
    found = run(
        RentVsBuy(
            price=rupees(10_000_000), down_payment=rupees(2_000_000), rate_pct=Decimal("8.5"),
            loan_months=240, rent_month=rupees(30_000), years=10,
        )
    )  # fmt: skip
    emi = loan.emi(Decimal(8_000_000), Decimal("8.5"), 240)
    left = balance_after(Decimal(8_000_000), Decimal("8.5"), emi, 120)
    worth = 10_000_000 * Decimal("1.05") ** 10 * Decimal("0.99") - left
    assert abs(value(found, "buy_worth") - worth) < 1
    assert value(found, "upfront") == 2_700_000
    assert found.chance is not None


def test_rent_that_costs_as_much_as_buying_leaves_the_upfront_money_to_grow() -> None:
    scenario = RentVsBuy(
        price=rupees(1_000_000), down_payment=rupees(900_000), rate_pct=Decimal(0), loan_months=120,
        rent_month=rupees(833), years=1,
        assumptions={**CALM, "equity_share": Decimal(0), "home_upkeep": Decimal(0), "rent_growth": Decimal(0)},
    )  # fmt: skip
    expected = 970_000 * 1.065
    assert float(value(run(scenario), "rent_worth", Side.AS_NOW)) == pytest.approx(expected, rel=1e-4)
