"""A model whose library loads in a thread meanwhile."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest

from future_finance.adapters.loading_model import LoadingModel
from future_finance.usecases.model import (
    Finish,
    ModelReply,
    ModelRequest,
    Role,
    StreamEnd,
    StreamItem,
    TextPart,
    Turn,
    Usage,
)

REQUEST = ModelRequest("rules", (Turn(Role.USER, (TextPart("Hello?"),)),))
REPLY = ModelReply((TextPart("Hello."),), Finish.STOP, Usage(), "here")


class Here:
    """A model that is there; `loads` counts how often, and on which thread."""

    def __init__(self) -> None:
        self.loads: list[str] = []
        self.closed = False
        self.may_load = threading.Event()
        self.may_load.set()

    def load(self) -> Here:
        assert self.may_load.wait(5)
        self.loads.append(threading.current_thread().name)
        return self

    async def generate(self, request: ModelRequest) -> ModelReply:
        return REPLY

    async def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]:
        yield TextPart("Hello.")
        yield StreamEnd(REPLY)

    async def aclose(self) -> None:
        self.closed = True


async def test_it_loads_once_off_the_event_loop_and_then_answers() -> None:
    here = Here()
    model = LoadingModel(here.load)
    model.begin()
    replies = await asyncio.gather(model.generate(REQUEST), model.generate(REQUEST))
    assert replies == [REPLY, REPLY]
    assert [item async for item in model.stream(REQUEST)] == [TextPart("Hello."), StreamEnd(REPLY)]
    assert len(here.loads) == 1
    assert here.loads != [threading.current_thread().name]


async def test_a_request_that_gives_up_leaves_the_loading_to_the_next_one() -> None:
    here = Here()
    here.may_load.clear()
    model = LoadingModel(here.load)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await model.generate(REQUEST)
    here.may_load.set()
    assert await model.generate(REQUEST) == REPLY
    assert len(here.loads) == 1


async def test_closing_closes_what_was_loaded_and_nothing_else() -> None:
    here = Here()
    await LoadingModel(here.load).aclose()
    assert not here.closed
    model = LoadingModel(here.load)
    model.begin()
    await model.aclose()
    assert here.closed
