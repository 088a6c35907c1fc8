"""What keeping to the retention periods needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from future_finance.domain.job import Job


@dataclass(frozen=True, slots=True)
class Absentee:
    """Someone who has not been here for long. `told_at`: when the erasure was announced last."""

    uid: str
    last_seen_at: datetime
    told_at: datetime | None


class ExpiredDocuments(Protocol):
    """Documents past their `expireAt`."""

    async def delete_expired(self, collection: str, before: datetime, limit: int) -> int:
        """Delete up to `limit` that expired by then; how many. One that lives on again stays."""
        ...


class Absentees(Protocol):
    """People by when they were last here."""

    async def absentees(self, shard: int, seen_before: datetime, limit: int) -> Sequence[Absentee]:
        """Those last seen at that moment or before, who are not being erased, the longest absent first."""
        ...

    async def tell(self, absentee: Absentee, now: datetime) -> str | None:
        """Leave the notice that the account will be erased, in one transaction with the moment of telling;
        the notice's id. None where the person has come back or is gone."""
        ...


class MonthCounts(Protocol):
    """People counted in statistics, by month."""

    async def settle(self, month: str) -> int:
        """Keep of a month, yyyy-mm, that is over what may be told, and nothing of cells of few; how many
        documents of counts went."""
        ...


class LapsedConsents(Protocol):
    """Consents whose time is over."""

    async def lapsed(self, now: datetime, limit: int) -> Sequence[str]:
        """The uids of people who have some."""
        ...

    async def lapse(self, uid: str, now: datetime) -> Sequence[Job]:
        """Mark them expired and write the jobs that erase what they covered, in one transaction. None for
        somebody who is gone or being erased."""
        ...
