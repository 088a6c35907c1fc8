"""Asking for a sync: a job for each connection, written first, then its task."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.errors import Conflict, IdempotencyMismatch, LoginPending, LoginRequired, NotFound
from future_finance.usecases.follow_ups import deliver
from future_finance.usecases.ports import ConnectionStore, JobStore, TaskQueuePort

SYNC_QUEUE = "sync-connection"
CLICK_S = 10


@dataclass(frozen=True, slots=True)
class Requesting:
    """What a request for a sync needs. `new_id` makes an unguessable id."""

    connections: ConnectionStore
    jobs: JobStore
    queue: TaskQueuePort
    new_id: Callable[[], str]


async def request_sync(
    requesting: Requesting,
    uid: str,
    connection_ids: Sequence[str] | None,
    idempotency_key: str | None,
    now: datetime,
) -> list[Job]:
    """A queued job for each connection asked for, by default for each active one.

    The same key gives the same jobs, whatever has become of the connections; without a key, so does a
    second click. Raises NotFound, LoginRequired, LoginPending, Conflict, IdempotencyMismatch, QuotaSpent.
    """
    connections = await requesting.connections.list(uid)
    request_hash = _hash("request", *sorted(connection_ids or ["active"]))
    if idempotency_key and (known := await _known(requesting, uid, connections, idempotency_key)):
        if any(job.request_hash != request_hash for job in known):
            raise IdempotencyMismatch
        return [await _delivered(requesting, job) for job in known]
    jobs = []
    for connection in _chosen(connections, connection_ids, now):
        job = Job(
            id=_job_id(uid, connection, idempotency_key or _click(now)),
            uid=uid,
            connection_id=connection.id,
            type=JobType.FULL if connection.next_sync_due is None else JobType.MANUAL,
            status=JobStatus.QUEUED,
            created_at=now,
            request_hash=request_hash if idempotency_key else "",
        )
        made = await requesting.jobs.create_job(_owing_its_task(job))
        if made.status.final and not idempotency_key:  # the click before is done: this is a new wish
            made = await requesting.jobs.create_job(_owing_its_task(replace(job, id=requesting.new_id())))
        jobs.append(await _delivered(requesting, made))
    return jobs


async def _known(requesting: Requesting, uid: str, connections: Sequence[Connection], key: str) -> list[Job]:
    """The jobs that this key made before."""
    found = [await requesting.jobs.get_job(uid, _job_id(uid, c, key)) for c in connections]
    return [job for job in found if job is not None]


async def _delivered(requesting: Requesting, job: Job) -> Job:
    if not job.status.final:
        await deliver(requesting.queue, job)
    return job


def _owing_its_task(job: Job) -> Job:
    return replace(job, follow_ups=(FollowUp(SYNC_QUEUE, job.id),))


def _job_id(uid: str, connection: Connection, key: str) -> str:
    return _hash("job", uid, key, connection.id)


def _click(now: datetime) -> str:
    """The key of a request without one: two clicks within seconds are one wish."""
    return f"click-{int(now.timestamp()) // CLICK_S}"


def _chosen(
    connections: Sequence[Connection], asked: Sequence[str] | None, now: datetime
) -> Sequence[Connection]:
    by_id = {connection.id: connection for connection in connections}
    if asked is not None and not all(connection_id in by_id for connection_id in asked):
        raise NotFound("One of these connections does not exist.")
    considered = [by_id[connection_id] for connection_id in dict.fromkeys(asked)] if asked else connections
    active = [c for c in considered if c.status_at(now) is ConnectionStatus.ACTIVE]
    if active and (asked is None or len(active) == len(considered)):
        return active
    states = {connection.status_at(now) for connection in considered}
    if ConnectionStatus.NEEDS_LOGIN in states:
        raise LoginRequired
    if ConnectionStatus.PENDING_LOGIN in states:
        raise LoginPending
    raise Conflict("Connect Fi first.")


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
