"""What a row alone does not tell, and the person's other rows do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from future_finance.domain.cash_flow.entry import Category, Entry, Flow
from future_finance.domain.cash_flow.narration import Rail


def by_habit(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, two kinds of credit read again.

    Money from who pays a salary is salary, where its words say nothing else. "Rent" that comes by UPI to
    somebody who pays rent is a flatmate's share and no income.
    """
    employers = {
        entry.payee_key for entry in entries if entry.category is Category.SALARY and entry.payee_key
    }
    pays_rent = any(entry.category is Category.RENT for entry in entries)
    return [_again(entry, employers, pays_rent) for entry in entries]


def _again(entry: Entry, employers: set[str], pays_rent: bool) -> Entry:
    if (
        entry.flow is Flow.OTHER_CREDIT
        and entry.category is Category.UNKNOWN
        and entry.payee_key in employers
    ):
        return replace(entry, flow=Flow.INCOME, category=Category.SALARY)
    if pays_rent and entry.category is Category.RENT_RECEIVED and entry.rail == Rail.UPI:
        return replace(entry, flow=Flow.OTHER_CREDIT)
    return entry
