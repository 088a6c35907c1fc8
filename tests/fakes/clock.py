"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta


class FixedClock:
    """The business clock of a test."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def forward(self, by: timedelta) -> None:
        self._now += by
