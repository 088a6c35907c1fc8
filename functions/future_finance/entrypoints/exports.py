"""/api/export: ask for an export, see how far it is, download it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, TypedDict

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from future_finance import bootstrap, leaving
from future_finance.domain.export.collections import ExportFormat, ExportType
from future_finance.domain.export.document import BuiltExport
from future_finance.domain.local_date import local_date
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import idempotency_key, path_below, query_of, require_method
from future_finance.errors import NotFound
from future_finance.usecases.export_ports import LINK_LIFETIME
from future_finance.usecases.exports import (
    ExportState,
    all_exports,
    ask_for_export,
    downloadable,
    export_state,
    status_of,
)
from future_finance.usecases.work_jobs import AskingForWork

PREFIX = "/api/export"


class NewExport(Body):
    """Body of POST /api/export. A full export as json can be imported again."""

    export_type: Annotated[ExportType, Field(strict=False)]
    format: Annotated[ExportFormat, Field(strict=False)]


class ExportRequestedView(TypedDict):
    """Answer of POST /api/export."""

    jobId: str
    status: str


class ExportView(TypedDict):
    """One export: processing, ready, expired or failed. `counts`: documents so far, by collection."""

    jobId: str
    exportType: str
    format: str
    status: str
    createdAt: str
    finishedAt: str | None
    expiresAt: str | None
    bytes: int | None
    counts: dict[str, int]
    error: str | None


class ReadyExportView(TypedDict):
    """An export that can be downloaded."""

    jobId: str
    exportType: str
    format: str
    madeAt: str
    expiresAt: str
    bytes: int
    documents: int


class ExportsView(TypedDict):
    """Answer of GET /api/export: what can be downloaded, the newest first."""

    exports: list[ReadyExportView]


class DownloadView(TypedDict):
    """Answer of GET /api/export/{jobId}/download: an address that gives the file to whoever has it, for five
    minutes. On the local cloud nobody can sign one: there the file itself is answered, as application/zip."""

    url: str
    expiresAt: str
    fileName: str
    bytes: int


async def exports(request: Request, user: User) -> Response:
    """GET and POST /api/export, GET /{jobId}, GET /{jobId}/download."""
    query_of(request, ())
    match path_below(request, PREFIX):
        case []:
            if require_method(request, "GET", "POST") == "POST":
                return await _asked(request, user)
            found = await all_exports(leaving.export_store(), user.uid, bootstrap.clock().now())
            await require_account(user, unless=found)
            listed: ExportsView = {"exports": [_ready_view(built) for built in found]}
            return json_response(listed)
        case [export_id]:
            require_method(request, "GET")
            state = await export_state(
                bootstrap.work_job_store(),
                leaving.export_store(),
                user.uid,
                export_id,
                bootstrap.clock().now(),
            )
            return json_response(_view(state))
        case [export_id, "download"]:
            require_method(request, "GET")
            return await _download(user, export_id)
        case _:
            raise NotFound


async def _asked(request: Request, user: User) -> Response:
    body = await parse_body(request, NewExport)
    asking = AskingForWork(bootstrap.work_job_store(), bootstrap.task_queue())
    key = idempotency_key(request.headers)
    job = await ask_for_export(asking, user.uid, body.export_type, body.format, key, bootstrap.clock().now())
    answer: ExportRequestedView = {"jobId": job.id, "status": status_of(job).value}
    return json_response(answer, status=202)


async def _download(user: User, export_id: str) -> Response:
    built = await downloadable(leaving.export_store(), user.uid, export_id, bootstrap.clock().now())
    name = f"future-finance-{built.export_type.replace('_', '-')}-{local_date(built.made_at)}.zip"
    url = await leaving.exports_bucket().link(user.uid, export_id, name)
    if url is None:
        return await _file(user, export_id, name)
    answer: DownloadView = {
        "url": url,
        "expiresAt": (bootstrap.wall_clock().now() + LINK_LIFETIME).isoformat(),
        "fileName": name,
        "bytes": built.bytes,
    }
    return json_response(answer)


async def _file(user: User, export_id: str, name: str) -> Response:
    """The first piece is waited for, so that what is not there is answered as such."""
    pieces = leaving.exports_bucket().read(user.uid, export_id)
    first = await anext(pieces)

    async def all_pieces() -> AsyncIterator[bytes]:
        yield first
        async for piece in pieces:
            yield piece

    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(all_pieces(), media_type="application/zip", headers=headers)


def _view(state: ExportState) -> ExportView:
    job, built = state.job, state.built
    return {
        "jobId": job.id,
        "exportType": job.request["exportType"][0],
        "format": job.request["format"][0],
        "status": state.status.value,
        "createdAt": job.created_at.isoformat(),
        "finishedAt": _moment(job.finished_at),
        "expiresAt": None if built is None else built.expire_at.isoformat(),
        "bytes": None if built is None else built.bytes,
        "counts": job.counts,
        "error": job.error,
    }


def _ready_view(built: BuiltExport) -> ReadyExportView:
    return {
        "jobId": built.id,
        "exportType": built.export_type,
        "format": built.format,
        "madeAt": built.made_at.isoformat(),
        "expiresAt": built.expire_at.isoformat(),
        "bytes": built.bytes,
        "documents": built.records,
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
