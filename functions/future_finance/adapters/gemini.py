"""Gemini on Vertex AI through google-genai, or its simulator."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, contextmanager
from typing import cast

import httpx
import httpx2
from google import genai
from google.auth.exceptions import GoogleAuthError
from google.genai import errors, types
from google.oauth2.credentials import Credentials

from future_finance.adapters.gemini_messages import (
    finish_of,
    joined,
    parts_of,
    to_config,
    to_contents,
    usage_of,
)
from future_finance.errors import ModelUnavailable
from future_finance.usecases.event import Event, report
from future_finance.usecases.model import (
    ModelReply,
    ModelRequest,
    StreamEnd,
    StreamItem,
    TextPart,
    ToolCall,
    Usage,
)

# Before the answer begins; a stream that has begun is never begun again.
_RETRIES = types.HttpRetryOptions(
    attempts=4,
    initial_delay=0.4,
    max_delay=4.0,
    jitter=0.4,
    http_status_codes=[408, 429, 500, 502, 503, 504],
)
_PASSING = frozenset({408, 429, 500, 502, 503, 504})

logger = logging.getLogger(__name__)


class Gemini:
    """Model. `simulator_url` is a stand-in's address; its answers say that they are."""

    def __init__(self, project: str, location: str, model: str, simulator_url: str | None = None) -> None:
        self._model = model
        self._stand_in = simulator_url is not None
        trusted = httpx2.create_ssl_context()  # one for all: the library would read the certificates for each
        options = types.HttpOptions(
            retry_options=_RETRIES,
            base_url=simulator_url,
            client_args={"verify": trusted},
            async_client_args={"verify": trusted, "ssl": trusted},
        )
        # The library asks for a token before each request: a stand-in gets one that means nothing.
        credentials = Credentials(token="local") if simulator_url else None
        self._client = genai.Client(
            enterprise=True, project=project, location=location, credentials=credentials, http_options=options
        )

    async def aclose(self) -> None:
        await self._client.aio.aclose()
        self._client.close()

    async def generate(self, request: ModelRequest) -> ModelReply:
        contents, config = to_contents(request.turns), to_config(request)
        with _meaning():
            async with asyncio.timeout(request.timeout_s):
                answer = await self._client.aio.models.generate_content(
                    model=self._model, contents=contents, config=config
                )
        finish = finish_of(answer)
        if finish is None:
            raise ModelUnavailable
        usage = usage_of(answer) or Usage()
        _report(usage)
        return ModelReply(
            parts=tuple(parts_of(answer)),
            finish=finish,
            usage=usage,
            model=answer.model_version or self._model,
            stand_in=self._stand_in,
        )

    async def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]:
        contents, config = to_contents(request.turns), to_config(request)
        deadline = asyncio.get_running_loop().time() + request.timeout_s
        parts: list[TextPart | ToolCall] = []
        finish, usage, model = None, Usage(), self._model
        with _meaning():
            async with asyncio.timeout_at(deadline):
                answers = await self._client.aio.models.generate_content_stream(
                    model=self._model, contents=contents, config=config
                )
        async with aclosing(cast(AsyncGenerator[types.GenerateContentResponse], answers)):
            while answer := await _next(answers, deadline):
                finish = finish_of(answer) or finish
                usage, model = usage_of(answer) or usage, answer.model_version or model
                for part in parts_of(answer):
                    parts.append(part)
                    yield part
        if finish is None:  # cut before its end
            raise ModelUnavailable
        _report(usage)
        yield StreamEnd(ModelReply(joined(parts), finish, usage, model, self._stand_in))


def _report(usage: Usage) -> None:
    report(Event.MODEL_CALLED, input_tokens=usage.prompt, output_tokens=usage.output)


async def _next(
    answers: AsyncIterator[types.GenerateContentResponse], deadline: float
) -> types.GenerateContentResponse | None:
    """The next piece, None after the last. The time between pieces is the caller's and not stopped by this."""
    with _meaning():
        async with asyncio.timeout_at(deadline):
            return await anext(answers, None)


@contextmanager
def _meaning() -> Iterator[None]:
    """What the library's errors mean. Their texts may quote the request, so that none goes on."""
    try:
        yield
    except errors.APIError as error:
        if error.code not in _PASSING:
            logger.error("the model refused a request with status %s", error.code)
        raise ModelUnavailable from None
    except (TimeoutError, httpx2.HTTPError, httpx.HTTPError, GoogleAuthError, ValueError):  # half a JSON
        raise ModelUnavailable from None
