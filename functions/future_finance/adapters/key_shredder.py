"""Destroying a user's data key and sealed values: it needs no KMS, since nothing is opened."""

from __future__ import annotations

from collections.abc import Sequence

from google.api_core.exceptions import GoogleAPIError
from google.cloud.firestore_v1.base_query import FieldFilter

from future_finance.adapters.document_id import segment
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.errors import Unavailable, VaultUnavailable


class VaultShredder:
    """KeyShredder over the vault's documents."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def shred(self, uid: str) -> None:
        tokens = self._documents.client.collection("tokens").where(filter=FieldFilter("uid", "==", uid))

        async def delete(transaction: Transaction) -> None:
            for token_id, _ in await transaction.query(tokens):
                transaction.delete(self._documents.ref("tokens", token_id))
            transaction.delete(self._documents.ref("keys", segment(uid)))

        try:
            await self._documents.transact(delete)
        except (Unavailable, GoogleAPIError):
            raise VaultUnavailable from None

    async def key_holders(self, after: str | None, limit: int) -> Sequence[str]:
        query = self._documents.client.collection("keys").order_by("__name__").limit(limit)
        if after is not None:
            query = query.start_after({"__name__": self._documents.ref("keys", segment(after))})
        try:
            found = await self._documents.query(query)
        except (Unavailable, GoogleAPIError):
            raise VaultUnavailable from None
        return [fields["uid"] for _, fields in found]
