"""Where each line that a person must be able to see has its place."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.domain.disclosures import PERSISTENT, SECURITIES


@dataclass(frozen=True, slots=True)
class Notice:
    """`place`: always, or beside charts of investments."""

    id: str
    place: str
    english: str
    hindi: str


NOTICES: tuple[Notice, ...] = (
    Notice("not_advice", "always", PERSISTENT.en, PERSISTENT.hi),
    Notice("market_risk", "investment_charts", SECURITIES.en, SECURITIES.hi),
)
