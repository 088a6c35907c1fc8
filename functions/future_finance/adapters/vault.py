"""The vault: one data key a user, wrapped by KMS, in a database of its own; values sealed under it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from google.api_core.exceptions import GoogleAPIError
from google.cloud.firestore_v1.async_document import AsyncDocumentReference

from future_finance.adapters.cloud_kms import CloudKms
from future_finance.adapters.data_key_cache import DataKeyCache
from future_finance.adapters.document_id import segment
from future_finance.adapters.envelope import Binding, new_data_key, seal, unseal
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.adapters.key_shredder import VaultShredder
from future_finance.errors import SealBroken, Unavailable, VaultUnavailable
from future_finance.usecases.ports import Purpose

_SCHEMA_VERSION = 1  # of the vault's documents, which change apart from those of "(default)"


class EnvelopeVault:
    """keys/{uid} and tokens/{uid}_{connection}_{purpose} of the vault's database."""

    def __init__(self, documents: Documents, kms: CloudKms, cache: DataKeyCache | None = None) -> None:
        self._documents = documents
        self._kms = kms
        self._cache = cache or DataKeyCache()

    async def seal(self, uid: str, connection_id: str, purpose: Purpose, secret: Mapping[str, str]) -> None:
        binding = Binding(uid, connection_id, purpose)
        plaintext = json.dumps(dict(secret)).encode()

        async def write(transaction: Transaction) -> None:
            data_key = await self._data_key_to_seal_with(transaction, uid)
            transaction.set(
                self._token(binding),
                {
                    "uid": uid,
                    "sealed": seal(data_key, plaintext, binding),
                    "schemaVersion": _SCHEMA_VERSION,
                },
            )

        async with _as_vault_errors():
            await self._documents.transact(write)

    async def open(self, uid: str, connection_id: str, purpose: Purpose) -> Mapping[str, str] | None:
        binding = Binding(uid, connection_id, purpose)
        async with _as_vault_errors():
            key, token = await asyncio.gather(
                self._documents.get("keys", segment(uid)), self._documents.get("tokens", _token_id(binding))
            )
        if token is None:
            return None
        if key is None:
            raise SealBroken
        data_key = await self._unwrapped(uid, key["wrapped"])
        opened: dict[str, str] = json.loads(unseal(data_key, token["sealed"], binding))
        return opened

    async def discard(self, uid: str, connection_id: str, purpose: Purpose) -> None:
        async def delete(transaction: Transaction) -> None:
            transaction.delete(self._token(Binding(uid, connection_id, purpose)))

        async with _as_vault_errors():
            await self._documents.transact(delete)

    async def rewrap(self, uid: str) -> bool:
        async def renew(transaction: Transaction) -> bool:
            (key,) = await transaction.get_all([self._key(uid)])
            if key is None:
                return False
            unwrapped = await self._kms.unwrap(key["wrapped"], uid.encode())
            if unwrapped.under_primary:
                return False
            transaction.set(self._key(uid), await self._wrapped(uid, unwrapped.data_key))
            return True

        async with _as_vault_errors():
            return await self._documents.transact(renew)

    async def shred(self, uid: str) -> None:
        self._cache.forget(uid)
        await VaultShredder(self._documents).shred(uid)

    async def key_holders(self, after: str | None, limit: int) -> Sequence[str]:
        return await VaultShredder(self._documents).key_holders(after, limit)

    async def _data_key_to_seal_with(self, transaction: Transaction, uid: str) -> bytes:
        """The user's data key; a new one at the first seal, or in place of one that cannot be unwrapped."""
        (key,) = await transaction.get_all([self._key(uid)])
        if key is not None:
            try:
                return await self._unwrapped(uid, key["wrapped"])
            except SealBroken:
                pass  # what it sealed is lost already: connecting again replaces it
        data_key = new_data_key()
        transaction.set(self._key(uid), await self._wrapped(uid, data_key))
        return data_key

    async def _wrapped(self, uid: str, data_key: bytes) -> dict[str, object]:
        wrapped = await self._kms.wrap(data_key, uid.encode())
        return {"uid": uid, "wrapped": wrapped, "schemaVersion": _SCHEMA_VERSION}

    async def _unwrapped(self, uid: str, wrapped: bytes) -> bytes:
        data_key = self._cache.get(uid, wrapped)
        if data_key is None:
            data_key = (await self._kms.unwrap(wrapped, uid.encode())).data_key
            self._cache.put(uid, wrapped, data_key)
        return data_key

    def _key(self, uid: str) -> AsyncDocumentReference:
        return self._documents.ref("keys", segment(uid))

    def _token(self, binding: Binding) -> AsyncDocumentReference:
        return self._documents.ref("tokens", _token_id(binding))


def _token_id(binding: Binding) -> str:
    return "_".join(segment(part) for part in (binding.uid, binding.connection_id, binding.purpose))


@asynccontextmanager
async def _as_vault_errors() -> AsyncIterator[None]:
    """A failing database is the vault's failure; its error text may name the user, so it goes no further."""
    try:
        yield
    except (Unavailable, GoogleAPIError) as error:
        if isinstance(error, VaultUnavailable):
            raise
        raise VaultUnavailable from None
