"""Worker of the queue fan-out: one page of one shard of a schedule."""

from __future__ import annotations

import logging
from typing import Annotated

from pydantic import ConfigDict, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap, upkeep
from future_finance.domain.schedule import ScheduleName
from future_finance.endpoints import BY_ENTRY_POINT, TaskQueue
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.request import require_method
from future_finance.errors import AppError, BadRequest, InvalidInput
from future_finance.usecases import fan_out as usecase
from future_finance.usecases.event import Event, report

logger = logging.getLogger(__name__)

Number = Annotated[str, StringConstraints(pattern=r"^\d{1,6}$")]


class PageTask(Body):
    """The task's payload, all of it text."""

    model_config = ConfigDict(extra="ignore", strict=False)

    schedule: ScheduleName
    period: Annotated[str, StringConstraints(pattern=r"^\d{4}-[0-9W-]{2,6}$")]
    shard: Number
    number: Number
    after: Annotated[str, StringConstraints(max_length=400)] | None = None

    def page(self) -> usecase.ShardPage:
        return usecase.ShardPage(self.schedule, self.period, int(self.shard), int(self.number), self.after)


async def fan_out(request: Request) -> Response:
    """POST by Cloud Tasks. 2xx: done; an error: deliver it again, which adds nothing twice."""
    require_method(request, "POST")
    try:
        task = await parse_body(request, PageTask)
    except (BadRequest, InvalidInput):
        logger.error("a task's payload cannot be read: it is dropped")
        return json_response({"ended": "malformed"})
    fanning = usecase.FanningOut(
        due=upkeep.due_store(),
        points=upkeep.point_carrier(),
        queue=bootstrap.task_queue(),
        clock=bootstrap.clock(),
    )
    row = BY_ENTRY_POINT["fan_out"]
    assert isinstance(row.trigger, TaskQueue)
    retries = request.headers.get("x-cloudtasks-taskretrycount", "0")
    try:
        return json_response(await usecase.fan_out(fanning, task.page()))
    except AppError as error:
        if retries.isdigit() and int(retries) + 1 >= row.trigger.max_attempts:
            report(Event.DEAD_LETTER, queue=row.trigger.queue, error=error.code)
        raise
