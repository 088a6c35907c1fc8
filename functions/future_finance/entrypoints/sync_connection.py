"""Worker of the queue sync-connection: one delivery of a sync job."""

from __future__ import annotations

import logging
import secrets
from datetime import timedelta
from typing import Annotated

from pydantic import ConfigDict, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap, leaving, upkeep
from future_finance.domain.job import JobStatus
from future_finance.endpoints import BY_ENTRY_POINT, ENDPOINTS, TaskQueue
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, Id, parse_body
from future_finance.entrypoints.request import require_method
from future_finance.errors import BadRequest, InvalidInput
from future_finance.usecases import sync_connection as usecase
from future_finance.usecases.erase_account import AskingForErasure
from future_finance.usecases.ports import LeaseRefusal
from future_finance.usecases.tell import tell_of_login

LEASE_MARGIN = timedelta(seconds=60)
_MAY_NEED_A_LOGIN = {
    JobStatus.NEEDS_LOGIN.value,
    LeaseRefusal.FINISHED.value,
}  # an earlier delivery may have died

logger = logging.getLogger(__name__)


class SyncTask(Body):
    """The task's payload: ids alone. A field of a newer version's is no reason to drop a task."""

    model_config = ConfigDict(extra="ignore")

    uid: Annotated[str, StringConstraints(min_length=1, max_length=128)]  # as long as Firebase allows
    job_id: Id
    connection_id: Id
    scheduled: str = ""  # "true": the calendar asks, and the job is yet to be written


async def sync_connection(request: Request) -> Response:
    """POST by Cloud Tasks. 2xx: done, whatever the end; 503: deliver it again.

    A payload that cannot be read stays so however often it comes: it is done, too, and reported.
    """
    require_method(request, "POST")
    try:
        task = await parse_body(request, SyncTask)
    except (BadRequest, InvalidInput):
        logger.error("a task's payload cannot be read: it is dropped")
        return json_response({"ended": "malformed"})
    row = BY_ENTRY_POINT["sync_connection"]
    assert isinstance(row.trigger, TaskQueue)
    retries = request.headers.get("x-cloudtasks-taskretrycount", "0")
    syncing = usecase.Syncing(
        jobs=bootstrap.job_store(),
        syncs=bootstrap.sync_store(),
        vault=bootstrap.vault(),
        source=bootstrap.fi_source(),
        queue=bootstrap.task_queue(),
        clock=bootstrap.clock(),
        erasing=_erasing,
        after_change=_queues_after_change(),
    )
    ended = await usecase.sync_connection(
        syncing,
        usecase.Delivery(
            uid=task.uid,
            job_id=task.job_id,
            attempt_id=secrets.token_hex(8),
            last=retries.isdigit() and int(retries) + 1 >= row.trigger.max_attempts,
            lease_for=timedelta(seconds=row.timeout_s) + LEASE_MARGIN,
            scheduled_for=task.connection_id if task.scheduled == "true" else None,
        ),
    )
    if task.scheduled == "true" and ended in _MAY_NEED_A_LOGIN:
        await tell_of_login(upkeep.telling(), bootstrap.connection_store(), task.uid, task.connection_id)
    return json_response({"ended": ended})


def _erasing() -> AskingForErasure:
    return AskingForErasure(
        leaving.erasure_store(), bootstrap.vault(), leaving.google_grants(), bootstrap.task_queue()
    )


def _queues_after_change() -> list[str]:
    triggers = [endpoint.trigger for endpoint in ENDPOINTS]
    return [t.queue for t in triggers if isinstance(t, TaskQueue) and t.after_changed_sync]
