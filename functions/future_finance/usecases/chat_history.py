"""What was said before, trimmed to what the model is sent: calls stay with their results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from future_finance.domain.consent import Scope
from future_finance.domain.conversation import Message, MessageType, Speaker
from future_finance.domain.private_numbers import masked
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.usecases.model import Role, TextPart, ToolCall, ToolResult, Turn

REMEMBERED_TURNS = 4  # each is a document
_MOST_CHARACTERS = 12_000
_LONGEST_SAID = 2_000


def within(messages: Sequence[Message], scopes: AbstractSet[Scope]) -> list[Message]:
    """Without the turns whose answers rest on what the person does not share with the chat any more."""
    gone = {_turn(message) for message in messages if not frozenset(message.scopes) <= scopes}
    return [message for message in messages if _turn(message) not in gone]


def fact_ids_of(message: Message) -> frozenset[str]:
    points = message.chart.points if message.chart is not None else ()
    return frozenset([cited.fact_id for cited in message.citations] + [point.fact_id for point in points])


def _turn(message: Message) -> str:
    return message.id.partition("-")[0]


def turns_of(messages: Iterable[Message], pseudonyms: Pseudonyms) -> tuple[Turn, ...]:
    """The words of earlier messages, with names hidden again."""
    turns = [
        Turn(
            Role.USER if message.speaker is Speaker.PERSON else Role.MODEL,
            (TextPart(pseudonyms.hide_said(masked(message.text))[:_LONGEST_SAID]),),
        )
        for message in messages
        if message.type is MessageType.TEXT and message.text.strip()
    ]
    return trimmed(turns, _MOST_CHARACTERS)


def said_in(messages: Iterable[Message]) -> str:
    """All that the person has said, for figures that are theirs."""
    return "\n".join(message.text for message in messages if message.speaker is Speaker.PERSON)


def trimmed(turns: Sequence[Turn], most_characters: int) -> tuple[Turn, ...]:
    """The newest turns that fit. It begins with words of the person's: a result never stands without its call,
    nor a call without its result."""
    size = 0
    start = len(turns)
    for place in range(len(turns) - 1, -1, -1):
        size += size_of(turns[place])
        if size > most_characters:
            break
        if _opens(turns[place]):
            start = place
    return tuple(turns[start:])


def size_of(turn: Turn) -> int:
    """Characters, about."""
    return sum(len(part.text) if isinstance(part, TextPart) else len(str(part)) for part in turn.parts)


def _opens(turn: Turn) -> bool:
    return turn.role is Role.USER and not any(isinstance(part, ToolResult | ToolCall) for part in turn.parts)
