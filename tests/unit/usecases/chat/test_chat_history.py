"""What was said before, trimmed to what the model is sent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.conversation import Message, MessageType, Speaker
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.usecases.chat_history import said_in, size_of, trimmed, turns_of
from future_finance.usecases.model import Role, TextPart, ToolCall, ToolResult, Turn
from tests.chatting import NOW


def said(speaker: Speaker, text: str, kind: MessageType = MessageType.TEXT) -> Message:
    return Message(speaker, kind, NOW, text)


def asked(text: str) -> Turn:
    return Turn(Role.USER, (TextPart(text),))


def exchange(number: int, calls: int, length: int) -> list[Turn]:
    """A question, rounds of calls with their results, and an answer."""
    turns = [asked("q" * length)]
    for call in range(calls):
        name = f"{number}-{call}"
        turns.append(Turn(Role.MODEL, (ToolCall(name, "spending", {}),)))
        turns.append(Turn(Role.USER, (ToolResult(name, "spending", {"x": "y" * length}),)))
    return [*turns, Turn(Role.MODEL, (TextPart("a" * length),))]


histories = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 400)), max_size=8).map(
    lambda sizes: [turn for n, (calls, length) in enumerate(sizes) for turn in exchange(n, calls, length)]
)


@given(histories, st.integers(0, 6000))
def test_what_is_left_fits_begins_with_the_person_and_parts_no_call_from_its_result(
    turns: list[Turn], most: int
) -> None:
    kept = trimmed(turns, most)
    assert sum(map(size_of, kept)) <= most
    assert list(kept) == turns[len(turns) - len(kept) :]
    calls = [part.id for turn in kept for part in turn.parts if isinstance(part, ToolCall)]
    results = [part.id for turn in kept for part in turn.parts if isinstance(part, ToolResult)]
    assert calls == results
    if kept:
        assert kept[0].role is Role.USER
        assert isinstance(kept[0].parts[0], TextPart)


@given(histories)
def test_where_all_fits_all_is_kept(turns: list[Turn]) -> None:
    assert list(trimmed(turns, 10**9)) == turns


def test_only_words_are_remembered_with_names_and_numbers_hidden() -> None:
    hidden = Pseudonyms("u", ["Sunita Devi"])
    turns = turns_of(
        [
            said(Speaker.PERSON, "I paid Sunita Devi, call 9876543210"),
            said(Speaker.ASSISTANT, "You paid Sunita Devi ₹500."),
            said(Speaker.ASSISTANT, "", MessageType.CHART),
        ],
        hidden,
    )
    person = hidden.of("Sunita Devi")
    assert [(turn.role, turn.parts) for turn in turns] == [
        (Role.USER, (TextPart(f"I paid {person}, call [phone]"),)),
        (Role.MODEL, (TextPart(f"You paid {person} ₹500."),)),
    ]


def test_what_the_person_said_is_theirs_and_no_answer_is() -> None:
    messages = [said(Speaker.PERSON, "50 lakh in FD"), said(Speaker.ASSISTANT, "₹9 crore")]
    assert said_in(messages) == "50 lakh in FD"
