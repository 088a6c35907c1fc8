"""Asking for a sync: a job for each connection, written first, then its task."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.errors import Conflict, LoginPending, LoginRequired, NotFound
from future_finance.usecases.follow_ups import deliver
from future_finance.usecases.ports import ConnectionStore, JobStore, TaskQueuePort

SYNC_QUEUE = "sync-connection"


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

    The same key gives the same jobs. Raises NotFound, LoginRequired, LoginPending, Conflict,
    IdempotencyMismatch, QuotaSpent.
    """
    chosen = _chosen(await requesting.connections.list(uid), connection_ids, now)
    request_hash = _hash("request", *sorted(connection_ids or ["active"]))
    jobs = []
    for connection in chosen:
        job_id = _hash("job", uid, idempotency_key, connection.id) if idempotency_key else requesting.new_id()
        job = await requesting.jobs.create_job(
            Job(
                id=job_id,
                uid=uid,
                connection_id=connection.id,
                type=JobType.FULL if connection.next_sync_due is None else JobType.MANUAL,
                status=JobStatus.QUEUED,
                created_at=now,
                follow_ups=(FollowUp(SYNC_QUEUE, job_id),),
            ),
            request_hash=request_hash,
        )
        if not job.status.final:
            await deliver(requesting.queue, job)
        jobs.append(job)
    return jobs


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
