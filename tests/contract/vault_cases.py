"""The vaults that the contract is run on: in memory, and on Firestore with Cloud KMS."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from emulators.cloud_kms.emulator import cloud_kms
from emulators.cloud_kms.key import LocalKey
from emulators.cloud_kms.key_store import KeyStore
from future_finance.adapters.cloud_kms import CloudKms
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.vault import EnvelopeVault
from tests.fakes.in_memory_vault import InMemoryVault

KEY = "projects/demo/locations/asia-south1/keyRings/ring/cryptoKeys/user-data-keys"


@dataclass(frozen=True, slots=True)
class RealVault:
    """A vault in a Firestore project of its own, and the KMS key behind it."""

    vault: EnvelopeVault
    documents: Documents
    kms: CloudKms
    kms_address: str
    key_store: KeyStore = field(repr=False)

    @property
    def key(self) -> LocalKey:
        return self.key_store.key(KEY)

    def another_instance(self) -> EnvelopeVault:
        """The vault as another instance sees it: nothing cached."""
        return EnvelopeVault(self.documents, self.kms)

    def rotate(self) -> None:
        now = self.key_store.now()
        self.key.make_primary(self.key.add_version(now).number, now)


@dataclass(frozen=True, slots=True)
class VaultCase:
    """A vault and how its KMS key is rotated."""

    vault: InMemoryVault | EnvelopeVault
    rotate: Callable[[], None]


@asynccontextmanager
async def real_vault() -> AsyncIterator[RealVault]:
    """Needs FIRESTORE_EMULATOR_HOST."""
    store = KeyStore()
    async with cloud_kms(store, [KEY]) as ports:
        client = connect(f"demo-{uuid.uuid4().hex[:20]}", "vault")
        kms_address = f"127.0.0.1:{ports.grpc}"
        kms = CloudKms(KEY, kms_address)
        documents = Documents(client)
        yield RealVault(EnvelopeVault(documents, kms), documents, kms, kms_address, store)
        await kms.aclose()
        await disconnect(client)


@asynccontextmanager
async def on_firestore() -> AsyncIterator[VaultCase]:
    async with real_vault() as real:
        yield VaultCase(real.vault, real.rotate)


@asynccontextmanager
async def in_memory() -> AsyncIterator[VaultCase]:
    vault = InMemoryVault()
    yield VaultCase(vault, vault.rotate)
