"""Erasing what a consent covered, after it was taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.job import Job, JobStatus
from future_finance.errors import Unavailable
from future_finance.usecases.erasure_ports import ScopeErasureStore, UserObjects
from future_finance.usecases.ports import Clock, LeaseRefusal
from future_finance.usecases.work_jobs import WorkJobStore, one_delivery


@dataclass(frozen=True, slots=True)
class ScopeErasing:
    """What it needs."""

    jobs: WorkJobStore
    data: ScopeErasureStore
    objects: UserObjects
    clock: Clock


async def erase_scope(erasing: ScopeErasing, asked: Job, *, last: bool) -> str:
    """One delivery of the job, as one_delivery has it; its result says what was deleted, and that nothing is left."""
    return await one_delivery(erasing.jobs, asked, lambda: _attempt(erasing, asked), erasing.clock, last=last)


async def _attempt(erasing: ScopeErasing, asked: Job) -> str:
    now = erasing.clock.now()
    begun = await erasing.jobs.begin(asked, now)
    if isinstance(begun, LeaseRefusal):
        return begun.value
    scope = Scope(begun.request["scope"][0])
    purposes = frozenset(Purpose(purpose) for purpose in begun.request["purposes"])
    counts = await erasing.data.erase_scope(begun, scope, purposes, now)
    counts["objects"] = await erasing.objects.delete_all(begun.uid)  # an earlier export may hold it
    if counts.get("left"):
        raise Unavailable
    ended = replace(begun, counts=counts)
    await erasing.jobs.end(ended, JobStatus.SUCCEEDED, None, erasing.clock.now())
    return JobStatus.SUCCEEDED.value
