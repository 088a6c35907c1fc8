"""Server-sent events: an answer that is told while it is made."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from future_finance.errors import AppError

MEDIA_TYPE = "text/event-stream"


@dataclass(frozen=True, slots=True)
class ServerEvent:
    """One event: its type, and data that is JSON."""

    name: str
    data: dict[str, Any]

    def encoded(self) -> bytes:
        """https://html.spec.whatwg.org/multipage/server-sent-events.html: JSON has no line break of its own."""
        data = json.dumps(self.data, ensure_ascii=False, separators=(",", ":"))
        return f"event: {self.name}\ndata: {data}\n\n".encode()


class EventStream(Response):
    """What an endpoint answers to stream. It is served by serving/event_sending.py, which closes `events`
    whatever happens: a generator's `finally` is where work is put in order."""

    def __init__(self, events: AsyncGenerator[ServerEvent]) -> None:
        super().__init__(media_type=MEDIA_TYPE)
        del self.headers["content-length"]
        self.headers["X-Accel-Buffering"] = "no"
        self.events = events


def wants_events(request: Request) -> bool:
    """Whether the caller prefers a stream to JSON."""
    accepted = [
        each.partition(";")[0].strip().lower() for each in request.headers.get("accept", "").split(",")
    ]
    return MEDIA_TYPE in accepted


def error_event(error: AppError, request_id: str) -> ServerEvent:
    """How a stream that has begun says what went wrong: the body of an error answer."""
    body: dict[str, Any] = {"code": error.code, "message": error.message, "requestId": request_id}
    if error.retry_after_s:
        body["retryAfterSeconds"] = error.retry_after_s
    return ServerEvent("error", {"error": body})
