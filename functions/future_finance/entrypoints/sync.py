"""/api/financial/sync: ask for a sync, and see how far it is."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TypedDict

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.job import Job
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, Id, parse_body
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import idempotency_key, path_below, query_of, require_method
from future_finance.errors import Conflict, NotFound
from future_finance.usecases.sync_requests import Requesting, request_sync

PREFIX = "/api/financial/sync"


class NewSync(Body):
    """Body of POST /api/financial/sync: connection ids; by default every active one."""

    account_ids: Annotated[list[Id], Field(min_length=1, max_length=10)] | None = None


class JobLine(TypedDict):
    """One job of a request."""

    jobId: str
    connectionId: str


class SyncRequestedView(TypedDict):
    """Answer of POST /api/financial/sync; `jobId` is the first of `jobs`."""

    jobId: str
    status: str
    jobs: list[JobLine]


class JobPartView(TypedDict):
    """How a part stands; `reason` is a stable code where it failed."""

    status: str
    reason: str | None


class JobView(TypedDict):
    """Answer of GET /api/financial/sync/{jobId}."""

    jobId: str
    connectionId: str
    type: str
    status: str
    createdAt: str
    startedAt: str | None
    finishedAt: str | None
    parts: dict[str, JobPartView]
    counts: dict[str, int]
    error: str | None


async def sync(request: Request, user: User) -> Response:
    """POST /api/financial/sync, GET /api/financial/sync/{jobId}."""
    query_of(request, ())
    match path_below(request, PREFIX):
        case []:
            require_method(request, "POST")
            return await _requested(request, user)
        case [job_id]:
            require_method(request, "GET")
            job = await bootstrap.job_store().get_job(user.uid, job_id)
            if job is None:
                raise NotFound
            return json_response(_view(job))
        case _:
            raise NotFound


async def _requested(request: Request, user: User) -> Response:
    body = await parse_body(request, NewSync)
    key = idempotency_key(request.headers)
    requesting = Requesting(
        bootstrap.connection_store(),
        bootstrap.job_store(),
        bootstrap.task_queue(),
    )
    try:
        jobs = await request_sync(requesting, user.uid, body.account_ids, key, bootstrap.clock().now())
    except Conflict:  # as for whoever has no connection
        await require_account(user)
        raise
    answer: SyncRequestedView = {
        "jobId": jobs[0].id,
        "status": jobs[0].status.value,
        "jobs": [{"jobId": job.id, "connectionId": job.connection_id} for job in jobs],
    }
    return json_response(answer, status=202)


def _view(job: Job) -> JobView:
    return {
        "jobId": job.id,
        "connectionId": job.connection_id,
        "type": job.type.value,
        "status": job.status.value,
        "createdAt": job.created_at.isoformat(),
        "startedAt": _moment(job.started_at),
        "finishedAt": _moment(job.finished_at),
        "parts": {
            part.value: {"status": outcome.status.value, "reason": outcome.reason}
            for part, outcome in sorted(job.parts.items())
        },
        "counts": job.counts,
        "error": job.error,
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
