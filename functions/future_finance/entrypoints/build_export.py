"""Worker of the queue build-export: one delivery of an export's job."""

from __future__ import annotations

import logging
from typing import Annotated

from pydantic import ConfigDict, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap, leaving, upkeep
from future_finance.endpoints import BY_ENTRY_POINT, TaskQueue
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, Id, parse_body
from future_finance.entrypoints.request import require_method
from future_finance.errors import BadRequest, InvalidInput
from future_finance.usecases import build_export as usecase
from future_finance.usecases.tell import tell_of_job

logger = logging.getLogger(__name__)


class ExportTask(Body):
    """The task's payload: ids alone."""

    model_config = ConfigDict(extra="ignore")

    uid: Annotated[str, StringConstraints(min_length=1, max_length=128)]
    job_id: Id


async def build_export(request: Request) -> Response:
    """POST by Cloud Tasks. 2xx: done, whatever the end; 503: deliver it again."""
    require_method(request, "POST")
    try:
        task = await parse_body(request, ExportTask)
    except (BadRequest, InvalidInput):
        logger.error("a task's payload cannot be read: it is dropped")
        return json_response({"ended": "malformed"})
    row = BY_ENTRY_POINT["build_export"]
    assert isinstance(row.trigger, TaskQueue)
    retries = request.headers.get("x-cloudtasks-taskretrycount", "0")
    exporting = usecase.Exporting(
        jobs=bootstrap.work_job_store(),
        source=leaving.export_source(),
        bucket=leaving.exports_bucket(),
        exports=leaving.export_store(),
        packing=leaving.export_packing(),
        clock=bootstrap.clock(),
    )
    last = retries.isdigit() and int(retries) + 1 >= row.trigger.max_attempts
    ended = await usecase.build_export(exporting, task.uid, task.job_id, last=last)
    await tell_of_job(upkeep.telling(), bootstrap.work_job_store(), task.uid, task.job_id)
    return json_response({"ended": ended})
