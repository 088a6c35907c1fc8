"""How fast a queue may dispatch: its token bucket, slowed down while the worker is overloaded."""

from __future__ import annotations

_SLOWEST = 1 / 32  # of the configured rate


class Rate:
    """Times are epoch seconds. A 429 or 503 halves the rate; every success doubles it, up to the configured one.

    The real service says that it slows down and not by how much; the factors are ours.
    """

    def __init__(self, per_second: float, burst: int, now: float) -> None:
        self._per_second = per_second
        self._burst = burst
        self._tokens = float(burst)
        self._at = now
        self.factor = 1.0

    def take(self, now: float) -> bool:
        """Use one dispatch if there is one."""
        self._refill(now)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def next_at(self, now: float) -> float:
        """When the next dispatch is allowed."""
        self._refill(now)
        return now + max(0.0, 1 - self._tokens) / (self._per_second * self.factor)

    def overloaded(self, now: float) -> None:
        self._refill(now)
        self._tokens = min(self._tokens, 0.0)
        self.factor = max(_SLOWEST, self.factor / 2)

    def succeeded(self, now: float) -> None:
        self._refill(now)
        self.factor = min(1.0, self.factor * 2)

    def _refill(self, now: float) -> None:
        gained = max(0.0, now - self._at) * self._per_second * self.factor
        self._tokens = min(float(self._burst), self._tokens + gained)
        self._at = now
