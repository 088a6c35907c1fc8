"""Everything stored about one person's finances: what facts are computed from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from future_finance.domain.ledger import LedgerRow
from future_finance.domain.net_worth import Point
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.profile import Profile
from future_finance.domain.trades import Trade


@dataclass(frozen=True, slots=True)
class Dossier:
    """All a fact may rest on. `today` is the person's local date.

    `rows` are in no particular order; each names its account, the trades their market.
    """

    today: date
    portfolio: Portfolio = field(default_factory=Portfolio)
    rows: tuple[LedgerRow, ...] = ()
    trades: tuple[Trade, ...] = ()
    points: tuple[Point, ...] = ()  # by day
    profile: Profile = field(default_factory=Profile)
