"""The largest securities, each one holding wherever it is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.reconciliation import details_fit
from future_finance.domain.snapshot import Holding


@dataclass(frozen=True, slots=True)
class Stake:
    """All of one security. `holding`, `asset_class` and `connection_id` are those of its largest piece."""

    holding: Holding
    asset_class: AssetClass
    connection_id: str
    value_minor: int


def ranked(portfolio: Portfolio) -> list[Stake]:
    """Largest first. Securities of one ISIN are one holding; a ticker says what it is within its class alone.

    Cash and EPF are no holdings. A class whose details do not add up to its figure is left out: its shares
    would be of another whole.
    """
    values: Counter[str] = Counter()
    largest: dict[str, tuple[Holding, AssetClass, str]] = {}
    for held in portfolio.connections:
        for part in held.assets:
            for holding in part.holdings if details_fit(part) else ():
                if holding.kind == "account" or not holding.value_minor:
                    continue
                key = holding.isin or f"{part.asset_class} {holding.ticker or holding.id}"
                values[key] += holding.value_minor
                if key not in largest or holding.value_minor > (largest[key][0].value_minor or 0):
                    largest[key] = holding, part.asset_class, held.connection_id
    order = sorted(values, key=lambda key: (-values[key], largest[key][1], key))
    return [Stake(*largest[key], values[key]) for key in order]
