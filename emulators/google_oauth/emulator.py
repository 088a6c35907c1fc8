"""Google's endpoints: authorize, token, revoke, certificates, and the discovery document.

https://developers.google.com/identity/openid-connect/openid-connect
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from emulators.fi_mcp.people.catalogue import DEMO_PEOPLE
from emulators.google_oauth.accounts_page import accounts_page
from emulators.google_oauth.grant import Account, Authorization, GrantRefused, Grants
from emulators.server import Ports, running
from emulators.signing_key import SigningKey

ISSUER = "https://accounts.google.com"
TOKEN_LIFETIME_S = 3600
_CACHED = {"Cache-Control": "public, max-age=3600, must-revalidate, no-transform"}
_NOT_STORED = {"Cache-Control": "no-store"}


class GoogleOAuthEmulator:
    """One server's accounts, grants and key. A login_hint of any address is taken as that account."""

    def __init__(self, accounts: Sequence[Account], key: SigningKey | None = None) -> None:
        self.accounts = tuple(accounts)
        self.grants = Grants()
        self.key = key or SigningKey()

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/o/oauth2/v2/auth", self._authorize),
                Route("/token", self._token, methods=["POST"]),
                Route("/revoke", self._revoke, methods=["POST"]),
                Route("/oauth2/v1/certs", self._certificates),
                Route("/oauth2/v3/certs", self._jwks),
                Route("/.well-known/openid-configuration", self._discovery),
                Route("/healthz", _healthz),
            ]
        )

    async def _authorize(self, request: Request) -> Response:
        query = dict(request.query_params)
        problem = _problem(query)
        if problem is not None:  # never redirect to an address that was not checked
            return PlainTextResponse(f"Error 400: {problem}", 400)
        redirect_uri = query["redirect_uri"]
        back = {"state": query["state"]} if "state" in query else {}
        if "deny" in query:
            return _to(redirect_uri, back | {"error": "access_denied"})
        if "login_hint" not in query:
            return HTMLResponse(accounts_page(self.accounts, query))
        code = self.grants.give_code(
            Authorization(
                account=self._account(query["login_hint"]),
                client_id=query["client_id"],
                redirect_uri=redirect_uri,
                scope=query["scope"],
                code_challenge=query["code_challenge"],
                nonce=query.get("nonce"),
                offline=query.get("access_type") == "offline",
            )
        )
        return _to(redirect_uri, back | {"code": code, "scope": query["scope"], "authuser": "0"})

    async def _token(self, request: Request) -> Response:
        form = {name: str(value) for name, value in (await request.form()).items()}
        try:
            return JSONResponse(self._granted(form), headers=_NOT_STORED)
        except GrantRefused as refused:
            status = 401 if refused.code == "invalid_client" else 400
            return JSONResponse({"error": refused.code}, status, headers=_NOT_STORED)

    def _granted(self, form: dict[str, str]) -> dict[str, object]:
        if not form.get("client_id") or not form.get("client_secret"):
            raise GrantRefused("invalid_client")
        access_token = "ya29." + secrets.token_urlsafe(48)
        answer: dict[str, object] = {
            "access_token": access_token,
            "expires_in": TOKEN_LIFETIME_S - 1,
            "token_type": "Bearer",
        }
        match form.get("grant_type"):
            case "authorization_code":
                authorization = self.grants.redeem(
                    form.get("code", ""),
                    client_id=form["client_id"],
                    redirect_uri=form.get("redirect_uri", ""),
                    code_verifier=form.get("code_verifier", ""),
                )
                if authorization.offline:
                    answer["refresh_token"] = self.grants.give_refresh_token(authorization)
                answer["id_token"] = self._id_token(authorization, access_token)
            case "refresh_token":
                authorization = self.grants.refresh(
                    form.get("refresh_token", ""), client_id=form["client_id"]
                )
            case _:
                raise GrantRefused("unsupported_grant_type")
        return answer | {"scope": authorization.scope}

    def _id_token(self, authorization: Authorization, access_token: str) -> str:
        account, now = authorization.account, int(time.time())
        half = hashlib.sha256(access_token.encode()).digest()[:16]
        claims: dict[str, Any] = {
            "iss": ISSUER,
            "azp": authorization.client_id,
            "aud": authorization.client_id,
            "sub": account.subject,
            "email": account.email,
            "email_verified": True,
            "at_hash": base64.urlsafe_b64encode(half).rstrip(b"=").decode(),
            "name": account.name,
            "iat": now,
            "exp": now + TOKEN_LIFETIME_S,
        }
        if authorization.nonce is not None:
            claims["nonce"] = authorization.nonce
        return self.key.sign(claims)

    async def _revoke(self, request: Request) -> Response:
        token = str((await request.form()).get("token", ""))
        if self.grants.withdraw(token):
            return JSONResponse({})
        return JSONResponse({"error": "invalid_token"}, 400)

    async def _certificates(self, _: Request) -> Response:
        return JSONResponse({self.key.key_id: self.key.pem}, headers=_CACHED)

    async def _jwks(self, _: Request) -> Response:
        return JSONResponse(self.key.jwks(), headers=_CACHED)

    async def _discovery(self, request: Request) -> Response:
        here = str(request.base_url).rstrip("/")
        return JSONResponse(
            {
                "issuer": ISSUER,
                "authorization_endpoint": f"{here}/o/oauth2/v2/auth",
                "token_endpoint": f"{here}/token",
                "revocation_endpoint": f"{here}/revoke",
                "jwks_uri": f"{here}/oauth2/v3/certs",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            },
            headers=_CACHED,
        )

    def _account(self, hint: str) -> Account:
        known = (account for account in self.accounts if account.email.lower() == hint.lower())
        return next(known, Account(hint, hint.partition("@")[0]))


def google_oauth(*, http_port: int = 0) -> AbstractAsyncContextManager[Ports]:
    """The emulator with the demo people, running."""
    accounts = [Account(person.email, person.name) for person in DEMO_PEOPLE]
    return running(GoogleOAuthEmulator(accounts).app(), http_port=http_port)


def _problem(query: dict[str, str]) -> str | None:
    """What Google's error page would say of an authorization request, or None."""
    redirect = urlsplit(query.get("redirect_uri", ""))
    if not query.get("client_id"):
        return "invalid_client"
    if redirect.scheme not in {"http", "https"} or not redirect.netloc or redirect.fragment:
        return "redirect_uri_mismatch"
    if query.get("response_type") != "code" or "openid" not in query.get("scope", "").split():
        return "invalid_request"
    if query.get("code_challenge_method") != "S256" or not query.get("code_challenge"):
        return "invalid_request"
    if "login_hint" in query and "@" not in query["login_hint"]:
        return "invalid_request"
    return None


def _to(address: str, query: dict[str, str]) -> Response:
    joiner = "&" if urlsplit(address).query else "?"
    return RedirectResponse(f"{address}{joiner}{urlencode(query)}", 302)


async def _healthz(_: Request) -> Response:
    return PlainTextResponse("ok")
