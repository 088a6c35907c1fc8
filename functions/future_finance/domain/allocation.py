"""What assets and debts are spread over: a line for each class of a connection, and each entry of the person's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.portfolio import Portfolio

YOU = "you"  # the source of what the person entered


@dataclass(frozen=True, slots=True)
class Line:
    """A counted figure, in paise. `source` is the provider, or YOU; then there is no connection."""

    of_class: AssetClass | LiabilityClass
    minor: int
    as_of: date | None
    as_of_stated: bool
    source: str
    connection_id: str | None = None


def asset_lines(portfolio: Portfolio) -> list[Line]:
    """Largest first; a class without a stated figure is not counted, and has no line."""
    stated = [
        Line(p.asset_class, p.stated_minor, p.as_of, p.as_of_stated, held.provider_id, held.connection_id)
        for held in portfolio.connections
        for p in held.assets
        if p.stated_minor is not None
    ]
    return _largest_first([*stated, *_entered(portfolio, AssetClass)])


def debt_lines(portfolio: Portfolio) -> list[Line]:
    """As asset_lines; amounts are positive."""
    stated = [
        Line(p.liability_class, p.stated_minor, p.as_of, p.as_of_stated, held.provider_id, held.connection_id)
        for held in portfolio.connections
        for p in held.liabilities
        if p.stated_minor is not None
    ]
    return _largest_first([*stated, *_entered(portfolio, LiabilityClass)])


def share_pct(minor: int, of_minor: int) -> Decimal | None:
    """Percent with two decimals; None of nothing or of a negative whole."""
    return round(Decimal(minor) * 100 / Decimal(of_minor), 2) if of_minor > 0 else None


def _entered(portfolio: Portfolio, classes: type[AssetClass | LiabilityClass]) -> list[Line]:
    return [
        Line(entry.entry_class, entry.amount_minor, entry.as_of, True, YOU)
        for entry in portfolio.manual
        if isinstance(entry.entry_class, classes)
    ]


def _largest_first(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.minor, line.of_class))
