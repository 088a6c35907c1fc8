"""The dated price table, and what a month's units come to in rupees."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from future_finance.usecases.model import PriceTable
from future_finance.usecases.model_prices import INR_PER_USD, price_of
from scripts.scale.product import DEFAULTS
from scripts.scale.usage import Usage

MODEL = DEFAULTS.ai_model
_FILE = Path(__file__).with_name("prices.json")


@dataclass(frozen=True, slots=True)
class Price:
    """A row of the table. `of` is the unit's name in Usage; `free`: units a month that cost nothing."""

    of: str
    name: str
    unit: str
    dollars: float
    free: float
    source: str
    verified: str
    note: str

    def inr(self, units: float, *, with_free: bool) -> float:
        paid = max(0.0, units - self.free) if with_free else units
        return paid * self.dollars * float(INR_PER_USD)


@cache
def as_of() -> date:
    return date.fromisoformat(json.loads(_FILE.read_text())["asOf"])


@cache
def price_table() -> Sequence[Price]:
    return [Price(**row) for row in json.loads(_FILE.read_text())["prices"]]


@cache
def model_price() -> PriceTable:
    """What the model's tokens cost on the table's day."""
    found = price_of(MODEL, as_of())
    assert found is not None
    return found


def lines(usage: Usage, *, with_free: bool) -> Iterator[tuple[str, float]]:
    """Each line of the bill in rupees."""
    for price in price_table():
        yield price.name, price.inr(getattr(usage, price.of), with_free=with_free)
    for name, units, inr_a_million in (
        ("input", usage.tokens_in, model_price().input_inr),
        ("input seen before", usage.tokens_cached, model_price().cached_inr),
        ("output", usage.tokens_out, model_price().output_inr),
    ):
        yield f"{MODEL}, {name}", units * float(inr_a_million) / 1_000_000


def total_inr(usage: Usage, *, with_free: bool) -> float:
    return sum(rupees for _, rupees in lines(usage, with_free=with_free))
