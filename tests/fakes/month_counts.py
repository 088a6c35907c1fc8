"""People counted by month, in memory."""

from __future__ import annotations

from future_finance.domain.anonymous_record import publishable


class InMemoryMonthCounts:
    """MonthCounts. `open` has the counts of months that are not settled, `settled` what is kept."""

    def __init__(self) -> None:
        self.open: dict[str, dict[str, int]] = {}
        self.settled: dict[str, dict[str, int]] = {}

    async def settle(self, month: str) -> int:
        if month not in self.open:
            return 0
        self.settled[month] = publishable(self.open.pop(month))
        return 1
