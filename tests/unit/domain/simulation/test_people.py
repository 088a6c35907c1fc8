"""The figures that demo people and a recorded account are known to get."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.engine import simulate
from future_finance.domain.simulation.result import Side, Simulation
from future_finance.domain.simulation.scenario import (
    BigPurchase,
    DebtPayoff,
    EmergencyFundBuild,
    JobLoss,
    LoanPrepayment,
    PrepayVsInvest,
    Retirement,
    Rupees,
    SalaryChange,
)
from tests.dossiers import TODAY, of_person, of_recording
from tests.recordings import needs_recordings

LAKH = 100_000_00


def value(found: Simulation, name: str, side: Side = Side.SCENARIO) -> Decimal:
    (fact,) = (figure.fact for figure in found.figures if (figure.name, figure.side) == (name, side))
    return fact.number


def sheet_of(slug: str) -> FactSheet:
    return build(of_person(slug))


def test_meenakshi_ends_her_home_loan_27_months_earlier() -> None:
    scenario = LoanPrepayment(debt="home", amount=Rupees(amount_minor=5 * LAKH))
    found = simulate(sheet_of("meenakshi"), Profile(), scenario, TODAY)
    assert (value(found, "months_left", Side.AS_NOW), value(found, "months_left")) == (187, 160)
    assert value(found, "interest_saved", Side.DIFFERENCE) == Decimal("1221872.17")
    assert {"liabilities", "transactions"} <= set().union(*(fact.scopes for fact in found.facts))


def test_of_two_loans_each_is_asked_about_by_its_name_alone() -> None:
    scenario = LoanPrepayment(amount=Rupees(amount_minor=LAKH))
    (lack,) = simulate(sheet_of("meenakshi"), Profile(), scenario, TODAY).lacks
    assert lack.ask.en == "Which one: Sahyadri Bank home loan, Aravalli Bank vehicle loan?"
    assert "बकाया" not in lack.ask.hi


def test_harpreets_loan_costs_31_000_more_than_his_deposit_brings_on_ten_lakh() -> None:
    scenario = PrepayVsInvest(
        amount=Rupees(amount_minor=10 * LAKH), into="deposit", assumptions={"deposit_rate": Decimal("7.1")}
    )
    found = simulate(sheet_of("harpreet"), Profile(), scenario, TODAY)
    assert value(found, "years_rate_gap", Side.DIFFERENCE) == 31_000


def test_harpreet_retires_at_sixty_on_nps_and_deposits() -> None:
    sheet = sheet_of("harpreet")
    found = simulate(sheet, Profile(birth_year=1974, retirement_age=60), Retirement(), TODAY)
    assert found.done
    assert {"N05V:nps", "N05V:deposits", "T02"} <= {fact.id for fact in found.used}
    assert found.chance is not None
    assert (
        0 <= found.chance.fact.number < 50
    )  # 47 lakh of NPS and deposits do not carry 30 years of his spending


def test_rohan_pays_less_interest_with_the_highest_rate_first() -> None:
    found = simulate(
        sheet_of("rohan"), Profile(), DebtPayoff(extra_month=Rupees(amount_minor=LAKH // 10)), TODAY
    )
    assert value(found, "avalanche_interest") < value(found, "snowball_interest")
    assert value(found, "debt_total", Side.AS_NOW) == 142_000 + 54_000 + 143_574 + 499_586 + 53_367


@pytest.mark.parametrize("slug", ["aarav", "priya", "rohan", "meenakshi", "farida", "harpreet", "lakshmi"])
def test_what_if_begins_with_the_figures_that_other_screens_show(slug: str) -> None:
    sheet, nothing = sheet_of(slug), Rupees(amount_minor=1)
    lasts, left = sheet.facts["Q02"].number, sheet.facts["T05"].number
    for scenario in (JobLoss(months=6), EmergencyFundBuild(months=6)):
        assert value(simulate(sheet, Profile(), scenario, TODAY), "liquid_months", Side.AS_NOW) == lasts
    bought = simulate(sheet, Profile(), BigPurchase(amount=nothing), TODAY)
    assert abs(value(bought, "liquid_months") - lasts) <= Decimal("0.01")
    raised = simulate(sheet, Profile(), SalaryChange(change_pct=Decimal(10)), TODAY)
    assert value(raised, "surplus", Side.AS_NOW) == left


def test_lakshmi_without_loans_is_asked_for_one() -> None:
    found = simulate(sheet_of("lakshmi"), Profile(), LoanPrepayment(amount=Rupees(amount_minor=LAKH)), TODAY)
    assert [lack.field for lack in found.lacks] == ["loan"]


@needs_recordings
def test_a_recorded_account_pays_its_debts_off_in_a_year() -> None:
    sheet = build(of_recording("7777777777", date(2024, 7, 22)))
    scenario = DebtPayoff(extra_month=Rupees(amount_minor=LAKH // 10), emi="contract")
    found = simulate(sheet, Profile(), scenario, date(2024, 7, 22))
    assert value(found, "avalanche_months") == 12
    assert round(value(found, "avalanche_interest")) == 25_361
    assert round(value(found, "snowball_interest")) == 25_996
