"""What each month brought and cost: sums that every figure of income and spending is made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from future_finance.domain.cash_flow.entry import Category, Entry, Flow
from future_finance.domain.ledger import month_of

UNSEEN_PURPOSE = frozenset(
    {Category.UNKNOWN, Category.TRANSFER, Category.CARD_BILL, Category.BNPL, Category.CASH}
)  # what the money went for in the end does not show


@dataclass(slots=True)
class MonthSums:
    """One calendar month, in paise. Spending is what left and was neither invested nor moved to an own account."""

    income_minor: int = 0
    interest_minor: int = 0  # part of income
    spent_minor: int = 0
    invested_minor: int = 0
    by_category: Counter[Category] = field(default_factory=Counter)  # spending

    @property
    def visible_minor(self) -> int:
        """Spending of which the purpose shows."""
        return self.spent_minor - sum(self.by_category[category] for category in UNSEEN_PURPOSE)


def month_sums(entries: Iterable[Entry]) -> Mapping[str, MonthSums]:
    """yyyy-mm -> sums; a month without entries is zeros."""
    months: dict[str, MonthSums] = defaultdict(MonthSums)
    for entry in entries:
        month = months[month_of(entry.on)]
        if entry.flow is Flow.INCOME:
            month.income_minor += entry.amount_minor
            if entry.category is Category.INTEREST:
                month.interest_minor += entry.amount_minor
        elif entry.flow is Flow.OUTFLOW:
            month.spent_minor += entry.amount_minor
            month.by_category[entry.category] += entry.amount_minor
        elif entry.flow is Flow.INVESTMENT:
            month.invested_minor += entry.amount_minor
    return months
