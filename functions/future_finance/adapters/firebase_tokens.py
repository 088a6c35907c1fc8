"""Firebase ID tokens and session cookies, verified here with Google's certificates.

Rules: https://firebase.google.com/docs/auth/admin/verify-id-tokens (third-party JWT library) and
https://firebase.google.com/docs/auth/admin/manage-cookies.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from google.auth import jwt

from future_finance.adapters.signing_keys import SigningKeys
from future_finance.domain.user import User
from future_finance.errors import NotSignedIn, SessionExpired

ID_TOKEN_CERTIFICATES = (
    "https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com"
)
COOKIE_CERTIFICATES = "https://www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys"
ID_TOKEN_ISSUER = "https://securetoken.google.com/"
COOKIE_ISSUER = "https://session.firebase.google.com/"
SIGNED_IN_AT = "signed_in_at"  # claim of our custom tokens: when their owner really signed in
_LONGEST_TOKEN = 16_384
_REMEMBERED_S = 300.0  # an RSA check costs more than all the rest of signing a warm request in
_MOST_REMEMBERED = 2_000
_SKEW_S = 30
_LONGEST_UID = 128


class FirebaseTokens:
    """Verifies tokens of one Firebase project.

    `emulator`: the Auth emulator signs nothing, so there, and only there, unsigned tokens are taken.
    """

    def __init__(
        self,
        project: str,
        id_token_keys: SigningKeys,
        cookie_keys: SigningKeys,
        *,
        emulator: bool = False,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._project = project
        self._id_token_keys = id_token_keys
        self._cookie_keys = cookie_keys
        self._emulator = emulator
        self._now_s = now_s
        self._verified: dict[bytes, tuple[float, Mapping[str, Any]]] = {}  # by hash of issuer and exact token

    async def verify_id_token(self, token: str) -> User:
        claims = await self._claims(token, ID_TOKEN_ISSUER, self._id_token_keys)
        return self._user(claims, ID_TOKEN_ISSUER, by_cookie=False)

    async def verify_session_cookie(self, cookie: str) -> User:
        claims = await self._claims(cookie, COOKIE_ISSUER, self._cookie_keys)
        return self._user(claims, COOKIE_ISSUER, by_cookie=True)

    async def _claims(self, token: str, issuer: str, keys: SigningKeys) -> Mapping[str, Any]:
        """Claims whose signature is good, checked at most five minutes ago. Who and when is for _user to check."""
        if len(token) > _LONGEST_TOKEN:
            raise NotSignedIn
        digest = hashlib.sha256(f"{issuer} {token}".encode(errors="surrogatepass")).digest()
        until_s, known = self._verified.get(digest, (0.0, {}))
        if until_s > self._now_s():
            return known
        claims = await self._verified_claims(token, keys)
        self._verified.pop(digest, None)
        self._verified[digest] = (self._now_s() + _REMEMBERED_S, claims)
        if len(self._verified) > _MOST_REMEMBERED:
            del self._verified[next(iter(self._verified))]
        return claims

    async def _verified_claims(self, token: str, keys: SigningKeys) -> Mapping[str, Any]:
        try:
            header = jwt.decode_header(token)
            algorithm, kid = header.get("alg"), header.get("kid")
            if self._emulator and algorithm == "none":
                claims: Mapping[str, Any] = jwt.decode(token, verify=False)
                return claims
        except (ValueError, TypeError):
            raise NotSignedIn from None  # the library's message quotes the token
        if algorithm != "RS256" or not isinstance(kid, str):
            raise NotSignedIn
        certificate = await keys.certificate(kid)
        if certificate is None:
            raise NotSignedIn
        try:
            # Times are checked below: this skew lets an expired token be told from a forged one.
            claims = jwt.decode(token, certs=certificate, clock_skew_in_seconds=10**10)
        except (ValueError, TypeError):
            raise NotSignedIn from None
        return claims

    def _user(self, claims: Mapping[str, Any], issuer: str, *, by_cookie: bool) -> User:
        """The rules on claims, in Firebase's order. Raises SessionExpired for exp, NotSignedIn for the rest."""
        now = self._now_s()
        uid = claims.get("sub")
        times = [claims.get(name) for name in ("exp", "iat", "auth_time")]
        if claims.get("aud") != self._project or claims.get("iss") != issuer + self._project:
            raise NotSignedIn
        if not isinstance(uid, str) or not 0 < len(uid) <= _LONGEST_UID or "/" in uid:
            raise NotSignedIn
        if not all(isinstance(moment, int) and not isinstance(moment, bool) for moment in times):
            raise NotSignedIn
        expires, issued, signed_in = (int(moment or 0) for moment in times)
        if max(issued, signed_in) > now + _SKEW_S:
            raise NotSignedIn
        if expires <= now:
            raise SessionExpired
        earlier = claims.get(SIGNED_IN_AT)
        if isinstance(earlier, int) and not isinstance(earlier, bool):
            signed_in = min(signed_in, earlier)
        return User(
            uid=uid,
            signed_in_at=datetime.fromtimestamp(signed_in, UTC),
            email=_text(claims.get("email")),
            email_verified=claims.get("email_verified") is True,
            name=_text(claims.get("name")),
            picture=_text(claims.get("picture")),
            by_cookie=by_cookie,
        )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
