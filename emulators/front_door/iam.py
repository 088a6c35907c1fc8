"""Cloud Run IAM for one request: verify the caller's token, match audience and account, strip the signature."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jwt

from emulators.identity_token import ISSUER
from future_finance.config import Settings
from future_finance.endpoints import Caller, Endpoint

STRIPPED_SIGNATURE = "SIGNATURE_REMOVED_BY_GOOGLE"
_HEADERS = ("x-serverless-authorization", "authorization")  # the first present is the one that counts
_OPEN = {Caller.ANYONE, Caller.USER, Caller.USER_OR_COOKIE}  # allUsers may invoke; the function signs in


class Denied(Exception):
    """The request does not reach the function: 401 for a token that proves nothing, 403 for a wrong caller."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Iam:
    """Who may invoke which function, as `settings` and the endpoint table say."""

    def __init__(self, settings: Settings, jwks: Mapping[str, Any]) -> None:
        self._settings = settings
        self._keys = {key.key_id: key for key in jwt.PyJWKSet.from_dict(dict(jwks)).keys}

    def admit(self, endpoint: Endpoint, headers: Mapping[str, str]) -> dict[str, str]:
        """The headers to replace before forwarding. Raises Denied."""
        if endpoint.caller in _OPEN:
            return {}
        name = next((header for header in _HEADERS if header in headers), None)
        if name is None:
            raise Denied(403)
        scheme, _, token = headers[name].partition(" ")
        if scheme.lower() != "bearer":
            raise Denied(401)
        claims = self._verified(token.strip(), self._settings.worker_url(endpoint.name))
        if (
            claims.get("email") not in self._invokers(endpoint.caller)
            or claims.get("email_verified") is not True
        ):
            raise Denied(403)
        unsigned, _, _ = token.strip().rpartition(".")
        return {name: f"Bearer {unsigned}.{STRIPPED_SIGNATURE}"}

    def _verified(self, token: str, audience: str) -> dict[str, object]:
        try:
            key = self._keys.get(jwt.get_unverified_header(token).get("kid"))
            if key is None:
                raise Denied(401)
            return jwt.decode(
                token,
                key,
                algorithms=["RS256"],
                audience=audience,
                issuer=[ISSUER, ISSUER.removeprefix("https://")],
                options={"require": ["exp", "iat", "aud", "iss"], "strict_aud": True},
            )
        except jwt.InvalidTokenError:
            raise Denied(401) from None

    def _invokers(self, caller: Caller) -> frozenset[str]:
        match caller:
            case Caller.TASKS:
                return frozenset({self._settings.tasks_invoker})
            case Caller.SCHEDULER:
                return frozenset({self._settings.scheduler_invoker})
            case Caller.OPERATOR:
                return self._settings.operators
            case _:
                return frozenset()
