"""Sessions: from an ID token to a cookie, from a cookie to a custom token, and out again everywhere."""

from __future__ import annotations

import logging
from datetime import datetime

from future_finance.domain.user import SESSION_LIFETIME, User, pseudonym_of
from future_finance.usecases.ports import SessionIssuer, UserStore
from future_finance.usecases.sign_in import enter

logger = logging.getLogger(__name__)


async def open_session(
    issuer: SessionIssuer, users: UserStore, user: User, id_token: str, wall_now: datetime, now: datetime
) -> str:
    """A session cookie for a sign-in of the last five minutes; users/{uid} exists from here on.

    `wall_now` is real time, `now` the business clock's. Raises SessionExpired, Forbidden, Unavailable.
    """
    user.require_recent_sign_in(wall_now)
    await enter(users, user, now)
    return await issuer.session_cookie(id_token, SESSION_LIFETIME)


async def sign_out_everywhere(issuer: SessionIssuer, user: User) -> None:
    """Revoke all of the user's refresh tokens and sessions."""
    await issuer.revoke_sessions(user.uid)
    logger.info("signed out everywhere: user=%s", pseudonym_of(user.uid))
