"""The first half of a sign-in with Google: where to send the person. Needs no client and no secret.

https://developers.google.com/identity/protocols/oauth2/web-server
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

SCOPES = "openid email profile"


@dataclass(frozen=True, slots=True)
class GoogleEndpoints:
    """Addresses, Google's or a local stand-in's."""

    authorize: str = "https://accounts.google.com/o/oauth2/v2/auth"
    token: str = "https://oauth2.googleapis.com/token"
    certificates: str = "https://www.googleapis.com/oauth2/v1/certs"
    revoke: str = "https://oauth2.googleapis.com/revoke"

    @classmethod
    def at(cls, local: str | None) -> GoogleEndpoints:
        if local is None:
            return cls()
        return cls(
            f"{local}/o/oauth2/v2/auth", f"{local}/token", f"{local}/oauth2/v1/certs", f"{local}/revoke"
        )


class GoogleAuthorization:
    """Builds AuthorizationPage addresses for one OAuth client."""

    def __init__(self, endpoints: GoogleEndpoints, client_id: str, callback_url: str) -> None:
        self._address = endpoints.authorize
        self._fixed = {
            "client_id": client_id,
            "redirect_uri": callback_url,
            "response_type": "code",
            "scope": SCOPES,
            "access_type": "offline",  # a refresh token too
            "prompt": "consent",  # ... at every sign-in, not at the first alone
            "code_challenge_method": "S256",
        }

    def url(self, *, state: str, nonce: str, code_challenge: str, login_hint: str | None) -> str:
        query = self._fixed | {"state": state, "nonce": nonce, "code_challenge": code_challenge}
        if login_hint:
            query["login_hint"] = login_hint
        return f"{self._address}?{urlencode(query)}"
