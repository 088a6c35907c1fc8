"""Metered access to Firestore: every billed read and write of the product goes through here."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NoReturn, cast

from google.api_core import exceptions as google_errors
from google.cloud.firestore_v1.async_client import AsyncClient
from google.cloud.firestore_v1.async_document import AsyncDocumentReference
from google.cloud.firestore_v1.async_query import AsyncQuery
from google.cloud.firestore_v1.async_transaction import AsyncTransaction, async_transactional

from future_finance.adapters import metering
from future_finance.errors import AppError, Busy, Unavailable

logger = logging.getLogger(__name__)

Fields = dict[str, Any]
Found = list[tuple[str, Fields]]  # (document id, fields) of a query's answer

MOST_TRIES = 6
_ATTEMPTS_A_TRY = 2  # the client repeats at once, but keeps its place in the line
_LONGEST_PAUSE_S = 2.0
_DOWN = (
    google_errors.ServiceUnavailable,
    google_errors.DeadlineExceeded,
    google_errors.ResourceExhausted,
    google_errors.InternalServerError,
    google_errors.Unknown,
    google_errors.RetryError,
)


class Documents:
    """Reads outside a transaction, and transactions. Raises Unavailable where Firestore does not answer."""

    def __init__(self, client: AsyncClient, *, first_pause_s: float = 0.1) -> None:
        self.client = client
        self._first_pause_s = first_pause_s

    def ref(self, *path: str) -> AsyncDocumentReference:
        return self.client.document(*path)

    async def ping(self) -> None:
        """Returns when the database answers. Raises Unavailable, also where it is not there or refuses us."""
        try:
            await self.ref("health", "ping").get()
        except google_errors.GoogleAPIError as error:
            logger.error("Firestore failed: %s", type(error).__name__)
            raise Unavailable from None
        metering.count(firestore_reads=1)

    async def get(self, *path: str) -> Fields | None:
        """One document's fields, or None."""
        try:
            snapshot = await self.ref(*path).get()
        except google_errors.GoogleAPIError as error:
            _raise_meaning_of(error)
        metering.count(firestore_reads=1)
        return snapshot.to_dict()

    async def get_all(self, refs: Sequence[AsyncDocumentReference]) -> list[Fields | None]:
        """Fields of each document as of one moment, in the order asked for; None where there is none."""
        try:
            found = {snapshot.reference.path: snapshot async for snapshot in self.client.get_all(list(refs))}
        except google_errors.GoogleAPIError as error:
            _raise_meaning_of(error)
        metering.count(firestore_reads=len(refs))
        return [found[ref.path].to_dict() for ref in refs]

    async def as_of_now(self, *path: str) -> tuple[Fields | None, datetime]:
        """One document's fields, or None, and the moment as of which they are."""
        try:
            snapshot = await self.ref(*path).get()
        except google_errors.GoogleAPIError as error:
            _raise_meaning_of(error)
        metering.count(firestore_reads=1)
        return snapshot.to_dict(), cast(datetime, snapshot.read_time)

    async def update_if_there(self, fields: Fields, *path: str) -> None:
        """Change a document without reading it; one that is gone stays gone."""
        try:
            await self.ref(*path).update(fields)
        except google_errors.NotFound:
            return
        except google_errors.GoogleAPIError as error:
            _raise_meaning_of(error)
        metering.count(firestore_writes=1)

    async def delete(self, *path: str) -> None:
        """Also where there is none."""
        try:
            await self.ref(*path).delete()
        except google_errors.GoogleAPIError as error:
            _raise_meaning_of(error)
        metering.count(firestore_writes=1)

    async def query(self, query: AsyncQuery, as_of: datetime | None = None) -> Found:
        """All documents of a query, as they are or as they were at a moment of the last hour; an empty answer
        is billed as one read."""
        found = await self.query_by_path(query, as_of)
        return [(path.rpartition("/")[2], fields) for path, fields in found]

    async def query_by_path(self, query: AsyncQuery, as_of: datetime | None = None) -> Found:
        """As query, with each document's path from the root: over a collection group an id says too little."""
        try:
            found = [
                (snapshot.reference.path, snapshot.to_dict() or {})
                async for snapshot in query.stream(read_time=as_of)
            ]
        except google_errors.GoogleAPIError as error:
            _raise_meaning_of(error)
        metering.count(firestore_reads=max(1, len(found)))
        return found

    async def transact[T](self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `work` in a transaction, again when another one came between its reads or before its commit.

        The pause before each new try is longer and random: two that repeat at once would meet again.
        Raises Busy when it never came through, Unavailable when Firestore is down.
        """
        return await self._with_patience(work, read_only=False)

    async def at_one_moment[T](self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `work`, which only reads, on the data of one moment; nothing is locked. Raises as transact."""
        return await self._with_patience(work, read_only=True)

    async def _with_patience[T](self, work: Callable[[Transaction], Awaitable[T]], *, read_only: bool) -> T:
        for attempt in range(MOST_TRIES - 1):
            try:
                return await self._once(work, read_only=read_only)
            except Busy as busy:
                if not isinstance(busy.__cause__, google_errors.GoogleAPIError | ValueError):
                    raise  # the work's own refusal
                longest = min(_LONGEST_PAUSE_S, self._first_pause_s * 2**attempt)
                await asyncio.sleep(longest * random.random())  # noqa: S311 (nothing secret)
        return await self._once(work, read_only=read_only)

    async def _once[T](self, work: Callable[[Transaction], Awaitable[T]], *, read_only: bool) -> T:
        @async_transactional
        async def run(transaction: AsyncTransaction) -> T:
            current = Transaction(self.client, transaction)
            result = await work(current)
            writes.append(current.writes)
            return result

        writes: list[int] = []
        try:
            result: T = await run(self.client.transaction(max_attempts=_ATTEMPTS_A_TRY, read_only=read_only))
        except (google_errors.GoogleAPIError, ValueError) as error:
            _raise_meaning_of(error)
        metering.count(firestore_writes=writes[-1])
        return result


def _raise_meaning_of(error: Exception) -> NoReturn:
    """Raise what an error of the client means: Busy, Unavailable, or what really happened.

    Where a transaction could not begin, or was aborted, its rollback can fail too, with an error that hides the
    cause; a cancellation and the work's own refusal can be hidden in the same way.
    """
    seen = list(_chain(error))
    for one in seen:
        if isinstance(one, asyncio.CancelledError | AppError):
            raise one
    if any(isinstance(one, google_errors.Aborted) for one in seen):
        raise Busy from error
    if any(isinstance(one, _DOWN) for one in seen):
        raise Unavailable from error
    raise next((one for one in seen if isinstance(one, google_errors.GoogleAPIError)), error)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and what it was raised from or over."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


class Transaction:
    """One attempt of a transaction: all reads come first, then writes, counted when it commits."""

    def __init__(self, client: AsyncClient, transaction: AsyncTransaction) -> None:
        self._client = client
        self._transaction = transaction
        self.writes = 0

    async def get_all(self, refs: Sequence[AsyncDocumentReference]) -> list[Fields | None]:
        """Fields of each document in the order asked for; None where there is none."""
        if not refs:
            return []
        found = {
            snapshot.reference.path: snapshot.to_dict()
            async for snapshot in self._client.get_all(list(refs), transaction=self._transaction)
        }
        metering.count(firestore_reads=len(refs))
        return [found.get(ref.path) for ref in refs]

    async def query(self, query: AsyncQuery) -> Found:
        return [(path.rpartition("/")[2], fields) for path, fields in await self.query_by_path(query)]

    async def query_by_path(self, query: AsyncQuery) -> Found:
        """With each document's path from the root in the place of its id."""
        stream = query.stream(transaction=self._transaction)
        found = [(snapshot.reference.path, snapshot.to_dict() or {}) async for snapshot in stream]
        metering.count(firestore_reads=max(1, len(found)))
        return found

    async def query_all(self, queries: Sequence[AsyncQuery]) -> list[Found]:
        """Several queries at once."""
        return list(await asyncio.gather(*(self.query(query) for query in queries)))

    def set(self, ref: AsyncDocumentReference, fields: Fields, *, merge: bool = False) -> None:
        self._transaction.set(ref, fields, merge=merge)
        self.writes += 1

    def update(self, ref: AsyncDocumentReference, fields: Fields) -> None:
        self._transaction.update(ref, fields)
        self.writes += 1

    def delete(self, ref: AsyncDocumentReference) -> None:
        self._transaction.delete(ref)
        self.writes += 1
