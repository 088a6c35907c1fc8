"""Building an export: read as of one moment, packed as it is read, kept as it is packed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta

from future_finance.domain.export.collections import EXPORTED, ExportFormat, ExportType, collections_of
from future_finance.domain.export.document import BuiltExport
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.domain.retention import KEPT
from future_finance.errors import Busy, NotFound
from future_finance.usecases.export_ports import (
    ExportBucket,
    ExportPackage,
    ExportSource,
    ExportStore,
    Opened,
)
from future_finance.usecases.ports import Clock, LeaseRefusal
from future_finance.usecases.work_jobs import WorkJobStore, one_delivery

CHUNK = 256 * 1024  # waits in memory before it is sent
REPORT_EVERY = timedelta(seconds=1)

type Packing = Callable[[str, ExportType, ExportFormat, datetime], ExportPackage]


@dataclass(frozen=True, slots=True)
class Exporting:
    """What it needs. `packing` makes the package of an export's id, type, format and moment."""

    jobs: WorkJobStore
    source: ExportSource
    bucket: ExportBucket
    exports: ExportStore
    packing: Packing
    clock: Clock


async def build_export(exporting: Exporting, uid: str, job_id: str, *, last: bool) -> str:
    """One delivery of the job, as one_delivery has it."""
    asked = await exporting.jobs.get(uid, job_id)
    if asked is None or asked.type is not JobType.EXPORT:
        return LeaseRefusal.GONE.value
    return await one_delivery(
        exporting.jobs, asked, lambda: _attempt(exporting, asked), exporting.clock, last=last
    )


async def _attempt(exporting: Exporting, asked: Job) -> str:
    begun = await exporting.jobs.begin(asked, exporting.clock.now())
    if isinstance(begun, LeaseRefusal):
        return begun.value
    await _build(exporting, begun)
    return JobStatus.SUCCEEDED.value


async def _build(exporting: Exporting, job: Job) -> None:
    kind, wanted = ExportType(job.request["exportType"][0]), ExportFormat(job.request["format"][0])
    opened = await exporting.source.open(job.uid)
    if await exporting.exports.erases_scope(opened):
        raise Busy  # what is about to go must not be taken along
    with closing(exporting.packing(job.id, kind, wanted, opened.at)) as package:
        sent = _Sent()
        await exporting.bucket.write(
            job.uid, job.id, _pack(exporting, job, opened, collections_of(kind), package, sent)
        )
        now = exporting.clock.now()
        records = sum(package.counts.values())
        built = BuiltExport(job.id, kind.value, wanted.value, now, now + KEPT["exports"], sent.bytes, records)
        try:
            await exporting.exports.finish(job, built, opened, now)
        except (Busy, NotFound):  # after others it may be finished all the same, its answer lost
            await exporting.bucket.delete(job.uid, job.id)
            raise


class _Sent:
    """How many bytes went to the bucket."""

    bytes = 0


async def _pack(
    exporting: Exporting,
    job: Job,
    opened: Opened,
    collections: tuple[str, ...],
    package: ExportPackage,
    sent: _Sent,
) -> AsyncIterator[bytes]:
    waiting = bytearray()

    def chunk() -> bytes:
        taken = bytes(waiting)
        waiting.clear()
        sent.bytes += len(taken)
        return taken

    reported = exporting.clock.now()
    for collection in collections:
        package.begin(collection)
        if EXPORTED[collection].scope not in opened.withdrawn:
            async for document in exporting.source.documents(opened, collection):
                package.add(document)
                waiting += package.take()
                if len(waiting) >= CHUNK:
                    yield chunk()
        package.end()
        if exporting.clock.now() - reported >= REPORT_EVERY:
            reported = exporting.clock.now()
            await exporting.exports.report(job, package.counts)
    for rest in package.finish():
        waiting += rest
        if len(waiting) >= CHUNK:
            yield chunk()
    yield chunk()
