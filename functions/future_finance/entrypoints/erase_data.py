"""Worker of the queue erase-data: an account, or what a consent covered."""

from __future__ import annotations

import logging
import secrets
import string
from typing import Annotated, Literal

from pydantic import ConfigDict, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap, leaving, upkeep
from future_finance.domain.job import JobType
from future_finance.endpoints import BY_ENTRY_POINT, TaskQueue
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, Id, parse_body
from future_finance.entrypoints.request import require_method
from future_finance.errors import BadRequest, InvalidInput
from future_finance.usecases.erase_account import Erasing, erase_account
from future_finance.usecases.erase_scope import ScopeErasing, erase_scope
from future_finance.usecases.sweep_erasures import VaultSweeping, sweep_vault
from future_finance.usecases.tell import tell_of_job

logger = logging.getLogger(__name__)


class EraseTask(Body):
    """The task's payload: a user's erasure or job, or the sweep of the vault."""

    model_config = ConfigDict(extra="ignore")

    uid: Annotated[str, StringConstraints(max_length=128)] = ""
    erasure_id: Id | None = None
    job_id: Id | None = None
    sweep: Literal["vault"] | None = None


async def erase_data(request: Request) -> Response:
    """POST by Cloud Tasks. 2xx: done, whatever the end; 503: deliver it again."""
    require_method(request, "POST")
    try:
        task = await parse_body(request, EraseTask)
    except (BadRequest, InvalidInput):
        logger.error("a task's payload cannot be read: it is dropped")
        return json_response({"ended": "malformed"})
    if task.sweep is not None:
        return json_response({"shredded": await _swept()})
    if task.erasure_id is not None:
        erasing = Erasing(
            leaving.erasure_store(),
            leaving.key_shredder(),
            leaving.exports_bucket(),
            leaving.account_remover(),
            bootstrap.clock(),
        )
        return json_response({"ended": await erase_account(erasing, task.uid, task.erasure_id)})
    if task.job_id is None:
        logger.error("a task names nothing to erase: it is dropped")
        return json_response({"ended": "malformed"})
    return json_response({"ended": await _scope(request, task.uid, task.job_id)})


async def _swept() -> int:
    """It begins anywhere, so that where one sweep does not get round, several do."""
    sweeping = VaultSweeping(leaving.key_shredder(), leaving.erasure_store())
    return await sweep_vault(sweeping, begin_after=secrets.choice(string.ascii_letters + string.digits))


async def _scope(request: Request, uid: str, job_id: str) -> str:
    row = BY_ENTRY_POINT["erase_data"]
    assert isinstance(row.trigger, TaskQueue)
    retries = request.headers.get("x-cloudtasks-taskretrycount", "0")
    asked = await bootstrap.work_job_store().get(uid, job_id)
    if asked is None:
        return "gone"
    if asked.type is not JobType.ERASE_SCOPE:
        return "malformed"
    erasing = ScopeErasing(
        bootstrap.work_job_store(), leaving.scope_erasure(), leaving.exports_bucket(), bootstrap.clock()
    )
    last = retries.isdigit() and int(retries) + 1 >= row.trigger.max_attempts
    ended = await erase_scope(erasing, asked, last=last)
    await tell_of_job(upkeep.telling(), bootstrap.work_job_store(), uid, job_id)
    return ended
