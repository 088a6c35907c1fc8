"""Events are log lines that metrics can count, and nothing personal gets into one."""

from __future__ import annotations

import json
import logging

import pytest

from future_finance.serving.request_log import configure
from future_finance.usecases.event import Event, report


def test_an_event_reaches_the_log_with_its_measures(capsys: pytest.CaptureFixture[str]) -> None:
    configure()
    report(Event.SYNC_ENDED, status="succeeded", duration_s=2.5)
    entry = json.loads(capsys.readouterr().out)
    assert entry["event"] == "sync_ended"
    assert entry["measures"] == {"status": "succeeded", "duration_s": 2.5}
    assert entry["severity"] == "INFO"


@pytest.mark.parametrize("text", ["Asha Rao", "asha@example.com", "UPI/123", "", "x" * 65])
def test_a_measure_that_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="status is not a code") as refused:
        report(Event.SYNC_ENDED, status=text)
    assert not text or text not in str(refused.value)


def test_a_librarys_record_cannot_pose_as_an_event(capsys: pytest.CaptureFixture[str]) -> None:
    configure()
    logging.getLogger("some.library").error("x", extra={"event": "sync_ended", "measures": {}})
    assert "event" not in json.loads(capsys.readouterr().out)
