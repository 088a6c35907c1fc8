"""Money is exact to the paisa, in and out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.money import minor_of, minor_of_text, minor_of_units


@given(st.integers(-(10**15), 10**15), st.integers(0, 99))
def test_units_and_whole_paise_come_through_exactly(units: int, paise: int) -> None:
    sign = -1 if units < 0 else 1
    nanos = sign * paise * 10**7
    assert minor_of_units(str(units), nanos) == units * 100 + sign * paise


@given(st.integers(-(10**17), 10**17))
def test_text_of_an_amount_reads_back_as_the_same_paise(minor: int) -> None:
    text = f"{Decimal(minor) / 100:,.2f}"
    assert minor_of_text(text) == minor


def test_half_a_paisa_goes_to_the_even_side() -> None:
    assert minor_of(Decimal("0.005")) == 0
    assert minor_of(Decimal("0.015")) == 2
    assert minor_of(Decimal("-0.015")) == -2


def test_missing_units_and_nanos_are_nought() -> None:
    assert minor_of_units(None, None) == 0
    assert minor_of_units(None, 600_000_000) == 60


def test_indian_and_western_grouping_are_read() -> None:
    assert minor_of_text("12,34,567.89") == 123_456_789
    assert minor_of_text("1,234,567.89") == 123_456_789


@pytest.mark.parametrize("text", ["", "abc", "1e5", "NaN", "Infinity", "١٢", "1.2.3", "--1", "₹5"])
def test_what_is_not_a_plain_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        minor_of_text(text)


@pytest.mark.parametrize(("units", "nanos"), [("5", -1), ("-5", 1), ("1.5", 0), ("x", 0), ("1", 10**9)])
def test_units_and_nanos_that_do_not_agree_are_refused(units: str, nanos: int) -> None:
    with pytest.raises(ValueError):
        minor_of_units(units, nanos)


def test_amounts_beyond_64_bits_are_refused() -> None:
    with pytest.raises(ValueError):
        minor_of(Decimal(10) ** 40)
