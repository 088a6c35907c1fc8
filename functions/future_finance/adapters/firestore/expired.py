"""Documents past their `expireAt`, over all users: what TTL has not deleted, and where there is no TTL, all."""

from __future__ import annotations

from datetime import datetime

from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.firestore.documents import Documents, Transaction


class FirestoreExpiredDocuments:
    """ExpiredDocuments in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def delete_expired(self, collection: str, before: datetime, limit: int) -> int:
        query = (
            self._documents.client.collection_group(collection)
            .where(filter=FieldFilter("expireAt", "<=", before))
            .limit(limit)
        )

        async def work(transaction: Transaction) -> int:
            """Read and delete at one moment: what was given more time in between is not touched."""
            found = await transaction.query_by_path(query)
            for path, _ in found:
                transaction.delete(self._documents.client.document(path))
            return len(found)

        return await self._documents.transact(work)
