"""Figures are written the way people in India read them, and never lose or gain a digit."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import verify
from future_finance.domain.rupee_words import grouped, rupees_text, spoken

# The same tables are read by the web app's tests.
SHOWN: list[dict[str, Any]] = json.loads(Path(__file__).with_name("shown_rupees.json").read_text())
NUMBERS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("shown_numbers.json").read_text())


def fact(value: Decimal | date | str, unit: str, per: str | None = None) -> Fact:
    return Fact(id="X1", label="X", value=value, unit=unit, per=per, as_of=None, scopes=frozenset())


@given(st.integers(-(10**14), 10**14))
def test_grouping_keeps_every_digit(whole: int) -> None:
    assert int(grouped(whole).replace(",", "")) == whole


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: str(case["minor"]))
def test_rupees_are_grouped_by_lakh_and_crore(case: dict[str, Any]) -> None:
    amount = Decimal(case["minor"]).scaleb(-2)
    assert rupees_text(amount) == case["exact"]
    assert rupees_text(amount, short=True) == case["short"]


@pytest.mark.parametrize("case", NUMBERS, ids=lambda case: f"{case['value']} {case['unit']}")
def test_percents_and_lengths_of_time_have_as_many_places_as_they_need(case: dict[str, Any]) -> None:
    told = fact(Decimal(case["value"]), case["unit"])
    assert (spoken(told), spoken(told, "hi")) == (case["en"], case["hi"])


@given(st.integers(-(10**14), 10**14), st.booleans())
def test_a_negative_figure_is_read_back_as_it_was_meant(minor: int, short: bool) -> None:
    told = fact(Decimal(minor).scaleb(-2), "INR")
    assert verify(f"It is {spoken(told, short=short)}.", [told]).ok
    if abs(minor) >= 100:
        assert not verify(f"It is {spoken(replace(told, value=-told.number), short=short)}.", [told]).ok


def test_paise_are_shown_only_where_asked() -> None:
    assert rupees_text(Decimal("8884.88"), paise=True) == "₹8,884.88"
    assert rupees_text(Decimal("8884.00"), paise=True) == "₹8,884"
    assert rupees_text(Decimal("8884.88")) == "₹8,885"


@pytest.mark.parametrize(
    ("told", "english", "hindi"),
    [
        (fact(Decimal("75000"), "INR", "month"), "₹75,000 a month", "₹75,000 हर महीने"),
        (fact(Decimal("75000"), "INR/month"), "₹75,000 a month", "₹75,000 हर महीने"),
        (fact(Decimal("42.857"), "percent"), "42.9%", "42.9%"),
        (fact(Decimal("8.65"), "percent", "year"), "8.65% a year", "8.65% हर साल"),
        (fact(Decimal("1"), "months"), "1 month", "1 महीना"),
        (fact(Decimal("0.12"), "months"), "0.12 months", "0.12 महीने"),
        (fact(Decimal("2.50"), "ratio"), "2.5 times", "2.5 गुना"),
        (fact(Decimal("746"), "points"), "746", "746"),
        (fact(Decimal("12.3456"), "units"), "12.346 units", "12.346 यूनिट"),
        (fact(date(2026, 10, 31), "date"), "31 Oct 2026", "31 अक्टूबर 2026"),
        (fact("fair", "text"), "fair", "fair"),
    ],
)
def test_a_fact_is_spoken_with_its_unit_and_period(told: Fact, english: str, hindi: str) -> None:
    assert spoken(told) == english
    assert spoken(told, "hi") == hindi
