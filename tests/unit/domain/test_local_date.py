"""A moment's day is the person's: India's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from future_finance.domain.local_date import local_date, midnight_after, seconds_to_midnight

BEFORE_MIDNIGHT = datetime(2026, 11, 24, 18, 29, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (BEFORE_MIDNIGHT, date(2026, 11, 24)),
        (BEFORE_MIDNIGHT + timedelta(seconds=1), date(2026, 11, 25)),
        (datetime(2026, 11, 25, 0, 0, tzinfo=UTC), date(2026, 11, 25)),
    ],
)
def test_a_day_begins_at_midnight_in_india(moment: datetime, day: date) -> None:
    assert local_date(moment) == day


def test_what_lasts_till_midnight_ends_there() -> None:
    assert midnight_after(BEFORE_MIDNIGHT) == BEFORE_MIDNIGHT + timedelta(seconds=1)
    assert seconds_to_midnight(BEFORE_MIDNIGHT) == 1
    assert seconds_to_midnight(BEFORE_MIDNIGHT + timedelta(seconds=1)) == 86_400
