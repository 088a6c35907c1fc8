"""What an answer of the model costs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.usecases.model import Usage
from future_finance.usecases.model_prices import PRICES, cost_inr, price_of


def test_the_price_of_the_day_counts() -> None:
    before, after = (
        price_of("gemini-3.8-flash", date(2026, 12, 31)),
        price_of("gemini-3.8-flash", date(2027, 1, 1)),
    )
    assert before is not None
    assert after is not None
    assert after.input_inr == 2 * before.input_inr
    assert price_of("gemini-3.8-flash", date(2026, 9, 1)) is None
    assert price_of("offline-stand-in", date(2026, 12, 31)) is None


def test_cached_input_costs_a_tenth_and_thinking_counts_as_output() -> None:
    price = price_of("gemini-3.8-flash", date(2026, 11, 24))
    assert price is not None
    usage = Usage(prompt=2_000, output=100, cached=1_000)
    # (1000 x 0.75 + 1000 x 0.075 + 100 x 3.75) dollars a million, at 95 rupees
    assert cost_inr(usage, price) == Decimal("0.114000")


@pytest.mark.parametrize("model", PRICES)
def test_each_price_says_since_when_and_from_where(model: str) -> None:
    days = [date.fromisoformat(price.as_of) for price in PRICES[model]]
    assert days == sorted(days)
    assert all(price.source.startswith("https://") for price in PRICES[model])
