"""SIPs, goals and emergency funds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.facts import FactSheet
from future_finance.domain.profile import Profile, RiskProfile
from future_finance.domain.simulation.engine import simulate
from future_finance.domain.simulation.result import Side, Simulation
from future_finance.domain.simulation.scenario import (
    AnyScenario,
    EmergencyFundBuild,
    Goal,
    RupeeChange,
    Rupees,
    SipChange,
)
from future_finance.errors import InvalidInput
from tests.sheets import TODAY, TWO_LOANS, sheet_of

MORE = RupeeChange(amount_minor=5_000_00)


def run(scenario: AnyScenario, sheet: FactSheet = TWO_LOANS, profile: Profile | None = None) -> Simulation:
    return simulate(sheet, profile or Profile(), scenario, TODAY)


def value(found: Simulation, name: str, side: Side = Side.SCENARIO) -> Decimal:
    (fact,) = (figure.fact for figure in found.figures if (figure.name, figure.side) == (name, side))
    return fact.number


def calm(**more: Decimal) -> dict[str, Decimal]:
    return {"equity_volatility": Decimal(1), "debt_volatility": Decimal(1), **more}


def test_five_thousand_more_for_ten_years() -> None:
    found = run(SipChange(years=10, extra_month=MORE))
    assert value(found, "put_in") == 5_240_000 + 100_000 * 120
    assert value(found, "put_in", Side.AS_NOW) == 5_240_000 + 95_000 * 120
    assert value(found, "gain_middle", Side.DIFFERENCE) > 5_000 * 120
    assert value(found, "value_low") < value(found, "value_end") < value(found, "value_high")
    assert [len(fan.bands) for fan in found.fans] == [11, 11]
    for fan in found.fans:
        assert all(list(band.nominal) == sorted(band.nominal) for band in fan.bands)
        assert fan.bands[-1].on == date(2036, 11, 24)


def test_a_gain_is_near_the_annuity_where_markets_are_calm() -> None:
    found = run(SipChange(years=10, extra_month=MORE, assumptions=calm(equity_share=Decimal(100))))
    i = 1.11 ** (1 / 12) - 1
    annuity = 5_000 * (1.11**10 - 1) / i
    assert float(value(found, "gain_middle", Side.DIFFERENCE)) == pytest.approx(annuity, rel=0.02)


def test_todays_money_is_worth_more_than_what_it_will_read() -> None:
    found = run(SipChange(years=10, extra_month=MORE))
    real = value(found, "value_end") / Decimal("1.05") ** 10
    assert abs(value(found, "value_end_real") - real) < 1


def test_a_sip_cannot_fall_below_zero() -> None:
    with pytest.raises(InvalidInput):
        run(SipChange(years=10, extra_month=RupeeChange(amount_minor=-95_001_00)))


def test_without_data_the_sip_alone_is_simulated_and_what_lacks_is_said() -> None:
    found = run(SipChange(years=10, extra_month=MORE), sheet_of({}))
    assert found.done
    assert [(lack.what, lack.field, lack.needed) for lack in found.lacks] == [
        ("M01", "invested", False),
        ("M06B", "investMonth", False),
    ]
    assert value(found, "put_in") == 600_000


def test_an_appetite_for_risk_sets_the_mix_unless_the_person_does() -> None:
    bold = Profile(risk_profile=RiskProfile.AGGRESSIVE)
    mix = {a.id: a.fact.number for a in run(SipChange(years=10, extra_month=MORE), profile=bold).assumptions}
    assert mix["equity_share"] == 80
    told = SipChange(years=10, extra_month=MORE, assumptions={"equity_share": Decimal(20)})
    assert {a.id: a.fact.number for a in run(told, profile=bold).assumptions}["equity_share"] == 20


def test_a_goal_in_todays_money_grows_with_prices() -> None:
    found = run(Goal(target=Rupees(amount_minor=10**8), by=date(2031, 11, 24)))
    assert abs(value(found, "target") - 1_000_000 * Decimal("1.05") ** 5) < 1
    assert found.chance is not None
    assert 45 <= found.chance.fact.number <= 55  # what the middle path needs is enough on half of them


@pytest.mark.slow
def test_more_saved_makes_a_goal_likelier() -> None:
    chances = []
    for monthly in (8_000, 12_000, 20_000):
        save = Rupees(amount_minor=monthly * 100)
        found = run(Goal(target=Rupees(amount_minor=10**8), by=date(2031, 11, 24), save_month=save))
        assert found.chance is not None
        chances.append(found.chance.fact.number)
    assert chances == sorted(chances)
    assert chances[0] < chances[-1]


@pytest.mark.parametrize("by", [date(2026, 11, 30), date(2020, 1, 1), date(2090, 1, 1)])
def test_a_goal_has_to_lie_ahead_and_within_fifty_years(by: date) -> None:
    with pytest.raises(InvalidInput):
        run(Goal(target=Rupees(amount_minor=10**8), by=by))


def test_an_emergency_fund_is_there_when_the_savings_add_up() -> None:
    found = run(EmergencyFundBuild(months=6, assumptions={"savings_rate": Decimal(0)}))
    assert value(found, "fund_target") == 6 * 290_000
    assert value(found, "fund_gap") == 6 * 290_000 - 1_206_940
    assert value(found, "months_needed") == 16  # 5,33,060 at 35,000 a month
    assert found.series[0].points[-1].nominal >= 6 * 290_000


def test_a_fund_that_is_there_says_so_and_one_that_nobody_saves_for_never_is() -> None:
    assert value(run(EmergencyFundBuild(months=3)), "fund_gap") == 0
    found = run(EmergencyFundBuild(months=6, save_month=Rupees(amount_minor=0)))
    assert "nothing_left_to_save" in {notice.code for notice in found.warnings}
    assert found.months == 0
