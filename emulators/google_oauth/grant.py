"""Codes and refresh tokens: given once, redeemed once, bound to what asked for them."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

CODE_LIFETIME_S = 600
_MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Account:
    """A Google account."""

    email: str
    name: str

    @property
    def subject(self) -> str:
        """Google's stable id of the account: decimal digits."""
        return str(10**20 + int.from_bytes(hashlib.sha256(self.email.lower().encode()).digest()[:8]))


@dataclass(frozen=True, slots=True)
class Authorization:
    """What the person agreed to on the authorize page."""

    account: Account
    client_id: str
    redirect_uri: str
    scope: str
    code_challenge: str
    nonce: str | None
    offline: bool


class GrantRefused(Exception):
    """RFC 6749, section 5.2: `code` is the value of "error"."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Grants:
    """Everything given and not yet used up."""

    def __init__(self, now_s: Callable[[], float] = time.time) -> None:
        self._now_s = now_s
        self._codes: dict[str, tuple[Authorization, float]] = {}
        self._refresh_tokens: dict[str, Authorization] = {}

    def give_code(self, authorization: Authorization) -> str:
        code = "4/" + secrets.token_urlsafe(32)
        self._codes[code] = (authorization, self._now_s() + CODE_LIFETIME_S)
        _bound(self._codes)
        return code

    def redeem(self, code: str, *, client_id: str, redirect_uri: str, code_verifier: str) -> Authorization:
        """Spends the code, also when it is refused. Raises GrantRefused."""
        authorization, expires_at = self._codes.pop(code, (None, 0.0))
        if authorization is None or expires_at <= self._now_s():
            raise GrantRefused("invalid_grant")
        if (authorization.client_id, authorization.redirect_uri) != (client_id, redirect_uri):
            raise GrantRefused("invalid_grant")
        digest = hashlib.sha256(code_verifier.encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != authorization.code_challenge:
            raise GrantRefused("invalid_grant")
        return authorization

    def give_refresh_token(self, authorization: Authorization) -> str:
        token = "1//" + secrets.token_urlsafe(48)
        self._refresh_tokens[token] = authorization
        _bound(self._refresh_tokens)
        return token

    def refresh(self, token: str, *, client_id: str) -> Authorization:
        """Raises GrantRefused for a token that is unknown, withdrawn, or another client's."""
        authorization = self._refresh_tokens.get(token)
        if authorization is None or authorization.client_id != client_id:
            raise GrantRefused("invalid_grant")
        return authorization

    def withdraw(self, token: str) -> bool:
        return self._refresh_tokens.pop(token, None) is not None


def _bound[V](kept: dict[str, V]) -> None:
    while len(kept) > _MOST_KEPT:
        del kept[next(iter(kept))]
