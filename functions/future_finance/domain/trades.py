"""Purchases and sales of funds and shares: years of rows with stable ids."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from future_finance.domain.snapshot import TradeRow

TradeKind = Literal["mf", "stock"]


@dataclass(frozen=True, slots=True)
class Trade:
    """One trade as kept. `amount_minor` is what was stated, in paise; it may differ from price x units."""

    id: str
    market: TradeKind
    on: date
    kind: str
    isin: str
    units: Decimal
    price: Decimal | None
    amount_minor: int | None
    name: str | None = None
    folio: str | None = None


def years_of(rows: Iterable[TradeRow | Trade]) -> set[int]:
    """Every year the rows fall in."""
    return {row.on.year for row in rows}


def documents_of(trades: Iterable[Trade], connection_ids: Iterable[str]) -> tuple[str, ...]:
    """The documents that keep these trades of connections."""
    years = sorted(years_of(trades))
    return tuple(f"trades/{connection_id}_{year}" for connection_id in connection_ids for year in years)


def merge(
    stored: Mapping[int, Sequence[Trade]], rows: Iterable[TradeRow], market: TradeKind
) -> dict[int, list[Trade]]:
    """Buckets (year -> trades) with `rows` added; a row already stored is not added again, twins stay."""
    buckets = {year: list(trades) for year, trades in stored.items()}
    have = {trade.id for trades in buckets.values() for trade in trades}
    seen: Counter[str] = Counter()
    for row in rows:
        key = _key(market, row)
        trade_id = hashlib.sha256(f"{key}\x1e{seen[key]}".encode()).hexdigest()[:20]
        seen[key] += 1
        if trade_id not in have:
            have.add(trade_id)
            buckets.setdefault(row.on.year, []).append(
                Trade(
                    trade_id, market, row.on, row.kind, row.isin,
                    row.units, row.price, row.amount_minor, row.name, row.folio,
                )
            )  # fmt: skip
    return buckets


def _key(market: TradeKind, row: TradeRow) -> str:
    price = "" if row.price is None else format(row.price.normalize(), "f")
    units = format(row.units.normalize(), "f")
    return "\x1f".join(
        (market, row.isin, row.folio or "", row.on.isoformat(), row.kind, units, price, str(row.amount_minor))
    )
