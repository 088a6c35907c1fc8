"""Sending a stream of events: deadline, errors, a caller who leaves, and the end that is logged."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from future_finance.entrypoints.event_stream import EventStream, ServerEvent, error_event
from future_finance.errors import AppError, DeadlineExceeded

CLIENT_LEFT = "client_left"
CLOSING_S = 5.0  # for what a cut-off turn still has to put in order

logger = logging.getLogger(__name__)


class EventSending(Response):
    """Sends an EventStream. Its last event is one of the endpoint's own, or `error`.

    `on_end` hears the code of the error that ended it, if any; "client_left" when the caller went away.
    """

    def __init__(
        self,
        stream: EventStream,
        request_id: str,
        deadline_s: float,
        on_end: Callable[[str | None], None],
    ) -> None:
        self.status_code = stream.status_code
        self.background = None
        self.body = b""
        self.raw_headers = stream.raw_headers
        self._events = stream.events
        self._request_id = request_id
        self._deadline_s = deadline_s
        self._on_end = on_end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Return when everything is sent, or the caller has left and the work has stopped."""
        sending = asyncio.create_task(self._send_all(send))
        leaving = asyncio.create_task(_left(receive))
        outcome: str | None = CLIENT_LEFT
        try:
            await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if sending.done():
                outcome = sending.result()
        finally:
            leaving.cancel()
            sending.cancel()
            await asyncio.wait({sending, leaving}, timeout=CLOSING_S)
            self._on_end(outcome)

    async def _send_all(self, send: Send) -> str | None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        error: AppError | None = None
        async with aclosing(self._events) as events:
            try:
                async with asyncio.timeout(self._deadline_s) as deadline:
                    await _send_each(events, send)
            except AppError as refused:
                error = refused
            except Exception as failed:
                if deadline.expired():
                    error = DeadlineExceeded()
                elif isinstance(failed, OSError):
                    return CLIENT_LEFT  # the server's word for a connection that is gone
                else:
                    logger.exception("stream failed")
                    error = AppError()
        if error is not None:
            await send(_chunk(error_event(error, self._request_id).encoded()))
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        return error.code if error else None


async def _send_each(events: AsyncGenerator[ServerEvent], send: Send) -> None:
    async for event in events:
        await send(_chunk(event.encoded()))


def _chunk(content: bytes) -> Message:
    return {"type": "http.response.body", "body": content, "more_body": True}


async def _left(receive: Receive) -> None:
    """Return when the caller has gone."""
    with suppress(asyncio.CancelledError):
        while (await receive())["type"] != "http.disconnect":
            pass
