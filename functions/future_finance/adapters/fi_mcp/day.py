"""Dates in the four ways Fi writes them. A moment counts as its day in India."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.local_date import local_date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(T.+)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{2})-(\d{2})-(\d{4})", re.ASCII)
_UNKNOWN = {"", "NOT AVAILABLE", "NA", "N/A"}
_EARLIEST = date(1900, 1, 1)  # protobuf and Go write year 1 for "never"


def iso_day(value: object) -> date | None:
    """Of "2024-05-21" or "2022-12-31T18:30:00Z" (1 Jan in India). Raises Refused."""
    text = _text(value)
    if text is None:
        return None
    found = _ISO.fullmatch(text)
    if not found:
        raise Refused(Reason.BAD_DATE)
    try:
        if not found[4]:
            return _plausible(date(int(found[1]), int(found[2]), int(found[3])))
        moment = datetime.fromisoformat(text)
        return _plausible(local_date(moment) if moment.tzinfo else moment.date())
    except (ValueError, OverflowError):
        raise Refused(Reason.BAD_DATE) from None


def compact_day(value: object) -> date | None:
    """Of a credit bureau's "20240521". Raises Refused."""
    return _matched(value, _COMPACT, (1, 2, 3))


def day_first(value: object) -> date | None:
    """Of the provident fund's "21-05-2024" or "NOT AVAILABLE". Raises Refused."""
    return _matched(value, _DAY_FIRST, (3, 2, 1))


def required(day: date | None) -> date:
    """Raises Refused when there is no date."""
    if day is None:
        raise Refused(Reason.BAD_DATE)
    return day


def optional_day(
    value: object, warnings: set[str], read: Callable[[object], date | None] = iso_day
) -> date | None:
    """What `read` makes of a date that nothing depends on: an unreadable one is a warning."""
    try:
        return read(value)
    except Refused:
        warnings.add("unreadable_date")
        return None


def _text(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise Refused(Reason.WRONG_TYPE)
    text = value.strip()
    return None if text.upper() in _UNKNOWN else text


def _matched(value: object, pattern: re.Pattern[str], order: tuple[int, int, int]) -> date | None:
    text = _text(value)
    if text is None:
        return None
    found = pattern.fullmatch(text)
    if not found:
        raise Refused(Reason.BAD_DATE)
    year, month, day = (int(found[group]) for group in order)
    try:
        return _plausible(date(year, month, day))
    except ValueError:
        raise Refused(Reason.BAD_DATE) from None


def _plausible(day: date) -> date | None:
    return day if day >= _EARLIEST else None
