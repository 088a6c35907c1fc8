"""What happens while a question is answered, in order: started, tools, texts and citations, finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from future_finance.domain.conversation import Citation, Conversation, Message


@dataclass(frozen=True, slots=True)
class Started:
    """Before anything is read or asked."""

    conversation_id: str
    language: str


@dataclass(frozen=True, slots=True)
class ToolUsed:
    """A tool has answered. `status`: ok, unavailable or error."""

    name: str
    status: str


@dataclass(frozen=True, slots=True)
class TextReleased:
    """A further piece of the answer; every figure in it is checked."""

    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact that the text so far rests on."""

    citation: Citation


@dataclass(frozen=True, slots=True)
class Finished:
    """The turn is kept: its messages, the person's first."""

    conversation: Conversation
    messages: Sequence[Message]


type ChatEvent = Started | ToolUsed | TextReleased | Cited | Finished
