"""`python -m scripts.measure.one_export UID FORMAT`: build one full export in a process of its own, and say what it took."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from future_finance import bootstrap, leaving
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.usecases.build_export import Exporting, build_export


async def build(uid: str, wanted: str) -> dict[str, float]:
    """Seconds from the delivery of the task to the end of its job, and the process's largest memory in MiB."""
    jobs, now = bootstrap.work_job_store(), bootstrap.clock().now()
    request = {"exportType": ["full_export"], "format": [wanted]}
    job = await jobs.create(
        Job(f"bench-{wanted}", uid, "", JobType.EXPORT, JobStatus.QUEUED, now, request=request)
    )
    started = time.perf_counter()
    exporting = Exporting(
        jobs,
        leaving.export_source(),
        leaving.exports_bucket(),
        leaving.export_store(),
        leaving.export_packing(),
        bootstrap.clock(),
    )
    ended = await build_export(exporting, uid, job.id, last=True)
    spent_s = time.perf_counter() - started
    assert ended == JobStatus.SUCCEEDED, ended
    await bootstrap.aclose()
    return {"seconds": spent_s, "mib": _largest_mib()}


def _largest_mib() -> float:
    """Of this program alone: what getrusage tells counts the process that started it, too."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    print(json.dumps(asyncio.run(build(*sys.argv[1:]))))
