"""POST /api/chat, as JSON and as events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from functions_framework.aio import create_asgi_app
from starlette.types import Message

from future_finance import bootstrap
from future_finance.domain.fact_sheet import build
from future_finance.errors import AiStopped, ModelUnavailable, QuotaSpent, TurnsInFlight
from future_finance.usecases.model import Model, ModelRequest, StreamItem, TextPart, ToolCall
from tests.answer import error_of
from tests.api.conftest import APP, Api
from tests.chatting import OpenInsights
from tests.dossiers import TODAY, of_person
from tests.fakes.ai import InMemoryAccessLog, InMemoryBudget, InMemoryConsents, InMemoryFacts
from tests.fakes.clock import FixedClock
from tests.fakes.conversations import InMemoryConversationStore
from tests.fakes.profile import InMemoryProfileStore
from tests.fakes.scripted_model import Say, ScriptedModel

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 6, 0, tzinfo=UTC)
OVERVIEW = ToolCall("c1", "overview", {})
NET_WORTH = "Your net worth is ₹21,93,738."
ASKED = {"message": "What is my net worth?"}
EVENTS = {"Accept": "text/event-stream"}


class ChatParts:
    """The fakes behind the chat."""

    def __init__(self) -> None:
        self.budget = InMemoryBudget()
        self.consents = InMemoryConsents()
        self.log = InMemoryAccessLog()
        self.conversations = InMemoryConversationStore()
        papers = of_person("priya")
        bootstrap.replace(
            fact_store=InMemoryFacts(build(papers), papers),
            profile_store=InMemoryProfileStore(),
            ai_budget=self.budget,
            consents=self.consents,
            access_log=self.log,
            conversation_store=self.conversations,
            insight_store=OpenInsights(),
            clock=FixedClock(NOW),
        )

    def says(self, *script: Say) -> None:
        self.use(ScriptedModel(*script))

    def use(self, model: Model) -> None:
        bootstrap.replace(model=model)


@pytest.fixture
def parts(api: Api) -> ChatParts:
    parts = ChatParts()
    parts.says([OVERVIEW], NET_WORTH)
    return parts


def events_of(response: httpx2.Response) -> list[tuple[str, Any]]:
    found = []
    for block in response.text.strip().split("\n\n"):
        name, data = block.split("\n", 1)
        found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


async def test_an_answer_is_text_with_its_figures_and_where_they_come_from(
    api: Api, parts: ChatParts
) -> None:
    answer = await api.send("chat", "POST", user="asha", json=ASKED)
    assert answer.status_code == 200
    message = answer.json()["message"]
    assert message["text"] == NET_WORTH
    assert message["citations"][0]["factId"] == "N01"
    assert message["citations"][0]["value"] == "2193738.00"
    assert message["provenance"]["checked"] is True
    assert message["disclosures"][0]["en"].endswith("Not SEBI-registered.")
    assert [each["role"] for each in answer.json()["messages"]] == ["user", "assistant"]


async def test_the_conversation_can_be_read_afterwards(api: Api, parts: ChatParts) -> None:
    answer = (await api.send("chat", "POST", user="asha", json=ASKED)).json()
    path = f"/api/chat/conversations/{answer['conversationId']}"
    read = (await api.send("chat-conversations", path=path, user="asha")).json()
    assert read["messages"] == answer["messages"]


async def test_events_are_typed_in_order_and_end(api: Api, parts: ChatParts) -> None:
    answer = await api.send("chat", "POST", user="asha", json=ASKED, headers=EVENTS)
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = events_of(answer)
    assert [name for name, _ in events] == ["start", "tool", "delta", "citation", "done"]
    told = dict(events)
    assert told["start"]["conversationId"] == told["done"]["conversationId"]
    assert told["tool"] == {"name": "overview", "status": "ok"}
    assert told["done"]["message"]["text"] == told["delta"]["text"].strip() == NET_WORTH


async def test_json_and_events_tell_the_same(api: Api, parts: ChatParts) -> None:
    plain = (await api.send("chat", "POST", user="asha", json=ASKED)).json()["message"]
    parts.says([OVERVIEW], NET_WORTH)
    streamed = dict(events_of(await api.send("chat", "POST", user="asha", json=ASKED, headers=EVENTS)))
    assert streamed["done"]["message"] == plain


async def test_a_stream_has_every_header_of_an_answer_and_pages_of_ours_may_read_it(
    api: Api, parts: ChatParts
) -> None:
    answer = await api.send("chat", "POST", user="asha", json=ASKED, headers={**EVENTS, "Origin": APP})
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == APP
    assert answer.headers["x-request-id"]
    assert "content-length" not in answer.headers


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, 422),
        ({"message": ""}, 422),
        ({"message": " \n\t "}, 422),
        ({"message": "\u200b\u200b"}, 422),
        ({"message": "x" * 4001}, 422),
        ({"message": 7}, 422),
        ({"message": "Hi", "language": "fr"}, 422),
        ({"message": "Hi", "conversationId": "../x"}, 422),
        ({"message": "Hi", "uid": "bela"}, 422),
        ({"message": "Hi", "conversationId": "unknown"}, 404),
    ],
)
async def test_what_makes_no_sense_is_refused_before_any_event(
    api: Api, parts: ChatParts, body: dict[str, Any], code: int
) -> None:
    for headers in ({}, EVENTS):
        answer = await api.send("chat", "POST", user="asha", json=body, headers=headers)
        assert answer.status_code == code
        assert answer.headers["content-type"] == "application/json"
    assert parts.budget.open == set()


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b'{"message": "What is', "application/json", 400),
        (b"\x80\x81", "application/json", 400),
        (b"[]", "application/json", 422),
        (b'{"message": "Hi"}', "text/plain", 415),
        (b'{"message": "' + b"x" * 1024 * 1024 + b'"}', "application/json", 413),
    ],
    ids=["cut", "no text", "a list", "another type", "a megabyte"],
)
async def test_a_body_that_is_no_question_asks_nobody(
    api: Api, parts: ChatParts, content: bytes, kind: str, status: int
) -> None:
    for headers in ({}, EVENTS):
        answer = await api.send(
            "chat", "POST", user="asha", content=content, headers={**headers, "Content-Type": kind}
        )
        assert error_of(answer)[0] == status
    assert (parts.budget.open, parts.budget.spent, parts.log.recorded) == (set(), [], [])
    assert parts.conversations.conversations == {}


async def test_a_message_of_the_greatest_length_is_answered(api: Api, parts: ChatParts) -> None:
    answer = await api.send("chat", "POST", user="asha", json={"message": "net worth? ".ljust(4000, "x")})
    assert answer.status_code == 200


async def test_another_persons_conversation_is_not_there(api: Api, parts: ChatParts) -> None:
    theirs = (await api.send("chat", "POST", user="asha", json=ASKED)).json()["conversationId"]
    parts.says([OVERVIEW], NET_WORTH)
    answer = await api.send("chat", "POST", user="bela", json={**ASKED, "conversationId": theirs})
    assert error_of(answer) == (404, "not_found")


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (QuotaSpent(retry_after_s=7200), 429),
        (TurnsInFlight(retry_after_s=5), 429),
        (AiStopped(retry_after_s=7200), 503),
    ],
)
async def test_a_spent_budget_says_when_to_come_back(
    api: Api, parts: ChatParts, refusal: QuotaSpent, status: int
) -> None:
    parts.budget.refusal = refusal
    for headers in ({}, EVENTS):
        answer = await api.send("chat", "POST", user="asha", json=ASKED, headers=headers)
        assert error_of(answer) == (status, refusal.code)
        assert answer.headers["retry-after"] == str(refusal.retry_after_s)


async def test_without_consent_it_is_said_which_is_missing(api: Api, parts: ChatParts) -> None:
    parts.consents.scopes = frozenset()
    answer = await api.send("chat", "POST", user="asha", json=ASKED)
    assert error_of(answer) == (403, "consent_missing")


async def test_when_the_model_is_down_there_are_the_figures(api: Api, parts: ChatParts) -> None:
    parts.says(ModelUnavailable())
    answer = await api.send("chat", "POST", user="asha", json=ASKED)
    assert answer.status_code == 200
    assert "₹21,93,738" in answer.json()["message"]["text"]
    assert answer.json()["message"]["provenance"]["answeredBy"] == "code"


async def test_or_a_clear_error_in_either_form_and_nothing_kept(api: Api, parts: ChatParts) -> None:
    poem = {"message": "Write me a poem"}
    parts.says(ModelUnavailable())
    assert error_of(await api.send("chat", "POST", user="asha", json=poem)) == (503, "model_unavailable")
    parts.says(ModelUnavailable())
    events = events_of(await api.send("chat", "POST", user="asha", json=poem, headers=EVENTS))
    assert [name for name, _ in events] == ["start", "error"]
    assert events[1][1]["error"]["code"] == "model_unavailable"
    assert parts.conversations.kept == {}


async def test_urgent_help_comes_before_the_model_and_whatever_the_budget(api: Api, parts: ChatParts) -> None:
    parts.says()
    parts.budget.refusal = QuotaSpent()
    body = {"message": "Someone says my KYC expired and asks for an OTP"}
    text = (await api.send("chat", "POST", user="asha", json=body)).json()["message"]["text"]
    assert "1930" in text
    assert "Never share" in text


async def test_the_log_line_of_a_stream_is_written_at_its_end(
    api: Api, parts: ChatParts, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    await api.send("chat", "POST", user="asha", json=ASKED, headers=EVENTS)
    lines = log_lines()
    (request,) = [line for line in lines if "httpRequest" in line]
    assert request["httpRequest"]["status"] == 200
    assert "errorCode" not in request
    assert "21,93,738" not in json.dumps(lines, ensure_ascii=False)
    (first,) = [line for line in lines if line.get("event") == "first_token"]
    assert 0 <= first["measures"]["duration_s"] < 10
    parts.says(ModelUnavailable())
    await api.send("chat", "POST", user="asha", json={"message": "Write me a poem"}, headers=EVENTS)
    (request,) = [line for line in log_lines() if "httpRequest" in line]
    assert request["errorCode"] == "model_unavailable"


class Slow(ScriptedModel):
    """Tells when it is asked, and waits to be allowed."""

    def __init__(self, *script: Say) -> None:
        super().__init__(*script)
        self.go_on = asyncio.Event()
        self.stopped = False

    async def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]:
        try:
            yield TextPart("Let me think. ")
            await self.go_on.wait()
            async for item in super().stream(request):
                yield item
        finally:
            self.stopped = True


class Browser:
    """A caller that reads a stream as it comes, and may leave."""

    def __init__(self, api: Api, body: dict[str, Any]) -> None:
        self._content = json.dumps(body).encode()
        self._token = api.firebase.id_token("asha")
        self._asked = False
        self._gone = asyncio.Event()
        self.chunks: asyncio.Queue[bytes] = asyncio.Queue()

    def leave(self) -> None:
        self._gone.set()

    async def receive(self) -> Message:
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": self._content, "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        if message.get("body"):
            self.chunks.put_nowait(message["body"])

    async def run(self, app: Any) -> None:
        headers = [
            (b"authorization", f"Bearer {self._token}".encode()),
            (b"content-type", b"application/json"),
            (b"accept", b"text/event-stream"),
        ]
        scope = {
            "type": "http", "method": "POST", "path": "/api/chat", "raw_path": b"/api/chat", "query_string": b"",
            "headers": headers, "client": ("203.0.113.9", 1), "server": ("run.app", 80), "scheme": "http",
            "http_version": "1.1", "root_path": "",
        }  # fmt: skip
        await app(scope, self.receive, self.send)


async def test_the_first_event_comes_at_once_and_words_as_soon_as_they_are_whole(
    api: Api, parts: ChatParts
) -> None:
    model = Slow("That is all.")
    parts.use(model)
    app = create_asgi_app("chat", "functions/main.py")
    await api.send("chat", "GET", user="asha")  # a warm instance
    browser = Browser(api, {"message": "Hello there"})
    running = asyncio.create_task(browser.run(app))
    async with asyncio.timeout(5):
        first = await browser.chunks.get()
        assert first.startswith(b"event: start\n")  # while the model has not said a word
        model.go_on.set()
        await running
    told = b"".join(browser.chunks.get_nowait() for _ in range(browser.chunks.qsize()))
    assert told.count(b"event: delta\n") == 2
    assert told.rstrip().split(b"\n\n")[-1].startswith(b"event: done\n")


async def test_who_leaves_stops_the_model_gives_the_budget_back_and_keeps_what_was_shown(
    api: Api, parts: ChatParts, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    class Talking(Slow):
        async def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]:
            try:
                yield TextPart("Let me think. And")
                await self.go_on.wait()
            finally:
                self.stopped = True

    model = Talking()
    parts.use(model)
    app = create_asgi_app("chat", "functions/main.py")
    browser = Browser(api, {"message": "Hello there"})
    running = asyncio.create_task(browser.run(app))
    async with asyncio.timeout(5):
        while b"event: delta" not in await browser.chunks.get():
            pass
        browser.leave()
        await running
    assert model.stopped
    assert parts.budget.open == set()
    assert len(parts.log.recorded) == 1
    ((_, messages),) = parts.conversations.kept.items()
    assert (messages[1].text, messages[1].state.value) == ("Let me think.", "stopped")
    assert [line["errorCode"] for line in log_lines() if "httpRequest" in line] == ["client_left"]


class Together(ScriptedModel):
    """Answers nobody before `people` are waiting."""

    def __init__(self, people: int) -> None:
        super().__init__(*["That is all."] * people)
        self._all_here = asyncio.Barrier(people)

    async def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]:
        await self._all_here.wait()
        async for item in super().stream(request):
            yield item


async def test_people_are_answered_side_by_side(api: Api, parts: ChatParts) -> None:
    parts.use(Together(5))
    async with asyncio.timeout(5):
        answers = await asyncio.gather(
            *(api.send("chat", "POST", user=f"person{n}", json={"message": "Hello"}) for n in range(5))
        )
    assert [answer.status_code for answer in answers] == [200] * 5
    assert len({answer.json()["conversationId"] for answer in answers}) == 5
    assert parts.budget.open == set()
