"""Worker of the queue sync-connection: one delivery of a sync job."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import timedelta

from future_finance import bootstrap, leaving, upkeep
from future_finance.domain.job import JobStatus
from future_finance.endpoints import ENDPOINTS, TaskQueue
from future_finance.entrypoints.body import Id
from future_finance.entrypoints.delivery import Delivery, Payload, Uid, worker
from future_finance.usecases import sync_connection as usecase
from future_finance.usecases.erase_account import AskingForErasure
from future_finance.usecases.ports import LeaseRefusal
from future_finance.usecases.tell import tell_of_login

LEASE_MARGIN = timedelta(seconds=60)
_MAY_NEED_A_LOGIN = {
    JobStatus.NEEDS_LOGIN.value,
    LeaseRefusal.FINISHED.value,
}  # an earlier delivery may have died


class SyncTask(Payload):
    """The task's payload: ids alone."""

    uid: Uid
    job_id: Id
    connection_id: Id
    scheduled: str = ""  # "true": the calendar asks, and the job is yet to be written


@worker(SyncTask)
async def sync_connection(task: SyncTask, delivery: Delivery) -> Mapping[str, object]:
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
            last=delivery.last,
            lease_for=timedelta(seconds=delivery.row.timeout_s) + LEASE_MARGIN,
            scheduled_for=task.connection_id if task.scheduled == "true" else None,
        ),
    )
    if task.scheduled == "true" and ended in _MAY_NEED_A_LOGIN:
        await tell_of_login(upkeep.telling(), bootstrap.connection_store(), task.uid, task.connection_id)
    return {"ended": ended}


def _erasing() -> AskingForErasure:
    return AskingForErasure(
        leaving.erasure_store(), bootstrap.vault(), leaving.google_grants(), bootstrap.task_queue()
    )


def _queues_after_change() -> list[str]:
    triggers = [endpoint.trigger for endpoint in ENDPOINTS]
    return [t.queue for t in triggers if isinstance(t, TaskQueue) and t.after_changed_sync]
