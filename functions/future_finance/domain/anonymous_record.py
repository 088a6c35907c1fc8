"""What statistics learn of a person who agreed to be counted: one more in a broad cell, and nothing else.

There is no record of one person. Where few are in a cell, nobody is told of it, and it goes when its month is over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from future_finance.domain.consent import Scope
from future_finance.domain.net_worth import total
from future_finance.domain.portfolio import Portfolio

FEWEST = 20  # people in a cell that may be told of
UNKNOWN = "unknown"
REST = "rest"
_LAKH_MINOR = 10**7
# (below, band) in ascending order, and the band above the last.
_AGES = ((30, "under_30"), (45, "30_to_44"), (60, "45_to_59")), "60_and_above"
_OWNS = (
    (
        (5 * _LAKH_MINOR, "under_5_lakh"),
        (25 * _LAKH_MINOR, "5_to_25_lakh"),
        (100 * _LAKH_MINOR, "25_lakh_to_1_crore"),
    ),
    "1_crore_and_above",
)
_OWES = (
    (
        (1, "nothing"),
        (5 * _LAKH_MINOR, "under_5_lakh"),
        (25 * _LAKH_MINOR, "5_to_25_lakh"),
    ),
    "25_lakh_and_above",
)

type Bands = tuple[tuple[tuple[int, str], ...], str]


@dataclass(frozen=True, slots=True)
class AnonymousRecord:
    """The cell that one more person is counted in."""

    age: str
    owns: str
    owes: str

    @property
    def cell(self) -> str:
        return f"{self.age}__{self.owns}__{self.owes}"


def record_of(portfolio: Portfolio, birth_year: int | None, today: date) -> AnonymousRecord:
    """`portfolio` is what may be counted: a side that was not agreed to is unknown, like one nobody stated."""
    totals = total(portfolio)
    stated = any(held.known for held in portfolio.connections)
    return AnonymousRecord(
        age=UNKNOWN if birth_year is None else _band(_AGES, today.year - birth_year),
        owns=_band(_OWNS, totals.assets_minor) if stated and Scope.ASSETS in portfolio.scopes else UNKNOWN,
        owes=_band(_OWES, totals.liabilities_minor)
        if stated and Scope.LIABILITIES in portfolio.scopes
        else UNKNOWN,
    )


def publishable(counts: Mapping[str, int]) -> dict[str, int]:
    """Cells of FEWEST people and more; the others together, where together they are as many."""
    told = {cell: count for cell, count in sorted(counts.items()) if count >= FEWEST and cell != REST}
    rest = sum(counts.values()) - sum(told.values())
    return told | ({REST: rest} if rest >= FEWEST else {})


def months_over(today: date) -> list[str]:
    """The two months before, yyyy-mm: a night that failed is made up for."""
    before = today.replace(day=1) - timedelta(days=1)
    return [f"{each:%Y-%m}" for each in (before.replace(day=1) - timedelta(days=1), before)]


def _band(bands: Bands, value: int) -> str:
    below, above = bands
    return next((name for limit, name in below if value < limit), above)
