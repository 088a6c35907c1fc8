"""What insights are kept in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from future_finance.domain.insight import Action, Insight
from future_finance.domain.job import Job

type Reconcile = Callable[[Mapping[str, Insight]], Mapping[str, Insight]]


@dataclass(frozen=True, slots=True)
class ActionTaken:
    """One line of what a person did with an insight. `note` is theirs."""

    insight_id: str
    action: Action
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of generation rests on: nothing is stored when it is no longer so."""

    job: Job
    data_version: int
    consent_version: int


class InsightStore(Protocol):
    """users/{uid}/insights and insightActions."""

    async def stored(self, uid: str) -> Mapping[str, Insight]:
        """All of them, by id."""
        ...

    async def open(self, uid: str) -> Sequence[Insight]:
        """Those that are neither dismissed nor resolved."""
        ...

    async def get(self, uid: str, insight_id: str) -> Insight | None: ...
    async def change(self, uid: str, taken: ActionTaken, change: Callable[[Insight], Insight]) -> Insight:
        """The insight after `change`, stored with the action in one transaction. Raises NotFound, and what
        `change` raises."""
        ...

    async def commit(self, run: Run, reconcile: Reconcile, now: datetime) -> Job:
        """What `reconcile` makes of the stored insights (only changed ones), and the job's end, in one
        transaction. Raises Busy when data or consent changed meanwhile, NotFound when the user is gone."""
        ...
