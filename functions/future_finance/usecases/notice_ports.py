"""What telling people needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from future_finance.domain.personal_notice import PersonalNotice, Words


class NoticeStore(Protocol):
    """users/{uid}/notices: notices that follow from nothing else, and which of the others were seen."""

    async def stored(self, uid: str) -> Sequence[PersonalNotice]: ...
    async def get(self, uid: str, notice_id: str) -> PersonalNotice | None: ...
    async def leave(self, uid: str, notice: PersonalNotice) -> bool:
        """Keep it, unless one of its id is there; whether it was kept. For somebody who is gone, nothing."""
        ...

    async def mark_seen(self, uid: str, notice: PersonalNotice, now: datetime) -> None:
        """Idempotent: the first time counts. Raises NotFound when the user is gone or being erased."""
        ...


@dataclass(frozen=True, slots=True)
class PushToken:
    """A browser's address at Firebase Cloud Messaging. It is personal data, and is erased with the rest."""

    id: str
    token: str


class PushTokenStore(Protocol):
    """users/{uid}/pushTokens."""

    async def keep(self, uid: str, token: str, now: datetime) -> None:
        """Brought again, it is kept for longer. Raises NotFound when the user is gone or being erased."""
        ...

    async def forget(self, uid: str, token: str) -> None:
        """One that is not there is fine."""
        ...

    async def tokens(self, uid: str) -> Sequence[PushToken]: ...


class Pushing(Protocol):
    """Firebase Cloud Messaging. Raises Unavailable."""

    async def send(self, tokens: Sequence[str], words: Words, notice_id: str) -> Sequence[str]:
        """Show the words in each browser; the tokens that Firebase says are gone."""
        ...
