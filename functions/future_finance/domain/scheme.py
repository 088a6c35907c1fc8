"""A person's mutual fund schemes: one of an ISIN, wherever its units lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.snapshot import Holding
from future_finance.domain.trades import Trade

DIRECT, REGULAR = "direct", "regular"
_FRESH_NAV_DAYS = 7


@dataclass(frozen=True, slots=True)
class Scheme:
    """All units of a scheme. Name, plan and rates are those of its largest piece.

    `valued_on`: the day its value is of; None where its price is over 7 days older than the rest of the data.
    A price without a date takes the newest balance's, which is doubtful where balances are of several days.
    """

    key: str
    pieces: tuple[Holding, ...]
    value_minor: int | None
    units: Decimal | None
    as_of: date | None
    valued_on: date | None
    doubtful: bool
    connection_ids: tuple[str, ...]
    traded_as: frozenset[str] = frozenset()  # names in its purchases and sales

    @property
    def main(self) -> Holding:
        return max(self.pieces, key=lambda piece: piece.value_minor or 0)

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents its holdings are read from."""
        return tuple(f"assets/{held}_{AssetClass.MUTUAL_FUNDS}" for held in self.connection_ids)

    @property
    def dated(self) -> bool:
        """Whether every price has a date of its own."""
        return all(piece.price_as_of is not None for piece in self.pieces)

    @property
    def invested_minor(self) -> int | None:
        """As the provider states it."""
        known = [piece.invested_minor for piece in self.pieces if piece.invested_minor is not None]
        return sum(known) if known and len(known) == len(self.pieces) else None

    @property
    def plan(self) -> str | None:
        """direct | regular; None where names and stated plan contradict each other, or nothing tells."""
        names = " ".join((self.main.name, *self.traded_as)).lower()
        told = {plan for plan in (DIRECT, REGULAR) if plan in names}
        told |= {self.main.plan} if self.main.plan else set()
        return told.pop() if len(told) == 1 else None


def schemes_of(portfolio: Portfolio, trades: Iterable[Trade] = ()) -> list[Scheme]:
    """Largest first. `trades` of the schemes tell their names once more."""
    names: dict[str, set[str]] = {}
    for trade in trades:
        if trade.name:
            names.setdefault(trade.isin, set()).add(trade.name)
    pieces: dict[str, list[Holding]] = {}
    homes: dict[str, list[ConnectionHoldings]] = {}
    for held in portfolio.connections:
        for part in held.assets:
            for holding in part.holdings if part.asset_class is AssetClass.MUTUAL_FUNDS else ():
                if holding.kind == "scheme":
                    key = holding.isin or holding.id
                    pieces.setdefault(key, []).append(holding)
                    homes.setdefault(key, []).append(held)
    found = [
        replace(_scheme(key, tuple(pieces[key]), homes[key]), traded_as=frozenset(names.get(key, ())))
        for key in pieces
    ]
    return sorted(found, key=lambda scheme: (-(scheme.value_minor or 0), scheme.key))


def _scheme(key: str, pieces: tuple[Holding, ...], homes: list[ConnectionHoldings]) -> Scheme:
    values = [piece.value_minor for piece in pieces]
    units = [piece.units for piece in pieces]
    days = [_valued_on(piece, held) for piece, held in zip(pieces, homes, strict=True)]
    classes = [
        part.as_of for held in homes for part in held.assets if part.asset_class is AssetClass.MUTUAL_FUNDS
    ]
    return Scheme(
        key=key,
        pieces=pieces,
        value_minor=None if None in values else sum(value for value in values if value is not None),
        units=None if None in units else sum((count for count in units if count is not None), Decimal()),
        as_of=max((day for day in classes if day is not None), default=None),
        valued_on=days[0][0] if len({day for day, _ in days}) == 1 else None,
        doubtful=any(doubtful for _, doubtful in days),
        connection_ids=tuple(dict.fromkeys(held.connection_id for held in homes)),
    )


def _valued_on(piece: Holding, held: ConnectionHoldings) -> tuple[date | None, bool]:
    """The day, and whether it is in doubt. Where no balance has a date, it is the newest in the data."""
    dates = {day for part in held.assets for day in part.dates()}
    if piece.price_as_of is not None:
        newest = max(dates, default=piece.price_as_of)
        return (piece.price_as_of if (newest - piece.price_as_of).days <= _FRESH_NAV_DAYS else None), False
    balances = {
        account.as_of for part in held.assets for account in part.accounts if account.as_of is not None
    }
    return max(balances or dates, default=None), len(balances) > 1
