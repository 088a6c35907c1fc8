"""Asking for a sync: a job for each connection, written first, then its task."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.job import SYNC_QUEUE, FollowUp, Job, JobStatus, JobType
from future_finance.errors import Conflict, IdempotencyMismatch, LoginPending, LoginRequired, NotFound
from future_finance.usecases.follow_ups import deliver
from future_finance.usecases.ports import ConnectionStore, JobStore, TaskQueuePort

CLICK_S = 10
MOST_CLICKS = 5  # syncs that begin and end within CLICK_S; the last one is answered then


@dataclass(frozen=True, slots=True)
class Requesting:
    """What a request for a sync needs."""

    connections: ConnectionStore
    jobs: JobStore
    queue: TaskQueuePort


async def request_sync(
    requesting: Requesting,
    uid: str,
    connection_ids: Sequence[str] | None,
    idempotency_key: str | None,
    now: datetime,
) -> list[Job]:
    """A queued job for each connection asked for, by default for each active one; all or none.

    The same key gives the same jobs, whatever state their connections are in; without a key, so does a
    second click. Raises NotFound, LoginRequired, LoginPending, Conflict, IdempotencyMismatch, QuotaSpent.
    """
    connections = await requesting.connections.list(uid)
    if idempotency_key is None:
        chosen = _chosen(connections, connection_ids, now)
        jobs = [await _clicked(requesting, uid, connection, now) for connection in chosen]
    else:
        request_hash = _hash("request", *sorted(connection_ids or ["active"]))
        jobs = await _known(requesting, uid, connections, idempotency_key)
        if any(job.request_hash != request_hash for job in jobs):
            raise IdempotencyMismatch
        jobs = jobs or await requesting.jobs.create_jobs(
            [
                _new_job(uid, connection, _job_id(uid, connection, idempotency_key), now, request_hash)
                for connection in _chosen(connections, connection_ids, now)
            ]
        )
    for job in jobs:
        if not job.status.final:
            await deliver(requesting.queue, job)
    return jobs


async def _known(requesting: Requesting, uid: str, connections: Sequence[Connection], key: str) -> list[Job]:
    """The jobs that this key made before, of connections that are still there."""
    found = [await requesting.jobs.get_job(uid, _job_id(uid, c, key)) for c in connections]
    return [job for job in found if job is not None]


async def _clicked(requesting: Requesting, uid: str, connection: Connection, now: datetime) -> Job:
    """The job of a click: one that another click within seconds began and that still runs, or a new one."""
    moment = int(now.timestamp()) // CLICK_S
    before = await requesting.jobs.get_job(uid, _job_id(uid, connection, f"click-{moment - 1}-0"))
    if before is not None and not before.status.final:
        return before
    for number in range(MOST_CLICKS):
        job_id = _job_id(uid, connection, f"click-{moment}-{number}")
        (job,) = await requesting.jobs.create_jobs([_new_job(uid, connection, job_id, now, "")])
        if not job.status.final:
            break
    return job


def _new_job(uid: str, connection: Connection, job_id: str, now: datetime, request_hash: str) -> Job:
    return Job(
        id=job_id,
        uid=uid,
        connection_id=connection.id,
        type=JobType.FULL if connection.next_sync_due is None else JobType.MANUAL,
        status=JobStatus.QUEUED,
        created_at=now,
        follow_ups=(FollowUp(SYNC_QUEUE, job_id),),
        request_hash=request_hash,
    )


def _job_id(uid: str, connection: Connection, key: str) -> str:
    return _hash("job", uid, key, connection.id)


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
