"""users/{uid}/profile/main, read with few imports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from future_finance.adapters.firestore import profile_document
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.profile import Profile, VersionedProfile

if TYPE_CHECKING:
    from future_finance.adapters.firestore.profile_change import ProfileChange


class FirestoreProfileStore:
    """ProfileStore. `changing` is asked for only when a profile is replaced."""

    def __init__(self, documents: Documents, changing: Callable[[], ProfileChange]) -> None:
        self._documents = documents
        self._changing = changing

    async def get(self, uid: str) -> VersionedProfile:
        fields = await self._documents.get("users", uid, "profile", "main")
        if fields is None:
            return VersionedProfile(Profile(), 0)
        return VersionedProfile(profile_document.from_document(fields), fields["version"])

    async def replace(
        self, uid: str, profile: Profile, expected_version: int | None, now: datetime
    ) -> VersionedProfile:
        return await self._changing().replace(uid, profile, expected_version, now)
