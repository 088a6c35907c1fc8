"""One delivery of a sync job: lease, fetch, commit, outbox. Twice, or cut off anywhere, ends the same."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from future_finance.domain.consented import parts_to_fetch
from future_finance.domain.job import SYNC_QUEUE, FollowUp, Job, JobStatus, JobType, ended_as, may_pass
from future_finance.domain.snapshot import PartName, PartOutcome, Snapshot
from future_finance.errors import (
    AdultsOnly,
    AppError,
    Busy,
    ConnectionChanged,
    ConsentMissing,
    LoginRequired,
    NotFound,
    OtherPerson,
    SealBroken,
    SourceAnswerRefused,
    SourceUnavailable,
)
from future_finance.usecases.erase_account import AskingForErasure, ask_for_erasure
from future_finance.usecases.event import Event, report
from future_finance.usecases.follow_ups import deliver_and_clear
from future_finance.usecases.ports import (
    Clock,
    FinancialSource,
    FiSession,
    JobStore,
    LeaseRefusal,
    LeaseTaken,
    Purpose,
    SyncStore,
    TaskQueuePort,
    Vault,
)
from future_finance.usecases.sync_progress import ProgressReporter

FIRST_PROGRESS_S = 0.2  # a person watches the first sync
LATER_PROGRESS_S = 1.0  # a later one is mostly over before; each report is a write
HELD_RETRY_S = 2  # a sync seldom takes longer, and a person waits for the second one


@dataclass(frozen=True, slots=True)
class Syncing:
    """What a sync needs. `erasing` is asked for only when the person turns out to be under age.

    `after_change`: queues that follow a sync that changed something.
    """

    jobs: JobStore
    syncs: SyncStore
    vault: Vault
    source: FinancialSource
    queue: TaskQueuePort
    clock: Clock
    erasing: Callable[[], AskingForErasure]
    after_change: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery of the task. `last`: no other follows when this one fails.

    `scheduled_for`: the connection, where nobody asked for the sync but the calendar; the first delivery then
    writes the job.
    """

    uid: str
    job_id: str
    attempt_id: str
    last: bool
    lease_for: timedelta
    scheduled_for: str | None = None

    def scheduled(self, now: datetime) -> Job | None:
        if self.scheduled_for is None:
            return None
        return Job(self.job_id, self.uid, self.scheduled_for, JobType.INCREMENTAL, JobStatus.QUEUED, now)


async def sync_connection(syncing: Syncing, delivery: Delivery) -> str:
    """Do the job, or what of it is left; answers how it ended, for the log.

    Raises an AppError when the task should be delivered again: Busy, Unavailable and their like. The
    last delivery raises none of them but leaves a dead letter, whatever went wrong.
    """
    error_code = "internal"
    settled = False
    try:
        ended = await _attempt(syncing, delivery)
        settled = True
    except AppError as error:
        error_code = error.code
        if not delivery.last:
            raise
        ended = "dead_letter"
    finally:
        if delivery.last and not settled:
            now = syncing.clock.now()
            await syncing.jobs.bury(delivery.uid, delivery.job_id, SYNC_QUEUE, error_code, now)
            report(Event.DEAD_LETTER, queue=SYNC_QUEUE, error=error_code)
    return ended


async def _attempt(syncing: Syncing, delivery: Delivery) -> str:
    now = syncing.clock.now()
    taken = await syncing.jobs.take_lease(
        delivery.uid,
        delivery.job_id,
        delivery.attempt_id,
        now,
        now + delivery.lease_for,
        delivery.scheduled(now),
    )
    if taken is LeaseRefusal.HELD:
        raise Busy(retry_after_s=HELD_RETRY_S)
    if isinstance(taken, LeaseRefusal):
        return await _settle(syncing, delivery, taken)
    job: Job | None = None
    trouble = AppError.code
    try:
        job = await _sync(syncing, taken)
    except NotFound:
        return LeaseRefusal.GONE.value
    except AppError as error:
        trouble = error.code
        raise
    finally:
        if job is None:  # a job that has ended holds the lease no more
            with contextlib.suppress(AppError):
                await syncing.jobs.release_lease(delivery.uid, taken.lease, trouble)
    duration_s = (syncing.clock.now() - job.created_at).total_seconds()
    report(Event.SYNC_ENDED, status=job.status.value, type=job.type.value, duration_s=duration_s)
    await deliver_and_clear(syncing.queue, syncing.jobs, job)
    return job.status.value


async def _settle(syncing: Syncing, delivery: Delivery, refusal: LeaseRefusal) -> str:
    """A job that has ended may still owe follow-ups: the delivery before this one was cut off."""
    if refusal is LeaseRefusal.FINISHED:
        job = await syncing.jobs.get_job(delivery.uid, delivery.job_id)
        if job is not None:
            await deliver_and_clear(syncing.queue, syncing.jobs, job)
    return refusal.value


async def _sync(syncing: Syncing, taken: LeaseTaken) -> Job:
    """The job as it has ended. Raises what another delivery may mend, NotFound when the user is gone."""
    outcomes: Mapping[PartName, PartOutcome] = {}
    try:
        snapshot = await _fetched(syncing, taken)
        if snapshot is not None:
            outcomes = snapshot.outcomes
            if snapshot.credit_report is not None and snapshot.credit_report.is_minor:
                return await _sent_away(syncing, taken)
        return await _committed(syncing, taken, snapshot)
    except OtherPerson as error:
        now = syncing.clock.now()
        job = await syncing.syncs.end_needs_login(taken, outcomes, error.code, now)
        await syncing.vault.discard(job.uid, job.connection_id, Purpose.FI_SESSION)
        return job
    except (ConnectionChanged, ConsentMissing, SourceAnswerRefused) as error:
        await syncing.jobs.end_failed(taken.job, outcomes, error.code, syncing.clock.now())
        return replace(taken.job, status=JobStatus.FAILED, follow_ups=())


async def _sent_away(syncing: Syncing, taken: LeaseTaken) -> Job:
    """A credit report says that the person is under 18: nothing of the fetch is kept, and all there is goes.

    The session goes first: whatever comes after, nothing is fetched again.
    """
    job = taken.job
    await syncing.vault.discard(job.uid, job.connection_id, Purpose.FI_SESSION)
    await ask_for_erasure(syncing.erasing(), job.uid, syncing.clock.now())
    return replace(job, status=JobStatus.FAILED, error=AdultsOnly.code, follow_ups=())


async def _fetched(syncing: Syncing, taken: LeaseTaken) -> Snapshot | None:
    """What Fi says now; None when there is no session to ask with."""
    job = taken.job
    try:
        secret = await syncing.vault.open(job.uid, job.connection_id, Purpose.FI_SESSION)
    except SealBroken:
        return None
    if secret is None:
        return None
    pause_s = FIRST_PROGRESS_S if job.type is JobType.FULL else LATER_PROGRESS_S
    async with ProgressReporter(syncing.jobs, job, pause_s) as progress:
        return await syncing.source.fetch(
            FiSession(secret["id"]), progress.part_ended, parts_to_fetch(taken.scopes)
        )


async def _committed(syncing: Syncing, taken: LeaseTaken, snapshot: Snapshot | None) -> Job:
    now = syncing.clock.now()
    if snapshot is None:
        return await syncing.syncs.end_needs_login(taken, {}, LoginRequired.code, now)
    status = ended_as(snapshot.outcomes)
    if status is JobStatus.NEEDS_LOGIN:
        return await syncing.syncs.end_needs_login(taken, snapshot.outcomes, LoginRequired.code, now)
    if status is JobStatus.FAILED:
        raise SourceUnavailable if may_pass(snapshot.outcomes) else SourceAnswerRefused
    follow_ups = [FollowUp(queue, f"{taken.job.id}-{queue}") for queue in syncing.after_change]
    return await syncing.syncs.commit(taken, snapshot, follow_ups, now)
