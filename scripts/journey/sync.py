"""Asks for a sync and waits for its jobs."""

from __future__ import annotations

import time
from typing import Any

from scripts.journey.api import Api, StepFailed
from scripts.journey.cost import CostMeter, spent

JOB_TIMEOUT_S = 120.0
_POLL_S = 0.25
_RUNNING = {"queued", "running"}
_GOOD = {"succeeded", "partial"}


def sync(
    api: Api, meter: CostMeter, connection_id: str, key: str
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The finished jobs, and what asking and working cost; looking whether they are done is not counted."""
    asking, working = meter.read("financial-sync"), meter.read("sync-connection")
    asked = api.post("/api/financial/sync", {"accountIds": [connection_id]}, **{"Idempotency-Key": key})
    asked_cost = spent(asking, meter.read("financial-sync"))
    jobs = [_finished(api, line["jobId"]) for line in asked["jobs"]]
    worked_cost = spent(working, meter.read("sync-connection"))
    return jobs, {name: asked_cost[name] + worked_cost[name] for name in asked_cost}


def _finished(api: Api, job_id: str) -> dict[str, Any]:
    deadline = time.monotonic() + JOB_TIMEOUT_S
    while time.monotonic() < deadline:
        job = api.get(f"/api/financial/sync/{job_id}")
        if job["status"] not in _RUNNING:
            if job["status"] not in _GOOD:
                raise StepFailed(f"the sync ended as {job['status']}: {job['error']}")
            return job
        time.sleep(_POLL_S)
    raise StepFailed(f"the sync did not end within {JOB_TIMEOUT_S:.0f} s")
