"""Remembers 404 answers for ten minutes, as Hosting's CDN does unless the answer forbids it."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.responses import Response

LIFETIME_S = 600.0
MAX_ENTRIES = 1000
_FORBIDDING = ("no-store", "no-cache", "private", "max-age=0")


class NotFoundCache:
    """404 answers to GET by path and query."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._entries: dict[str, tuple[float, Response]] = {}

    def get(self, method: str, target: str) -> Response | None:
        """The remembered answer, if it is young enough."""
        until, response = self._entries.get(target, (0.0, None))
        return response if method == "GET" and self._clock() < until else None

    def offer(self, method: str, target: str, response: Response) -> None:
        """Remember `response` if it is a 404 that a shared cache may keep."""
        directives = response.headers.get("cache-control", "").lower().replace(" ", "").split(",")
        if method != "GET" or response.status_code != 404 or any(word in directives for word in _FORBIDDING):
            return
        if len(self._entries) >= MAX_ENTRIES:
            del self._entries[next(iter(self._entries))]  # the oldest: dicts keep their order
        self._entries[target] = (self._clock() + LIFETIME_S, response)
