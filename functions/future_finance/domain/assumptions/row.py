"""One assumption, for as long as it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from future_finance.domain.facts import Per, Unit


@dataclass(frozen=True, slots=True)
class Row:
    """`as_of`: when the source was read. `valid_until`: the last day it is known to hold; None: a view, not a rule.

    `lowest` to `highest`, inclusive, is what a person may set in its place; where they are equal it is a rule
    that nobody sets. `swing`: how far up and down its effect is tried; 0: not at all.
    """

    id: str
    label: str
    label_hi: str
    value: Decimal
    unit: Unit
    source: str
    as_of: date
    valid_from: date
    valid_until: date | None = None
    lowest: Decimal = Decimal(0)
    highest: Decimal = Decimal(0)
    swing: Decimal = Decimal(0)
    per: Per | None = None

    @property
    def editable(self) -> bool:
        return self.lowest != self.highest
