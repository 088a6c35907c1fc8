"""Moving the business clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from emulators.gateway.business_clock import BusinessClock, NewTime
from future_finance.adapters.clock import SystemClock


def test_the_functions_clock_shows_the_time_that_was_set(tmp_path: Path) -> None:
    wanted = datetime(2027, 3, 1, 4, tzinfo=UTC)
    BusinessClock(tmp_path / "clock").move(NewTime(now=wanted))
    assert abs(SystemClock(str(tmp_path / "clock")).now() - wanted) < timedelta(seconds=5)


def test_null_puts_the_clock_right_again(tmp_path: Path) -> None:
    clock = BusinessClock(tmp_path / "clock")
    clock.move(NewTime(now=datetime(2027, 3, 1, tzinfo=UTC)))
    assert clock.move(NewTime.model_validate_json('{"now": null}')) == 0
    assert abs(SystemClock(str(tmp_path / "clock")).now() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    "body", ['{"now": "2027-03-01T04:00:00"}', '{"now": "tomorrow"}', "{}", '{"then": null}', "x"]
)
def test_only_a_time_with_its_zone_is_taken(body: str) -> None:
    with pytest.raises(ValidationError):
        NewTime.model_validate_json(body)
