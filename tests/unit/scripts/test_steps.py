"""Steps of a journey."""

from __future__ import annotations

import pytest

from scripts.journey.api import StepFailed
from scripts.journey.steps import Step, Steps


def _fail() -> None:
    raise StepFailed("GET /api/config answered 503")


def test_a_failed_step_is_recorded_told_and_raised() -> None:
    told: list[tuple[str, bool, str]] = []
    steps = Steps(lambda step, note: told.append((step.name, step.ok, note)))
    assert steps.run("one", lambda: 1) == 1
    with pytest.raises(StepFailed):
        steps.run("two", _fail)
    assert told == [("one", True, ""), ("two", False, "GET /api/config answered 503")]
    assert not steps.ok


def test_a_step_is_json_by_name_outcome_and_milliseconds() -> None:
    assert Step("sync", True, 12).as_json() == {"name": "sync", "ok": True, "ms": 12}
