"""What runs by the calendar of India, and which period a moment belongs to."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from future_finance.domain.local_date import local_date

FAN_OUT_QUEUE = "fan-out"
INSIGHTS_WHILE_SEEN_WITHIN = timedelta(days=90)  # for whoever stays away longer, nobody asks the model


class ScheduleName(StrEnum):
    """The schedules that reach every user; the value is the endpoint's name."""

    DAILY_SYNC = "daily-sync"
    WEEKLY_INSIGHTS = "weekly-insights"
    MONTHLY_NET_WORTH = "monthly-net-worth"

    def period_of(self, day: date) -> str:
        """The period that `day`, in India, falls in: each user has each schedule at most once a period."""
        match self:
            case ScheduleName.DAILY_SYNC:
                return day.isoformat()
            case ScheduleName.WEEKLY_INSIGHTS:
                year, week, _ = day.isocalendar()
                return f"{year:04}-W{week:02}"
            case ScheduleName.MONTHLY_NET_WORTH:
                return f"{day.year:04}-{day.month:02}"


def period_at(schedule: ScheduleName, moment: datetime) -> str:
    """The period of a moment, by the calendar of India."""
    return schedule.period_of(local_date(moment))
