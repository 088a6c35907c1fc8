"""The person's calendar: India keeps one time zone, UTC+05:30, without daylight saving."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

IST = timezone(timedelta(hours=5, minutes=30), "IST")


def local_date(moment: datetime) -> date:
    """The calendar day in India of an aware `moment`."""
    return moment.astimezone(IST).date()


def midnight_after(moment: datetime) -> datetime:
    """When the next day in India begins."""
    return datetime.combine(local_date(moment) + timedelta(days=1), time(), IST)


def seconds_to_midnight(moment: datetime) -> int:
    """Until the next day in India begins, at least 1."""
    return max(1, int((midnight_after(moment) - moment).total_seconds()))
