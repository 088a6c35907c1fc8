"""Forwards an admitted request to its function and streams the answer back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping

import httpx2
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from emulators import door_key
from future_finance.endpoints import Endpoint

_HOP_BY_HOP = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "host",
}
_START_S = 60.0  # a function's first request also starts it


class Proxy:
    """`upstream` is the gateway's internal route: it serves /{function}[/...] to who sends `key`."""

    def __init__(self, client: httpx2.AsyncClient, upstream: str, key: str) -> None:
        self._client = client
        self._upstream = upstream.rstrip("/")
        self._key = key

    async def forward(
        self, request: Request, endpoint: Endpoint, rest: str, replaced: Mapping[str, str]
    ) -> Response:
        """`rest` is the raw path below the function, empty or starting with a slash."""
        query = f"?{request.url.query}" if request.url.query else ""
        outgoing = self._client.build_request(
            request.method,
            f"{self._upstream}/{endpoint.name}{rest}{query}",
            headers=_encoded(
                [
                    *_forwarded(request, replaced),
                    ("x-ff-function", endpoint.name),
                    (door_key.HEADER, self._key),
                ]
            ),
            content=_body(request),
            timeout=None,
        )
        try:
            async with asyncio.timeout(endpoint.timeout_s + _START_S):
                answer = await self._client.send(outgoing, stream=True)
        except TimeoutError:
            return PlainTextResponse("upstream request timeout", 504)
        except httpx2.TransportError:
            return PlainTextResponse("The request failed because the function could not be reached.", 503)
        response = StreamingResponse(
            answer.aiter_raw(), answer.status_code, background=BackgroundTask(answer.aclose)
        )
        response.raw_headers += [
            (name.lower(), value)
            for name, value in answer.headers.raw
            if name.lower().decode("latin-1") not in _HOP_BY_HOP
        ]
        return response


def _forwarded(request: Request, replaced: Mapping[str, str]) -> list[tuple[str, str]]:
    kept = [
        (name, value)
        for name, value in request.headers.items()
        if name not in _HOP_BY_HOP and name not in replaced and not name.startswith("x-ff-")
    ]
    return [*kept, *replaced.items()]


def _encoded(headers: list[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]


async def _body(request: Request) -> AsyncIterator[bytes]:
    async for chunk in request.stream():
        yield chunk
