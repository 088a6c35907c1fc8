"""A run of insights killed between any two of its steps, then delivered again, ends as one that never was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from future_finance.adapters.firestore.ai_access import FirestoreAccessLog
from future_finance.adapters.firestore.ai_budget import TURN_LAPSES_AFTER, FirestoreAiBudget
from future_finance.adapters.firestore.consent_change import ConsentChange
from future_finance.adapters.firestore.consents import FirestoreConsentStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.insights import FirestoreInsightStore
from future_finance.adapters.firestore.profile import FirestoreProfileStore
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.adapters.firestore.work_jobs import FirestoreWorkJobStore
from future_finance.domain.facts import FactSheet
from future_finance.domain.insight import Action, Insight, InsightState, Wording
from future_finance.domain.job import JobStatus
from future_finance.domain.profile import Language
from future_finance.usecases.generate_insights import Generating, InsightDelivery, generate_insights
from future_finance.usecases.insight_ports import ActionTaken
from future_finance.usecases.insights import act_on_insight
from future_finance.usecases.ports import SignedInPerson
from future_finance.usecases.work_jobs import hash_of
from tests.consenting import consent
from tests.emulator.store.conftest import NOW
from tests.emulator.store.test_sync_cut_off import Countdown, Killed, Mortal
from tests.fakes.ai import InMemoryFacts
from tests.fakes.clock import FixedClock
from tests.fakes.scripted_model import ScriptedModel
from tests.unit.usecases.insight_desk import INTEREST, OVERDUE, finding, said

pytestmark = pytest.mark.emulator

WORDED = said(("D02", "Your card interest a year is ₹80,700."), ("D01", "₹20,500 is overdue."))


class World:
    """A person with two findings, each run on the stores as they are deployed."""

    def __init__(self, documents: Documents, uid: str) -> None:
        self.documents = documents
        self.uid = uid
        self.clock = FixedClock(NOW)
        self.model = ScriptedModel(*[WORDED] * 40)
        self.insights = FirestoreInsightStore(documents)
        self.jobs = FirestoreWorkJobStore(documents, {})
        self.log = FirestoreAccessLog(documents)
        sheet = FactSheet(NOW.date(), 0, {each.id: each for each in (INTEREST, OVERDUE)})
        self.facts = InMemoryFacts(sheet)

    async def deliver(self, job_id: str, countdown: Countdown, *, last: bool = False) -> str:
        def mortal(inner: object) -> Any:
            return Mortal(inner, countdown)

        documents = self.documents
        budget = FirestoreAiBudget(documents, tokens_per_day=10**6, global_tokens_per_day=10**9)
        generating = Generating(
            jobs=mortal(self.jobs),
            insights=mortal(self.insights),
            facts=mortal(self.facts),
            profiles=mortal(FirestoreProfileStore(documents, lambda: pytest.fail("nothing changes it"))),
            consents=mortal(FirestoreConsentStore(documents, lambda: ConsentChange(documents))),
            budget=mortal(budget),
            access=mortal(self.log),
            model=lambda: mortal(self.model),
            detect=lambda sheet, profile: [finding(), finding(OVERDUE, "D01")],
            clock=self.clock,
        )
        return await generate_insights(generating, InsightDelivery(self.uid, job_id, True, last))

    async def kept(self) -> dict[str, Insight]:
        """What a second look may compare: the run's own id is left out."""
        return {key: replace(each, job_id="") for key, each in (await self.insights.stored(self.uid)).items()}

    async def status(self, job_id: str) -> JobStatus | None:
        job = await self.jobs.get(self.uid, hash_of("insights", job_id))
        return None if job is None else job.status


@pytest.fixture
async def world(documents: Documents, uid: str) -> World:
    return World(documents, uid)


def _wordings(insights: Mapping[str, Insight]) -> dict[str, Wording]:
    return {key: insight.text_in(Language.ENGLISH).wording for key, insight in insights.items()}


async def _somebody(documents: Documents, name: str) -> World:
    await FirestoreUserStore(documents).ensure(SignedInPerson(name, "a@example.com", "A", None), NOW)
    await consent(documents, name, NOW)
    return World(documents, name)


async def test_a_run_killed_anywhere_leaves_no_half_and_ends_complete_when_it_is_delivered_again(
    documents: Documents, world: World
) -> None:
    whole = Countdown(None)
    assert await world.deliver("s0", whole) == "succeeded"
    wanted = await world.kept()
    assert _wordings(wanted) == {"D01": Wording.MODEL, "D02": Wording.MODEL}
    assert whole.seen > 15
    for steps in range(whole.seen):
        person = await _somebody(documents, f"{world.uid}-{steps}")
        with pytest.raises(Killed):
            await person.deliver("s1", Countdown(steps))
        assert await person.kept() in ({}, wanted), steps  # all of it, or nothing yet
        if person.model.asked:
            assert await person.log.recent(person.uid, 5), f"asked without a word in the log, after {steps}"
        ended = await person.deliver("s1", Countdown(None))
        assert ended in {"succeeded", "finished"}, steps
        assert await person.kept() == wanted, steps
        assert await person.status("s1") is JobStatus.SUCCEEDED


async def test_a_run_killed_again_and_again_ends_in_our_words_until_its_permits_have_lapsed(
    world: World,
) -> None:
    """Two turns at a time: a third delivery within minutes finds none free."""
    for _ in range(2):
        with pytest.raises(Killed):
            await world.deliver("s1", Countdown(13))  # its permit is taken, the model not asked yet
    assert await world.deliver("s1", Countdown(None)) == "succeeded"
    assert _wordings(await world.kept()) == {"D01": Wording.TEMPLATE, "D02": Wording.TEMPLATE}
    assert world.model.asked == []
    world.clock.forward(TURN_LAPSES_AFTER)
    assert await world.deliver("s2", Countdown(None)) == "succeeded"
    assert _wordings(await world.kept()) == {"D01": Wording.MODEL, "D02": Wording.MODEL}


async def test_what_a_person_did_meanwhile_is_not_undone_by_a_run_that_is_delivered_again(
    world: World,
) -> None:
    await world.deliver("s0", Countdown(None))
    whole = Countdown(None)
    await world.deliver("s1", whole)
    for steps in range(whole.seen):
        with pytest.raises(Killed):
            await world.deliver(f"t{steps}", Countdown(steps))
        if steps == 4:
            await act_on_insight(world.insights, world.uid, ActionTaken("D02", Action.DISMISS, NOW))
        await world.deliver(f"t{steps}", Countdown(None))
    kept = await world.kept()
    assert kept["D02"].state is InsightState.DISMISSED
    assert kept["D01"].state is InsightState.NEW
