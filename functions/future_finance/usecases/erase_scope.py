"""Erasing what a consent covered, after it was taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.job import Job, JobStatus
from future_finance.errors import AppError, NotFound, Unavailable
from future_finance.usecases.erasure_ports import ScopeErasureStore, UserObjects
from future_finance.usecases.ports import Clock, LeaseRefusal
from future_finance.usecases.work_jobs import WorkJobStore, give_up


@dataclass(frozen=True, slots=True)
class ScopeErasing:
    """What it needs."""

    jobs: WorkJobStore
    data: ScopeErasureStore
    objects: UserObjects
    clock: Clock


async def erase_scope(erasing: ScopeErasing, asked: Job, *, last: bool) -> str:
    """Do the job; its result says what was deleted, and that nothing is left.

    Raises an AppError when the task should be delivered again. The last delivery ends the job as failed, whatever
    went wrong.
    """
    error_code, settled = AppError.code, False
    try:
        ended = await _attempt(erasing, asked)
        settled = True
    except AppError as error:
        error_code = error.code
        if not last:
            raise
        ended = JobStatus.FAILED.value
    finally:
        if last and not settled:
            await give_up(erasing.jobs, asked, error_code, erasing.clock.now())
    return ended


async def _attempt(erasing: ScopeErasing, asked: Job) -> str:
    now = erasing.clock.now()
    begun = await erasing.jobs.begin(asked, now)
    if isinstance(begun, LeaseRefusal):
        return begun.value
    try:
        scope = Scope(begun.request["scope"][0])
        purposes = frozenset(Purpose(purpose) for purpose in begun.request["purposes"])
        counts = await erasing.data.erase_scope(begun, scope, purposes, now)
        counts["objects"] = await erasing.objects.delete_all(begun.uid)  # an earlier export may hold it
        if counts.get("left"):
            raise Unavailable
        ended = replace(begun, counts=counts)
        await erasing.jobs.end(ended, JobStatus.SUCCEEDED, None, erasing.clock.now())
    except NotFound:
        return LeaseRefusal.GONE.value
    return JobStatus.SUCCEEDED.value
