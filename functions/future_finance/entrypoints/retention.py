"""The daily retention run: what has expired, who stays away, and what never ended."""

from __future__ import annotations

import json
import logging

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap, leaving, upkeep
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import require_method
from future_finance.usecases.retain import Retaining, retain
from future_finance.usecases.sweep import sweep_jobs
from future_finance.usecases.sweep_erasures import sweep_erasures

logger = logging.getLogger(__name__)


async def retention(request: Request) -> Response:
    """POST by Cloud Scheduler; 503 makes it try again where something could not be done."""
    require_method(request, "POST")
    now, queue = bootstrap.clock().now(), bootstrap.task_queue()
    retaining = Retaining(
        expired=upkeep.expired_documents(),
        people=upkeep.absentees(),
        consents=upkeep.lapsed_consents(),
        statistics=upkeep.month_counts(),
        notices=upkeep.notice_store(),
        erasures=leaving.erasure_store(),
        queue=queue,
        patience=upkeep.ttl_patience(),
    )
    counts = {
        "jobs": await sweep_jobs(bootstrap.job_store(), queue, now),
        "erasures": await sweep_erasures(leaving.erasure_store(), queue, now),
        "kept": await retain(retaining, now),
    }
    logger.info("done by night: %s", json.dumps(counts, sort_keys=True))
    return json_response(counts, 503 if any(part["failed"] for part in counts.values()) else 200)
