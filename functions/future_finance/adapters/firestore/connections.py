"""users/{uid}/connections: the links, and all data that came by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from future_finance.adapters.firestore import connection_document, parts, portfolio
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.local_date import local_date
from future_finance.errors import ConnectionChanged
from future_finance.usecases.ports import Clock


class FirestoreConnectionStore:
    """Connections; each change is in the overview at the same moment."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock

    async def get(self, uid: str, connection_id: str) -> Connection | None:
        fields = await self._documents.get("users", uid, "connections", connection_id)
        return None if fields is None else connection_document.from_document(connection_id, fields)

    async def list(self, uid: str) -> Sequence[Connection]:
        found = await self._documents.query(self._documents.ref("users", uid).collection("connections"))
        connections = [connection_document.from_document(key, fields) for key, fields in found]
        return sorted(connections, key=lambda connection: (connection.created_at, connection.id))

    async def put(self, uid: str, connection: Connection, expected: Connection | None) -> None:
        connection_ref = self._documents.ref("users", uid, "connections", connection.id)

        async def work(transaction: Transaction) -> None:
            stored = await portfolio.read(self._documents, transaction, uid)
            if stored.connections.get(connection.id) != expected:
                raise ConnectionChanged
            transaction.set(connection_ref, connection_document.to_document(connection))
            stored.connections[connection.id] = connection
            portfolio.write_overview(transaction, stored, self._clock.now(), data_changed=False)

        await self._documents.transact(work)

    async def delete(self, uid: str, connection_id: str, *, with_data: bool) -> None:
        """Remove the link. Its data stays, marked as from a revoked link, unless `with_data`.

        With the data goes its share in today's net worth and, with the last connection, the history; else
        points of earlier days stay what they were. Idempotent. A sync that is running commits nothing afterwards.
        """
        user_ref = self._documents.ref("users", uid)

        async def work(transaction: Transaction) -> None:
            stored = await portfolio.read(self._documents, transaction, uid)
            connection = stored.connections.get(connection_id)
            if connection is None:
                return
            if not with_data:
                revoked = replace(connection, status=ConnectionStatus.REVOKED, active_until=None)
                stored.connections[connection_id] = revoked
                transaction.set(
                    user_ref.collection("connections").document(connection_id),
                    connection_document.to_document(revoked),
                )
                portfolio.write_overview(transaction, stored, self._clock.now(), data_changed=False)
                return
            homes = [user_ref.collection(name) for name in parts.CONNECTION_COLLECTIONS]
            found = await transaction.query_all([home.select(["connectionId"]) for home in homes])
            history = await transaction.query(user_ref.collection("netWorth"))
            coverage = await portfolio.coverage_of_documents(
                self._documents, transaction, uid, leaving_out=connection_id
            )
            for home, documents in zip(homes, found, strict=True):
                for document_id, fields in documents:
                    if fields["connectionId"] == connection_id:
                        transaction.delete(home.document(document_id))
            transaction.delete(user_ref.collection("connections").document(connection_id))
            del stored.connections[connection_id]
            now = self._clock.now()
            whole, syncs = stored.portfolio(now), stored.syncs()
            portfolio.write_overview(
                transaction, stored, now, data_changed=True, whole=whole, syncs=syncs, coverage=coverage
            )
            transaction.delete(user_ref.collection("views").document("facts"))
            today = local_date(now)
            year = dict(history).get(str(today.year))
            if not any(held.known for held in whole.connections):
                for year_id, _ in history:
                    transaction.delete(user_ref.collection("netWorth").document(year_id))
                year = None
            portfolio.write_point(transaction, stored, year, whole, syncs, today, coverage.ledger_to)

        await self._documents.transact(work)
