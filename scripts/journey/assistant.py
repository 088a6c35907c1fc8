"""Insights, questions and what-ifs: each answer is held against the figures that the screens show."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from scripts.journey.api import Api, StepFailed
from scripts.journey.cost import CostMeter, spent
from scripts.journey.steps import Steps

WAIT_S = 60.0
FOLLOWS_WITHIN_S = 30.0
_POLL_S = 0.5
_RUNNING = {"queued", "running"}

WORTH = "मेरी नेट वर्थ कितनी है?"
UNANSWERABLE = "Is my life cover enough?"
STREAMED = "How many months can I survive without a job?"
WHAT_IF = {"kind": "emergency_fund_build", "months": 6}
WHAT_IF_IN_WORDS = "SIP 5000 badha dun to 10 saal mein?"


@dataclass(slots=True)
class Talk:
    """What the assistant said."""

    insights: list[dict[str, Any]] = field(default_factory=list)
    turns: list[tuple[str, str]] = field(default_factory=list)  # question, answer
    simulations: list[dict[str, Any]] = field(default_factory=list)
    cost: dict[str, dict[str, int]] = field(default_factory=dict)


class Assistant:
    """The second half of a journey. `net_minor`: the net worth that the overview shows, None where it has none."""

    def __init__(self, api: Api, meter: CostMeter, steps: Steps, net_minor: int | None) -> None:
        self._api = api
        self._meter = meter
        self._steps = steps
        self._net_minor = net_minor
        self.talk = Talk()

    def meet(self) -> None:
        """Raises StepFailed at the first step that fails."""
        run, talk = self._steps.run, self.talk
        talk.insights = run("insights after the sync", self._insights)
        if talk.insights:
            run("dismiss one, and undo", lambda: self._dismiss_and_undo(talk.insights[0]["id"]))
        run("insights asked for", self._asked_for)
        before = self._meter.read("chat")
        run("chat: net worth in Hindi", self._net_worth_in_hindi)
        talk.cost["chat_turn"] = spent(before, self._meter.read("chat"))
        run("chat: unanswerable", self._unanswerable)
        run("chat: streaming", self._streaming)
        run("what-if: a form", lambda: self._what_if({"scenario": WHAT_IF}))
        run("what-if: in words", lambda: self._what_if({"text": WHAT_IF_IN_WORDS}))

    def _insights(self) -> list[dict[str, Any]]:
        """Those that follow the first sync by themselves; a person about whom there is nothing to say has none."""
        deadline = time.monotonic() + FOLLOWS_WITHIN_S
        while time.monotonic() < deadline:
            if found := self._shown():
                return found
            time.sleep(_POLL_S)
        if self._run_again():
            raise StepFailed("no insight followed the sync, and a run that was asked for found some")
        return []

    def _shown(self) -> list[dict[str, Any]]:
        answer = self._api.get("/api/insights", limit="50")
        if not answer["disclosures"]:
            raise StepFailed("insights came without their disclosure")
        return list(answer["insights"])

    def _dismiss_and_undo(self, insight_id: str) -> None:
        path = f"/api/insights/{insight_id}/actions"
        self._api.post(path, {"action": "dismiss"})
        if insight_id in self._listed():
            raise StepFailed("a dismissed insight is still listed")
        self._api.post(path, {"action": "undo"})
        if insight_id not in self._listed():
            raise StepFailed("undo did not bring the insight back")

    def _listed(self) -> set[str]:
        return {insight["id"] for insight in self._shown()}

    def _asked_for(self) -> None:
        before = self._meter.read("generate-insights")
        self._run_again()
        self.talk.cost["insights_again"] = spent(before, self._meter.read("generate-insights"))

    def _run_again(self) -> int:
        """How many insights a run that is asked for makes or changes."""
        asked = self._api.post("/api/insights/generate", {}, **{"Idempotency-Key": secrets.token_hex(8)})
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            job = self._api.get(f"/api/insights/jobs/{asked['jobId']}")
            if job["status"] not in _RUNNING:
                if job["status"] != "succeeded":
                    raise StepFailed(f"the run ended as {job['status']}: {job['error']}")
                return sum(job["counts"].values())
            time.sleep(_POLL_S)
        raise StepFailed(f"the run did not end within {WAIT_S:.0f} s")

    def _net_worth_in_hindi(self) -> None:
        """The figure must be the overview's, to the paisa."""
        message = self._answer(WORTH)
        if self._net_minor is None:
            return
        cited = {citation["factId"]: citation["value"] for citation in message["citations"]}
        if Decimal(cited.get("N01", "NaN")) != Decimal(self._net_minor) / 100:
            raise StepFailed("the answer's net worth is not the overview's")

    def _unanswerable(self) -> None:
        message = self._answer(UNANSWERABLE)
        if message["citations"]:
            raise StepFailed("a question that no data answers was answered with figures")

    def _answer(self, question: str) -> dict[str, Any]:
        answer = self._api.post("/api/chat", {"message": question})
        message: dict[str, Any] = answer["message"]
        self._keep(question, message)
        return message

    def _keep(self, question: str, message: dict[str, Any]) -> None:
        if not message["text"] or not message["provenance"]["checked"]:
            raise StepFailed("the answer is empty or unchecked")
        self.talk.turns.append((question, message["text"]))

    def _streaming(self) -> None:
        """Events in their order; what was streamed is what is kept."""
        url = self._api.get("/api/config")["streamUrl"]
        if not url:
            raise StepFailed("this stack says of no address where answers stream")
        events = self._api.events(f"{url}/api/chat", {"message": STREAMED})
        names = [name for name, _ in events]
        if names[:1] != ["start"] or names[-1:] != ["done"]:
            raise StepFailed(f"the stream went {' '.join(names)}")
        message = json.loads(events[-1][1])["message"]
        told = "".join(json.loads(data)["text"] for name, data in events if name == "delta")
        if told.split() != message["text"].split():
            raise StepFailed("what was streamed is not what was kept")
        self._keep(STREAMED, message)

    def _what_if(self, body: dict[str, Any]) -> None:
        found = self._api.post("/api/simulate", body)
        if "text" in body and not found["understoodAs"]:
            raise StepFailed("the answer does not say what was understood")
        self.talk.simulations.append(found)
