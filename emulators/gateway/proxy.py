"""Carries a request to a function and its answer back: whole through Hosting, as it comes from the function's own URL."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, suppress

import httpx2
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from emulators.gateway import forwarded
from emulators.gateway.function_pool import FunctionPool, FunctionUnavailable
from emulators.gateway.refusal import refusal
from future_finance.endpoints import Endpoint

HOSTING_TIMEOUT_S = 60
MAX_BODY_BYTES = 32 * 1024 * 1024  # Cloud Run's limit for a request
SERVICE_HOST = "{name}-{number}.{region}.run.app"

logger = logging.getLogger(__name__)


class Proxy:
    """Forwards to functions. Redirects and cookies are the caller's business."""

    def __init__(self, pool: FunctionPool, environ: Mapping[str, str]) -> None:
        self._pool = pool
        # A function closes a connection that is idle for two seconds, maybe just as it is used again.
        limits = httpx2.Limits(max_connections=None, max_keepalive_connections=0)
        self._transport = httpx2.AsyncHTTPTransport(limits=limits)
        self._number = environ.get("FF_PROJECT_NUMBER", "0")
        self._region = environ.get("FF_REGION", "asia-south1")

    async def through_hosting(self, request: Request, endpoint: Endpoint) -> Response:
        """As the public site does it: one cookie, the caller's address, buffered, cut after 60 s."""
        headers = forwarded.through_hosting(
            request.headers.items(),
            client=_client(request),
            host=request.headers.get("host", ""),
            service_host=self._service_host(endpoint),
        )
        timeout_s = min(HOSTING_TIMEOUT_S, endpoint.timeout_s)
        try:
            async with asyncio.timeout(timeout_s), AsyncExitStack() as stack:
                answer = await self._answer(request, endpoint, headers, raw_path(request), stack)
                if isinstance(answer, Response):
                    return answer
                return _back(
                    Response(b"".join([chunk async for chunk in _chunks(answer)]), answer.status_code), answer
                )
        except TimeoutError:
            return refusal(504)
        except httpx2.TransportError:
            logger.exception("%s broke the connection", endpoint.name)
            return refusal(502)

    async def to_own_url(self, request: Request, endpoint: Endpoint, path: str) -> Response:
        """As a call of the function's run.app URL that IAM let through: the answer streams, and a caller who leaves
        ends the call."""
        headers = forwarded.to_own_url(
            request.headers.items(), client=_client(request), service_host=self._service_host(endpoint)
        )
        deadline = asyncio.get_running_loop().time() + endpoint.timeout_s
        stack = AsyncExitStack()
        try:
            async with asyncio.timeout_at(deadline):
                answer = await self._answer(request, endpoint, headers, path, stack)
        except TimeoutError:
            await stack.aclose()
            return refusal(504)
        if isinstance(answer, Response):
            await stack.aclose()
            return answer
        # Starlette runs the background also when the caller has left.
        stream = StreamingResponse(
            _until(deadline, answer), answer.status_code, background=BackgroundTask(stack.aclose)
        )
        return _back(stream, answer)

    async def close(self) -> None:
        await self._transport.aclose()

    async def _answer(
        self,
        request: Request,
        endpoint: Endpoint,
        headers: forwarded.Headers,
        path: str,
        stack: AsyncExitStack,
    ) -> httpx2.Response | Response:
        """The function's answer, whose body is still to be read; or a refusal. `stack` ends the call."""
        body = await _read_body(request)
        if body is None:
            return refusal(413)
        query = request.scope["query_string"].decode("ascii")
        target = f"{path}?{query}" if query else path
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        try:
            address = await stack.enter_async_context(self._pool.request(endpoint))
            outgoing = httpx2.Request(request.method, address + target, headers=encoded, content=body)
            answer = await self._transport.handle_async_request(outgoing)
        except FunctionUnavailable as error:
            logger.error("%s", error)
            return refusal(503)
        except httpx2.InvalidURL:
            return refusal(414)
        except httpx2.TransportError:
            logger.exception("%s broke the connection", endpoint.name)
            return refusal(502)
        stack.push_async_callback(answer.aclose)
        return answer

    def _service_host(self, endpoint: Endpoint) -> str:
        return SERVICE_HOST.format(name=endpoint.name, number=self._number, region=self._region)


def _chunks(answer: httpx2.Response) -> AsyncIterator[bytes]:
    assert isinstance(answer.stream, httpx2.AsyncByteStream)
    return aiter(answer.stream)


async def _until(deadline: float, answer: httpx2.Response) -> AsyncIterator[bytes]:
    """The body as it comes; what is not there by the deadline is cut off, as Cloud Run does."""
    chunks = _chunks(answer)
    with suppress(TimeoutError, httpx2.TransportError):
        while True:
            async with asyncio.timeout_at(deadline):
                chunk = await anext(chunks, None)
            if chunk is None:
                return
            yield chunk


def _back(response: Response, answer: httpx2.Response) -> Response:
    received = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers.raw]
    for name, value in forwarded.back_to_caller(received):
        response.headers.append(name, value)
    return response


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
