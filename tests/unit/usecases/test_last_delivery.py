"""Work that breaks in a way nobody foresaw: the last delivery says so, instead of a job that seems to run for ever."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest

from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.export.collections import ExportFormat, ExportType
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.usecases.build_export import Exporting, build_export
from future_finance.usecases.consents import erasure_job
from future_finance.usecases.erase_scope import ScopeErasing, erase_scope
from future_finance.usecases.export_ports import ExportPackage
from tests.api.finances import NOW
from tests.fakes.clock import FixedClock
from tests.fakes.exports import InMemoryExportBucket, InMemoryExports, InMemoryExportSource
from tests.fakes.insights import InMemoryWorkJobs

EXPORT = Job(
    id="e1",
    uid="asha",
    connection_id="",
    type=JobType.EXPORT,
    status=JobStatus.QUEUED,
    created_at=NOW,
    request={"exportType": [ExportType.FULL_EXPORT.value], "format": [ExportFormat.JSON.value]},
)
ERASURE = erasure_job("asha", Scope.EPF, [Purpose.CHAT], 2, NOW)
BREAKS = [ValueError("a document that cannot be read"), asyncio.CancelledError()]


class Breaking:
    """A package, and a store of what a scope covers, that break as `error` says."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def package(self, job_id: str, kind: ExportType, wanted: ExportFormat, at: datetime) -> ExportPackage:
        raise self._error

    async def erase_scope(
        self, job: Job, scope: Scope, purposes: frozenset[Purpose], now: datetime
    ) -> dict[str, int]:
        raise self._error


async def deliver(jobs: InMemoryWorkJobs, job: Job, error: BaseException, *, last: bool) -> None:
    breaking, clock = Breaking(error), FixedClock(NOW)
    jobs.jobs[job.id] = job
    if job.type is JobType.EXPORT:
        exporting = Exporting(
            jobs,
            InMemoryExportSource(NOW),
            InMemoryExportBucket(),
            InMemoryExports(jobs),
            breaking.package,
            clock,
        )
        await build_export(exporting, job.uid, job.id, last=last)
    else:
        erasing = ScopeErasing(jobs, breaking, InMemoryExportBucket(), clock)
        await erase_scope(erasing, job, last=last)


@pytest.mark.parametrize("job", [EXPORT, ERASURE], ids=["export", "erasure"])
@pytest.mark.parametrize("error", BREAKS, ids=["broken", "too late"])
async def test_the_last_delivery_ends_the_job_and_operators_find_it(job: Job, error: BaseException) -> None:
    jobs = InMemoryWorkJobs()
    with pytest.raises(type(error)):
        await deliver(jobs, job, error, last=True)
    assert (jobs.jobs[job.id].status, jobs.jobs[job.id].error) == (JobStatus.FAILED, "internal")
    assert jobs.buried == [(job.id, "internal")]


@pytest.mark.parametrize("job", [EXPORT, ERASURE], ids=["export", "erasure"])
async def test_a_delivery_that_is_followed_by_another_ends_nothing(job: Job) -> None:
    jobs = InMemoryWorkJobs()
    with pytest.raises(ValueError, match="cannot be read"):
        await deliver(jobs, job, BREAKS[0], last=False)
    assert jobs.jobs[job.id].status is JobStatus.RUNNING
    assert jobs.buried == []
