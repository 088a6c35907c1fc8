"""Everything stored about one person's finances: what facts are computed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from future_finance.domain.ledger import LedgerRow
from future_finance.domain.net_worth import Point
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.profile import Profile
from future_finance.domain.shown_name import shown_name
from future_finance.domain.trades import Trade


@dataclass(frozen=True, slots=True)
class Dossier:
    """All a fact may rest on. `today` is the person's local date.

    `rows` are in no particular order; each names its account, the trades their market. Names in the portfolio are
    as they may be shown beside words of ours.
    """

    today: date
    portfolio: Portfolio = field(default_factory=Portfolio)
    rows: tuple[LedgerRow, ...] = ()
    trades: tuple[Trade, ...] = ()
    points: tuple[Point, ...] = ()  # by day
    profile: Profile = field(default_factory=Profile)

    def __post_init__(self) -> None:
        object.__setattr__(self, "portfolio", _shown(self.portfolio))


def _shown(portfolio: Portfolio) -> Portfolio:
    return replace(
        portfolio,
        connections=tuple(_held(held) for held in portfolio.connections),
        manual=_each(portfolio.manual, "name"),
    )


def _held(held: ConnectionHoldings) -> ConnectionHoldings:
    report, epf = held.credit_report, held.epf
    return replace(
        held,
        assets=tuple(
            replace(
                part,
                holdings=_each(part.holdings, "name", "amc"),
                accounts=_each(part.accounts, "institution"),
            )
            for part in held.assets
        ),
        liabilities=tuple(
            replace(part, accounts=_each(part.accounts, "institution")) for part in held.liabilities
        ),
        credit_report=report
        and replace(
            report, tradelines=_each(report.tradelines, "lender"), enquiries=_each(report.enquiries, "lender")
        ),
        epf=epf and replace(epf, memberships=_each(epf.memberships, "employer")),
    )


def _each[T: Any](items: Iterable[T], *fields: str) -> tuple[T, ...]:
    """Few names change: the others are not copied."""
    shown = []
    for item in items:
        told = {name: text for name in fields if (text := getattr(item, name))}
        other = {name: masked for name, text in told.items() if (masked := shown_name(text)) != text}
        shown.append(replace(item, **other) if other else item)
    return tuple(shown)
