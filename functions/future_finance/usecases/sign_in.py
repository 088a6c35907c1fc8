"""Sign in with Google, begun and finished in the same browser."""

from __future__ import annotations

import hashlib
import logging
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from future_finance.domain.retention import KEPT
from future_finance.domain.user import SESSION_LIFETIME, User, pseudonym_of
from future_finance.errors import GoogleRefused, OAuthStateRefused, VaultUnavailable
from future_finance.usecases.ports import (
    AuthorizationPage,
    GoogleSignIn,
    OAuthState,
    OAuthStateStore,
    Purpose,
    SessionIssuer,
    SignedInPerson,
    TokenVerifier,
    UserStore,
    Vault,
)

STATE_LIFETIME = KEPT["oauthStates"]
GOOGLE_CONNECTION = "google"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SignInBegun:
    """`browser_secret` goes into the browser's cookie; only its hash is stored."""

    authorization_url: str
    browser_secret: str


async def begin_sign_in(
    states: OAuthStateStore, page: AuthorizationPage, redirect_uri: str, login_hint: str | None, now: datetime
) -> SignInBegun:
    """Remember a sign-in that may end at `redirect_uri`, which the caller has checked."""
    browser_secret = secrets.token_urlsafe(32)
    code_verifier = secrets.token_urlsafe(48)
    state = OAuthState(
        state=secrets.token_hex(32),
        browser_hash=_hash(browser_secret),
        code_verifier=code_verifier,
        nonce=secrets.token_urlsafe(24),
        redirect_uri=redirect_uri,
        expire_at=now + STATE_LIFETIME,
    )
    await states.put(state)
    challenge = urlsafe_b64encode(hashlib.sha256(code_verifier.encode()).digest()).rstrip(b"=").decode()
    url = page.url(state=state.state, nonce=state.nonce, code_challenge=challenge, login_hint=login_hint)
    return SignInBegun(url, browser_secret)


async def resume_sign_in(
    states: OAuthStateStore, state: str, browser_secret: str, now: datetime
) -> OAuthState:
    """Consume the state. Raises OAuthStateRefused when it is unknown, used, late, or another browser's."""
    found = await states.take(state, _hash(browser_secret), now)
    if found is None:
        logger.warning("sign-in refused: state unknown, used, expired or of another browser")
        raise OAuthStateRefused
    return found


async def finish_sign_in(
    google: GoogleSignIn,
    tokens: TokenVerifier,
    issuer: SessionIssuer,
    users: UserStore,
    vault: Vault,
    *,
    state: OAuthState,
    code: str,
    now: datetime,
) -> str:
    """The session cookie of the person whom Google vouches for; users/{uid} exists from here on.

    Raises GoogleRefused, NotSignedIn, Forbidden (being erased), Unavailable.
    """
    grant = await google.exchange(code, state.code_verifier, state.nonce)
    id_token = await google.firebase_id_token(grant)
    user = await tokens.verify_id_token(id_token)
    await enter(users, user, now)
    if grant.refresh_token is not None:
        try:
            sealed = {"refreshToken": grant.refresh_token}
            await vault.seal(user.uid, GOOGLE_CONNECTION, Purpose.GOOGLE_REFRESH, sealed)
        except VaultUnavailable:  # the next sign-in brings another one
            logger.warning("google refresh token not kept: vault unavailable")
    return await issuer.session_cookie(id_token, SESSION_LIFETIME)


async def enter(users: UserStore, user: User, now: datetime) -> None:
    """Create users/{uid} at the first sign-in. Raises Forbidden while the account is being erased."""
    created = await users.ensure(SignedInPerson(user.uid, user.email, user.name, user.picture), now)
    logger.info("signed in: user=%s first=%s", pseudonym_of(user.uid), created)


async def google_access_token(vault: Vault, google: GoogleSignIn, uid: str) -> str | None:
    """A fresh Google access token of the user; None when none was granted, or the grant was withdrawn."""
    sealed = await vault.open(uid, GOOGLE_CONNECTION, Purpose.GOOGLE_REFRESH)
    if sealed is None:
        return None
    try:
        return await google.refresh(sealed["refreshToken"])
    except GoogleRefused:
        await vault.discard(uid, GOOGLE_CONNECTION, Purpose.GOOGLE_REFRESH)
        logger.info("google grant withdrawn: user=%s", pseudonym_of(uid))
        return None


def _hash(browser_secret: str) -> str:
    return hashlib.sha256(browser_secret.encode()).hexdigest()
