"""Chatting on the local cloud: the real functions, stores and adapter, and the stand-in for the model."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from tests.emulator.conftest import Arrive
from tests.emulator.visitor import Visitor, eventually

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

NET_WORTH = "What is my net worth?"


@pytest.fixture(scope="module")
def priya(arrive: Arrive) -> Visitor:
    """Synced once."""
    visitor = arrive("priya")
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    return visitor


@pytest.fixture
def model(stack: Stack) -> Iterator[str]:
    """The stand-in's address for orders of failures; well again after the test."""
    faults = f"{url(stack.at.vertex_ai)}/__faults"
    yield faults
    httpx2.delete(faults)


def ask(visitor: Visitor, message: str, **more: Any) -> dict[str, Any]:
    answer = visitor.post("/api/chat", {"message": message, **more})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def events(visitor: Visitor, message: str) -> list[tuple[float, str, dict[str, Any]]]:
    """When after the request each event came, its name and its data; read from the address that streams."""
    address = visitor.get("/api/config").json()["streamUrl"]
    headers = {"Authorization": f"Bearer {visitor.token}", "Accept": "text/event-stream"}
    found = []
    began = time.perf_counter()
    body = {"message": message}
    with httpx2.stream("POST", f"{address}/api/chat", json=body, headers=headers, timeout=75) as answer:
        assert answer.status_code == 200
        name = ""
        for line in answer.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                found.append((time.perf_counter() - began, name, json.loads(line.removeprefix("data: "))))
    return found


def net_worth_of(visitor: Visitor) -> str:
    """The overview's figure, as exact rupees."""
    return f"{visitor.overview()['netWorth']['net']['amountMinor'] / 100:.2f}"


def test_the_chat_tells_the_overviews_figure_in_english_hindi_and_hinglish(priya: Visitor) -> None:
    texts = []
    for question in (NET_WORTH, "Meri net worth kitni hai?", "मेरी नेट वर्थ कितनी है?"):
        message = ask(priya, question)["message"]
        (cited,) = (each for each in message["citations"] if each["factId"] == "N01")
        assert cited["value"] == net_worth_of(priya)
        assert cited["text"] in message["text"]
        assert message["provenance"]["standIn"] is True
        texts.append(cited["text"])
    assert len(set(texts)) == 1


def test_a_conversation_goes_on_is_listed_read_and_deleted(priya: Visitor) -> None:
    first = ask(priya, NET_WORTH)
    talk = first["conversationId"]
    ask(priya, "And my loans?", conversationId=talk)
    listed = priya.get("/api/chat/conversations").json()["conversations"]
    assert (listed[0]["id"], listed[0]["turns"]) == (talk, 2)
    read = priya.get(f"/api/chat/conversations/{talk}").json()
    assert read["messages"][:2] == first["messages"][:2]
    assert priya.delete(f"/api/chat/conversations/{talk}").status_code == 204
    assert priya.get(f"/api/chat/conversations/{talk}").status_code == 404


def test_events_stream_one_by_one_from_the_functions_own_address(priya: Visitor, model: str) -> None:
    ask(priya, NET_WORTH)  # a warm instance
    assert httpx2.post(model, json={"mode": "slow", "seconds": 1.5, "times": 1}).status_code == 200
    told = events(priya, NET_WORTH)
    assert told[0][1] == "start"
    assert told[-1][1] == "done"
    assert told[0][0] < 1.0 < told[-1][0]
    deltas = "".join(data["text"] for _, name, data in told if name == "delta")
    assert deltas.strip() == told[-1][2]["message"]["text"]


def test_a_page_of_the_app_may_read_the_stream(priya: Visitor, stack: Stack) -> None:
    address = priya.get("/api/config").json()["streamUrl"]
    asked = {"Origin": url(stack.at.gateway), "Access-Control-Request-Method": "POST"}
    preflight = httpx2.request("OPTIONS", f"{address}/api/chat", headers=asked, timeout=75)
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == url(stack.at.gateway)
    assert "Authorization" in preflight.headers["access-control-allow-headers"]


def test_no_lie_reaches_an_answer_an_event_or_what_is_kept(priya: Visitor, model: str) -> None:
    true = ask(priya, NET_WORTH)["message"]["text"]
    httpx2.post(model, json={"mode": "liar", "times": 20})
    answered = ask(priya, NET_WORTH)
    streamed = events(priya, NET_WORTH)
    kept = priya.get(f"/api/chat/conversations/{answered['conversationId']}").json()
    figure = next(each["text"] for each in answered["message"]["citations"] if each["factId"] == "N01")
    assert figure in true
    for text in (
        answered["message"]["text"],
        kept["messages"][1]["text"],
        streamed[-1][2]["message"]["text"],
    ):
        assert figure in text


@pytest.mark.parametrize("mode", ["500", "safety_block", "malformed_json", "endless_tools", "cut_stream"])
def test_however_the_model_fails_there_is_an_answer_with_the_figures(
    priya: Visitor, model: str, mode: str
) -> None:
    httpx2.post(model, json={"mode": mode, "times": 30})
    message = ask(priya, NET_WORTH)["message"]
    assert any(each["factId"] == "N01" and each["text"] in message["text"] for each in message["citations"])


def test_what_was_sent_is_told_from_the_log(priya: Visitor) -> None:
    ask(priya, NET_WORTH)
    message = ask(priya, "What did you send to Google?")["message"]
    assert "Net worth" in message["text"]
    assert message["provenance"]["answeredBy"] == "code"


def test_of_somebody_elses_conversation_there_is_nothing(priya: Visitor, arrive: Arrive) -> None:
    talk = ask(priya, NET_WORTH)["conversationId"]
    other = arrive("aarav")
    assert other.post("/api/chat", {"message": "Hi", "conversationId": talk}).status_code == 404
    assert other.get(f"/api/chat/conversations/{talk}").status_code == 404
    assert other.delete(f"/api/chat/conversations/{talk}").status_code == 404


def test_who_leaves_a_stream_gives_the_turn_back(priya: Visitor, model: str) -> None:
    """Two turns may run at once: were those that were left still counted, a third would be refused."""
    httpx2.post(model, json={"mode": "slow", "seconds": 20, "times": 3})
    address = priya.get("/api/config").json()["streamUrl"]
    headers = {"Authorization": f"Bearer {priya.token}", "Accept": "text/event-stream"}
    for _ in range(2):
        with httpx2.stream(
            "POST", f"{address}/api/chat", json={"message": NET_WORTH}, headers=headers, timeout=75
        ) as answer:
            assert next(answer.iter_lines()) == "event: start"
    httpx2.delete(model)

    def answered() -> dict[str, Any] | None:
        answer = priya.post("/api/chat", {"message": NET_WORTH})
        return answer.json() if answer.status_code == 200 else None

    assert eventually(answered, lambda: "turns are still in flight")["message"]["text"]
