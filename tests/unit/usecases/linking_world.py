"""A person's links on fakes, for tests of connecting."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.profile import Profile, VersionedProfile
from future_finance.usecases.connections import Linking
from future_finance.usecases.ports import Purpose
from tests.fakes.ai import InMemoryConsents
from tests.fakes.connections import InMemoryConnectionStore
from tests.fakes.in_memory_vault import InMemoryVault
from tests.fakes.profile import InMemoryProfileStore
from tests.fakes.source import ScriptedSource

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
UID = "u1"
FIRST = hashlib.sha256(b"u1\x1ffi_money").hexdigest()[:24]  # the id of a first link


class World:
    """One user's links."""

    def __init__(self, *connections: Connection) -> None:
        self.store = InMemoryConnectionStore(*connections)
        self.vault = InMemoryVault()
        self.source = ScriptedSource()
        self.profiles = InMemoryProfileStore()
        self.profiles.kept[UID] = VersionedProfile(Profile(birth_year=1990), 1)
        self.consents = InMemoryConsents()
        self.linking = Linking(self.store, self.vault, self.source, self.profiles, self.consents)

    async def sealed(self, connection_id: str = FIRST) -> dict[str, str]:
        return dict(await self.vault.open(UID, connection_id, Purpose.FI_SESSION) or {})


def link(status: ConnectionStatus, until: datetime | None = None) -> Connection:
    return Connection("c1", "fi_money", status, 5, NOW, active_until=until)
