"""Lines a person must be able to see beside figures, and where; the same texts as by every answer of the assistant."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.domain.disclosures import PERSISTENT, SECURITIES, Disclosure


@dataclass(frozen=True, slots=True)
class Notice:
    """`place`: always, or beside charts of investments."""

    id: str
    place: str
    text: Disclosure

    @property
    def english(self) -> str:
        return self.text.en

    @property
    def hindi(self) -> str:
        return self.text.hi


NOTICES: tuple[Notice, ...] = (
    Notice("not_advice", "always", PERSISTENT),
    Notice("market_risk", "investment_charts", SECURITIES),
)
