"""Who is due, as the fan-out asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

type Cursor = str  # where the next page goes on; opaque to all but the store


@dataclass(frozen=True, slots=True)
class DueConnection:
    """A connection that a scheduled sync may run for."""

    uid: str
    connection_id: str


@dataclass(frozen=True, slots=True)
class DueUser:
    """A user of a shard. `insights`: has agreed to be shown what was found."""

    uid: str
    insights: bool


@dataclass(frozen=True, slots=True)
class Page[T]:
    """`found` of the documents that were read; None in `following`: there are no more."""

    found: Sequence[T]
    following: Cursor | None


class DueStore(Protocol):
    """A page of a shard at a time, at most `limit` documents, in an order in which nobody moves backwards: a
    page that is read again later leaves nobody out."""

    async def connections(
        self, shard: int, now: datetime, after: Cursor | None, limit: int
    ) -> Page[DueConnection]:
        """Those with a session that holds, past their next sync, of people who have agreed and stay."""
        ...

    async def users(
        self, shard: int, seen_since: datetime, now: datetime, after: Cursor | None, limit: int
    ) -> Page[DueUser]:
        """Those seen since then who are not being erased."""
        ...


class PointCarrier(Protocol):
    """Net worth points that nobody measured."""

    async def carry_point(self, uid: str, now: datetime) -> bool:
        """Write today's point from what is known, marked carried, where the month has none yet; whether one
        was written. Nothing in between is made up."""
        ...
