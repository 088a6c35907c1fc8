"""Money is exact to the paisa, in and out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.money import minor_of


@given(st.integers(-(10**17), 10**17))
def test_whole_paise_come_through_exactly(paise: int) -> None:
    assert minor_of(Decimal(paise).scaleb(-2)) == paise


@given(st.integers(-(10**15), 10**15), st.integers(-499, 499))
def test_less_than_half_a_paisa_changes_nothing(paise: int, thousandths: int) -> None:
    assert minor_of(Decimal(paise).scaleb(-2) + Decimal(thousandths).scaleb(-5)) == paise


def test_half_a_paisa_goes_to_the_even_side() -> None:
    assert minor_of(Decimal("0.005")) == 0
    assert minor_of(Decimal("0.015")) == 2
    assert minor_of(Decimal("-0.015")) == -2


@pytest.mark.parametrize(
    "amount", [Decimal(10) ** 40, -(Decimal(10) ** 16), Decimal("NaN"), Decimal("-Infinity")]
)
def test_amounts_that_64_bits_cannot_hold_are_refused(amount: Decimal) -> None:
    with pytest.raises(ValueError):
        minor_of(amount)
