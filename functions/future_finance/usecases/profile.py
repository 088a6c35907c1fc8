"""Read and replace a person's profile."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from future_finance.domain.local_date import local_date
from future_finance.domain.profile import Profile, VersionedProfile, require_sound

if TYPE_CHECKING:  # ports brings the whole domain with it: 40 ms of a cold start
    from future_finance.usecases.ports import PortfolioStore, ProfileStore


async def replace_profile(
    profiles: ProfileStore,
    portfolios: PortfolioStore,
    uid: str,
    profile: Profile,
    expected_version: int | None,
    now: datetime,
) -> VersionedProfile:
    """Replace the whole profile, then bring its entries into the overview; repeating it does no harm.

    `expected_version` None: whatever is there. Raises InvalidInput, Conflict, NotFound.
    """
    require_sound(profile, local_date(now))
    stored = await profiles.replace(uid, profile, expected_version, now)
    await portfolios.profile_changed(uid, now)
    return stored
