"""One HTTP request to a task's or a job's target, and how it was answered."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import grpc
import httpx2


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `status` is None when nothing did: unreachable, or past the deadline."""

    status: int | None
    reason: str = ""
    retry_after_s: float = 0.0
    deadline_passed: bool = False

    @property
    def ok(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def overloaded(self) -> bool:
        return self.status in {429, 503}

    @property
    def code(self) -> grpc.StatusCode:
        """The status that Cloud Tasks and Cloud Scheduler record for an attempt."""
        if self.ok:
            return grpc.StatusCode.OK
        if self.status is None:
            late = self.deadline_passed
            return grpc.StatusCode.DEADLINE_EXCEEDED if late else grpc.StatusCode.UNAVAILABLE
        return _CODES.get(self.status, grpc.StatusCode.UNKNOWN)


_CODES = {
    400: grpc.StatusCode.INVALID_ARGUMENT,
    401: grpc.StatusCode.UNAUTHENTICATED,
    403: grpc.StatusCode.PERMISSION_DENIED,
    404: grpc.StatusCode.NOT_FOUND,
    409: grpc.StatusCode.ABORTED,
    429: grpc.StatusCode.RESOURCE_EXHAUSTED,
    500: grpc.StatusCode.INTERNAL,
    503: grpc.StatusCode.UNAVAILABLE,
    504: grpc.StatusCode.DEADLINE_EXCEEDED,
}


async def send(
    client: httpx2.AsyncClient,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    deadline_s: float,
) -> Answer:
    """Send, and wait for the answer until the deadline. A failure is an answer, not an exception."""
    try:
        async with asyncio.timeout(deadline_s):
            response = await client.request(method, url, headers=dict(headers), content=body, timeout=None)
    except TimeoutError:
        return Answer(None, "no answer before the deadline", deadline_passed=True)
    except (
        httpx2.HTTPError,
        httpx2.InvalidURL,
        ValueError,
    ) as error:  # ValueError: headers that HTTP cannot carry
        return Answer(None, type(error).__name__)
    return Answer(
        response.status_code,
        response.reason_phrase,
        retry_after_s=_retry_after_s(response.headers.get("retry-after", "")),
    )


def _retry_after_s(value: str) -> float:
    """Retry-After as seconds or as an HTTP date; anything else counts as none."""
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
