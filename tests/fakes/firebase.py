"""Firebase Auth in memory: real RS256 tokens and cookies, its certificates, its accounts."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.x509.oid import NameOID

from future_finance.domain.user import AccountState, User
from future_finance.errors import NotSignedIn, Unavailable

PROJECT = "demo-future-finance"
KID = "current"


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A private key and its certificate."""

    private: RSAPrivateKey
    certificate: str


@cache
def key_pair(name: str) -> KeyPair:
    """One key a name, made once a run."""
    private = generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(private, hashes.SHA256())
    )
    return KeyPair(private, certificate.public_bytes(serialization.Encoding.PEM).decode())


def claims_of(uid: str, issuer: str, **changes: Any) -> dict[str, Any]:
    """Claims as Firebase writes them, signed in a moment ago; a change to None drops the claim."""
    now = int(time.time())
    claims = {
        "iss": f"{issuer}{PROJECT}",
        "aud": PROJECT,
        "sub": uid,
        "user_id": uid,
        "iat": now - 5,
        "auth_time": now - 5,
        "exp": now + 3600,
        "email": f"{uid}@example.com",
        "email_verified": True,
        "name": f"Name of {uid}",
    } | changes
    return {name: value for name, value in claims.items() if value is not None}


class InMemoryFirebase:
    """SessionIssuer, AccountLookup, and the source of SigningKeys. `down`: it does not answer."""

    def __init__(self) -> None:
        self.accounts: dict[str, AccountState] = {}
        self.fetches = 0
        self.lookups: list[str] = []
        self.down = False

    def id_token(self, uid: str, *, kid: str | None = KID, key: str = "firebase", **changes: Any) -> str:
        self.accounts.setdefault(uid, AccountState(datetime.fromtimestamp(0, UTC), disabled=False))
        claims = claims_of(uid, "https://securetoken.google.com/", **changes)
        return jwt.encode(
            claims, key_pair(key).private, algorithm="RS256", headers={"kid": kid} if kid else {}
        )

    def cookie(self, uid: str, **changes: Any) -> str:
        self.accounts.setdefault(uid, AccountState(datetime.fromtimestamp(0, UTC), disabled=False))
        claims = claims_of(uid, "https://session.firebase.google.com/", **changes)
        return jwt.encode(claims, key_pair("firebase").private, algorithm="RS256", headers={"kid": KID})

    async def fetch(self, url: str) -> tuple[Mapping[str, str], str]:
        self.fetches += 1
        if self.down:
            raise Unavailable
        return {KID: key_pair("firebase").certificate}, "public, max-age=3600"

    async def account_state(self, uid: str) -> AccountState | None:
        self.lookups.append(uid)
        if self.down:
            raise Unavailable
        return self.accounts.get(uid)

    async def session_cookie(self, id_token: str, lifetime: timedelta) -> str:
        if self.down:
            raise Unavailable
        claims = jwt.decode(id_token, options={"verify_signature": False})
        if claims["sub"] not in self.accounts:
            raise NotSignedIn
        return self.cookie(claims["sub"], auth_time=claims["auth_time"])

    async def custom_token(self, user: User) -> str:
        return f"custom-token-of-{user.uid}-signed-in-at-{int(user.signed_in_at.timestamp())}"

    async def revoke_sessions(self, uid: str) -> None:
        self.accounts[uid] = AccountState(datetime.now(UTC) + timedelta(seconds=1), disabled=False)
