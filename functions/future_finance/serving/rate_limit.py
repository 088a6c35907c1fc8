"""Requests counted in memory: best effort, each instance for itself. The day's syncs, a hard limit, are counted in users/{uid}."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from future_finance.errors import TooManyRequests

MOST_KEYS = 10_000


@dataclass(slots=True)
class _Window:
    ends_at: float
    count: int


class RateLimit:
    """At most `limit` hits a key in each `window_s`; the key that is longest in memory makes room."""

    def __init__(self, limit: int, window_s: float, now_s: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._window_s = window_s
        self._now_s = now_s
        self._windows: dict[str, _Window] = {}

    def hit(self, key: str) -> None:
        """Count one. Raises TooManyRequests when that is over the limit."""
        now = self._now_s()
        window = self._windows.get(key)
        if window is None or window.ends_at <= now:
            self._windows.pop(key, None)
            window = self._windows[key] = _Window(now + self._window_s, 0)
            if len(self._windows) > MOST_KEYS:
                del self._windows[next(iter(self._windows))]
        window.count += 1
        if window.count > self._limit:
            raise TooManyRequests(retry_after_s=math.ceil(window.ends_at - now))
