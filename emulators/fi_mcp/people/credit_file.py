"""What the credit bureau knows beyond the cards and loans that are open at Fi."""

from __future__ import annotations

from dataclasses import dataclass

from emulators.fi_mcp.people.calendar import LAST


@dataclass(frozen=True, slots=True)
class ClosedAccount:
    """An account paid off before the twelve months."""

    lender: str
    bureau_type: str
    portfolio: str  # R revolving | I instalment
    opened: int
    closed: int
    amount: int
    rate_pct: float
    months: int


@dataclass(frozen=True, slots=True)
class CreditFile:
    """`enquiries` are (lender, purpose code, days before the newest report)."""

    born: str  # YYYYMMDD
    score: int
    score_a_year_ago: int
    enquiries: tuple[tuple[str, str, int], ...] = ()
    closed: tuple[ClosedAccount, ...] = ()
    confidence: str = "H"

    def score_at(self, index: int) -> int:
        return round(self.score + (self.score_a_year_ago - self.score) * min(12, LAST - index) / 12)
