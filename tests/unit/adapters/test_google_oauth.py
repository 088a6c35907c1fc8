"""The OAuth client against the local stand-in of Google's endpoints."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from emulators.google_oauth.emulator import GoogleOAuthEmulator
from emulators.google_oauth.grant import Account
from emulators.signing_key import SigningKey
from future_finance.adapters.google_authorization import GoogleAuthorization, GoogleEndpoints
from future_finance.adapters.google_oauth import GoogleOAuth
from future_finance.adapters.signing_keys import SigningKeys
from future_finance.errors import GoogleRefused, Unavailable
from future_finance.usecases.ports import GoogleGrant

CLIENT = "client.apps.googleusercontent.com"
CALLBACK = "https://app.example.in/auth/google/callback"
ENDPOINTS = GoogleEndpoints.at("http://google")
KEY = SigningKey()
VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


class Google:
    """The emulator in this process, and a client of it."""

    def __init__(self) -> None:
        self.emulator = GoogleOAuthEmulator([Account("asha@example.com", "Asha")], KEY)
        self.http = httpx2.AsyncClient(transport=httpx2.ASGITransport(self.emulator.app()))
        self.client = self.oauth(self.http)

    def oauth(self, http: httpx2.AsyncClient) -> GoogleOAuth:
        return GoogleOAuth(
            ENDPOINTS,
            "http://identity-toolkit/v1",
            client_id=CLIENT,
            client_secret=_secret,
            callback_url=CALLBACK,
            api_key="key",
            keys=SigningKeys(ENDPOINTS.certificates, self._certificates),
            http=http,
        )

    async def code(self, nonce: str = "n") -> str:
        page = GoogleAuthorization(ENDPOINTS, CLIENT, CALLBACK)
        url = page.url(state="s", nonce=nonce, code_challenge=CHALLENGE, login_hint="asha@example.com")
        back = urlsplit((await self.http.get(url)).headers["location"])
        query = parse_qs(back.query)
        assert f"{back.scheme}://{back.netloc}{back.path}" == CALLBACK
        assert query["state"] == ["s"]
        return query["code"][0]

    async def _certificates(self, url: str) -> tuple[dict[str, str], str]:
        answer = await self.http.get(url)
        return answer.json(), answer.headers["cache-control"]


async def _secret() -> str:
    return "client-secret"


async def test_a_code_brings_a_verified_identity_and_a_refresh_token() -> None:
    google = Google()
    grant = await google.client.exchange(await google.code(), VERIFIER, "n")
    assert grant.refresh_token
    assert await google.client.refresh(grant.refresh_token) != grant.access_token


async def test_a_code_works_once() -> None:
    google = Google()
    code = await google.code()
    await google.client.exchange(code, VERIFIER, "n")
    with pytest.raises(GoogleRefused):
        await google.client.exchange(code, VERIFIER, "n")


async def test_a_code_is_worth_nothing_without_its_verifier() -> None:
    google = Google()
    with pytest.raises(GoogleRefused):
        await google.client.exchange(await google.code(), "w" * 64, "n")


async def test_an_identity_of_another_sign_in_is_refused() -> None:
    google = Google()
    with pytest.raises(GoogleRefused):
        await google.client.exchange(await google.code(nonce="another"), VERIFIER, "n")


async def test_a_withdrawn_grant_is_refused() -> None:
    google = Google()
    grant = await google.client.exchange(await google.code(), VERIFIER, "n")
    await google.http.post("http://google/revoke", data={"token": grant.refresh_token})
    with pytest.raises(GoogleRefused):
        await google.client.refresh(str(grant.refresh_token))


def _claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    return {
        "iss": "https://accounts.google.com",
        "aud": CLIENT,
        "sub": "1",
        "nonce": "n",
        "iat": now,
        "exp": now + 60,
    } | changes


@pytest.mark.parametrize(
    "claims",
    [
        _claims(iss="https://evil.example"),
        _claims(aud="another-client"),
        _claims(exp=1),
        _claims(iat=int(time.time()) + 3600),
        _claims(nonce=None),
    ],
)
async def test_an_identity_that_google_would_not_give_us_is_refused(claims: dict[str, Any]) -> None:
    google = Google()
    with pytest.raises(GoogleRefused):
        await _answering(google, google.emulator.key.sign(claims)).exchange("code", VERIFIER, "n")


async def test_an_identity_signed_by_another_key_is_refused() -> None:
    google = Google()
    with pytest.raises(GoogleRefused):
        await _answering(google, SigningKey().sign(_claims())).exchange("code", VERIFIER, "n")


async def test_the_same_identity_well_made_is_taken() -> None:
    google = Google()
    grant = await _answering(google, google.emulator.key.sign(_claims())).exchange("code", VERIFIER, "n")
    assert grant.refresh_token is None


def _answering(google: Google, id_token: str) -> GoogleOAuth:
    """A client whose token endpoint answers this ID token."""
    answer = {"id_token": id_token, "access_token": "a"}
    return google.oauth(_http(lambda request: httpx2.Response(200, json=answer)))


def _http(handler: Callable[[httpx2.Request], httpx2.Response]) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(transport=httpx2.MockTransport(handler))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx2.Response(400, json={"error": "invalid_grant"}), GoogleRefused),
        (httpx2.Response(401), GoogleRefused),
        (httpx2.Response(429), Unavailable),
        (httpx2.Response(500), Unavailable),
        (httpx2.Response(302, headers={"location": "http://evil.example"}), Unavailable),
        (httpx2.Response(200, text="<html>"), Unavailable),
        (httpx2.Response(200, json=[]), Unavailable),
        (httpx2.Response(200, json={}), GoogleRefused),
    ],
)
@pytest.mark.parametrize(
    "call",
    [
        lambda oauth: oauth.exchange("code", VERIFIER, "n"),
        lambda oauth: oauth.refresh("token"),
        lambda oauth: oauth.firebase_id_token(GoogleGrant("i", "a", None)),
    ],
    ids=["exchange", "refresh", "firebase_id_token"],
)
async def test_what_google_answers_otherwise_is_a_refusal_or_an_outage(
    call: Callable[[GoogleOAuth], Awaitable[object]], answer: httpx2.Response, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await call(Google().oauth(_http(lambda request: answer)))


async def test_firebase_signs_in_with_googles_identity() -> None:
    seen: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json={"idToken": "firebase-id-token"})

    token = await Google().oauth(_http(handler)).firebase_id_token(GoogleGrant("google-id", "a", None))
    assert token == "firebase-id-token"
    assert seen[0].url.path == "/v1/accounts:signInWithIdp"
    assert b"id_token=google-id&providerId=google.com" in seen[0].content


async def test_an_outage_says_nothing_of_the_api_key() -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError(f"no route to {request.url}")

    with pytest.raises(Unavailable) as outage:
        await Google().oauth(_http(handler)).firebase_id_token(GoogleGrant("i", "a", None))
    assert outage.value.__cause__ is None
    assert outage.value.__suppress_context__
