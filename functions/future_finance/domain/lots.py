"""Purchases that are still held, first in, first out."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from future_finance.domain.trades import Trade


@dataclass(frozen=True, slots=True)
class Lot:
    """Units of one purchase that are left. `cost` is in rupees."""

    on: date
    units: Decimal
    price: Decimal

    @property
    def cost(self) -> Decimal:
        return self.units * self.price


def lots_left(trades: Iterable[Trade]) -> list[Lot] | None:
    """Oldest first. Each folio sells its own oldest units; a bonus costs nothing.

    None where they cannot be told: a purchase without a price, a split, or more sold than was bought.
    """
    folios: dict[str | None, deque[Lot]] = defaultdict(deque)
    for trade in sorted(trades, key=lambda trade: trade.on):
        lots = folios[trade.folio]
        if trade.kind == "bonus":
            lots.append(Lot(trade.on, trade.units, Decimal()))
        elif trade.kind == "buy" and trade.price is not None:
            lots.append(Lot(trade.on, trade.units, trade.price))
        elif trade.kind != "sell" or not _sold(lots, trade.units):
            return None
    return sorted((lot for lots in folios.values() for lot in lots), key=lambda lot: lot.on)


def _sold(lots: deque[Lot], units: Decimal) -> bool:
    """Whether there was that much to sell."""
    while units > 0 and lots:
        first = lots.popleft()
        if first.units > units:
            lots.appendleft(replace(first, units=first.units - units))
        units -= min(units, first.units)
    return units <= 0
