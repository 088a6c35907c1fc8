"""What every store of conversations does."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.consent_document import to_document
from future_finance.adapters.firestore.conversations import FirestoreConversationStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.domain.consent import Purpose, Scope, grant
from future_finance.domain.conversation import (
    RETENTION,
    AnsweredBy,
    AnswerState,
    Chart,
    ChartKind,
    ChartPoint,
    Citation,
    Conversation,
    Message,
    MessageType,
    Provenance,
    Speaker,
)
from future_finance.errors import Conflict, ConsentMissing, InvalidInput, NotFound
from future_finance.usecases.chat_ports import ConversationStore
from future_finance.usecases.ports import SignedInPerson
from tests.fakes.conversations import InMemoryConversationStore

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
QUESTION = Message(Speaker.PERSON, MessageType.TEXT, NOW, "What is my net worth?")
CITED = Citation(
    "N01", "Net worth", "नेट वर्थ", "₹5,000.00", "5000.00", "INR", None, date(2026, 10, 31), "assets - debts",
    ("assets/c1_savings",), ("N01A", "N01L"), ("stale",), 0.5,
)  # fmt: skip
ANSWER = Message(
    Speaker.ASSISTANT, MessageType.TEXT, NOW, "₹5,000.", AnswerState.STOPPED, (CITED,),
    provenance=Provenance(AnsweredBy.MODEL, "gemini", True, "v1"), disclosures=("not_advice",),
)  # fmt: skip
CHART = Message(
    Speaker.ASSISTANT,
    MessageType.CHART,
    NOW,
    chart=Chart(
        ChartKind.LINE,
        "Net worth",
        "नेट वर्थ",
        "INR",
        (ChartPoint("2026-10-31", "Oct", "5000.00", "P01:2026-10-31"),),
    ),
)
TURN = (QUESTION, ANSWER, CHART)
VERSION = 3  # of the person's consents


def begun(at: datetime = NOW) -> Conversation:
    return Conversation(uuid.uuid4().hex, "What is my net worth?", at, at)


@pytest.fixture
def uid() -> str:
    return f"talker-{uuid.uuid4().hex}"


@pytest.fixture(params=["in_memory", pytest.param("on_firestore", marks=pytest.mark.emulator)])
async def store(request: pytest.FixtureRequest, uid: str) -> AsyncIterator[ConversationStore]:
    if request.param == "in_memory":
        memory = InMemoryConversationStore()
        memory.gone.add("nobody")
        memory.agreed = {Scope.LIABILITIES}
        memory.consent_version = VERSION
        yield memory
        return
    client = connect(request.getfixturevalue("firestore_emulator"))
    documents = Documents(client)
    await FirestoreUserStore(documents).ensure(SignedInPerson(uid, None, None, None), NOW)
    agreed = grant({}, [(Scope.LIABILITIES, purpose) for purpose in (Purpose.SYNC, Purpose.CHAT)], "v1", NOW)
    await documents.ref("users", uid).update({"consents": to_document(agreed), "consentVersion": VERSION})
    yield FirestoreConversationStore(documents)
    await disconnect(client)


async def test_a_turn_comes_back_as_it_was_kept(store: ConversationStore, uid: str) -> None:
    talk, kept = await store.add_turn(uid, begun(), TURN, VERSION, NOW)
    assert await store.get(uid, talk.id, NOW) == talk
    assert list(await store.messages(uid, talk, 10)) == list(kept)
    assert [message.id for message in kept] == ["00001-0", "00001-1", "00001-2"]
    assert kept[1].citations == (CITED,)
    assert kept[2].chart == CHART.chart


async def test_only_the_last_turns_are_read_and_in_order(store: ConversationStore, uid: str) -> None:
    talk = begun()
    for minutes in range(3):
        talk, _ = await store.add_turn(uid, talk, TURN[:2], VERSION, NOW + timedelta(minutes=minutes))
    assert [message.id for message in await store.messages(uid, talk, 2)] == [
        "00002-0", "00002-1", "00003-0", "00003-1",
    ]  # fmt: skip


async def test_two_turns_at_once_are_both_kept_one_after_the_other(
    store: ConversationStore, uid: str
) -> None:
    talk, _ = await store.add_turn(uid, begun(), TURN[:2], VERSION, NOW)
    await asyncio.gather(*(store.add_turn(uid, talk, TURN[:2], VERSION, NOW) for _ in range(2)))
    after = await store.get(uid, talk.id, NOW)
    assert after is not None
    assert after.turns == 3
    assert len(await store.messages(uid, after, 10)) == 6


async def test_of_another_persons_conversation_there_is_nothing(store: ConversationStore, uid: str) -> None:
    talk, _ = await store.add_turn(uid, begun(), TURN, VERSION, NOW)
    assert await store.get("somebody-else", talk.id, NOW) is None
    with pytest.raises(NotFound):
        await store.delete("somebody-else", talk.id)
    assert await store.get(uid, talk.id, NOW) is not None


async def test_of_who_is_gone_nothing_is_kept(store: ConversationStore) -> None:
    with pytest.raises(NotFound):
        await store.add_turn("nobody", begun(), TURN, VERSION, NOW)


async def test_a_turn_that_rests_on_what_was_taken_back_meanwhile_is_not_kept(
    store: ConversationStore, uid: str
) -> None:
    talk, _ = await store.add_turn(
        uid, begun(), (QUESTION, replace(ANSWER, scopes=("liabilities",))), VERSION, NOW
    )
    both = replace(ANSWER, scopes=("assets", "liabilities"))
    for conversation in (talk, begun()):
        with pytest.raises(ConsentMissing):
            await store.add_turn(uid, conversation, (QUESTION, both), VERSION, NOW)
    assert await store.get(uid, talk.id, NOW) == talk
    assert len(await store.messages(uid, talk, 10)) == 2


async def test_a_turn_asked_under_earlier_consents_is_kept_only_if_it_rests_on_none(
    store: ConversationStore, uid: str
) -> None:
    """Taken back and given again while it was answered: the answer is of the time before."""
    asked_under = VERSION - 2
    talk, _ = await store.add_turn(uid, begun(), (QUESTION, ANSWER), asked_under, NOW)
    resting = (QUESTION, replace(ANSWER, scopes=("liabilities",)))
    for conversation in (talk, begun()):
        with pytest.raises(Conflict):
            await store.add_turn(uid, conversation, resting, asked_under, NOW)
    assert await store.get(uid, talk.id, NOW) == talk
    assert len(await store.messages(uid, talk, 10)) == 2


async def test_a_turn_does_not_bring_a_deleted_conversation_back(store: ConversationStore, uid: str) -> None:
    talk, _ = await store.add_turn(uid, begun(), TURN, VERSION, NOW)
    await store.delete(uid, talk.id)
    with pytest.raises(NotFound):
        await store.add_turn(uid, talk, TURN, VERSION, NOW)
    assert await store.get(uid, talk.id, NOW) is None
    assert list(await store.messages(uid, talk, 10)) == []


async def test_what_has_expired_is_not_there(store: ConversationStore, uid: str) -> None:
    talk, _ = await store.add_turn(uid, begun(), TURN, VERSION, NOW)
    later = NOW + RETENTION
    assert await store.get(uid, talk.id, later) is None
    assert (await store.list(uid, 10, None, later)).conversations == ()


async def test_pages_go_from_the_one_last_spoken_in_to_the_oldest(store: ConversationStore, uid: str) -> None:
    talks = []
    for minutes in (0, 5, 5, 9):
        at = NOW + timedelta(minutes=minutes)
        talks.append((await store.add_turn(uid, begun(at), TURN[:2], VERSION, at))[0])
    expected = sorted(talks, key=lambda talk: (talk.updated_at, talk.id), reverse=True)
    found, cursor = [], None
    for _ in range(4):
        page = await store.list(uid, 1, cursor, NOW)
        found += page.conversations
        cursor = page.cursor
    assert found == expected
    assert cursor is None
    assert (await store.list(uid, 4, None, NOW)).cursor is None


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "bm90aGluZw",
        "eyJhIjogMX0",
        "WzEsIDJd",
        "WyIwMDAxLTAxLTAxVDAwOjAwOjAwKzE0OjAwIiwgImEiXQ",  # a moment before the first one
        "WyIyMDI2LTAxLTAxVDAwOjAwOjAwKzAwOjAwIiwgbnVsbF0",  # null for an id
        "WyIyMDI2LTAxLTAxVDAwOjAwOjAwKzAwOjAwIiwgIl9feF9fIl0",  # an id that Firestore keeps for itself
        "WyIyMDI2LTAxLTAxVDAwOjAwOjAwKzAwOjAwIiwgImEvYi9jIl0",  # a path for an id
    ],
)
async def test_a_cursor_that_is_not_ours_is_refused(store: ConversationStore, uid: str, cursor: str) -> None:
    with pytest.raises(InvalidInput):
        await store.list(uid, 10, cursor, NOW)
