"""Money is exact to the paisa, in and out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.money import minor_of, minor_of_units


@given(st.integers(-(10**15), 10**15), st.integers(0, 99))
def test_units_and_whole_paise_come_through_exactly(units: int, paise: int) -> None:
    sign = -1 if units < 0 else 1
    nanos = sign * paise * 10**7
    assert minor_of_units(str(units), nanos) == units * 100 + sign * paise


def test_half_a_paisa_goes_to_the_even_side() -> None:
    assert minor_of(Decimal("0.005")) == 0
    assert minor_of(Decimal("0.015")) == 2
    assert minor_of(Decimal("-0.015")) == -2


def test_missing_units_and_nanos_are_nought() -> None:
    assert minor_of_units(None, None) == 0
    assert minor_of_units(None, 600_000_000) == 60


@pytest.mark.parametrize(("units", "nanos"), [("5", -1), ("-5", 1), ("1.5", 0), ("x", 0), ("1", 10**9)])
def test_units_and_nanos_that_do_not_agree_are_refused(units: str, nanos: int) -> None:
    with pytest.raises(ValueError):
        minor_of_units(units, nanos)


def test_amounts_beyond_64_bits_are_refused() -> None:
    with pytest.raises(ValueError):
        minor_of(Decimal(10) ** 40)
