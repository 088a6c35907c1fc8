"""Who is due, as the fan-out asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from future_finance.domain.shard_page import Cursor, ShardPage


@dataclass(frozen=True, slots=True)
class DueConnection:
    """A connection that a scheduled sync may run for."""

    uid: str
    connection_id: str


@dataclass(frozen=True, slots=True)
class DueUser:
    """A user of the shards asked for. `insights`: has agreed to be shown what was found."""

    uid: str
    insights: bool


@dataclass(frozen=True, slots=True)
class Page[T]:
    """`found` of the documents that were read; None in `following`: there are no more."""

    found: Sequence[T]
    following: Cursor | None


class DueStore(Protocol):
    """A page of some shards at a time, at most `limit` documents, in an order in which nobody moves backwards: a
    page that is read again later leaves nobody out. The order is that of time, in one shard and in several: a
    cursor from several shards is good for each of them."""

    async def connections(
        self, shards: range, now: datetime, after: Cursor | None, limit: int
    ) -> Page[DueConnection]:
        """Those with a session that holds, past their next sync, of people who have agreed and stay."""
        ...

    async def users(
        self, shards: range, seen_since: datetime, now: datetime, after: Cursor | None, limit: int
    ) -> Page[DueUser]:
        """Those seen since then who are not being erased."""
        ...


class PointCarrier(Protocol):
    """Net worth points that nobody measured."""

    async def carry_point(self, uid: str, now: datetime) -> bool:
        """Write today's point from what is known, marked carried, where the month has none yet; whether one
        was written. Nothing in between is made up."""
        ...


class LostPages(Protocol):
    """Pages that were given up, for operators."""

    async def bury(self, page: ShardPage, error: str, now: datetime) -> None:
        """One letter a page; the error and the time are those of the last one."""
        ...

    async def take_back(self, page: ShardPage) -> None:
        """It was done after all."""
        ...
