"""What a question costs and how soon its answer begins, on a warm instance; and how often a run asks the model."""

from __future__ import annotations

import json
import secrets
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from scripts.journey.api import Api
from scripts.journey.cost import CostMeter, spent
from scripts.journey.journey import Journey
from scripts.journey.person import of_simulator
from scripts.journey.steps import Steps
from scripts.journey.sync import sync
from scripts.measure.figure import Figure

PERSON = "priya"
QUESTION = "What is my net worth?"
TURNS = 8
SLOW_S = 0.5
GOAL_FIRST_EVENT_MS = 100.0
GOAL_READS_FIRST, GOAL_READS_LATER = 10, 15
_ROUNDS = 5
_CALLS_A_TURN = 2  # a tool, then the words
_PATIENCE_S = 60.0


def measure(stack: Stack) -> list[Figure]:
    """One person, synced once; their insights followed the sync."""
    api = Api(url(stack.at.gateway))
    try:
        meter = CostMeter(api)
        connection_id = Journey(api, of_simulator(PERSON), Steps(lambda step, note: None)).arrive()
        sync(api, meter, connection_id, secrets.token_hex(8))
        calls = _calls_of_a_run(api)
        turns = list(_turns(api, meter))
        began, told = zip(*(_first_events_s(api) for _ in range(_ROUNDS)), strict=True)
        with _slow(stack):
            _, slowly = _first_events_s(api)
    finally:
        api.close()
    behind_s = slowly - _CALLS_A_TURN * SLOW_S
    return [
        Figure("model calls of a run of insights", calls, "calls", 1),
        Figure("first turn of a conversation, document reads", turns[0]["firestore_reads"], "reads", GOAL_READS_FIRST),
        Figure(f"turn {TURNS}, document reads", turns[-1]["firestore_reads"], "reads", GOAL_READS_LATER),
        Figure("a turn, document writes", max(turn["firestore_writes"] for turn in turns), "writes"),
        Figure("first event of an answer", median(began) * 1000, "ms", GOAL_FIRST_EVENT_MS),
        Figure("first words of an answer, of a model that takes no time", median(told) * 1000, "ms"),
        Figure("first words after the model's own first sentence, slow model", behind_s * 1000, "ms"),
    ]  # fmt: skip


def _calls_of_a_run(api: Api) -> int:
    """The most that one run of insights asked the model, by the log that the person sees."""
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        sends = api.get("/api/consents/access")["sends"]
        if calls := [int(send["calls"]) for send in sends if send["purpose"] == "insights" and send["calls"]]:
            return max(calls)
        time.sleep(0.25)
    raise AssertionError("no insights followed the sync")


def _turns(api: Api, meter: CostMeter) -> Iterator[dict[str, int]]:
    """What each turn of one conversation costs."""
    conversation: dict[str, str] = {}
    for _ in range(TURNS):
        before = meter.read("chat")
        answer = api.post("/api/chat", {"message": QUESTION, **conversation})
        conversation = {"conversationId": answer["conversationId"]}
        yield spent(before, meter.read("chat"))


def _first_events_s(api: Api) -> tuple[float, float]:
    """Seconds from the request to the first event, and to the first words."""
    address = f"{api.get('/api/config')['streamUrl']}/api/chat"
    seen: dict[str, float] = {}
    started = time.perf_counter()
    for name, _ in api.each_event(address, {"message": QUESTION}):
        seen.setdefault(name, time.perf_counter() - started)
    return seen["start"], seen["delta"]


@contextmanager
def _slow(stack: Stack) -> Iterator[None]:
    """The model says nothing for SLOW_S, and then all at once."""
    address = f"{url(stack.at.vertex_ai)}/__faults"
    order = {"mode": "slow", "times": _CALLS_A_TURN, "seconds": SLOW_S}
    urllib.request.urlopen(_post(address, order), timeout=10).close()  # noqa: S310  a local address
    try:
        yield
    finally:
        urllib.request.urlopen(urllib.request.Request(address, method="DELETE"), timeout=10).close()  # noqa: S310


def _post(address: str, body: object) -> urllib.request.Request:
    return urllib.request.Request(  # noqa: S310
        address, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
