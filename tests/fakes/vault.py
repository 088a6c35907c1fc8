"""Sealed values in memory, in clear."""

from __future__ import annotations

from collections.abc import Mapping

from future_finance.errors import VaultUnavailable
from future_finance.usecases.ports import Purpose


class InMemoryVault:
    """Vault. `down`: KMS does not answer."""

    def __init__(self) -> None:
        self.sealed: dict[tuple[str, str, Purpose], Mapping[str, str]] = {}
        self.down = False

    async def seal(self, uid: str, connection_id: str, purpose: Purpose, secret: Mapping[str, str]) -> None:
        if self.down:
            raise VaultUnavailable
        self.sealed[uid, connection_id, purpose] = dict(secret)

    async def open(self, uid: str, connection_id: str, purpose: Purpose) -> Mapping[str, str] | None:
        if self.down:
            raise VaultUnavailable
        return self.sealed.get((uid, connection_id, purpose))

    async def discard(self, uid: str, connection_id: str, purpose: Purpose) -> None:
        self.sealed.pop((uid, connection_id, purpose), None)

    async def rewrap(self, uid: str) -> bool:
        return False

    async def shred(self, uid: str) -> None:
        self.sealed = {key: value for key, value in self.sealed.items() if key[0] != uid}
