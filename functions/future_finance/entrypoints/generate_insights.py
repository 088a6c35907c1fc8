"""Worker of the queues generate-insights and generate-weekly-insights: one delivery of a run."""

from __future__ import annotations

import logging
from typing import Annotated

from pydantic import ConfigDict, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.detectors import detect
from future_finance.endpoints import BY_ENTRY_POINT, TaskQueue
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, Id, parse_body
from future_finance.entrypoints.request import require_method
from future_finance.errors import BadRequest, InvalidInput
from future_finance.usecases import generate_insights as usecase

logger = logging.getLogger(__name__)


class InsightTask(Body):
    """The task's payload: ids alone. `connectionId` is there when the run follows that sync."""

    model_config = ConfigDict(extra="ignore")

    uid: Annotated[str, StringConstraints(min_length=1, max_length=128)]
    job_id: Id
    connection_id: str = ""


async def generate_insights(request: Request) -> Response:
    """POST by Cloud Tasks. 2xx: done, whatever the end; 503: deliver it again."""
    return await _delivered(request, "generate_insights")


async def generate_weekly_insights(request: Request) -> Response:
    """The same for the runs of the calendar, which nobody waits for."""
    return await _delivered(request, "generate_weekly_insights")


async def _delivered(request: Request, entry_point: str) -> Response:
    require_method(request, "POST")
    try:
        task = await parse_body(request, InsightTask)
    except (BadRequest, InvalidInput):
        logger.error("a task's payload cannot be read: it is dropped")
        return json_response({"ended": "malformed"})
    row = BY_ENTRY_POINT[entry_point]
    assert isinstance(row.trigger, TaskQueue)
    retries = request.headers.get("x-cloudtasks-taskretrycount", "0")
    generating = usecase.Generating(
        jobs=bootstrap.work_job_store(),
        insights=bootstrap.insight_store(),
        facts=bootstrap.fact_store(),
        profiles=bootstrap.profile_store(),
        consents=bootstrap.consents(),
        budget=bootstrap.ai_budget(),
        access=bootstrap.access_log(),
        model=bootstrap.model,
        detect=detect,
        clock=bootstrap.clock(),
    )
    ended = await usecase.generate_insights(
        generating,
        usecase.InsightDelivery(
            uid=task.uid,
            job_id=task.job_id,
            after_sync=bool(task.connection_id),
            last=retries.isdigit() and int(retries) + 1 >= row.trigger.max_attempts,
        ),
    )
    return json_response({"ended": ended})
