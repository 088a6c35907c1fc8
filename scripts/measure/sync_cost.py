"""What a sync costs in writes, and its wall time over the slowest of Fi's tools."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Mapping, Sequence
from datetime import datetime
from statistics import median
from typing import Any

from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from scripts.journey.__main__ import travel
from scripts.journey.api import Api
from scripts.journey.cost import CostMeter
from scripts.journey.journey import Journey
from scripts.journey.person import of_simulator
from scripts.journey.steps import Steps
from scripts.journey.sync import sync
from scripts.measure.figure import Figure

MOST_FIRST_WRITES = 40
MOST_SECOND_WRITES = 4
SLOW_TOOL_S = 1.5
GOAL_RATIO = 1.3
GOAL_EXTRA_S = 0.2
ROUNDS = 3


class JourneyFailed(Exception):
    """A person's journey did not end well; what it printed says where."""


def writes(stack: Stack, people: Sequence[str]) -> list[Figure]:
    """The most writes that any of `people` needs, by the stack's own meter."""
    found = {
        person: travel(url(stack.at.gateway), of_simulator(person), 0, leaves=False) for person in people
    }
    if failed := [person for person, result in found.items() if not result["ok"]]:
        raise JourneyFailed(", ".join(failed))
    first = {person: result["cost"]["first_sync"] for person, result in found.items()}
    most = max(first, key=lambda person: first[person]["firestore_writes"])
    return [
        Figure(
            "first sync, document writes (job and lease included)",
            first[most]["firestore_writes"],
            "writes",
            MOST_FIRST_WRITES,
            f"most: {most}",
        ),
        Figure("first sync, document reads", _most(found, "first_sync", "firestore_reads"), "reads"),
        Figure("first sync, KMS calls", _most(found, "first_sync", "kms_calls"), "calls"),
        Figure(
            "second, unchanged sync, document writes",
            _most(found, "second_sync", "firestore_writes"),
            "writes",
            MOST_SECOND_WRITES,
        ),
        Figure("second sync, document reads", _most(found, "second_sync", "firestore_reads"), "reads"),
        Figure("overview, document reads", _most(found, "overview", "firestore_reads"), "reads", 1),
    ]


def wall_time(stack: Stack, person: str) -> list[Figure]:
    """A warm sync while one tool takes SLOW_TOOL_S: from the lease to the commit."""
    api = Api(url(stack.at.gateway))
    journey = Journey(api, of_simulator(person), Steps(lambda step, note: None))
    connection_id = journey.arrive()
    took = []
    for number in range(ROUNDS + 1):
        if number:  # the first only warms the worker up
            _order_slow_tool(stack)
        (job,), _ = sync(api, CostMeter(api), connection_id, f"wall-{number}")
        took.append(_seconds(job))
    api.close()
    allowed = GOAL_RATIO * SLOW_TOOL_S + GOAL_EXTRA_S
    return [
        Figure(
            f"sync while the slowest tool takes {SLOW_TOOL_S} s",
            median(took[1:]) / SLOW_TOOL_S,
            "x",
            allowed / SLOW_TOOL_S,
        )
    ]


def _most(found: Mapping[str, Mapping[str, Any]], step: str, unit: str) -> int:
    return max(int(result["cost"][step][unit]) for result in found.values())


def _seconds(job: Mapping[str, Any]) -> float:
    started, finished = (datetime.fromisoformat(job[name]) for name in ("startedAt", "finishedAt"))
    return (finished - started).total_seconds()


def _order_slow_tool(stack: Stack) -> None:
    order = {"mode": "slow", "tool": "fetch_bank_transactions", "seconds": SLOW_TOOL_S}
    request = urllib.request.Request(  # noqa: S310  the stack's own simulator
        f"{url(stack.at.fi_mcp)}/__faults",
        data=json.dumps(order).encode(),
        headers={"Content-Type": "application/json"},
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        answer.read()
