"""Sending a stream of events: its end is always told, and a caller who leaves stops the work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

from starlette.requests import Request
from starlette.types import Message

from future_finance.entrypoints.event_stream import EventStream, ServerEvent, wants_events
from future_finance.errors import ModelUnavailable
from future_finance.serving.event_sending import EventSending


class Wire:
    """An ASGI server's two ends. `leave` is the caller going away."""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.leave = asyncio.Event()

    async def receive(self) -> Message:
        await self.leave.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    @property
    def body(self) -> str:
        return b"".join(message.get("body", b"") for message in self.sent).decode()


async def serve(events: AsyncGenerator[ServerEvent], wire: Wire, deadline_s: float = 5) -> list[str | None]:
    ends: list[str | None] = []
    sending = EventSending(EventStream(events), "req-1", deadline_s, ends.append)
    await sending({"type": "http"}, wire.receive, wire.send)
    return ends


async def test_events_are_sent_one_by_one_as_the_standard_writes_them() -> None:
    async def events() -> AsyncGenerator[ServerEvent]:
        yield ServerEvent("start", {"conversationId": "c"})
        yield ServerEvent("delta", {"text": "नेट वर्थ\n₹5"})

    wire = Wire()
    assert await serve(events(), wire) == [None]
    assert wire.body == (
        'event: start\ndata: {"conversationId":"c"}\n\nevent: delta\ndata: {"text":"नेट वर्थ\\n₹5"}\n\n'
    )
    start, *chunks, end = wire.sent
    assert (b"content-type", b"text/event-stream; charset=utf-8") in start["headers"]
    assert not any(name == b"content-length" for name, _ in start["headers"])
    assert [chunk["more_body"] for chunk in chunks] == [True, True]
    assert end["more_body"] is False


async def test_an_error_is_the_last_event() -> None:
    async def events() -> AsyncGenerator[ServerEvent]:
        yield ServerEvent("start", {})
        raise ModelUnavailable(retry_after_s=30)

    wire = Wire()
    assert await serve(events(), wire) == ["model_unavailable"]
    last = wire.body.strip().split("\n\n")[-1]
    assert last.startswith("event: error\n")
    assert '"code":"model_unavailable"' in last
    assert '"requestId":"req-1"' in last
    assert '"retryAfterSeconds":30' in last


async def test_an_unforeseen_error_tells_nothing_of_itself() -> None:
    async def events() -> AsyncGenerator[ServerEvent]:
        yield ServerEvent("start", {})
        raise RuntimeError("balance of asha: 12,34,567")

    wire = Wire()
    assert await serve(events(), wire) == ["internal"]
    assert "12,34,567" not in wire.body


async def test_what_takes_too_long_is_cut_off_with_a_last_event() -> None:
    async def events() -> AsyncGenerator[ServerEvent]:
        yield ServerEvent("start", {})
        await asyncio.Event().wait()

    wire = Wire()
    assert await serve(events(), wire, deadline_s=0.05) == ["deadline_exceeded"]
    assert "event: error\n" in wire.body


async def test_a_caller_who_leaves_stops_the_work_which_puts_things_in_order_first() -> None:
    done: list[str] = []
    wire = Wire()

    async def events() -> AsyncGenerator[ServerEvent]:
        try:
            yield ServerEvent("start", {})
            wire.leave.set()
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            done.append("in order")

    assert await serve(events(), wire) == ["client_left"]
    assert done == ["in order"]


async def test_a_connection_that_breaks_while_sending_stops_the_work_too() -> None:
    done: list[str] = []

    class Broken(Wire):
        async def send(self, message: Message) -> None:
            if self.sent:
                raise OSError
            await super().send(message)

    async def events() -> AsyncGenerator[ServerEvent]:
        try:
            while True:
                yield ServerEvent("delta", {})
        finally:
            done.append("in order")

    assert await serve(events(), Broken()) == ["client_left"]
    assert done == ["in order"]


def asking(accept: str) -> bool:
    return wants_events(Request({"type": "http", "headers": [(b"accept", accept.encode())]}))


def test_events_are_sent_only_to_who_accepts_them() -> None:
    assert asking("text/event-stream")
    assert asking("application/json, text/event-stream;q=0.9")
    assert not asking("*/*")
    assert not asking("application/json")
