"""`scripts/bench`: measures every speed and cost goal, prints the figures, writes docs/benchmarks.md."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from emulators import option
from emulators.children import ROOT
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.ports import free_port
from emulators.supervisor.addresses import PROJECT, base_environment, url
from emulators.supervisor.stack import Stack
from scripts.journey.api import Api
from scripts.journey.journey import Journey
from scripts.journey.person import of_simulator
from scripts.journey.steps import Steps
from scripts.measure import asking, bulk, cold_start, leaving, simulation, sync_cost, thinking, warm
from scripts.measure.cold_start import Start
from scripts.measure.figure import Figure, markdown
from scripts.measure.function_process import Call
from scripts.measure.signed_tokens import Issuer, serving
from scripts.measure.worker_call import worker_call

PAGE = Path("docs/benchmarks.md")
LOOKUP_DELAY_S = 0.2
READS = {
    "financial_overview": "/api/financial/overview",
    "financial_assets": "/api/financial/assets",
    "financial_liabilities": "/api/financial/liabilities",
    "financial_net_worth": "/api/financial/net-worth",
    "financial_transactions": "/api/financial/transactions",
    "profile": "/api/profile",
}
GOAL_HEALTH, GOAL_READ, GOAL_WORKER, GOAL_MODEL = 1.6, 2.2, 4.0, 4.5


def _people(text: str) -> list[str]:
    chosen = text.split(",")
    if unknown := [name for name in chosen if name not in BY_SLUG]:
        raise argparse.ArgumentTypeError(
            f"nobody is called {', '.join(unknown)}; choose of {', '.join(BY_SLUG)}"
        )
    return chosen


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--rounds", type=option.count, default=5, help="cold starts of each function")
    parser.add_argument("--requests", type=option.count, default=400, help="warm requests of each kind")
    parser.add_argument("--people", type=_people, default=",".join(BY_SLUG), help="whose syncs are counted")
    parser.add_argument("--write", action="store_true", help=f"also write {PAGE}")
    return parser.parse_args()


def _measured(options: argparse.Namespace) -> dict[str, Sequence[Figure]]:
    found: dict[str, Sequence[Figure]] = {
        "Ten thousand transactions": bulk.measure(),
        "Facts, findings and the check": thinking.measure(),
        "What-ifs": simulation.measure(),
    }
    stack = Stack(free_port(), state=ROOT / ".local" / "bench")
    logs = stack.state / "measure"
    try:
        stack.start()
        found["Sync"] = [
            *sync_cost.writes(stack, options.people),
            *sync_cost.wall_time(stack, "meenakshi"),
        ]
        found["Questions and insights, warm"] = asking.measure(stack)
        found["Taking one's data along, and being erased"] = leaving.measure(stack)
        api = Api(url(stack.at.gateway))
        journey = Journey(api, of_simulator("meenakshi"), Steps(lambda step, note: None))
        journey.travel(0, leaves=False)
        uid = api.get_by_cookie("/auth/session")["uid"]
        job_id = journey.found.jobs[0]["jobId"]
        api.close()
        document = f"users/{uid}/views/overview"
        issuer = Issuer(PROJECT)
        with serving(issuer, 0) as quick, serving(issuer, LOOKUP_DELAY_S) as slow:
            environ = base_environment() | stack.environment
            del environ["FIREBASE_AUTH_EMULATOR_HOST"]  # tokens are signed, as in production
            environ["FF_REQUESTS_PER_USER"] = "1000000"  # one user asks more often here than people do
            bearer = {"Authorization": f"Bearer {issuer.token(uid)}"}
            starts = [
                Start("health", Call("/health"), GOAL_HEALTH),
                *(Start(target, Call(path, headers=bearer), GOAL_READ) for target, path in READS.items()),
                *_asking_the_model(bearer),
                Start("sync_connection", worker_call(stack, uid, job_id), GOAL_WORKER),
            ]
            found["Cold start, process start to first answer"] = cold_start.measure(
                starts, environ | quick, document, logs, options.rounds
            )
            found["Warm overhead"] = warm.measure(
                environ | slow,
                document,
                Call("/api/financial/overview", headers=bearer),
                logs,
                options.requests,
            )
    finally:
        stack.stop()
    return found


def _asking_the_model(bearer: Mapping[str, str]) -> list[Start]:
    """Functions that ask the model, and what they answer before they do."""

    def post(path: str, body: Mapping[str, Any], accept: str = "application/json") -> Call:
        headers = {**bearer, "Content-Type": "application/json", "Accept": accept}
        return Call(path, "POST", headers, json.dumps(body).encode(), first_event="event" in accept)

    question = {"message": "What is my net worth?"}
    scenario = {"kind": "sip_change", "years": 10, "extraMonth": {"amountMinor": 500_000}}
    return [
        Start("chat", post("/api/chat", question, "text/event-stream"), GOAL_MODEL, "first event"),
        Start("chat", post("/api/chat", question), None, "whole answer"),
        Start("simulate", post("/api/simulate", {"scenario": scenario}), GOAL_MODEL, "a scenario"),
        Start(
            "simulate", post("/api/simulate", {"text": "SIP 5,000 badha dun to 10 saal mein?"}), None, "words"
        ),
    ]


def main() -> int:
    options = _options()
    started = time.monotonic()
    found = _measured(options)
    text = "\n".join(markdown(title, figures) for title, figures in found.items())
    head = (
        "# Benchmarks\n\n"
        "Written by `scripts/bench --write`. Ratios are taken within one run on one machine, so that they\n"
        "can be compared where seconds cannot. Functions run under the real `functions-framework` command\n"
        "against the official Firestore emulator; ID tokens are RS256-signed; in the warm runs the look-up\n"
        f"of revoked sessions is delayed by {LOOKUP_DELAY_S * 1000:.0f} ms.\n\n"
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"medians of {options.rounds} cold starts and {options.requests} warm requests, "
        f"{time.monotonic() - started:.0f} s in all.\n\n"
    )
    print(head + text)
    if options.write:
        (ROOT / PAGE).write_text(head + text)
    return 0 if all(figure.met for figures in found.values() for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
