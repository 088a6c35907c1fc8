"""Periods by the calendar of India."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.local_date import IST, local_date, seconds_to_midnight
from future_finance.domain.schedule import ScheduleName, period_at

SCHEDULES = st.sampled_from(ScheduleName)
MOMENTS = st.integers(0, 50 * 366 * 86_400).map(
    lambda seconds: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@pytest.mark.parametrize(
    ("schedule", "moment", "period"),
    [
        (ScheduleName.DAILY_SYNC, datetime(2026, 11, 24, 18, 29, 59, tzinfo=UTC), "2026-11-24"),
        (ScheduleName.DAILY_SYNC, datetime(2026, 11, 24, 18, 30, tzinfo=UTC), "2026-11-25"),
        (ScheduleName.MONTHLY_NET_WORTH, datetime(2026, 11, 30, 18, 29, 59, tzinfo=UTC), "2026-11"),
        (ScheduleName.MONTHLY_NET_WORTH, datetime(2026, 11, 30, 22, 30, tzinfo=UTC), "2026-12"),
        (ScheduleName.MONTHLY_NET_WORTH, datetime(2027, 2, 28, 22, 30, tzinfo=UTC), "2027-03"),
        (ScheduleName.WEEKLY_INSIGHTS, datetime(2026, 12, 27, 21, 30, tzinfo=UTC), "2026-W53"),
        (ScheduleName.WEEKLY_INSIGHTS, datetime(2027, 1, 3, 18, 29, tzinfo=UTC), "2026-W53"),
        (ScheduleName.WEEKLY_INSIGHTS, datetime(2027, 1, 3, 18, 30, tzinfo=UTC), "2027-W01"),
    ],
)
def test_a_period_turns_at_midnight_in_india(schedule: ScheduleName, moment: datetime, period: str) -> None:
    assert period_at(schedule, moment) == period


@given(SCHEDULES, MOMENTS)
def test_a_whole_local_day_is_in_one_period(schedule: ScheduleName, moment: datetime) -> None:
    midnight = moment.astimezone(IST).replace(hour=0, minute=0, second=0, microsecond=0)
    last = midnight + timedelta(days=1, microseconds=-1)
    assert period_at(schedule, midnight) == period_at(schedule, moment) == period_at(schedule, last)


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), SCHEDULES)
def test_each_period_has_exactly_one_day_on_which_its_schedule_runs(
    day: date, schedule: ScheduleName
) -> None:
    runs = {
        ScheduleName.DAILY_SYNC: lambda on: True,
        ScheduleName.WEEKLY_INSIGHTS: lambda on: on.weekday() == 0,
        ScheduleName.MONTHLY_NET_WORTH: lambda on: on.day == 1,
    }[schedule]
    around = [day + timedelta(days=offset) for offset in range(-31, 32)]
    period = schedule.period_of(day)
    assert sum(runs(on) for on in around if schedule.period_of(on) == period) == 1


@given(SCHEDULES, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_periods_never_go_back(schedule: ScheduleName, moment: datetime, later: timedelta) -> None:
    assert period_at(schedule, moment) <= period_at(schedule, moment + later)
    assert local_date(moment) <= local_date(moment + later)


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [
        (datetime(2026, 12, 31, 23, 59, 59, 900_000, IST), 1),  # never "at once": it is still today
        (datetime(2026, 12, 31, 18, 30, tzinfo=UTC), 24 * 3600),
        (datetime(2028, 2, 28, 12, tzinfo=IST), 12 * 3600),
    ],
)
def test_a_days_limit_starts_afresh_at_midnight_in_india(moment: datetime, seconds: int) -> None:
    assert seconds_to_midnight(moment) == seconds
