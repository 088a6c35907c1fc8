"""What the Model port promises, kept by the adapter for Gemini against the stand-in of Vertex AI."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from emulators.server import HOST, running
from emulators.vertex_ai.faults import Fault, Mode
from emulators.vertex_ai.server import Server
from future_finance.adapters.gemini import Gemini
from future_finance.errors import ModelBlocked, ModelUnavailable
from future_finance.usecases.model import (
    Finish,
    ModelRequest,
    Role,
    StreamEnd,
    TextPart,
    ToolCall,
    ToolResult,
    ToolSpec,
    Turn,
)

pytestmark = pytest.mark.emulator

NET_WORTH = {"id": "N01", "label": "Net worth", "value": "₹6,58,305", "asOf": "2025-07-09"}
OVERVIEW = ToolSpec("overview", "Net worth and more.", {"type": "object", "properties": {}})
SYSTEM = "You word figures. " * 400


@pytest.fixture
async def server() -> AsyncIterator[tuple[Server, str]]:
    vertex = Server()
    async with running(vertex.app()) as ports:
        yield vertex, f"http://{HOST}:{ports.http}"
        vertex.closing.set()


@pytest.fixture
async def gemini(server: tuple[Server, str]) -> AsyncIterator[Gemini]:
    model = Gemini("demo-future-finance", "global", "gemini-3.8-flash", server[1])
    yield model
    await model.aclose()


def order(server: tuple[Server, str], mode: str, **more: Any) -> None:
    server[0].faults.add(Fault(mode=Mode(mode), **more))


def asking(question: str = "What is my net worth?", *more: Turn, timeout_s: float = 10.0) -> ModelRequest:
    turns = (Turn(Role.USER, (TextPart(question),)), *more)
    return ModelRequest(SYSTEM, turns, tools=(OVERVIEW,), timeout_s=timeout_s)


def answered(call: ToolCall) -> tuple[Turn, Turn]:
    result = ToolResult(call.id, call.name, {"facts": [NET_WORTH]})
    return Turn(Role.MODEL, (call,)), Turn(Role.USER, (result,))


async def test_a_tool_is_asked_for_and_its_figure_worded(gemini: Gemini) -> None:
    first = await gemini.generate(asking())
    (call,) = first.calls
    assert (call.name, dict(call.arguments)) == ("overview", {})
    assert call.signature
    second = await gemini.generate(asking("What is my net worth?", *answered(call)))
    assert second.finish is Finish.STOP
    assert "Net worth: ₹6,58,305, as of 9 Jul 2025." in second.text
    assert second.stand_in
    assert second.model == "offline-stand-in"


async def test_usage_counts_prompt_answer_and_thought_and_what_was_cached(
    gemini: Gemini, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "future_finance"):
        first, second = await gemini.generate(asking()), await gemini.generate(asking())
    assert [
        record.measures for record in caplog.records if getattr(record, "event", "") == "model_called"
    ] == [
        {"input_tokens": reply.usage.prompt, "output_tokens": reply.usage.output} for reply in (first, second)
    ]
    assert first.usage.prompt > 1500
    assert first.usage.output > 24
    assert first.usage.cached == 0
    assert 1024 < second.usage.cached < second.usage.prompt


async def test_a_stream_gives_pieces_and_then_the_whole(gemini: Gemini) -> None:
    (call,) = (await gemini.generate(asking())).calls
    request = asking("What is my net worth?", *answered(call))
    items = [item async for item in gemini.stream(request)]
    end = items[-1]
    assert isinstance(end, StreamEnd)
    pieces = [item for item in items if isinstance(item, TextPart) and item.text]
    assert len(pieces) > 1
    assert "".join(piece.text for piece in pieces) == end.reply.text == (await gemini.generate(request)).text
    assert end.reply.usage.output > 24
    last = end.reply.parts[-1]
    assert isinstance(last, TextPart)
    assert last.signature


async def test_a_streamed_answer_goes_back_with_its_signature(gemini: Gemini) -> None:
    streamed = [item async for item in gemini.stream(asking())]
    end = streamed[-1]
    assert isinstance(end, StreamEnd)
    (call,) = end.reply.calls
    assert await gemini.generate(asking("What is my net worth?", *answered(call)))


async def test_a_call_that_goes_back_without_its_signature_is_refused(
    gemini: Gemini, caplog: pytest.LogCaptureFixture
) -> None:
    (call,) = (await gemini.generate(asking())).calls
    bare = ToolCall(call.id, call.name, call.arguments)
    with pytest.raises(ModelUnavailable), caplog.at_level(logging.DEBUG, "future_finance"):
        await gemini.generate(asking("What is my net worth?", *answered(bare)))
    assert "status 400" in caplog.text


async def test_a_schema_is_filled(gemini: Gemini) -> None:
    prompt = {
        "language": "en",
        "findings": [
            {
                "id": "I01",
                "ask": False,
                "observation": {
                    "title": "Regular plans cost more",
                    "description": "All are.",
                    "nextStep": "Ask.",
                },
                "figures": [{"id": "M04", "label": "Share of regular plans", "text": "100%"}],
            }
        ],
    }
    schema = {"type": "object", "properties": {"findings": {"type": "array"}, "further": {"type": "array"}}}
    turn = Turn(Role.USER, (TextPart(json.dumps(prompt)),))
    reply = await gemini.generate(ModelRequest(SYSTEM, (turn,), schema=schema))
    (worded,) = json.loads(reply.text)["findings"]
    assert worded["id"] == "I01"
    assert worded["description"] == "All are. Behind it: Share of regular plans, 100%."


@pytest.mark.parametrize("mode", ["429", "500", "503"])
async def test_a_passing_failure_is_tried_again(
    server: tuple[Server, str], gemini: Gemini, mode: str
) -> None:
    order(server, mode)
    assert (await gemini.generate(asking())).calls
    order(server, mode)
    assert [item async for item in gemini.stream(asking())]
    assert not server[0].faults.waiting()


async def test_a_failure_that_lasts_is_unavailable_within_its_time(
    server: tuple[Server, str], gemini: Gemini
) -> None:
    order(server, "503", times=100)
    began = asyncio.get_running_loop().time()
    with pytest.raises(ModelUnavailable):
        await gemini.generate(asking(timeout_s=0.5))
    with pytest.raises(ModelUnavailable):
        async for _ in gemini.stream(asking(timeout_s=0.5)):
            pass
    assert asyncio.get_running_loop().time() - began < 5


async def test_an_answer_that_takes_too_long_is_unavailable(
    server: tuple[Server, str], gemini: Gemini
) -> None:
    order(server, "slow", seconds=60)
    with pytest.raises(ModelUnavailable):
        await gemini.generate(asking(timeout_s=0.3))


async def test_a_model_that_nobody_reaches_is_unavailable(server: tuple[Server, str]) -> None:
    nobody = Gemini("demo-future-finance", "global", "gemini-3.8-flash", "http://127.0.0.1:9")
    with pytest.raises(ModelUnavailable):
        await nobody.generate(asking(timeout_s=0.5))
    await nobody.aclose()


async def test_a_stream_that_is_cut_gives_what_came_and_then_fails(
    server: tuple[Server, str], gemini: Gemini
) -> None:
    (call,) = (await gemini.generate(asking())).calls
    order(server, "cut_stream")
    came: list[object] = []
    with pytest.raises(ModelUnavailable):
        await _collect(gemini.stream(asking("What is my net worth?", *answered(call))), came)
    assert came
    assert not any(isinstance(item, StreamEnd) for item in came)


async def _collect(items: AsyncIterator[object], into: list[object]) -> None:
    async for item in items:
        into.append(item)


async def test_half_an_answer_is_no_answer(server: tuple[Server, str], gemini: Gemini) -> None:
    order(server, "cut_stream")
    with pytest.raises(ModelUnavailable):
        await gemini.generate(asking())


async def test_what_safety_stops_is_blocked(server: tuple[Server, str], gemini: Gemini) -> None:
    (call,) = (await gemini.generate(asking())).calls
    for request in (asking(), asking("What is my net worth?", *answered(call))):
        order(server, "safety_block", times=2)
        with pytest.raises(ModelBlocked):
            await gemini.generate(request)
        with pytest.raises(ModelBlocked):
            async for _ in gemini.stream(request):
                pass


async def test_how_an_answer_ended_is_told(server: tuple[Server, str], gemini: Gemini) -> None:
    order(server, "malformed_json")
    assert (await gemini.generate(asking())).finish is Finish.MALFORMED
    (call,) = (await gemini.generate(asking())).calls
    order(server, "truncated")
    cut = await gemini.generate(asking("What is my net worth?", *answered(call)))
    assert cut.finish is Finish.TRUNCATED


async def test_nothing_that_was_asked_is_logged_or_in_an_error(
    server: tuple[Server, str], gemini: Gemini, caplog: pytest.LogCaptureFixture
) -> None:
    order(server, "500", times=10)
    with caplog.at_level(logging.INFO), pytest.raises(ModelUnavailable) as failed:
        await gemini.generate(asking("What is my secret net worth?", timeout_s=0.5))
    assert failed.value.__suppress_context__
    assert "secret" not in caplog.text + str(failed.value)
