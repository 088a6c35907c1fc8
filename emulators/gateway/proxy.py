"""Carries a request to a function and its whole answer back: through Hosting, or to the function's own URL."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

import httpx2
from starlette.requests import Request
from starlette.responses import Response

from emulators.gateway import forwarded
from emulators.gateway.function_pool import FunctionPool, FunctionUnavailable
from emulators.gateway.refusal import refusal
from future_finance.endpoints import Endpoint

HOSTING_TIMEOUT_S = 60
MAX_BODY_BYTES = 32 * 1024 * 1024  # Cloud Run's limit for a request
SERVICE_HOST = "{name}-{number}.{region}.run.app"

logger = logging.getLogger(__name__)


class Proxy:
    """Forwards to functions. Streams are buffered, redirects and cookies are the caller's business."""

    def __init__(self, pool: FunctionPool, environ: Mapping[str, str]) -> None:
        self._pool = pool
        # A function closes a connection that is idle for two seconds, maybe just as it is used again.
        limits = httpx2.Limits(max_connections=None, max_keepalive_connections=0)
        self._transport = httpx2.AsyncHTTPTransport(limits=limits)
        self._number = environ.get("FF_PROJECT_NUMBER", "0")
        self._region = environ.get("FF_REGION", "asia-south1")

    async def through_hosting(self, request: Request, endpoint: Endpoint) -> Response:
        """As the public site does it: one cookie, the caller's address, cut after 60 s."""
        headers = forwarded.through_hosting(
            request.headers.items(),
            client=_client(request),
            host=request.headers.get("host", ""),
            service_host=self._service_host(endpoint),
        )
        timeout_s = min(HOSTING_TIMEOUT_S, endpoint.timeout_s)
        return await self._forward(request, endpoint, headers, raw_path(request), timeout_s)

    async def to_own_url(self, request: Request, endpoint: Endpoint, path: str) -> Response:
        """As a call of the function's run.app URL that IAM let through."""
        headers = forwarded.to_own_url(
            request.headers.items(), client=_client(request), service_host=self._service_host(endpoint)
        )
        return await self._forward(request, endpoint, headers, path, endpoint.timeout_s)

    async def close(self) -> None:
        await self._transport.aclose()

    async def _forward(
        self, request: Request, endpoint: Endpoint, headers: forwarded.Headers, path: str, timeout_s: float
    ) -> Response:
        body = await _read_body(request)
        if body is None:
            return refusal(413)
        query = request.scope["query_string"].decode("ascii")
        target = f"{path}?{query}" if query else path
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        try:
            async with self._pool.request(endpoint) as address, asyncio.timeout(timeout_s):
                outgoing = httpx2.Request(request.method, address + target, headers=encoded, content=body)
                answer = await self._transport.handle_async_request(outgoing)
                assert isinstance(answer.stream, httpx2.AsyncByteStream)
                content = b"".join([chunk async for chunk in answer.stream])
                await answer.aclose()
        except FunctionUnavailable as error:
            logger.error("%s", error)
            return refusal(503)
        except TimeoutError:
            return refusal(504)
        except httpx2.InvalidURL:
            return refusal(414)
        except httpx2.TransportError:
            logger.exception("%s broke the connection", endpoint.name)
            return refusal(502)
        response = Response(content, answer.status_code)
        received = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers.raw]
        for name, value in forwarded.back_to_caller(received):
            response.headers.append(name, value)
        return response

    def _service_host(self, endpoint: Endpoint) -> str:
        return SERVICE_HOST.format(name=endpoint.name, number=self._number, region=self._region)


def raw_path(request: Request) -> str:
    """The path as it was sent, with its escapes."""
    path: bytes = request.scope["raw_path"]
    return path.decode("ascii")


async def _read_body(request: Request) -> bytes | None:
    """The whole body, or None when it is larger than Cloud Run takes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    return bytes(body)


def _client(request: Request) -> str:
    return request.client.host if request.client else "127.0.0.1"
