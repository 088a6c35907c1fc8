"""Serving one endpoint: limits, sign-in, deadline, errors, headers and the log line around its handler."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from importlib import import_module

from starlette.requests import Request
from starlette.responses import Response

from future_finance import config
from future_finance.adapters import metering
from future_finance.domain.user import User, pseudonym_of
from future_finance.endpoints import Endpoint
from future_finance.entrypoints.answer import error_response, no_content
from future_finance.entrypoints.event_stream import EventStream
from future_finance.errors import AppError, DeadlineExceeded
from future_finance.serving import request_log
from future_finance.serving.caller import CallerGate
from future_finance.serving.event_sending import EventSending
from future_finance.serving.limited_body import with_limited_body
from future_finance.serving.response_headers import ResponseHeaders
from future_finance.serving.trace_header import trace_of
from future_finance.usecases import trace as current_trace

DEADLINE_MARGIN_S = 2  # to answer before the platform cuts the request off

logger = logging.getLogger(__name__)


def serve(endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """The function deployed for this row. Raises ConfigError when the environment is not usable."""
    settings = config.settings()
    request_log.configure()
    handler = _handler(endpoint)
    gate = CallerGate(endpoint, settings)
    headers = ResponseHeaders(endpoint, settings)

    async def answer(request: Request, seen: _Seen) -> Response:
        if request.method == "OPTIONS":
            return no_content()
        if request.method == "HEAD":  # the server leaves the body out
            request = Request({**request.scope, "method": "GET"}, request.receive)
        seen.user = user = await gate.admit(request)
        request = await with_limited_body(request)
        if user is None:
            return await handler(request)
        if gate.trusts(user):
            return await handler(request, user)
        if endpoint.check_revoked or request.method != "GET":
            await gate.require_not_revoked(user)
            return await handler(request, user)
        # A read may begin while the session is looked up: a revoked one gets no answer all the same.
        verdict, response = await asyncio.gather(
            gate.require_not_revoked(user), handler(request, user), return_exceptions=True
        )
        if isinstance(verdict, BaseException):
            raise verdict
        if isinstance(response, BaseException):
            raise response
        return response

    async def served(request: Request) -> Response:
        started = time.perf_counter()
        trace = trace_of(request.headers)
        current_trace.begin(trace.traceparent)
        request_log.bind(settings.project, endpoint.name, trace)
        meter = metering.start()
        seen = _Seen()
        error: AppError | None = None
        try:
            async with asyncio.timeout(endpoint.timeout_s - DEADLINE_MARGIN_S) as deadline:
                response = await answer(request, seen)
        except AppError as refused:
            error = refused
        except Exception:
            if deadline.expired():
                error = DeadlineExceeded()
            else:
                logger.exception("request failed")
                error = AppError()
        if error is not None:
            response = error_response(error, trace.request_id)

        def log(error_code: str | None) -> None:
            request_log.log_request(
                method=request.method,
                path=request.url.path,
                status=response.status_code,
                latency_s=time.perf_counter() - started,
                meter=meter,
                user=pseudonym_of(seen.user.uid) if seen.user else None,
                error_code=error_code,
            )

        if isinstance(response, EventStream):
            left_s = endpoint.timeout_s - DEADLINE_MARGIN_S - (time.perf_counter() - started)
            response = EventSending(response, trace.request_id, left_s, log)
        else:
            log(error.code if error else None)
        headers.put(request, response, trace.request_id)
        return response

    served.__name__ = endpoint.entry_point
    return served


class _Seen:
    """What a request turned out to be, for its log line."""

    user: User | None = None


def _handler(endpoint: Endpoint) -> Callable[..., Awaitable[Response]]:
    module, _, function = endpoint.handler.partition(":")
    handler: Callable[..., Awaitable[Response]] = getattr(
        import_module(f"future_finance.entrypoints.{module}"), function
    )
    return handler
