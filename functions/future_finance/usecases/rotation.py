"""Rotate keys: bring every user's data key under KMS's primary key version."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from future_finance.errors import SealBroken

PAGE_SIZE = 100
_AT_ONCE = 8


class KeyHolders(Protocol):
    """The part of the vault that rotation walks through. Raises VaultUnavailable."""

    async def key_holders(self, after: str | None, limit: int) -> Sequence[str]:
        """The next users that have a data key, in a fixed order, after the user `after`."""
        ...

    async def rewrap(self, uid: str) -> bool: ...


@dataclass(slots=True)
class Rotation:
    """How far it is. `unopenable` keys stay as they are: what they sealed is lost already."""

    rewrapped: int = 0
    current: int = 0
    unopenable: int = 0
    last_uid: str | None = None  # where to go on; None at the beginning


async def rotate_keys(
    vault: KeyHolders, rotation: Rotation, on_page: Callable[[Rotation], None], page_size: int = PAGE_SIZE
) -> Rotation:
    """Rewrap from `rotation.last_uid` on; running it again with everything current changes nothing.

    `on_page` is told after each page, so that an interrupted run can go on from there.
    Raises VaultUnavailable; what was done stays done.
    """
    limit = asyncio.Semaphore(_AT_ONCE)

    async def rewrap(uid: str) -> None:
        async with limit:
            try:
                changed = await vault.rewrap(uid)
            except SealBroken:
                rotation.unopenable += 1
                return
        rotation.rewrapped += changed
        rotation.current += not changed

    while page := await vault.key_holders(rotation.last_uid, page_size):
        outcomes = await asyncio.gather(*(rewrap(uid) for uid in page), return_exceptions=True)
        for outcome in outcomes:
            if outcome is not None:
                raise outcome
        rotation.last_uid = page[-1]
        on_page(rotation)
    return rotation
