"""The HTTP face of the stand-in: generateContent, its stream, countTokens, faults on order, state, health."""

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from emulators.server import Ports, running
from emulators.status_page import status_app
from emulators.vertex_ai.faults import Fault, Faults, Mode
from emulators.vertex_ai.request import Request
from emulators.vertex_ai.signature import RequestRefused, signature_of
from emulators.vertex_ai.stand_in import MODEL_VERSION, Reply, reply_to
from emulators.vertex_ai.tokens import PromptCache
from emulators.waiting_faults import TooManyFaults

Json = dict[str, Any]

MODEL_PATH = (
    "/{version:str}/projects/{project:str}/locations/{location:str}/publishers/google/models/{action:str}"
)
LARGEST_BODY = 4 * 1024 * 1024
THOUGHT_TOKENS = 24
_HEADERS = {"x-offline-stand-in": "true"}
_PIECE = re.compile(r"(?:\S+\s*){1,6}")
_ERRORS = {
    Mode.ERROR_429: (429, "RESOURCE_EXHAUSTED", "Resource exhausted. Please try again later."),
    Mode.ERROR_500: (500, "INTERNAL", "Internal error encountered."),
    Mode.ERROR_503: (503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
}


class Server:
    """Routes of one stand-in."""

    def __init__(self, latency_s: float = 0.0) -> None:
        self.faults = Faults()
        self.closing = asyncio.Event()
        self._latency_s = latency_s
        self._cache = PromptCache()
        self._recent: deque[Json] = deque(maxlen=50)

    def app(self) -> Starlette:
        return status_app(
            "Vertex AI (offline stand-in)",
            lambda: {
                "faults": [fault.model_dump(mode="json") for fault in self.faults.waiting()],
                "requests": list(self._recent),
            },
            [
                Route("/__faults", self.order_faults, methods=["GET", "POST", "DELETE"]),
                Route(MODEL_PATH, self.model, methods=["POST"]),
            ],
        )

    async def model(self, http: HttpRequest) -> Response:
        model, _, action = http.path_params["action"].partition(":")
        if action not in {"generateContent", "streamGenerateContent", "countTokens"}:
            return _error(404, "NOT_FOUND", f"No such method of a model: {action}")
        if not http.headers.get("authorization", "").startswith("Bearer "):
            return _error(401, "UNAUTHENTICATED", "Request is missing required authentication credential.")
        if action == "streamGenerateContent" and http.query_params.get("alt") != "sse":
            return _error(400, "INVALID_ARGUMENT", "The stand-in streams with alt=sse alone.")
        body = await http.body()
        if len(body) > LARGEST_BODY:
            return _error(400, "INVALID_ARGUMENT", "Request payload size exceeds the limit.")
        try:
            request = Request.model_validate_json(body)
        except ValidationError as wrong:
            first = wrong.errors()[0]
            return _error(400, "INVALID_ARGUMENT", f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
        prompt, cached = self._cache.count(request)
        if action == "countTokens":
            return JSONResponse({"totalTokens": prompt}, headers=_HEADERS)
        return await self._answer(request, model, action == "streamGenerateContent", (prompt, cached))

    async def _answer(self, request: Request, model: str, stream: bool, counted: tuple[int, int]) -> Response:
        instruction = request.system_instruction.text if request.system_instruction else ""
        fault = self.faults.take(f"{request.prompt}\n{request.last_words}\n{instruction}")
        mode = fault.mode if fault else None
        self._note(request, model, stream, mode)
        await self._wait(self._latency_s)
        if fault is not None and mode is Mode.SLOW:
            await self._wait(fault.seconds)
        if mode in _ERRORS:
            return _error(*_ERRORS[mode])
        try:
            reply = reply_to(request, mode)
        except RequestRefused as refused:
            return _error(400, "INVALID_ARGUMENT", str(refused))
        if stream:
            pieces = _sse(reply, counted, cut=mode is Mode.CUT_STREAM)
            return StreamingResponse(pieces, media_type="text/event-stream", headers=_HEADERS)
        whole = json.dumps(_whole(reply, counted), ensure_ascii=False)
        text = whole[: len(whole) // 2] if mode is Mode.CUT_STREAM else whole
        return Response(text, media_type="application/json", headers=_HEADERS)

    async def order_faults(self, http: HttpRequest) -> Response:
        if http.method == "DELETE":
            self.faults.clear()
        if http.method == "POST":
            try:
                self.faults.add(Fault.model_validate_json(await http.body()))
            except (ValidationError, TooManyFaults) as refused:
                return JSONResponse({"error": str(refused)}, 400)
        return JSONResponse({"faults": [fault.model_dump(mode="json") for fault in self.faults.waiting()]})

    def _note(self, request: Request, model: str, stream: bool, mode: Mode | None) -> None:
        """What came, without its words."""
        self._recent.append(
            {
                "model": model,
                "stream": stream,
                "turns": len(request.contents),
                "tools": len(request.tool_names),
                "schema": request.schema_asked_for is not None,
                "fault": mode.value if mode else "",
            }
        )

    async def _wait(self, seconds: float) -> None:
        if seconds > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.closing.wait(), seconds)


def _error(code: int, status: str, message: str) -> Response:
    return JSONResponse(
        {"error": {"code": code, "message": message, "status": status}}, code, headers=_HEADERS
    )


def _usage(reply: Reply, counted: tuple[int, int]) -> Json:
    prompt, cached = counted
    usage = {"promptTokenCount": prompt, "candidatesTokenCount": reply.output_tokens}
    usage |= {"thoughtsTokenCount": THOUGHT_TOKENS}
    usage |= {"totalTokenCount": prompt + reply.output_tokens + THOUGHT_TOKENS}
    return usage | ({"cachedContentTokenCount": cached} if cached else {})


def _whole(reply: Reply, counted: tuple[int, int]) -> Json:
    answer: Json = {"modelVersion": MODEL_VERSION, "usageMetadata": _usage(reply, counted)}
    if reply.blocked:
        return answer | {"promptFeedback": {"blockReason": "SAFETY"}}
    content = {"role": "model", "parts": reply.parts}
    return answer | {"candidates": [{"content": content, "finishReason": reply.finish}]}


async def _sse(reply: Reply, counted: tuple[int, int], *, cut: bool) -> AsyncIterator[bytes]:
    """Words by sixes, calls together; the end carries the signature of the whole text, and the count."""
    if reply.blocked:
        yield _event(_whole(reply, counted))
        return
    pieces: list[list[Json]] = []
    for part in reply.parts:
        if "text" in part:
            pieces += [[{"text": piece}] for piece in _PIECE.findall(part["text"])]
        elif pieces and "functionCall" in pieces[-1][0]:
            pieces[-1].append(part)
        else:
            pieces.append([part])
    for place, parts in enumerate(pieces):
        if cut and place >= max(1, len(pieces) // 2):
            return
        yield _event(
            {"modelVersion": MODEL_VERSION, "candidates": [{"content": {"role": "model", "parts": parts}}]}
        )
        await asyncio.sleep(0)
    if cut:
        return
    last = (
        [{"text": "", "thoughtSignature": signature_of("text", {"text": reply.text})}] if reply.text else []
    )
    candidate: Json = {"finishReason": reply.finish}
    candidate |= {"content": {"role": "model", "parts": last}} if last else {}
    yield _event(
        {"modelVersion": MODEL_VERSION, "candidates": [candidate], "usageMetadata": _usage(reply, counted)}
    )


def _event(answer: Json) -> bytes:
    return f"data: {json.dumps(answer, ensure_ascii=False)}\r\n\r\n".encode()


@asynccontextmanager
async def vertex_ai(*, port: int = 0, latency_s: float = 0.0) -> AsyncIterator[Ports]:
    """Serve on the loopback address until the context ends."""
    server = Server(latency_s)
    async with running(server.app(), http_port=port) as ports:
        try:
            yield ports
        finally:
            server.closing.set()
