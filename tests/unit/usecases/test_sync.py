"""Asking for a sync, doing it, and sweeping up what never ended."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.consent import Purpose as ConsentPurpose
from future_finance.domain.consent import Scope
from future_finance.domain.job import FollowUp, JobStatus, JobType
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus, Snapshot
from future_finance.errors import (
    AppError,
    Busy,
    Conflict,
    ConnectionChanged,
    IdempotencyMismatch,
    LoginPending,
    LoginRequired,
    NotFound,
    OtherPerson,
    SourceUnavailable,
    Unavailable,
    VaultUnavailable,
)
from future_finance.usecases.consents import erasure_job
from future_finance.usecases.ports import LeaseRefusal, Purpose
from future_finance.usecases.sweep import sweep_jobs
from future_finance.usecases.sync_progress import ProgressReporter
from future_finance.usecases.sync_requests import request_sync
from tests.fakes.person import ALL_OK, SNAPSHOT, with_failed
from tests.unit.usecases.sync_world import ACTIVE, NOW, UID, World


async def test_a_request_writes_the_job_before_its_task() -> None:
    world = World()
    world.queue.available = False
    with pytest.raises(Unavailable):
        await world.ask("key")
    (job,) = world.jobs.jobs.values()
    assert job.follow_ups == (FollowUp("sync-connection", job.id),)
    world.queue.available = True
    (again,) = await world.ask("key")
    assert again.id == job.id
    assert [task.payload for task in world.queue.tasks] == [
        {"uid": UID, "jobId": job.id, "connectionId": "c1"}
    ]


async def test_the_same_key_for_another_request_is_refused() -> None:
    world = World()
    await world.ask("key")
    with pytest.raises(IdempotencyMismatch):
        await world.ask("key", ["c1"])


async def test_the_first_sync_of_a_link_is_full_and_a_later_one_manual() -> None:
    world = World()
    (first,) = await world.ask("k1")
    world.connections.of[UID]["c1"] = replace(ACTIVE, next_sync_due=NOW)
    (later,) = await world.ask("k2")
    assert (first.type, later.type) == (JobType.FULL, JobType.MANUAL)


@pytest.mark.parametrize(
    ("connections", "error"),
    [
        ([], Conflict),
        ([replace(ACTIVE, active_until=NOW)], LoginRequired),
        ([replace(ACTIVE, status=ConnectionStatus.PENDING_LOGIN)], LoginPending),
        ([replace(ACTIVE, status=ConnectionStatus.REVOKED)], Conflict),
    ],
)
async def test_a_request_without_an_active_link_says_what_to_do(
    connections: list[Connection], error: type[AppError]
) -> None:
    world = World()
    world.connections.of[UID] = {connection.id: connection for connection in connections}
    with pytest.raises(error):
        await world.ask()


async def test_a_link_of_somebody_else_is_not_found() -> None:
    with pytest.raises(NotFound):
        await World().ask(ids=["c1", "somebody-elses"])


async def test_a_sync_commits_and_pays_what_it_owes() -> None:
    world = await World().ready()
    assert await world.deliver() == "succeeded"
    assert world.jobs.committed == [SNAPSHOT]
    assert [task.queue for task in world.queue.tasks] == ["sync-connection", "generate-insights"]
    assert world.jobs.jobs["j1"].follow_ups == ()


async def test_a_second_delivery_fetches_nothing() -> None:
    world = await World().ready()
    await world.deliver()
    assert await world.deliver() == "finished"
    assert world.source.fetched == ["s1"]


async def test_a_delivery_after_a_cut_off_one_pays_the_outstanding_follow_ups() -> None:
    world = await World().ready()
    world.jobs.jobs["j1"] = replace(
        world.jobs.jobs["j1"], status=JobStatus.SUCCEEDED, follow_ups=(FollowUp("generate-insights", "f"),)
    )
    await world.deliver()
    assert [task.id for task in world.queue.tasks] == ["j1", "f"]
    assert world.jobs.jobs["j1"].follow_ups == ()


@pytest.mark.parametrize("refusal", [LeaseRefusal.GONE, LeaseRefusal.NOT_ACTIVE])
async def test_a_task_for_what_is_gone_or_waits_for_a_login_is_done(refusal: LeaseRefusal) -> None:
    world = await World().ready()
    world.jobs.refusal = refusal
    assert await world.deliver() == refusal.value
    assert world.source.fetched == []


async def test_a_held_lease_sends_the_delivery_back() -> None:
    world = await World().ready()
    world.jobs.refusal = LeaseRefusal.HELD
    with pytest.raises(Busy):
        await world.deliver()


async def test_one_login_prompt_in_the_burst_overwrites_nothing() -> None:
    world = await World().ready()
    outcomes = {**ALL_OK, PartName.EPF: PartOutcome(PartStatus.LOGIN_REQUIRED)}
    world.source.snapshot = Snapshot(outcomes)
    assert await world.deliver() == "needs_login"
    assert world.jobs.committed == []


async def test_a_session_that_is_not_in_the_vault_needs_a_login() -> None:
    world = await World().ready()
    await world.vault.discard(UID, "c1", Purpose.FI_SESSION)
    assert await world.deliver() == "needs_login"


async def test_a_broken_seal_needs_a_login() -> None:
    world = await World().ready()
    world.vault.broken.add(UID)
    assert await world.deliver() == "needs_login"


async def test_a_failed_part_makes_a_partial_sync() -> None:
    world = await World().ready()
    world.source.snapshot = with_failed(PartName.EPF)
    assert await world.deliver() == "partial"


async def test_kms_down_gives_the_lease_back_and_is_tried_again() -> None:
    world = await World().ready()
    world.vault.available = False
    with pytest.raises(VaultUnavailable):
        await world.deliver()
    assert [lease.attempt_id for lease in world.jobs.released] == ["attempt"]
    world.vault.available = True
    assert await world.deliver() == "succeeded"


async def test_when_no_part_came_the_whole_is_tried_again_and_buried_at_last() -> None:
    world = await World().ready()
    world.source.snapshot = Snapshot(
        {part: PartOutcome(PartStatus.FAILED, "unavailable") for part in PartName}
    )
    with pytest.raises(SourceUnavailable):
        await world.deliver()
    assert world.jobs.buried == []
    assert await world.deliver(last=True) == "dead_letter"
    assert world.jobs.buried == [("j1", "source_unavailable")]


async def test_a_user_who_left_while_it_ran_ends_the_task() -> None:
    world = await World().ready()
    world.jobs.commit_error = NotFound()
    assert await world.deliver() == "gone"


async def test_somebody_elses_login_ends_the_job_and_its_session_is_discarded() -> None:
    world = await World().ready()
    world.jobs.commit_error = OtherPerson()
    assert await world.deliver() == "needs_login"
    assert world.jobs.jobs["j1"].error == "other_person"
    assert await world.vault.open(UID, "c1", Purpose.FI_SESSION) is None


@pytest.mark.parametrize("error", [ConnectionChanged()])
async def test_what_no_other_try_can_mend_ends_the_job(error: AppError) -> None:
    world = await World().ready()
    world.jobs.commit_error = error
    assert await world.deliver() == "failed"
    assert world.jobs.jobs["j1"].error == error.code
    assert world.jobs.released == []


async def test_answers_that_stay_unreadable_are_not_asked_for_again() -> None:
    world = await World().ready()
    outcomes = {part: PartOutcome(PartStatus.FAILED, "layout_changed") for part in PartName}
    world.source.snapshot = Snapshot(outcomes)
    assert await world.deliver() == "failed"
    assert world.jobs.jobs["j1"].error == "source_answer_refused"


async def test_an_error_nobody_foresaw_gives_the_lease_back_and_is_buried_at_last() -> None:
    world = await World().ready()
    world.jobs.commit_error = ValueError("unforeseen")
    with pytest.raises(ValueError, match="unforeseen"):
        await world.deliver()
    assert len(world.jobs.released) == 1
    assert world.jobs.buried == []
    with pytest.raises(ValueError, match="unforeseen"):
        await world.deliver(last=True)
    assert world.jobs.buried == [("j1", "internal")]


async def test_the_sweeper_pays_what_an_ended_job_still_owes() -> None:
    world = await World().ready()
    owed = replace(
        world.jobs.jobs["j1"], status=JobStatus.SUCCEEDED, follow_ups=(FollowUp("generate-insights", "f"),)
    )
    world.jobs.jobs["j1"] = owed
    counts = await sweep_jobs(world.jobs, world.queue, NOW + timedelta(hours=20))
    assert counts["paid"] == 1
    assert world.jobs.jobs["j1"].follow_ups == ()


async def test_a_second_click_without_a_key_is_the_same_wish_while_it_runs() -> None:
    world = World()
    (first,) = await world.ask()
    (second,) = await world.ask()
    (late,) = await request_sync(world.requesting, UID, None, None, NOW + timedelta(seconds=10))
    assert first.id == second.id == late.id
    world.jobs.jobs[first.id] = replace(first, status=JobStatus.SUCCEEDED, follow_ups=())
    (third,) = await world.ask()
    (fourth,) = await world.ask()
    assert third.id == fourth.id != first.id


async def test_a_request_that_could_not_be_made_whole_is_made_whole_the_next_time() -> None:
    world = World()
    world.connections.of[UID]["c2"] = replace(ACTIVE, id="c2")
    world.jobs.create_error = Busy()
    with pytest.raises(Busy):
        await world.ask("key")
    world.jobs.create_error = None
    assert {job.connection_id for job in await world.ask("key")} == {"c1", "c2"}


async def test_a_key_gives_its_jobs_whatever_became_of_the_connection() -> None:
    world = World()
    (job,) = await world.ask("key")
    world.connections.of[UID]["c1"] = replace(ACTIVE, status=ConnectionStatus.NEEDS_LOGIN)
    (again,) = await world.ask("key")
    assert again.id == job.id


async def test_progress_is_written_while_parts_come_in() -> None:
    world = await World().ready()
    job = world.jobs.jobs["j1"]
    async with ProgressReporter(world.jobs, job, 0.001) as progress:
        await progress.part_ended(PartName.EPF, PartOutcome(PartStatus.OK))
        await world.jobs.progressed.wait()
    assert world.jobs.progress[0][PartName.EPF].status is PartStatus.OK
    assert world.jobs.progress[0][PartName.NET_WORTH].status is PartStatus.PENDING


async def test_a_report_under_way_is_finished_and_its_trouble_left_out() -> None:
    world = await World().ready()
    world.jobs.progress_error = Unavailable()
    world.jobs.progress_may_end = asyncio.Event()
    async with ProgressReporter(world.jobs, world.jobs.jobs["j1"], 0.001):
        await world.jobs.progressed.wait()
        asyncio.get_running_loop().call_later(0.01, world.jobs.progress_may_end.set)
    assert world.jobs.reports_ended == 1


async def test_the_sweeper_delivers_again_once_and_then_buries() -> None:
    world = await World().ready()
    tomorrow = NOW + timedelta(hours=20)
    assert await sweep_jobs(world.jobs, world.queue, tomorrow) == {
        "requeued": 1,
        "buried": 0,
        "paid": 0,
        "failed": 0,
    }
    assert await sweep_jobs(world.jobs, world.queue, tomorrow) == {
        "requeued": 1,
        "buried": 0,
        "paid": 0,
        "failed": 0,
    }
    assert [task.id for task in world.queue.tasks] == ["j1", "j1-sweep-20261125"]
    late = await sweep_jobs(world.jobs, world.queue, NOW + timedelta(hours=44))
    assert (late["requeued"], late["buried"]) == (0, 1)
    assert world.jobs.buried == [("j1", "deadline_passed")]


@pytest.mark.parametrize("status", [JobStatus.RUNNING, JobStatus.FAILED])
async def test_the_erasure_of_what_was_taken_back_is_tried_every_night(status: JobStatus) -> None:
    world = World()
    erasure = replace(
        erasure_job(UID, Scope.EPF, [ConsentPurpose.SYNC], 2, NOW), status=status, follow_ups=()
    )
    world.jobs.jobs[erasure.id] = erasure
    for nights in (1, 2, 30):
        swept = await sweep_jobs(world.jobs, world.queue, NOW + timedelta(days=nights))
        assert (swept["requeued"], swept["buried"]) == (1, 0)
    assert [task.queue for task in world.queue.tasks] == ["erase-data"] * 3
    assert {task.payload["jobId"] for task in world.queue.tasks} == {erasure.id}
    lost = status is JobStatus.RUNNING  # it never said how it ended: operators are told
    assert set(world.jobs.buried) == ({(erasure.id, "deadline_passed")} if lost else set())


def reported(caplog: pytest.LogCaptureFixture) -> list[tuple[str, dict[str, str | float]]]:
    return [(r.event, r.measures) for r in caplog.records if hasattr(r, "event") and hasattr(r, "measures")]


async def test_a_sync_reports_how_it_ended_and_how_long_after_it_was_asked_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    world = await World().ready()
    world.clock.forward(timedelta(seconds=7))
    with caplog.at_level(logging.INFO, "future_finance"):
        await world.deliver()
    assert reported(caplog) == [("sync_ended", {"status": "succeeded", "type": "full", "duration_s": 7.0})]


async def test_a_sync_that_is_buried_is_reported_once(caplog: pytest.LogCaptureFixture) -> None:
    world = await World().ready()
    world.vault.available = False
    with caplog.at_level(logging.INFO, "future_finance"):
        await world.deliver(last=True)
    assert reported(caplog) == [("dead_letter", {"queue": "sync-connection", "error": "vault_unavailable"})]
