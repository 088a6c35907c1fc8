"""users/{uid}/profile/main in memory."""

from __future__ import annotations

from datetime import datetime

from future_finance.domain.profile import Profile, VersionedProfile
from future_finance.errors import Conflict


class InMemoryProfileStore:
    """ProfileStore."""

    def __init__(self) -> None:
        self.kept: dict[str, VersionedProfile] = {}

    async def get(self, uid: str) -> VersionedProfile:
        return self.kept.get(uid, VersionedProfile(Profile(), 0))

    async def replace(
        self, uid: str, profile: Profile, expected_version: int | None, now: datetime
    ) -> VersionedProfile:
        version = (await self.get(uid)).version
        if expected_version is not None and expected_version != version:
            raise Conflict
        self.kept[uid] = VersionedProfile(profile, version + 1)
        return self.kept[uid]
