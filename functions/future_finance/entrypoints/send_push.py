"""Worker of the queue send-push: one notice, to the browsers of its person."""

from __future__ import annotations

from collections.abc import Mapping

from future_finance import upkeep
from future_finance.entrypoints.body import Id
from future_finance.entrypoints.delivery import Delivery, Payload, Uid, worker
from future_finance.usecases import tell as usecase


class PushTask(Payload):
    """The task's payload: ids alone."""

    uid: Uid
    notice_id: Id


@worker(PushTask)
async def send_push(task: PushTask, _: Delivery) -> Mapping[str, object]:
    sending = usecase.SendingPush(upkeep.notice_store(), upkeep.push_token_store(), upkeep.pushing())
    return {"ended": await usecase.send_push(sending, task.uid, task.notice_id)}
