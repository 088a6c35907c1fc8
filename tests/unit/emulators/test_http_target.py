"""One request to a target, and every way it can go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import grpc
import httpx2
import pytest

from emulators.http_target import Answer, send


async def ask(transport: httpx2.AsyncBaseTransport, deadline_s: float = 5, **headers: str) -> Answer:
    async with httpx2.AsyncClient(transport=transport) as client:
        return await send(client, "POST", "http://worker/", headers, b"", deadline_s)


def answering(status: int, **headers: str) -> httpx2.MockTransport:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.MockTransport(lambda _: httpx2.Response(status, headers=named))


@pytest.mark.parametrize(
    ("status", "ok", "overloaded", "code"),
    [
        (200, True, False, grpc.StatusCode.OK),
        (204, True, False, grpc.StatusCode.OK),
        (404, False, False, grpc.StatusCode.NOT_FOUND),
        (429, False, True, grpc.StatusCode.RESOURCE_EXHAUSTED),
        (500, False, False, grpc.StatusCode.INTERNAL),
        (503, False, True, grpc.StatusCode.UNAVAILABLE),
        (418, False, False, grpc.StatusCode.UNKNOWN),
    ],
)
async def test_a_status_is_success_failure_or_overload(
    status: int, ok: bool, overloaded: bool, code: grpc.StatusCode
) -> None:
    answer = await ask(answering(status))
    assert (answer.ok, answer.overloaded, answer.code) == (ok, overloaded, code)


async def test_an_answer_that_does_not_come_before_the_deadline_counts_as_none() -> None:
    class Silent(httpx2.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            raise TimeoutError

    answer = await ask(Silent())
    assert (answer.status, answer.code) == (None, grpc.StatusCode.DEADLINE_EXCEEDED)


async def test_an_unreachable_worker_is_an_answer_too() -> None:
    def refuse(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("refused", request=request)

    answer = await ask(httpx2.MockTransport(refuse))
    assert (answer.status, answer.code) == (None, grpc.StatusCode.UNAVAILABLE)


async def test_a_header_that_http_cannot_carry_is_a_failed_attempt() -> None:
    assert (await ask(answering(200), Name="₹")).status is None


async def test_retry_after_is_read_as_seconds_or_as_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert (await ask(answering(503, retry_after="30"))).retry_after_s == 30
    assert 80 < (await ask(answering(503, retry_after=soon))).retry_after_s <= 90
    assert (await ask(answering(503, retry_after="later"))).retry_after_s == 0
    assert (await ask(answering(503))).retry_after_s == 0
