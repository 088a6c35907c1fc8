"""A job: what was asked, how far it is, how it ended. Most are syncs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from future_finance.domain.retention import KEPT
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus

JOB_DEADLINE = timedelta(minutes=30)  # after this the sweeper takes the job up
JOB_RETENTION = KEPT["jobs"]
TRANSIENT_REASONS = frozenset({"timeout", "unavailable"})


class JobStatus(StrEnum):
    """queued -> running -> succeeded | partial | needs_login | failed; the last four are final."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    PARTIAL = "partial"
    NEEDS_LOGIN = "needs_login"
    FAILED = "failed"

    @property
    def final(self) -> bool:
        return self not in {JobStatus.QUEUED, JobStatus.RUNNING}


class JobType(StrEnum):
    """Why a sync runs, or what else the job does."""

    FULL = "full"  # the connection's first sync
    INCREMENTAL = "incremental"  # a scheduled sync
    MANUAL = "manual"  # a sync the person asked for
    INSIGHTS = "insights"
    EXPORT = "export"
    ERASE_SCOPE = "erase_scope"  # what a consent covered that was taken back

    @property
    def queue(self) -> str:
        """The queue whose worker does it."""
        return _QUEUES.get(self, SYNC_QUEUE)


SYNC_QUEUE = "sync-connection"
INSIGHTS_QUEUE = "generate-insights"
WEEKLY_INSIGHTS_QUEUE = (
    "generate-weekly-insights"  # of its own: whoever waits for theirs does not wait for everybody's
)
EXPORT_QUEUE = "build-export"
ERASE_QUEUE = "erase-data"
_QUEUES = {
    JobType.INSIGHTS: INSIGHTS_QUEUE,
    JobType.EXPORT: EXPORT_QUEUE,
    JobType.ERASE_SCOPE: ERASE_QUEUE,
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Work to enqueue once a job's result is committed: the outbox's row."""

    queue: str
    id: str  # the task's name is a hash of it


@dataclass(frozen=True, slots=True)
class Job:
    """One sync of one connection, or other work, which has none. `counts` are rows and documents, never amounts.

    `request` is what was asked for, where ids do not say it all.
    """

    id: str
    uid: str
    connection_id: str
    type: JobType
    status: JobStatus
    created_at: datetime
    parts: dict[PartName, PartOutcome] = field(default_factory=dict)
    started_at: datetime | None = None
    finished_at: datetime | None = None
    counts: dict[str, int] = field(default_factory=dict)
    error: str | None = None  # a stable code
    follow_ups: tuple[FollowUp, ...] = ()
    request_hash: str = ""  # of what was asked for: the same Idempotency-Key must ask for the same
    request: dict[str, list[str]] = field(default_factory=dict)

    @property
    def outstanding(self) -> bool:
        """Whether it is to be done all the same though it has failed: what a person took back has to go."""
        return self.type is JobType.ERASE_SCOPE and self.status is JobStatus.FAILED


@dataclass(frozen=True, slots=True)
class Lease:
    """The user's fenced sync lease, held by one delivery. A commit by an older generation is refused."""

    job_id: str
    attempt_id: str
    generation: int
    until: datetime


def ended_as(parts: Mapping[PartName, PartOutcome]) -> JobStatus:
    """How a sync whose parts ended so has ended.

    What was not asked for does not count. One login prompt makes the whole fetch worthless; a failed part
    makes it partial, and so does words in the place of a net worth.
    """
    statuses = {outcome.status for outcome in parts.values()} - {PartStatus.NO_CONSENT}
    if PartStatus.LOGIN_REQUIRED in statuses:
        return JobStatus.NEEDS_LOGIN
    if PartStatus.FAILED in statuses:
        return JobStatus.FAILED if statuses == {PartStatus.FAILED} else JobStatus.PARTIAL
    net_worth = parts.get(PartName.NET_WORTH)
    if net_worth is not None and net_worth.status is PartStatus.NOT_AVAILABLE:
        return JobStatus.PARTIAL
    return JobStatus.SUCCEEDED


def may_pass(parts: Mapping[PartName, PartOutcome]) -> bool:
    """Whether trying again may help: some part failed for a reason that goes by itself."""
    return any(outcome.reason in TRANSIENT_REASONS for outcome in parts.values())
