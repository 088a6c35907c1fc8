"""Insights on the local cloud: they follow a sync, and a model that lies changes no figure."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import httpx2
import pytest

from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from future_finance.domain.facts import Fact
from future_finance.domain.grounding import verify
from tests.emulator.conftest import Arrive
from tests.emulator.visitor import Visitor, eventually

pytestmark = [pytest.mark.emulator, pytest.mark.slow]


@pytest.fixture
def model(stack: Stack) -> Iterator[str]:
    """The stand-in's address for orders of failures; well again after the test."""
    faults = f"{url(stack.at.vertex_ai)}/__faults"
    yield faults
    httpx2.delete(faults)


def listed(visitor: Visitor) -> list[dict[str, Any]]:
    insights: list[dict[str, Any]] = visitor.get("/api/insights?limit=50").json()["insights"]
    return insights


def after_sync(visitor: Visitor) -> list[dict[str, Any]]:
    """The insights that follow a first sync by themselves."""
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    return eventually(lambda: listed(visitor) or None, lambda: "no insight")


def generated(visitor: Visitor) -> dict[str, Any]:
    """A run asked for, ended."""
    key = secrets.token_hex(8)
    asked = visitor.post("/api/insights/generate", {}, **{"Idempotency-Key": key}).json()

    def look() -> dict[str, Any] | None:
        job: dict[str, Any] = visitor.get(f"/api/insights/jobs/{asked['jobId']}").json()
        return None if job["status"] in {"queued", "running"} else job

    return eventually(look, lambda: "the run did not end")


def facts_of(insight: dict[str, Any]) -> list[Fact]:
    """The figures behind an insight, as facts."""
    return [
        Fact(
            id=figure["factId"],
            label=figure["label"],
            value=_value(figure["value"]),
            unit=figure["unit"],
            per=figure["per"],
            as_of=None if figure["asOf"] is None else date.fromisoformat(figure["asOf"]),
            scopes=frozenset(),
        )
        for figure in insight["figures"]
    ]


def _value(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def unsupported(insight: dict[str, Any]) -> list[str]:
    facts = facts_of(insight)
    passages = (insight["title"], insight["description"], insight["nextStep"])
    return [mention.text for passage in passages for mention in verify(passage, facts).unsupported]


def test_insights_follow_a_sync_worded_by_the_model_with_every_figure_checked(arrive: Arrive) -> None:
    insights = after_sync(arrive("rohan"))
    assert {insight["detector"] for insight in insights} >= {"D02", "C01", "S01", "R01"}
    assert {insight["wording"] for insight in insights} == {"model"}
    assert all(insight["standIn"] and insight["model"] for insight in insights)
    assert [found for insight in insights if (found := unsupported(insight))] == []


def test_a_model_that_lies_leaves_no_wrong_figure_in_what_is_stored(arrive: Arrive, model: str) -> None:
    httpx2.post(model, json={"mode": "liar", "times": 1000}).raise_for_status()
    insights = after_sync(arrive("meenakshi"))
    assert [found for insight in insights if (found := unsupported(insight))] == []
    httpx2.delete(model)
    assert len(insights) >= 4


@pytest.mark.parametrize("mode", ["500", "safety_block", "malformed_json", "truncated"])
def test_a_model_that_fails_costs_the_words_alone(arrive: Arrive, model: str, mode: str) -> None:
    httpx2.post(model, json={"mode": mode, "times": 1000}).raise_for_status()
    visitor = arrive("aarav")
    insights = after_sync(visitor)
    assert {insight["wording"] for insight in insights} == {"template"}
    httpx2.delete(model)
    assert generated(visitor)["status"] == "succeeded"
    assert {insight["wording"] for insight in listed(visitor)} == {"model"}


def test_a_decision_survives_the_next_run_and_what_was_sent_is_in_the_log(arrive: Arrive) -> None:
    visitor = arrive("priya")
    first = after_sync(visitor)[0]
    visitor.post(f"/api/insights/{first['id']}/actions", {"action": "dismiss"})
    assert generated(visitor)["status"] == "succeeded"
    assert first["id"] not in {insight["id"] for insight in listed(visitor)}
    undone = visitor.post(f"/api/insights/{first['id']}/actions", {"action": "undo"}).json()["insight"]
    assert undone["state"] == first["state"]
