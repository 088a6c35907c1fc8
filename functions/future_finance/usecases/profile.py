"""Replace a person's profile."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from future_finance.domain.local_date import local_date
from future_finance.domain.profile import Profile, VersionedProfile, require_sound

if TYPE_CHECKING:
    from future_finance.usecases.ports import ProfileStore


async def replace_profile(
    profiles: ProfileStore, uid: str, profile: Profile, expected_version: int | None, now: datetime
) -> VersionedProfile:
    """Replace the whole profile; its entries are in the overview at the same moment.

    `expected_version` None: whatever is there. Raises InvalidInput, Conflict, NotFound.
    """
    today = local_date(now)
    passed = any(goal.by < today for goal in profile.goals)
    require_sound(profile, (await profiles.get(uid)).profile if passed else Profile(), today)
    return await profiles.replace(uid, profile, expected_version, now)
