"""When the Cloud Scheduler emulator fires."""

from datetime import UTC, datetime

import pytest

from emulators.cloud_scheduler.job import next_run
from emulators.rpc import Refused


def test_a_schedule_is_read_in_its_time_zone() -> None:
    after = datetime(2026, 10, 2, 22, 0, tzinfo=UTC)  # 03:30 on the 3rd in India
    assert next_run("30 1 * * *", "Asia/Kolkata", after) == datetime(2026, 10, 3, 20, 0, tzinfo=UTC)


def test_no_time_zone_means_utc() -> None:
    after = datetime(2026, 10, 2, tzinfo=UTC)
    assert next_run("0 4 1 * *", "", after) == datetime(2026, 11, 1, 4, tzinfo=UTC)


def test_the_next_run_is_always_later() -> None:
    after = datetime(2026, 10, 3, 20, 0, tzinfo=UTC)
    assert next_run("30 1 * * *", "Asia/Kolkata", after) == datetime(2026, 10, 4, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize("schedule", ["", "every 5 minutes", "61 * * * *", "* * * * * *", "@daily"])
def test_a_schedule_that_is_no_crontab_of_five_fields_is_refused(schedule: str) -> None:
    with pytest.raises(Refused, match=r"Job\.schedule"):
        next_run(schedule, "Asia/Kolkata", datetime(2026, 10, 2, tzinfo=UTC))


@pytest.mark.parametrize("zone", ["Asia/Bombay", "../etc/passwd"])
def test_an_unknown_time_zone_is_refused(zone: str) -> None:
    with pytest.raises(Refused, match=r"Job\.timeZone"):
        next_run("0 2 * * *", zone, datetime(2026, 10, 2, tzinfo=UTC))
