"""The vault in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from future_finance.errors import SealBroken, VaultUnavailable
from future_finance.usecases.ports import Purpose


class InMemoryVault:
    """Vault and KeyHolders. `available` and `broken` are for a test to set; `rotate` makes every key an old one."""

    def __init__(self) -> None:
        self.available = True
        self.broken: set[str] = set()  # users whose data key cannot be unwrapped
        self._key_versions: dict[str, int] = {}  # by uid
        self._primary = 1
        self._values: dict[tuple[str, str, Purpose], dict[str, str]] = {}

    def rotate(self) -> None:
        self._primary += 1

    async def seal(self, uid: str, connection_id: str, purpose: Purpose, secret: Mapping[str, str]) -> None:
        self._reach()
        self._key_versions.setdefault(uid, self._primary)
        self.broken.discard(uid)
        self._values[uid, connection_id, purpose] = dict(secret)

    async def open(self, uid: str, connection_id: str, purpose: Purpose) -> Mapping[str, str] | None:
        self._reach()
        value = self._values.get((uid, connection_id, purpose))
        if value is None:
            return None
        self._require_key(uid)
        return dict(value)

    async def discard(self, uid: str, connection_id: str, purpose: Purpose) -> None:
        self._reach()
        self._values.pop((uid, connection_id, purpose), None)

    async def rewrap(self, uid: str) -> bool:
        self._reach()
        if uid not in self._key_versions:
            return False
        self._require_key(uid)
        if self._key_versions[uid] == self._primary:
            return False
        self._key_versions[uid] = self._primary
        return True

    async def shred(self, uid: str) -> None:
        self._reach()
        self._key_versions.pop(uid, None)
        self._values = {key: value for key, value in self._values.items() if key[0] != uid}

    async def key_holders(self, after: str | None, limit: int) -> Sequence[str]:
        self._reach()
        return [uid for uid in sorted(self._key_versions) if after is None or uid > after][:limit]

    def _reach(self) -> None:
        if not self.available:
            raise VaultUnavailable

    def _require_key(self, uid: str) -> None:
        if uid in self.broken:
            raise SealBroken
