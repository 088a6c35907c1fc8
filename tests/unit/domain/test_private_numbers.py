"""Numbers that name people and accounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.private_numbers import masked
from future_finance.domain.rupee_words import rupees_text


@pytest.mark.parametrize(
    "secret",
    [
        "9876543210", "+91 98765 43210", "+919876543210", "09876543210", "98765-43210", "1234 5678 9012",
        "1234-5678-9012-3456", "123456789012345", "ABCDE1234F", "abcde1234f", "asha@okaxis", "asha.k@example.co.in",
        "HDFC0001234",
    ],
)  # fmt: skip
def test_it_is_taken_out(secret: str) -> None:
    for text in (secret, f"my number is {secret}, call me", f"({secret})"):
        assert secret not in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "50 lakh", "₹50,00,000", "Rs 12,34,56,789", "1,00,00,00,000", "5000000", "20 years at 8.5%", "in 2026-10",
        "on 24 Nov 2026", "₹9876543210", "80C and 10(10D)", "SIP 5,000 badha dun to 10 saal mein?",
    ],
)  # fmt: skip
def test_amounts_years_and_sections_stay(text: str) -> None:
    assert masked(text) == text


@given(st.integers(0, 10**11))
def test_an_amount_that_is_written_as_money_stays(rupees: int) -> None:
    text = f"I have {rupees_text(rupees)} in FD"
    assert masked(text) == text
