"""A model that says what a test wants, and keeps what it was asked."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence

from future_finance.usecases.model import (
    Finish,
    ModelReply,
    ModelRequest,
    StreamEnd,
    StreamItem,
    TextPart,
    ToolCall,
    Usage,
)

type Say = str | Sequence[ToolCall] | ModelReply | Exception | Callable[[ModelRequest], str]


class ScriptedModel:
    """Answers in the order of `script`; a stream gives a text word by word."""

    def __init__(self, *script: Say) -> None:
        self.script = list(script)
        self.asked: list[ModelRequest] = []

    async def generate(self, request: ModelRequest) -> ModelReply:
        self.asked.append(request)
        say = self.script.pop(0)
        if isinstance(say, Exception):
            raise say
        if callable(say):
            say = say(request)
        if isinstance(say, ModelReply):
            return say
        parts = (TextPart(say),) if isinstance(say, str) else tuple(say)
        return ModelReply(parts, Finish.STOP, Usage(prompt=100, output=20), "scripted-1")

    async def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]:
        reply = await self.generate(request)
        for part in reply.parts:
            if isinstance(part, TextPart):
                for word in part.text.split(" "):
                    yield TextPart(word + " ")
            else:
                yield part
        yield StreamEnd(reply)
