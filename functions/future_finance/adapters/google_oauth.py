"""The second half of a sign-in with Google: code to tokens, and Identity Toolkit's signInWithIdp.

https://developers.google.com/identity/openid-connect/openid-connect
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

import httpx2
from google.auth import jwt

from future_finance.adapters.google_authorization import GoogleEndpoints
from future_finance.adapters.signing_keys import SigningKeys
from future_finance.errors import GoogleRefused, Unavailable
from future_finance.usecases.ports import GoogleGrant

ISSUERS = frozenset({"https://accounts.google.com", "accounts.google.com"})
_SKEW_S = 30


class GoogleOAuth:
    """GoogleSignIn. `client_secret` is asked for when a token is."""

    def __init__(
        self,
        endpoints: GoogleEndpoints,
        identity_toolkit: str,
        *,
        client_id: str,
        client_secret: Callable[[], Awaitable[str]],
        callback_url: str,
        api_key: str,
        keys: SigningKeys,
        http: httpx2.AsyncClient,
    ) -> None:
        self._endpoints = endpoints
        self._identity_toolkit = identity_toolkit
        self._client_id = client_id
        self._client_secret = client_secret
        self._callback_url = callback_url
        self._api_key = api_key
        self._keys = keys
        self._http = http

    async def exchange(self, code: str, code_verifier: str, nonce: str) -> GoogleGrant:
        answer = await self._token(
            grant_type="authorization_code",
            code=code,
            code_verifier=code_verifier,
            redirect_uri=self._callback_url,
        )
        id_token, access_token = answer.get("id_token"), answer.get("access_token")
        refresh_token = answer.get("refresh_token")
        if not isinstance(id_token, str) or not isinstance(access_token, str):
            raise GoogleRefused
        await self._verify(id_token, nonce)
        return GoogleGrant(id_token, access_token, refresh_token if isinstance(refresh_token, str) else None)

    async def refresh(self, refresh_token: str) -> str:
        answer = await self._token(grant_type="refresh_token", refresh_token=refresh_token)
        if not isinstance(answer.get("access_token"), str):
            raise GoogleRefused
        return str(answer["access_token"])

    async def firebase_id_token(self, grant: GoogleGrant) -> str:
        answer = await self._post(
            f"{self._identity_toolkit}/accounts:signInWithIdp?{urlencode({'key': self._api_key})}",
            json={
                "postBody": urlencode({"id_token": grant.id_token, "providerId": "google.com"}),
                "requestUri": self._callback_url,
                "returnSecureToken": True,
                "returnIdpCredential": False,
            },
        )
        if not isinstance(answer.get("idToken"), str) or answer.get("needConfirmation") is True:
            raise GoogleRefused
        return str(answer["idToken"])

    async def aclose(self) -> None:
        await self._http.aclose()

    async def _token(self, **form: str) -> dict[str, Any]:
        form |= {"client_id": self._client_id, "client_secret": await self._client_secret()}
        return await self._post(self._endpoints.token, data=form)

    async def _post(self, url: str, **content: Any) -> dict[str, Any]:
        """The JSON object answered. Raises GoogleRefused for a 4xx, Unavailable for everything else."""
        try:
            answer = await self._http.post(url, **content)
            if 400 <= answer.status_code < 500 and answer.status_code != 429:
                raise GoogleRefused
            answer.raise_for_status()
            document = answer.json()
        except (httpx2.HTTPError, ValueError):
            raise Unavailable from None  # the cause's text holds the URL, and so the API key
        if not isinstance(document, dict):
            raise Unavailable
        return document

    async def _verify(self, id_token: str, nonce: str) -> None:
        """Raises GoogleRefused unless Google signed this for us, now, and for this sign-in."""
        try:
            header = jwt.decode_header(id_token)
            kid = header.get("kid")
            if header.get("alg") != "RS256" or not isinstance(kid, str):
                raise GoogleRefused
            certificate = await self._keys.certificate(kid)
            if certificate is None:
                raise GoogleRefused
            claims = jwt.decode(
                id_token, certs=certificate, audience=self._client_id, clock_skew_in_seconds=_SKEW_S
            )
        except (ValueError, TypeError):
            raise GoogleRefused from None
        stated = claims.get("nonce")
        if claims.get("iss") not in ISSUERS or not isinstance(stated, str):
            raise GoogleRefused
        if not hmac.compare_digest(stated.encode(), nonce.encode()):
            raise GoogleRefused
