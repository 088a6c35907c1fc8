"""Users: who is signed in, and the shard their scheduled work falls into."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from future_finance.errors import SessionExpired

SHARDS = 64
RECENT_SIGN_IN = timedelta(minutes=5)
SESSION_LIFETIME = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class User:
    """Who a verified token speaks for. `signed_in_at` is when the person last proved who they are."""

    uid: str
    signed_in_at: datetime
    email: str | None = None
    email_verified: bool = False
    name: str | None = None
    picture: str | None = None
    by_cookie: bool = False

    def require_recent_sign_in(self, now: datetime) -> None:
        """For steps that a borrowed token must not take. Raises SessionExpired after five minutes."""
        if now - self.signed_in_at > RECENT_SIGN_IN:
            raise SessionExpired("Please sign in again to do this.")


@dataclass(frozen=True, slots=True)
class AccountState:
    """What Firebase Auth says of an account now. Sign-ins before `valid_since` are revoked."""

    valid_since: datetime
    disabled: bool


def shard_of(uid: str) -> int:
    """The user's shard, 0 to 63, even and stable."""
    return hashlib.sha256(uid.encode()).digest()[0] % SHARDS


def pseudonym_of(uid: str) -> str:
    """What a log calls the user: one way, and the same in every line."""
    return hashlib.sha256(b"log:" + uid.encode()).hexdigest()[:16]
