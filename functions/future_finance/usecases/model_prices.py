"""What the language model's tokens cost: dated list prices, and the rupees of an answer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from future_finance.usecases.model import PriceTable, Usage

INR_PER_USD = Decimal("95")  # for planning, rounded up; the bill is in rupees at Google's rate of the month
_MILLION = Decimal(1_000_000)
_LIST = "https://ai.google.dev/gemini-api/docs/pricing, read 2026-10-07; cached input at a tenth"


def _usd(as_of: str, model_input: str, output: str) -> PriceTable:
    """A row of the list in dollars a million tokens."""
    in_rupees = Decimal(model_input) * INR_PER_USD
    return PriceTable(as_of, in_rupees, in_rupees / 10, Decimal(output) * INR_PER_USD, _LIST)


# By model id, oldest price first. Output includes thinking.
PRICES: dict[str, tuple[PriceTable, ...]] = {
    "gemini-3.8-flash": (_usd("2026-09-02", "0.75", "3.75"), _usd("2027-01-01", "1.50", "7.50")),
    "gemini-3.5-flash": (_usd("2026-05-19", "1.50", "9.00"),),
    "gemini-3.5-flash-lite": (_usd("2026-05-19", "0.30", "2.50"),),
    "gemini-3-flash-preview": (_usd("2025-12-17", "0.50", "3.00"),),
}


def price_of(model: str, day: date) -> PriceTable | None:
    """The price in force on `day`; None for a model that is not on the list."""
    in_force = [price for price in PRICES.get(model, ()) if date.fromisoformat(price.as_of) <= day]
    return in_force[-1] if in_force else None


def cost_inr(usage: Usage, price: PriceTable) -> Decimal:
    """Rupees, not rounded: an answer costs paise."""
    fresh = usage.prompt - usage.cached
    return (
        fresh * price.input_inr + usage.cached * price.cached_inr + usage.output * price.output_inr
    ) / _MILLION
