"""Exponential back-off as Cloud Tasks and Cloud Scheduler define it."""

from __future__ import annotations


def interval_s(retry: int, *, min_s: float, max_s: float, doublings: int) -> float:
    """Seconds before retry number `retry` (0 is the first).

    Starts at `min_s`, doubles `doublings` times, then grows linearly by min_s * 2**doublings, up to `max_s`.
    Source: RetryConfig.max_doublings in the google.cloud.tasks.v2 reference.
    """
    doubled = min(retry, doublings, 60)
    return min(max_s, min_s * 2.0**doubled * (1 + max(0, retry - doublings)))
