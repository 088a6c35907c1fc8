"""What a row alone does not tell, and the person's other rows do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from future_finance.domain.cash_flow.entry import Category, Entry, Flow
from future_finance.domain.cash_flow.narration import Rail

MONTH_DAYS = range(25, 36)
_REGULAR_HITS = 3
_COMPANY = re.compile(r"\b(?:PVT|PRIVATE|LTD|LIMITED|LLP|INC|CORP|CORPORATION)\b")


def by_habit(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, with some credits read again.

    Money from who pays a salary is salary, where its words say nothing else. What a company pays month
    after month is income, though many banks drop the word. "Rent" that comes by UPI to somebody who pays
    rent is a flatmate's share and no income.
    """
    employers = {
        entry.payee_key for entry in entries if entry.category is Category.SALARY and entry.payee_key
    }
    regular = _regular_payers(entries)
    pays_rent = any(entry.category is Category.RENT for entry in entries)
    return [_again(entry, employers, regular, pays_rent) for entry in entries]


def _again(entry: Entry, employers: set[str], regular: set[str], pays_rent: bool) -> Entry:
    if entry.flow is Flow.OTHER_CREDIT and entry.category is Category.UNKNOWN:
        if entry.payee_key in employers:
            return replace(entry, flow=Flow.INCOME, category=Category.SALARY)
        if entry.payee_key in regular:
            return replace(entry, flow=Flow.INCOME, category=Category.OTHER_INCOME)
    if pays_rent and entry.category is Category.RENT_RECEIVED and entry.rail == Rail.UPI:
        return replace(entry, flow=Flow.OTHER_CREDIT)
    return entry


def _regular_payers(entries: Iterable[Entry]) -> set[str]:
    """Companies that paid three times or more, a month apart, without saying what for."""
    paid: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if (
            entry.flow is Flow.OTHER_CREDIT
            and entry.category is Category.UNKNOWN
            and entry.rail != Rail.UPI
            and entry.payee_key
            and _COMPANY.search(entry.payee or "")
        ):
            paid[entry.payee_key].append(entry)
    return {payer for payer, hits in paid.items() if len(hits) >= _REGULAR_HITS and is_monthly(hits)}


def is_monthly(hits: Sequence[Entry]) -> bool:
    """Whether the gap in the middle, and at least half of all gaps, are 25 to 35 days. `hits` by day."""
    gaps = [(later.on - earlier.on).days for earlier, later in pairwise(hits)]
    return (
        bool(gaps)
        and median_low(gaps) in MONTH_DAYS
        and 2 * sum(gap in MONTH_DAYS for gap in gaps) >= len(gaps)
    )
