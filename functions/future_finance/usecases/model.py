"""The language model as the app sees it: what is asked, what comes back, how it fails. No vendor's words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol


class Role(StrEnum):
    """Who speaks in a turn. Results of tools are the user's turn."""

    USER = "user"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class TextPart:
    """Words. `signature`: opaque bytes of the model's that go back with the part unchanged."""

    text: str
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class ToolCall:
    """The model asks for a tool. `id` ties the result to it; `signature` goes back unchanged."""

    id: str
    name: str
    arguments: Mapping[str, Any]
    signature: bytes | None = None


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a tool answered; `content` is JSON."""

    id: str
    name: str
    content: Mapping[str, Any]


type Part = TextPart | ToolCall | ToolResult


@dataclass(frozen=True, slots=True)
class Turn:
    """One side's contribution."""

    role: Role
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """A tool on offer; `parameters` is a JSON schema."""

    name: str
    description: str
    parameters: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """One call. `system` comes first and is the same for all calls of a prompt version, so that it is cached.

    `temperature` is for models that take one. `schema`: a JSON schema the answer must fit; then there are no tools. `timeout_s` covers all retries.
    """

    system: str
    turns: tuple[Turn, ...]
    tools: tuple[ToolSpec, ...] = ()
    schema: Mapping[str, Any] | None = None
    temperature: float = 0.2
    max_output_tokens: int = 2048
    timeout_s: float = 30.0


class Finish(StrEnum):
    """Why the model stopped. Blocked and unavailable are errors (ModelBlocked, ModelUnavailable)."""

    STOP = "stop"
    TRUNCATED = "truncated"  # out of output tokens
    MALFORMED = "malformed"  # a tool call that cannot be read


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call. `cached` are part of `prompt`; `output` includes thinking."""

    prompt: int = 0
    output: int = 0
    cached: int = 0

    @property
    def total(self) -> int:
        return self.prompt + self.output

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.prompt + other.prompt, self.output + other.output, self.cached + other.cached)


@dataclass(frozen=True, slots=True)
class ModelReply:
    """A whole answer. `model` is the version that answered; `stand_in` marks the offline simulator."""

    parts: tuple[TextPart | ToolCall, ...]
    finish: Finish
    usage: Usage
    model: str
    stand_in: bool = False

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts if isinstance(part, TextPart))

    @property
    def calls(self) -> tuple[ToolCall, ...]:
        return tuple(part for part in self.parts if isinstance(part, ToolCall))


@dataclass(frozen=True, slots=True)
class StreamEnd:
    """The last item of every stream that was not cut: the whole reply."""

    reply: ModelReply


type StreamItem = TextPart | ToolCall | StreamEnd


class Model(Protocol):
    """A language model.

    Raises ModelUnavailable (down, throttled or too slow after retries), ModelBlocked (safety). A stream
    that is cut raises ModelUnavailable in the midst; what came before it has been yielded.
    """

    async def generate(self, request: ModelRequest) -> ModelReply: ...
    def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]: ...


@dataclass(frozen=True, slots=True)
class PriceTable:
    """Rupees a million tokens, dated, for the estimate of what an answer costs."""

    as_of: str
    input_inr: Decimal
    cached_inr: Decimal
    output_inr: Decimal
    source: str = field(default="")
