"""The credit score: which report speaks, and its band. Bands are ours, since sources disagree; the score stays the bureau's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
    from future_finance.domain.snapshot import CreditReport

_BANDS = ((300, 599, "poor"), (600, 699, "fair"), (700, 749, "good"), (750, 900, "excellent"))


def band_of(score: int) -> str | None:
    """poor | fair | good | excellent; None outside 300 to 900 (no history, or not a score)."""
    return next((name for low, high, name in _BANDS if low <= score <= high), None)


def report_of(portfolio: Portfolio) -> tuple[ConnectionHoldings, CreditReport] | None:
    """The newest report and its connection: of those with a score, where any has one."""
    reports = [(held, held.credit_report) for held in portfolio.connections if held.credit_report is not None]
    return max(reports, key=_scored_and_new, default=None)


def _scored_and_new(found: tuple[ConnectionHoldings, CreditReport]) -> tuple[bool, int]:
    _, report = found
    return report.score is not None, report.report_date.toordinal()
