"""Worker of the queue erase-data: an account, or what a consent covered."""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from future_finance import bootstrap, leaving, upkeep
from future_finance.domain.job import JobType
from future_finance.entrypoints.body import Id
from future_finance.entrypoints.delivery import Delivery, Payload, worker
from future_finance.usecases.erase_account import Erasing, erase_account
from future_finance.usecases.erase_scope import ScopeErasing, erase_scope
from future_finance.usecases.sweep_erasures import VaultSweeping, sweep_vault
from future_finance.usecases.tell import tell_of_job


class EraseTask(Payload):
    """The task's payload: a user's erasure or job, or the sweep of the vault."""

    uid: Annotated[str, StringConstraints(max_length=128)] = ""
    erasure_id: Id | None = None
    job_id: Id | None = None
    sweep: Literal["vault"] | None = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if self.sweep is None and not (self.uid and (self.erasure_id or self.job_id)):
            raise ValueError("nothing to erase is named")
        return self


@worker(EraseTask)
async def erase_data(task: EraseTask, delivery: Delivery) -> Mapping[str, object]:
    if task.sweep is not None:
        return {"shredded": await _swept()}
    if task.erasure_id is not None:
        erasing = Erasing(
            leaving.erasure_store(),
            leaving.key_shredder(),
            leaving.exports_bucket(),
            leaving.account_remover(),
            bootstrap.clock(),
        )
        return {"ended": await erase_account(erasing, task.uid, task.erasure_id, last=delivery.last)}
    assert task.job_id is not None
    return {"ended": await _scope(task.uid, task.job_id, last=delivery.last)}


async def _swept() -> int:
    """It begins anywhere, so that where one sweep does not get round, several do."""
    sweeping = VaultSweeping(leaving.key_shredder(), leaving.erasure_store())
    return await sweep_vault(sweeping, begin_after=secrets.choice(string.ascii_letters + string.digits))


async def _scope(uid: str, job_id: str, *, last: bool) -> str:
    asked = await bootstrap.work_job_store().get(uid, job_id)
    if asked is None:
        return "gone"
    if asked.type is not JobType.ERASE_SCOPE:
        return "malformed"
    erasing = ScopeErasing(
        bootstrap.work_job_store(), leaving.scope_erasure(), leaving.exports_bucket(), bootstrap.clock()
    )
    ended = await erase_scope(erasing, asked, last=last)
    await tell_of_job(upkeep.telling(), bootstrap.work_job_store(), uid, job_id)
    return ended
