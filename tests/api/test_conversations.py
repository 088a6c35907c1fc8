"""/api/chat/conversations."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from future_finance import bootstrap
from future_finance.domain.conversation import (
    AnsweredBy,
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
from tests.answer import error_of
from tests.api.conftest import Api
from tests.fakes.clock import FixedClock
from tests.fakes.conversations import InMemoryConversationStore

NAME = "chat-conversations"
PATH = "/api/chat/conversations"
NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
CITED = Citation(
    "N01", "Net worth", "नेट वर्थ", "₹5,000", "5000.00", "INR", None, date(2026, 10, 31), "assets - debts"
)
TURN = (
    Message(Speaker.PERSON, MessageType.TEXT, NOW, "What is my net worth?"),
    Message(
        Speaker.ASSISTANT,
        MessageType.TEXT,
        NOW,
        "Your net worth is ₹5,000.",
        citations=(CITED,),
        provenance=Provenance(AnsweredBy.MODEL, "gemini", False, "chat/v1"),
        disclosures=("not_advice",),
    ),
    Message(
        Speaker.ASSISTANT,
        MessageType.CHART,
        NOW,
        chart=Chart(ChartKind.LINE, "Net worth", "नेट वर्थ", "INR", (ChartPoint("2026-10-31", "31 Oct", "5000.00", "P01:x"),)),
        disclosures=("market_risk",),
    ),
)  # fmt: skip


@pytest.fixture
async def store(api: Api) -> InMemoryConversationStore:
    store = InMemoryConversationStore()
    bootstrap.replace(conversation_store=store, clock=FixedClock(NOW))
    for n in range(3):
        at = NOW + timedelta(minutes=n)
        await store.add_turn("asha", Conversation(f"talk{n}", f"Question {n}", at, at), TURN, 0, at)
    return store


async def test_conversations_are_listed_page_by_page(api: Api, store: InMemoryConversationStore) -> None:
    first = (await api.send(NAME, path=f"{PATH}?limit=2", user="asha")).json()
    assert [each["id"] for each in first["conversations"]] == ["talk2", "talk1"]
    rest = await api.send(NAME, path=f"{PATH}?limit=2&cursor={first['nextCursor']}", user="asha")
    assert [each["id"] for each in rest.json()["conversations"]] == ["talk0"]
    assert rest.json()["nextCursor"] is None


async def test_a_conversation_is_read_with_citations_charts_and_its_fixed_lines(
    api: Api, store: InMemoryConversationStore
) -> None:
    answer = (await api.send(NAME, path=f"{PATH}/talk0", user="asha")).json()
    question, text, chart = answer["messages"]
    assert (question["role"], question["text"]) == ("user", "What is my net worth?")
    assert text["citations"][0]["formula"] == "assets - debts"
    assert text["citations"][0]["asOf"] == "2026-10-31"
    assert text["disclosures"][0]["en"].startswith("Information from your own data")
    assert text["provenance"]["answeredBy"] == "model"
    assert (chart["type"], chart["chart"]["points"][0]["value"]) == ("chart", "5000.00")
    assert "market risks" in chart["disclosures"][0]["en"]


@pytest.mark.parametrize("method", ["GET", "DELETE"])
async def test_another_persons_conversation_is_not_there(
    api: Api, store: InMemoryConversationStore, method: str
) -> None:
    answer = await api.send(NAME, method, f"{PATH}/talk0", user="bela")
    assert error_of(answer) == (404, "not_found")
    assert (await api.send(NAME, path=f"{PATH}/talk0", user="asha")).status_code == 200


async def test_a_deleted_conversation_is_gone(api: Api, store: InMemoryConversationStore) -> None:
    assert (await api.send(NAME, "DELETE", f"{PATH}/talk1", user="asha")).status_code == 204
    assert (await api.send(NAME, path=f"{PATH}/talk1", user="asha")).status_code == 404
    listed = (await api.send(NAME, user="asha")).json()["conversations"]
    assert [each["id"] for each in listed] == ["talk2", "talk0"]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=51", "limit=x", "limit=-1", "cursor=", "cursor=nobody", "page=1"]
)
async def test_a_query_that_makes_no_sense_is_refused(
    api: Api, store: InMemoryConversationStore, query: str
) -> None:
    answer = await api.send(NAME, path=f"{PATH}?{query}", user="asha")
    assert error_of(answer) == (422, "invalid_input")


async def test_only_what_is_there_can_be_asked_for(api: Api, store: InMemoryConversationStore) -> None:
    assert (await api.send(NAME, path=f"{PATH}/talk0/messages", user="asha")).status_code == 404
    assert (await api.send(NAME, "PUT", f"{PATH}/talk0", user="asha")).status_code == 405
    assert (await api.send(NAME, "DELETE", PATH, user="asha")).status_code == 405
