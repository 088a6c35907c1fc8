"""Sign-in with Google through the server."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from future_finance.usecases.ports import OAuthState, Purpose
from tests.answer import error_of
from tests.api.conftest import APP, Api

TARGET = f"{APP}/welcome?tab=home"
SEALED = ("asha", "google", Purpose.GOOGLE_REFRESH)


async def begin(api: Api, **body: Any) -> httpx2.Response:
    return await api.send("auth-google-begin", "POST", json={"redirectUri": TARGET} | body)


def cookie_of(response: httpx2.Response) -> str:
    return SimpleCookie(response.headers["set-cookie"])["__session"].value


def query_of(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


async def come_back(
    api: Api, begun: httpx2.Response, *, cookie: str | None = None, code: str = "4/good-code"
) -> httpx2.Response:
    state = query_of(begun.json()["authorizationUrl"])["state"]
    return await api.send(
        "auth-google-callback",
        path=f"/auth/google/callback?state={state}&code={code}",
        cookie=cookie or cookie_of(begun),
    )


async def test_beginning_sends_the_person_to_google_with_pkce_state_and_nonce(api: Api) -> None:
    url = (await begin(api)).json()["authorizationUrl"]
    query = query_of(url)
    assert url.startswith("https://accounts.google.com/o/oauth2/v2/auth?")
    assert query["redirect_uri"] == f"{APP}/auth/google/callback"
    assert (query["response_type"], query["code_challenge_method"]) == ("code", "S256")
    kept = api.states.kept[query["state"]]
    digest = hashlib.sha256(kept.code_verifier.encode()).digest()
    assert query["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert query["nonce"] == kept.nonce
    assert kept.code_verifier not in url


async def test_the_browser_keeps_a_secret_of_which_only_the_hash_is_stored(api: Api) -> None:
    begun = await begin(api)
    cookie = cookie_of(begun)
    assert cookie.startswith("pre.")
    (kept,) = api.states.kept.values()
    assert kept.browser_hash == hashlib.sha256(cookie.removeprefix("pre.").encode()).hexdigest()
    assert cookie.removeprefix("pre.") not in json.dumps([begun.json(), kept.state, kept.nonce])
    assert "HttpOnly" in begun.headers["set-cookie"]
    assert "Secure" in begun.headers["set-cookie"]


async def test_a_sign_in_that_is_asked_for_with_a_query_does_not_begin(api: Api) -> None:
    path = "/auth/google/begin?prompt=none"
    refused = await api.send("auth-google-begin", "POST", path, json={"redirectUri": TARGET})
    assert error_of(refused) == (422, "invalid_input")
    assert not api.states.kept


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "https://app.example.in.evil.example/",
        "https://app.example.in@evil.example/",
        "https://evil.example/https://app.example.in",
        "//evil.example",
        "/welcome",
        "http://app.example.in/",
        "https://app.example.in:8443/",
        "https://app.example.in\\@evil.example",
        "https://app.example.in/\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "",
    ],
)
async def test_nobody_is_sent_to_a_page_of_others(api: Api, target: str) -> None:
    response = await begin(api, redirectUri=target)
    assert error_of(response) == (422, "invalid_input")
    assert api.states.kept == {}


async def test_a_page_of_others_begins_no_sign_in(api: Api) -> None:
    response = await api.send(
        "auth-google-begin", "POST", json={"redirectUri": TARGET}, headers={"Origin": "https://evil.example"}
    )
    assert error_of(response) == (403, "origin_refused")


async def test_coming_back_from_google_opens_a_session(api: Api) -> None:
    response = await come_back(api, await begin(api))
    assert response.status_code == 303
    assert response.headers["location"] == f"{TARGET}&status=success"
    session = cookie_of(response)
    assert (await api.send("auth-session", cookie=session)).json()["uid"] == "asha"
    assert api.users.people["asha"].email == "asha@example.com"


async def test_googles_refresh_token_is_sealed_and_goes_nowhere_else(
    api: Api, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    response = await come_back(api, await begin(api))
    assert await api.vault.open(*SEALED) == {"refreshToken": "google-refresh-token"}
    shown = json.dumps([dict(response.headers), response.text, log_lines()])
    for secret in ("google-refresh-token", "google-access-token", "google-id-token", "4/good-code"):
        assert secret not in shown


async def test_when_the_vault_is_down_the_person_gets_in_and_the_token_is_let_go(api: Api) -> None:
    api.vault.available = False
    response = await come_back(api, await begin(api))
    assert query_of(response.headers["location"])["status"] == "success"
    api.vault.available = True
    assert await api.vault.open(*SEALED) is None


async def test_a_state_works_once(api: Api) -> None:
    begun = await begin(api)
    await come_back(api, begun)
    replayed = await come_back(api, begun)
    assert query_of(replayed.headers["location"]) == {"status": "error", "code": "oauth_state_refused"}
    assert "set-cookie" not in replayed.headers


async def test_a_callback_opened_in_another_browser_signs_nobody_in_and_spoils_nothing(api: Api) -> None:
    begun, others = await begin(api), await begin(api)
    for cookie in (cookie_of(others), api.firebase.cookie("victim"), "pre.", "pre.guess"):
        response = await come_back(api, begun, cookie=cookie)
        assert query_of(response.headers["location"])["code"] == "oauth_state_refused"
        assert "set-cookie" not in response.headers
    assert api.google.verifiers == []
    mine = await come_back(api, begun)
    assert query_of(mine.headers["location"])["status"] == "success"


async def test_a_state_that_has_expired_is_refused(api: Api) -> None:
    secret = "browser-secret"
    late = OAuthState(
        state="0" * 64,
        browser_hash=hashlib.sha256(secret.encode()).hexdigest(),
        code_verifier="v",
        nonce="n",
        redirect_uri=TARGET,
        expire_at=datetime.now(UTC) - timedelta(seconds=1),
    )
    await api.states.put(late)
    response = await api.send(
        "auth-google-callback",
        path=f"/auth/google/callback?state={late.state}&code=4/good-code",
        cookie=f"pre.{secret}",
    )
    assert query_of(response.headers["location"])["code"] == "oauth_state_refused"


@pytest.mark.parametrize("query", ["", "?state=", "?state=../users/asha", "?code=x", "?state=" + "0" * 64])
async def test_a_state_nobody_began_is_refused(api: Api, query: str) -> None:
    response = await api.send("auth-google-callback", path=f"/auth/google/callback{query}", cookie="pre.x")
    assert response.headers["location"] == f"{APP}/?status=error&code=oauth_state_refused"


async def test_a_person_who_cancels_at_google_comes_back_to_the_page_they_left(api: Api) -> None:
    begun = await begin(api)
    state = query_of(begun.json()["authorizationUrl"])["state"]
    response = await api.send(
        "auth-google-callback",
        path=f"/auth/google/callback?state={state}&error=access_denied",
        cookie=cookie_of(begun),
    )
    assert response.headers["location"] == f"{TARGET}&status=error&code=google_refused"
    assert cookie_of(response) == ""


async def test_a_code_that_google_refuses_opens_no_session(api: Api) -> None:
    response = await come_back(api, await begin(api), code="4/stolen")
    assert query_of(response.headers["location"])["code"] == "google_refused"
    assert api.users.people == {}


async def test_nobody_enters_by_google_while_the_account_is_being_erased(api: Api) -> None:
    api.users.erasing.add("asha")
    response = await come_back(api, await begin(api))
    assert query_of(response.headers["location"])["code"] == "forbidden"
    assert await api.vault.open(*SEALED) is None


async def test_how_each_sign_in_ended_is_counted(
    api: Api, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    """Whoever said no, and a state that nobody began, are not taken for a sign-in that fails."""
    await come_back(api, await begin(api))
    await come_back(api, await begin(api), code="4/stolen")
    begun = await begin(api)
    back = f"/auth/google/callback?state={query_of(begun.json()['authorizationUrl'])['state']}"
    await api.send("auth-google-callback", path=f"{back}&error=access_denied", cookie=cookie_of(begun))
    await api.send("auth-google-callback", path=f"{back}&code=4/good-code", cookie=cookie_of(begun))
    ended = [line["measures"] for line in log_lines() if line.get("event") == "sign_in_ended"]
    assert [(each["outcome"], each["error"]) for each in ended] == [
        ("succeeded", "none"),
        ("failed", "google_refused"),
        ("cancelled", "google_refused"),
        ("unknown_state", "oauth_state_refused"),
    ]


async def test_another_error_of_google_is_a_sign_in_that_failed(
    api: Api, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    begun = await begin(api)
    back = f"/auth/google/callback?state={query_of(begun.json()['authorizationUrl'])['state']}"
    await api.send("auth-google-callback", path=f"{back}&error=server_error", cookie=cookie_of(begun))
    (ended,) = [line["measures"] for line in log_lines() if line.get("event") == "sign_in_ended"]
    assert ended["outcome"] == "failed"
