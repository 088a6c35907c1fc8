"""Amounts as people in India read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.journey.rupees import rupees, shown


@pytest.mark.parametrize(
    ("minor", "text"),
    [
        (0, "₹0"),
        (5, "₹0.05"),
        (99_900, "₹999"),
        (1_00_000, "₹1,000"),
        (12_34_567_00, "₹12,34,567"),
        (12_34_567_89, "₹12,34,567.89"),
        (1_00_00_000_00, "₹1,00,00,000"),
        (-5_000_00, "−₹5,000"),
    ],
)
def test_groups_are_lakh_and_crore(minor: int, text: str) -> None:
    assert rupees(minor) == text


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_no_paisa_is_lost(minor: int) -> None:
    text = rupees(minor).replace("₹", "").replace(",", "")
    whole, _, paise = text.lstrip("−").partition(".")
    assert int(whole) * 100 + int(paise or 0) == abs(minor)
    assert text.startswith("−") == (minor < 0)


def test_another_currency_is_named_and_a_missing_amount_is_not_zero() -> None:
    assert shown({"amountMinor": 1_250_00, "currency": "USD"}) == "USD 1,250"
    assert shown(None) == "-"
