"""/auth/session and /auth/logout."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from typing import Any

import httpx2
import pytest

from future_finance.domain.user import AccountState
from tests.answer import error_of
from tests.api.conftest import APP, Api

ORIGIN = {"Origin": APP}
JSON = {"Content-Type": "application/json"}


def session_cookie(response: httpx2.Response) -> Any:
    return SimpleCookie(response.headers["set-cookie"])["__session"]


async def test_a_fresh_id_token_becomes_a_session_cookie_that_scripts_cannot_read(api: Api) -> None:
    response = await api.send("auth-session", "POST", user="asha", headers=ORIGIN)
    assert response.status_code == 200
    cookie = session_cookie(response)
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "lax"
    assert (cookie["path"], cookie["max-age"]) == ("/", "86400")
    assert response.json()["uid"] == "asha"
    assert cookie.value not in response.text


async def test_the_first_session_creates_the_user(api: Api) -> None:
    await api.send("auth-session", "POST", user="asha")
    assert api.users.people["asha"].email == "asha@example.com"


async def test_asking_who_i_am_creates_nobody(api: Api) -> None:
    response = await api.send("auth-session", user="asha")
    assert response.json()["email"] == "asha@example.com"
    assert api.users.people == {}


async def test_over_plain_http_on_a_laptop_the_cookie_is_not_marked_secure(
    api: Api, environment: Callable[..., None]
) -> None:
    environment(FF_APP_URL="http://127.0.0.1:5000")
    response = await api.send("auth-session", "POST", user="asha")
    assert not session_cookie(response)["secure"]


async def test_an_old_sign_in_opens_no_session(api: Api) -> None:
    token = api.firebase.id_token("asha", auth_time=int(time.time()) - 301)
    response = await api.send("auth-session", "POST", token=token)
    assert error_of(response) == (401, "session_expired")
    assert api.users.people == {}


async def test_a_token_minted_from_a_cookie_is_as_old_as_the_cookies_sign_in(api: Api) -> None:
    token = api.firebase.id_token("asha", signed_in_at=int(time.time()) - 3600)
    assert (await api.send("auth-session", "POST", token=token)).status_code == 401


async def test_a_cookie_gets_a_custom_token_for_the_client_sdk(api: Api) -> None:
    signed_in = int(time.time()) - 3600
    response = await api.send(
        "auth-session", "POST", cookie=api.firebase.cookie("asha", auth_time=signed_in), headers=ORIGIN | JSON
    )
    assert response.json()["customToken"] == f"custom-token-of-asha-signed-in-at-{signed_in}"


async def test_the_apps_address_may_be_written_with_its_own_port(
    api: Api, environment: Callable[..., None]
) -> None:
    environment(FF_APP_URL=f"{APP}:443")
    response = await api.send(
        "auth-session", "POST", cookie=api.firebase.cookie("asha"), headers=ORIGIN | JSON
    )
    assert response.status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_session_takes_no_query(api: Api, method: str) -> None:
    response = await api.send("auth-session", method, "/auth/session?fields=email", user="asha", headers=JSON)
    assert error_of(response) == (422, "invalid_input")
    assert "set-cookie" not in response.headers


async def test_a_cookie_tells_who_i_am(api: Api) -> None:
    response = await api.send("auth-session", cookie=api.firebase.cookie("asha"))
    assert (response.status_code, response.json()["uid"]) == (200, "asha")
    assert "customToken" not in response.json()


@pytest.mark.parametrize("origin", [None, "https://evil.example", "null", APP + ".evil.example"])
async def test_a_cookie_does_nothing_for_a_page_of_others(api: Api, origin: str | None) -> None:
    headers = JSON | ({"Origin": origin} if origin else {})
    response = await api.send("auth-session", "POST", cookie=api.firebase.cookie("asha"), headers=headers)
    assert error_of(response) == (403, "origin_refused")


async def test_a_cookie_does_nothing_for_a_plain_form(api: Api) -> None:
    response = await api.send("auth-session", "POST", cookie=api.firebase.cookie("asha"), headers=ORIGIN)
    assert response.status_code == 415


async def test_a_sign_in_that_has_only_begun_is_no_session(api: Api) -> None:
    response = await api.send("auth-session", cookie="pre.abcdef")
    assert response.status_code == 401


async def test_an_id_token_is_no_cookie_and_a_cookie_no_id_token(api: Api) -> None:
    assert (await api.send("auth-session", cookie=api.firebase.id_token("asha"))).status_code == 401
    assert (await api.send("auth-session", token=api.firebase.cookie("asha"))).status_code == 401


async def test_a_disabled_or_deleted_account_is_signed_out(api: Api) -> None:
    token = api.firebase.id_token("asha")
    api.firebase.accounts["asha"] = AccountState(datetime.fromtimestamp(0, UTC), disabled=True)
    assert (await api.send("auth-session", token=token)).status_code == 401
    del api.firebase.accounts["asha"]
    assert (await api.send("auth-session", token=token)).status_code == 401


async def test_nobody_enters_while_the_account_is_being_erased(api: Api) -> None:
    api.users.erasing.add("asha")
    response = await api.send("auth-session", "POST", user="asha")
    assert response.status_code == 403
    assert "set-cookie" not in response.headers


async def test_logging_out_clears_the_cookie_of_this_browser_alone(api: Api) -> None:
    token = api.firebase.id_token("asha")
    response = await api.send("auth-logout", "POST", cookie=api.firebase.cookie("asha"), headers=ORIGIN)
    assert response.status_code == 204
    assert session_cookie(response)["max-age"] == "0"
    assert (await api.send("auth-session", token=token)).status_code == 200


@pytest.mark.parametrize("query", ["?everywhere", "?everywhere=true"])
async def test_logging_out_everywhere_ends_every_session(api: Api, query: str) -> None:
    cookie, token = api.firebase.cookie("asha"), api.firebase.id_token("asha")
    response = await api.send(
        "auth-logout", "POST", f"/auth/logout{query}", cookie=cookie, headers=ORIGIN | JSON
    )
    assert response.status_code == 204
    assert (await api.send("auth-session", cookie=cookie)).status_code == 401
    assert (await api.send("auth-session", token=token)).status_code == 401


async def test_a_cookie_ends_every_session_for_no_plain_form(api: Api) -> None:
    cookie = api.firebase.cookie("asha")
    for headers in (
        ORIGIN,
        ORIGIN | {"Authorization": "Basic YTpi"},
        ORIGIN | {"Content-Type": "text/plain"},
    ):
        response = await api.send(
            "auth-logout", "POST", "/auth/logout?everywhere", cookie=cookie, headers=headers
        )
        assert error_of(response) == (415, "unsupported_media_type")
    response = await api.send("auth-logout", "POST", "/auth/logout?everywhere", cookie=cookie, headers=JSON)
    assert error_of(response) == (403, "origin_refused")
    assert (await api.send("auth-session", cookie=cookie)).status_code == 200


async def test_a_bearer_ends_every_session_without_a_body(api: Api) -> None:
    token = api.firebase.id_token("asha")
    response = await api.send("auth-logout", "POST", "/auth/logout?everywhere", token=token)
    assert response.status_code == 204
    assert (await api.send("auth-session", token=token)).status_code == 401


async def test_everywhere_false_is_here_alone_and_another_word_is_refused(api: Api) -> None:
    token = api.firebase.id_token("asha")
    here = await api.send("auth-logout", "POST", "/auth/logout?everywhere=false", token=token)
    assert here.status_code == 204
    assert (await api.send("auth-session", token=token)).status_code == 200
    odd = await api.send("auth-logout", "POST", "/auth/logout?everywhere=perhaps")
    assert odd.status_code == 422


async def test_logging_out_everywhere_needs_a_sign_in(api: Api) -> None:
    assert (await api.send("auth-logout", "POST", "/auth/logout?everywhere")).status_code == 401


async def test_a_page_of_others_logs_nobody_out(api: Api) -> None:
    for path in ("/auth/logout", "/auth/logout?everywhere"):
        response = await api.send(
            "auth-logout",
            "POST",
            path,
            cookie=api.firebase.cookie("asha"),
            headers={"Origin": "https://evil.example"},
        )
        assert response.status_code == 403
        assert "set-cookie" not in response.headers


async def test_sign_ins_are_logged_and_name_nobody(
    api: Api, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    await api.send("auth-session", "POST", user="asha")
    lines = log_lines()
    assert any(line["message"].startswith("signed in: user=") for line in lines)
    assert "asha" not in json.dumps(lines)
