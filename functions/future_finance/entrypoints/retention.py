"""The daily retention run: for now, the sweep of jobs that never ended."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import require_method
from future_finance.usecases.sweep import sweep_jobs


async def retention(request: Request) -> Response:
    """POST by Cloud Scheduler; 503 makes it try again where a job could not be swept."""
    require_method(request, "POST")
    counts = await sweep_jobs(bootstrap.job_store(), bootstrap.task_queue(), bootstrap.clock().now())
    return json_response(counts, 503 if counts["failed"] else 200)
