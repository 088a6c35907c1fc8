"""Metered access to Firestore: every billed read and write of the product goes through here."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from google.api_core import exceptions as google_errors
from google.cloud.firestore_v1.async_client import AsyncClient
from google.cloud.firestore_v1.async_document import AsyncDocumentReference
from google.cloud.firestore_v1.async_query import AsyncQuery
from google.cloud.firestore_v1.async_transaction import AsyncTransaction, async_transactional

from future_finance.adapters import metering
from future_finance.errors import Busy, Unavailable

Fields = dict[str, Any]
Found = list[tuple[str, Fields]]  # (document id, fields) of a query's answer

_OVERLOADED = (google_errors.Aborted, google_errors.ServiceUnavailable, google_errors.DeadlineExceeded)


class Documents:
    """Reads outside a transaction."""

    def __init__(self, client: AsyncClient) -> None:
        self.client = client

    def ref(self, *path: str) -> AsyncDocumentReference:
        return self.client.document(*path)

    async def get(self, *path: str) -> Fields | None:
        """One document's fields, or None."""
        try:
            snapshot = await self.ref(*path).get()
        except _OVERLOADED as error:
            raise Unavailable from error
        metering.count(firestore_reads=1)
        return snapshot.to_dict()

    async def query(self, query: AsyncQuery) -> Found:
        """All documents of a query; an empty answer is billed as one read."""
        try:
            found = [(snapshot.id, snapshot.to_dict() or {}) async for snapshot in query.stream()]
        except _OVERLOADED as error:
            raise Unavailable from error
        metering.count(firestore_reads=max(1, len(found)))
        return found

    async def transact[T](self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `work` in a transaction, again when another one came between; at most five times.

        Raises Busy when it never came through, Unavailable when Firestore is down.
        """

        @async_transactional
        async def run(transaction: AsyncTransaction) -> T:
            current = Transaction(self.client, transaction)
            result = await work(current)
            writes.append(current.writes)
            return result

        writes: list[int] = []
        try:
            result: T = await run(self.client.transaction())
        except google_errors.Aborted as error:
            raise Busy from error
        except ValueError as error:  # the client's "Failed to commit transaction in 5 attempts."
            if isinstance(error.__cause__, google_errors.Aborted):
                raise Busy from error
            raise
        except _OVERLOADED as error:
            raise Unavailable from error
        metering.count(firestore_writes=writes[-1])
        return result


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
        stream = query.stream(transaction=self._transaction)
        found = [(snapshot.id, snapshot.to_dict() or {}) async for snapshot in stream]
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
