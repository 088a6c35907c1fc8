"""What every store of insights and of their jobs does."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.insights import FirestoreInsightStore
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.adapters.firestore.work_jobs import FirestoreWorkJobStore
from future_finance.domain.finding import Impact, ImpactKind, Severity
from future_finance.domain.insight import Action, Figure, Insight, InsightState, InsightText, Step, act
from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.errors import Busy, Conflict, IdempotencyMismatch, NotFound
from future_finance.usecases.insight_ports import ActionTaken, InsightStore, Run
from future_finance.usecases.ports import LeaseRefusal, SignedInPerson
from future_finance.usecases.work_jobs import WorkJobStore
from tests.fakes.insights import InMemoryInsights, InMemoryWorkJobs

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)


@dataclass(frozen=True)
class Kept:
    """Both stores, and a person they know."""

    insights: InsightStore
    jobs: WorkJobStore
    uid: str

    def job(self, job_id: str = "j1", **fields: object) -> Job:
        job = Job(job_id, self.uid, "", JobType.INSIGHTS, JobStatus.QUEUED, NOW)
        return replace(job, **fields)  # type: ignore[arg-type]

    async def put(self, *insights: Insight, job_id: str = "j1") -> Job:
        running = await self.jobs.begin(self.job(job_id), NOW)
        assert isinstance(running, Job)
        return await self.insights.commit(
            Run(running, 0, 0), lambda stored: {insight.id: insight for insight in insights}, NOW
        )


@pytest.fixture(params=["in_memory", pytest.param("on_firestore", marks=pytest.mark.emulator)])
async def kept(request: pytest.FixtureRequest) -> AsyncIterator[Kept]:
    uid = f"u-{uuid.uuid4().hex}"
    if request.param == "in_memory":
        jobs = InMemoryWorkJobs()
        yield Kept(InMemoryInsights(jobs), jobs, uid)
        return
    client = connect(request.getfixturevalue("firestore_emulator"))
    documents = Documents(client)
    await FirestoreUserStore(documents).ensure(SignedInPerson(uid, None, None, None), NOW)
    work_jobs = FirestoreWorkJobStore(documents, {JobType.INSIGHTS: 3})
    yield Kept(FirestoreInsightStore(documents), work_jobs, uid)
    await disconnect(client)


def insight(insight_id: str = "D02", state: InsightState = InsightState.NEW) -> Insight:
    return Insight(
        id=insight_id,
        detector=insight_id,
        category="debt",
        severity=Severity.HIGH,
        confidence=0.9,
        raise_confidence="A newer report.",
        raise_confidence_hi="नई रिपोर्ट।",
        impact=Impact(ImpactKind.PER_YEAR, -80_700_00, is_estimate=True, assumption_ids=("card_rate",)),
        texts={"en": InsightText("Card", "It costs.", "Look."), "hi": InsightText("कार्ड", "लागत है।", "देखें।")},
        figures=(Figure("L07", "Interest", "ब्याज", "80700.00", "INR", "year", date(2026, 10, 31), "b x r"),),
        steps=(Step("See it", "देखें"),),
        created_at=NOW,
        updated_at=NOW,
        state=state,
        model="gemini",
        prompt_version="v1",
        tokens=120,
        job_id="j1",
    )


async def test_an_insight_comes_back_as_it_was_stored_and_its_job_has_ended(kept: Kept) -> None:
    ended = await kept.put(insight())
    assert ended.status is JobStatus.SUCCEEDED
    assert await kept.insights.stored(kept.uid) == {"D02": insight()}
    assert await kept.insights.get(kept.uid, "D02") == insight()
    assert await kept.insights.get("somebody-else", "D02") is None
    job = await kept.jobs.get(kept.uid, "j1")
    assert job is not None
    assert (job.status, job.finished_at, job.type) == (JobStatus.SUCCEEDED, NOW, JobType.INSIGHTS)


async def test_only_what_is_before_the_persons_eyes_is_open(kept: Kept) -> None:
    await kept.put(
        insight("A"),
        insight("B", InsightState.DISMISSED),
        insight("C", InsightState.RESOLVED),
        insight("D", InsightState.IMPLEMENTING),
    )
    assert {each.id for each in await kept.insights.open(kept.uid)} == {"A", "D"}


async def test_a_run_sees_what_is_stored_and_a_job_commits_once(kept: Kept) -> None:
    await kept.put(insight())
    seen: list[Mapping[str, Insight]] = []

    def look(stored: Mapping[str, Insight]) -> Mapping[str, Insight]:
        seen.append(stored)
        return {}

    running = await kept.jobs.begin(kept.job("j2"), NOW)
    assert isinstance(running, Job)
    for _ in range(2):
        await kept.insights.commit(Run(running, 0, 0), look, NOW)
    assert seen == [{"D02": insight()}]
    assert await kept.jobs.begin(kept.job("j2"), NOW) is LeaseRefusal.FINISHED


async def test_nothing_is_stored_of_data_that_has_changed(kept: Kept) -> None:
    running = await kept.jobs.begin(kept.job(), NOW)
    assert isinstance(running, Job)
    with pytest.raises(Busy):
        await kept.insights.commit(Run(running, 4, 0), lambda stored: {"D02": insight()}, NOW)
    assert await kept.insights.stored(kept.uid) == {}
    job = await kept.jobs.get(kept.uid, "j1")
    assert job is not None
    assert job.status is JobStatus.RUNNING


async def test_an_action_changes_the_insight_it_names(kept: Kept) -> None:
    await kept.put(insight())
    taken = ActionTaken("D02", Action.DISMISS, NOW, "not mine")
    changed = await kept.insights.change(kept.uid, taken, lambda one: act(one, Action.DISMISS, NOW))
    assert changed.state is InsightState.DISMISSED
    assert await kept.insights.get(kept.uid, "D02") == changed
    with pytest.raises(NotFound):
        await kept.insights.change(kept.uid, replace(taken, insight_id="X"), lambda one: one)


async def test_an_action_that_is_refused_changes_nothing(kept: Kept) -> None:
    await kept.put(insight())
    with pytest.raises(Conflict):
        await kept.insights.change(
            kept.uid, ActionTaken("D02", Action.UNDO, NOW), lambda one: act(one, Action.UNDO, NOW)
        )
    assert await kept.insights.get(kept.uid, "D02") == insight()


async def test_two_actions_at_once_both_happen(kept: Kept) -> None:
    await kept.put(insight("A"), insight("B"))
    await asyncio.gather(
        *(
            kept.insights.change(
                kept.uid, ActionTaken(name, Action.SEEN, NOW), lambda one: act(one, Action.SEEN, NOW)
            )
            for name in ("A", "B")
        )
    )
    assert {each.state for each in (await kept.insights.stored(kept.uid)).values()} == {InsightState.SEEN}


async def test_a_job_asked_for_twice_is_one_and_another_wish_under_its_id_is_refused(kept: Kept) -> None:
    asked = kept.job(request={"categories": ["debt"]}, request_hash="h", follow_ups=(FollowUp("q", "j1"),))
    assert await kept.jobs.create(asked) == asked
    assert await kept.jobs.create(replace(asked, created_at=NOW + timedelta(seconds=1))) == asked
    with pytest.raises(IdempotencyMismatch):
        await kept.jobs.create(replace(asked, request_hash="other"))
    assert await kept.jobs.get(kept.uid, "j1") == asked
    assert await kept.jobs.get("somebody-else", "j1") is None


async def test_a_job_that_begins_keeps_what_was_asked_for(kept: Kept) -> None:
    await kept.jobs.create(kept.job(request={"categories": ["debt"]}))
    begun = await kept.jobs.begin(kept.job(), NOW + timedelta(seconds=5))
    assert isinstance(begun, Job)
    assert (begun.status, begun.request) == (JobStatus.RUNNING, {"categories": ["debt"]})


async def test_a_job_that_failed_stays_so(kept: Kept) -> None:
    await kept.jobs.begin(kept.job(), NOW)
    await kept.jobs.end(kept.job(), JobStatus.FAILED, "busy", NOW)
    await kept.jobs.end(kept.job(), JobStatus.FAILED, "other", NOW)
    job = await kept.jobs.get(kept.uid, "j1")
    assert job is not None
    assert (job.status, job.error) == (JobStatus.FAILED, "busy")


async def test_a_job_ends_with_its_counts(kept: Kept) -> None:
    await kept.jobs.begin(kept.job(), NOW)
    await kept.jobs.end(kept.job(counts={"ledger": 3, "left": 0}), JobStatus.SUCCEEDED, None, NOW)
    job = await kept.jobs.get(kept.uid, "j1")
    assert job is not None
    assert (job.status, job.counts) == (JobStatus.SUCCEEDED, {"ledger": 3, "left": 0})
