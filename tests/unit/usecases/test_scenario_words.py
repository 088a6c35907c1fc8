"""The flat form of scenarios: small, and read back within the limits of each kind."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.simulation.scenario import (
    Goal,
    Loan,
    LoanPrepayment,
    RupeeChange,
    Rupees,
    SipChange,
)
from future_finance.errors import InvalidInput
from future_finance.usecases.scenario_words import KINDS, required_fields, scenario_of, scenario_schema


def refused(**words: Any) -> list[dict[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        scenario_of(words)
    fields = caught.value.details["fields"]
    assert isinstance(fields, list)
    return fields


def test_the_form_names_every_kind_and_fits_a_tool_declaration() -> None:
    form = scenario_schema()
    assert form["properties"]["kind"]["enum"] == list(KINDS)
    assert len(KINDS) == 13
    assert len(json.dumps(form)) < 6_000
    assert not {"$ref", "$defs", "anyOf", "oneOf"} & set(json.dumps(form).replace('"', " ").split())


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_needs_is_in_the_form(kind: str) -> None:
    assert set(required_fields(kind)) <= scenario_schema()["properties"].keys()


def test_rupees_become_paise_and_whole_numbers_whole() -> None:
    assert scenario_of({"kind": "sip_change", "extraMonth": 5000.0, "years": 10.0}) == SipChange(
        extra_month=RupeeChange(amount_minor=5_000_00), years=10
    )
    told = scenario_of(
        {
            "kind": "loan_prepayment",
            "amount": "500000.5",
            "loan": {"balance": 10**6, "ratePct": 8.5, "months": 60},
        }
    )
    assert told == LoanPrepayment(
        amount=Rupees(amount_minor=500_000_50),
        loan=Loan(balance=Rupees(amount_minor=10**8), rate_pct=Decimal("8.5"), months=60),
    )


def test_fields_of_other_kinds_and_empty_ones_are_passed_over() -> None:
    form = {
        "kind": "goal",
        "target": 1000,
        "by": "2030-01-31",
        "age": 50,
        "loan": None,
        "saved": None,
        "uid": "x",
    }
    assert scenario_of(form) == Goal(target=Rupees(amount_minor=100_000), by=date(2030, 1, 31))


@pytest.mark.parametrize(
    ("words", "path", "problem"),
    [
        ({"kind": "none"}, "scenario.kind", "unknown"),
        ({}, "scenario.kind", "unknown"),
        ({"kind": "job_loss", "incomeMonth": -1}, "scenario.incomeMonth.amountMinor", "greater_than_equal"),
        ({"kind": "rate_rise", "points": 300}, "scenario.points", "less_than_equal"),
        ({"kind": "rate_rise", "points": 0}, "scenario", "nothing_changes"),
        ({"kind": "rent_vs_buy"}, "scenario.price", "missing"),
        ({"kind": "sip_change", "years": 10}, "scenario", "nothing_changes"),
        ({"kind": "sip_change", "years": 0, "extraMonth": 1}, "scenario.years", "greater_than_equal"),
        ({"kind": "sip_change", "years": 1.5, "extraMonth": 1}, "scenario.years", "int_type"),
        ({"kind": "goal", "target": 1, "by": "soon"}, "scenario.by", "date_parsing"),
        ({"kind": "goal", "target": 10, "saved": 10, "by": "2030-01-01"}, "scenario", "target_not_above_saved"),
        ({"kind": "retirement", "age": 40, "ageNow": 50}, "scenario", "end_before_start"),
        ({"kind": "salary_change", "changePct": -100}, "scenario.changePct", "greater_than"),
        ({"kind": "salary_change"}, "scenario", "either_new_income_or_change"),
        ({"kind": "loan_prepayment", "amount": 1, "loan": {"balance": 1, "ratePct": 300, "emi": 1}}, "scenario.loan.ratePct", "less_than_equal"),
        ({"kind": "loan_prepayment", "amount": 1, "loan": {"balance": 1, "ratePct": 9}}, "scenario.loan", "either_emi_or_months"),
        ({"kind": "loan_prepayment", "amount": "lots"}, "scenario.amount.amountMinor", "int_type"),
        ({"kind": "loan_prepayment", "amount": True}, "scenario.amount.amountMinor", "int_type"),
        ({"kind": "big_purchase", "amount": 5, "downPayment": 1}, "scenario", "a_loan_needs_down_payment_rate_and_months"),
        ({"kind": "debt_payoff", "extraMonth": 1e15}, "scenario.extraMonth.amountMinor", "less_than_equal"),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_are_named(words: dict[str, Any], path: str, problem: str) -> None:
    assert (path, problem) in [(row["path"], row["problem"]) for row in refused(**words)]


def test_a_passed_limit_is_told_and_no_value_is() -> None:
    (row,) = refused(kind="rate_rise", points=300)
    assert row == {"path": "scenario.points", "problem": "less_than_equal", "limit": "10"}


VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.lists(st.integers(), max_size=2)
)


@given(
    st.sampled_from(list(KINDS)),
    st.dictionaries(st.sampled_from(list(scenario_schema()["properties"])), VALUES, max_size=8),
)
def test_whatever_a_model_fills_in_is_a_scenario_or_a_refusal(kind: str, form: dict[str, Any]) -> None:
    words = form | {"kind": kind}
    try:
        found = scenario_of(words)
    except InvalidInput:
        found = None
    assert refused(**words) if found is None else found.kind == kind
