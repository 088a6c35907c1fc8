"""The largest securities, each one holding wherever it is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.reconciliation import details_fit
from future_finance.domain.snapshot import AssetPart, Holding


@dataclass(frozen=True, slots=True)
class Stake:
    """All of one security. `holding`, `asset_class` and `connection_id` are those of its largest piece."""

    holding: Holding
    asset_class: AssetClass
    connection_id: str
    value_minor: int
    as_of: date | None


def ranked(portfolio: Portfolio) -> list[Stake]:
    """Largest first. Securities of one ISIN are one holding; a ticker says what it is within its class alone.

    Cash and EPF are no holdings. A class whose details do not add up to its figure is left out: its shares
    would be of another whole.
    """
    values: Counter[str] = Counter()
    largest: dict[str, tuple[Holding, AssetPart, str]] = {}
    for held in portfolio.connections:
        for part in held.assets:
            for holding in part.holdings if details_fit(part) else ():
                if holding.kind == "account" or not holding.value_minor:
                    continue
                key = holding.isin or f"{part.asset_class} {holding.ticker or holding.id}"
                values[key] += holding.value_minor
                if key not in largest or holding.value_minor > (largest[key][0].value_minor or 0):
                    largest[key] = holding, part, held.connection_id
    order = sorted(values, key=lambda key: (-values[key], largest[key][1].asset_class, key))
    return [
        Stake(holding, part.asset_class, connection_id, values[key], part.as_of)
        for key in order
        for holding, part, connection_id in [largest[key]]
    ]


def left_out(portfolio: Portfolio) -> list[AssetPart]:
    """Classes of securities whose details do not add up, so that none of theirs is ranked."""
    return [
        part
        for held in portfolio.connections
        for part in held.assets
        if any(holding.kind != "account" for holding in part.holdings) and not details_fit(part)
    ]
