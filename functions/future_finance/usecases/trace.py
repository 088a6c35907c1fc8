"""The trace that a request belongs to, carried from HTTP to task to worker."""

from __future__ import annotations

from contextvars import ContextVar

_current: ContextVar[str | None] = ContextVar("traceparent", default=None)


def begin(traceparent: str) -> None:
    """Everything in this context now belongs to this W3C traceparent."""
    _current.set(traceparent)


def traceparent() -> str | None:
    """The W3C traceparent to send on; None outside a request."""
    return _current.get()
