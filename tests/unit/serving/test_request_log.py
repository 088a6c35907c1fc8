"""What reaches the log, and what never does."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from future_finance.adapters.metering import Meter
from future_finance.serving.request_log import CloudLogHandler, log_request


def logged(name: str, message: str, *arguments: object, error: Exception | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, logging.ERROR, __file__, 1, message, arguments, info)


def line(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    entry: dict[str, Any] = json.loads(capsys.readouterr().out)
    return entry


def test_our_own_words_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    CloudLogHandler().emit(logged("future_finance.usecases.session", "signed in: user=%s", "ab12"))
    entry = line(capsys)
    assert (entry["severity"], entry["message"]) == ("ERROR", "signed in: user=ab12")


@pytest.mark.parametrize("name", ["google.auth.jwt", "asyncio", "future_finance_lookalike"])
def test_of_a_library_only_who_spoke_is_kept(capsys: pytest.CaptureFixture[str], name: str) -> None:
    CloudLogHandler().emit(logged(name, "token eyJhbGciOi of %s", "asha@example.com"))
    entry = line(capsys)
    assert entry["logger"] == name
    assert "eyJ" not in json.dumps(entry)
    assert "asha" not in json.dumps(entry)


def test_of_an_exception_its_kinds_and_places_are_kept_and_its_words_are_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        try:
            raise KeyError("asha@example.com")
        except KeyError as cause:
            raise ValueError("balance 12,34,567") from cause
    except ValueError as error:
        CloudLogHandler().emit(logged("future_finance.serving", "request failed", error=error))
    entry = line(capsys)
    assert [link["type"] for link in entry["exception"]] == ["builtins.ValueError", "builtins.KeyError"]
    assert all("test_request_log.py" in link["stack"][0] for link in entry["exception"])
    assert "asha" not in json.dumps(entry)
    assert "12,34,567" not in json.dumps(entry)


@pytest.mark.parametrize(
    ("status", "severity"), [(200, "INFO"), (404, "WARNING"), (500, "ERROR"), (503, "WARNING")]
)
def test_a_request_is_one_line_with_its_cost(
    capsys: pytest.CaptureFixture[str], status: int, severity: str
) -> None:
    meter = Meter(firestore_reads=1, firestore_writes=2, kms_calls=3)
    log_request(
        method="GET", path="/a", status=status, latency_s=0.25, meter=meter, user=None, error_code=None
    )
    entry = line(capsys)
    assert entry["severity"] == severity
    assert entry["httpRequest"] == {
        "requestMethod": "GET",
        "requestUrl": "/a",
        "status": status,
        "latency": "0.250000s",
    }
    assert entry["cost"] == {"firestoreReads": 1, "firestoreWrites": 2, "kmsCalls": 3}
