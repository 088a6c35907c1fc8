"""Structured logs for Cloud Logging: one line a request, and what the code reports, without personal data."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from contextvars import ContextVar
from typing import Any, TextIO

from future_finance.adapters.metering import Meter
from future_finance.serving.trace_header import Trace

_OURS = "future_finance"
_LONGEST_PATH = 200
_labels: ContextVar[dict[str, Any] | None] = ContextVar("log_labels", default=None)


def bind(project: str, function: str, trace: Trace) -> None:
    """Everything logged in this context carries the trace, the function and the request id."""
    _labels.set(
        {
            "logging.googleapis.com/trace": f"projects/{project}/traces/{trace.id}",
            "logging.googleapis.com/spanId": trace.span,
            "logging.googleapis.com/labels": {"function": function, "requestId": trace.request_id},
        }
    )


def log_request(
    *,
    method: str,
    path: str,
    status: int,
    latency_s: float,
    meter: Meter,
    user: str | None,
    error_code: str | None,
) -> None:
    """The one line of a request. The query is left out: it can hold an OAuth code. `user` is a pseudonym."""
    severity = "ERROR" if status >= 500 and status != 503 else "WARNING" if status >= 400 else "INFO"
    path = path[:_LONGEST_PATH]
    entry: dict[str, Any] = {
        "severity": severity,
        "message": f"{method} {path} {status}",
        "httpRequest": {
            "requestMethod": method,
            "requestUrl": path,
            "status": status,
            "latency": f"{latency_s:.6f}s",
        },
        "latencyMs": round(
            latency_s * 1000, 1
        ),  # the latency above cannot be read by a metric: it is a Duration
        "cost": {
            "firestoreReads": meter.firestore_reads,
            "firestoreWrites": meter.firestore_writes,
            "kmsCalls": meter.kms_calls,
        },
    }
    if user:
        entry["user"] = user
    if error_code:
        entry["errorCode"] = error_code
    _write(entry, sys.stdout)


class CloudLogHandler(logging.Handler):
    """Log records as JSON lines.

    Of an exception it keeps types and stack, never the message: libraries quote what they were given (a token, a
    document path, a value). For the same reason another package's record says who spoke, not what.
    """

    def emit(self, record: logging.LogRecord) -> None:
        ours = record.name == _OURS or record.name.startswith(_OURS + ".")
        entry: dict[str, Any] = {
            "severity": record.levelname,
            "message": record.getMessage() if ours else f"{record.name} reported at line {record.lineno}",
            "logger": record.name,
        }
        if ours and hasattr(record, "event"):
            entry |= {"event": record.event, "measures": getattr(record, "measures", {})}
        if record.exc_info and record.exc_info[1] is not None:
            entry["exception"] = _described(record.exc_info[1])
        _write(entry, sys.stdout)


def configure() -> None:
    """Route all logging through one CloudLogHandler: our own from INFO, others' from WARNING."""
    root = logging.getLogger()
    if not any(isinstance(handler, CloudLogHandler) for handler in root.handlers):
        root.handlers[:] = [CloudLogHandler()]
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(logging.INFO)


def _described(error: BaseException) -> list[dict[str, Any]]:
    """The exception and its causes, outermost first; at most five."""
    chain: list[dict[str, Any]] = []
    current: BaseException | None = error
    while current is not None and len(chain) < 5:
        frames = traceback.extract_tb(current.__traceback__)
        chain.append(
            {
                "type": f"{type(current).__module__}.{type(current).__qualname__}",
                "stack": [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames],
            }
        )
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return chain


def _write(entry: dict[str, Any], stream: TextIO) -> None:
    stream.write(json.dumps(entry | (_labels.get() or {}), ensure_ascii=False) + "\n")
    stream.flush()
