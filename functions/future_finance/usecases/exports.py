"""Exports asked for, shown and downloaded by their owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from future_finance.domain.export.collections import ExportFormat, ExportType
from future_finance.domain.export.document import BuiltExport
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.errors import NotFound
from future_finance.usecases.export_ports import ExportStore
from future_finance.usecases.work_jobs import AskingForWork, WorkJobStore, ask_for_work, work_job


class ExportStatus(StrEnum):
    """processing -> ready -> expired; or failed."""

    PROCESSING = "processing"
    READY = "ready"
    EXPIRED = "expired"
    FAILED = "failed"


def status_of(job: Job) -> ExportStatus:
    """As far as the job alone can tell."""
    if not job.status.final:
        return ExportStatus.PROCESSING
    return ExportStatus.READY if job.status is JobStatus.SUCCEEDED else ExportStatus.FAILED


@dataclass(frozen=True, slots=True)
class ExportState:
    """An export's job, and what it built."""

    job: Job
    status: ExportStatus
    built: BuiltExport | None


async def ask_for_export(
    asking: AskingForWork,
    uid: str,
    kind: ExportType,
    wanted: ExportFormat,
    idempotency_key: str | None,
    now: datetime,
) -> Job:
    """Raises NotFound (also while the person is being erased), IdempotencyMismatch, QuotaSpent, Unavailable."""
    request = {"exportType": [kind.value], "format": [wanted.value]}
    return await ask_for_work(asking, uid, JobType.EXPORT, request, idempotency_key, now)


async def export_state(
    jobs: WorkJobStore, exports: ExportStore, uid: str, export_id: str, now: datetime
) -> ExportState:
    """Raises NotFound."""
    job = await work_job(jobs, uid, JobType.EXPORT, export_id)
    status = status_of(job)
    if status is not ExportStatus.READY:
        return ExportState(job, status, None)
    built = await exports.get(uid, export_id)
    if built is None or built.expire_at <= now:
        return ExportState(job, ExportStatus.EXPIRED, None)
    return ExportState(job, status, built)


async def downloadable(exports: ExportStore, uid: str, export_id: str, now: datetime) -> BuiltExport:
    """Raises NotFound for one that is not theirs, not there yet, or expired: deletion may be late."""
    built = await exports.get(uid, export_id)
    if built is None or built.expire_at <= now:
        raise NotFound
    return built


async def all_exports(exports: ExportStore, uid: str, now: datetime) -> Sequence[BuiltExport]:
    """Those that can be downloaded, the newest first."""
    alive = [built for built in await exports.list(uid) if built.expire_at > now]
    return sorted(alive, key=lambda built: (built.made_at, built.id), reverse=True)
