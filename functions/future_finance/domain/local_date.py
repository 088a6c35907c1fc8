"""The person's calendar: India keeps one time zone, UTC+05:30, without daylight saving."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

IST = timezone(timedelta(hours=5, minutes=30), "IST")


def local_date(moment: datetime) -> date:
    """The calendar day in India of an aware `moment`."""
    return moment.astimezone(IST).date()
