"""Counting by key in windows, within bounds."""

from __future__ import annotations

import pytest

from future_finance.errors import TooManyRequests
from future_finance.serving import rate_limit
from future_finance.serving.rate_limit import RateLimit


class Time:
    now = 100.0


def test_over_the_limit_the_person_learns_how_long_to_wait() -> None:
    limit = RateLimit(2, 60, lambda: Time.now)
    limit.hit("a")
    limit.hit("a")
    with pytest.raises(TooManyRequests) as refused:
        limit.hit("a")
    assert refused.value.retry_after_s == 60


def test_a_new_window_starts_afresh() -> None:
    moment = Time()
    limit = RateLimit(1, 60, lambda: moment.now)
    limit.hit("a")
    moment.now += 60
    limit.hit("a")


def test_keys_do_not_share_a_count() -> None:
    limit = RateLimit(1, 60, lambda: Time.now)
    limit.hit("a")
    limit.hit("b")


def test_memory_is_bounded() -> None:
    limit = RateLimit(1, 60, lambda: Time.now)
    for number in range(rate_limit.MOST_KEYS + 1):
        limit.hit(str(number))
    limit.hit("0")  # was forgotten to make room
    with pytest.raises(TooManyRequests):
        limit.hit(str(rate_limit.MOST_KEYS))
