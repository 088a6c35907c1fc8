"""Sign-in on the whole local cloud: Google's stand-in, the Auth emulator, and the gateway between."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from tests.answer import error_of

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

EMAIL = "lakshmi.rao@example.com"


@pytest.fixture
def app(stack: Stack) -> str:
    """The origin of the front end."""
    return url(stack.at.gateway)


@pytest.fixture
def browser(app: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=app, timeout=60) as client:
        yield client


def google_callback(browser: httpx2.Client, app: str) -> str:
    """Where Google sends the browser after the person has picked an account."""
    begun = browser.post(
        "/auth/google/begin", json={"redirectUri": f"{app}/welcome"}, headers={"Origin": app}
    )
    page = httpx2.get(f"{begun.json()['authorizationUrl']}&login_hint={EMAIL}")
    return str(page.headers["location"])


def sign_in(browser: httpx2.Client, app: str) -> None:
    landed = browser.get(google_callback(browser, app))
    assert landed.headers["location"] == f"{app}/welcome?status=success"


def outcome(response: httpx2.Response) -> dict[str, list[str]]:
    return parse_qs(urlsplit(response.headers["location"]).query)


def bearer_of_cookie(browser: httpx2.Client, app: str) -> str:
    """What the PWA does at its start: cookie -> custom token -> ID token."""
    answer = browser.post("/auth/session", headers={"Origin": app, "Content-Type": "application/json"})
    auth: str = browser.get("/api/config").json()["firebase"]["authEmulatorUrl"]
    signed_in = httpx2.post(
        f"{auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=local",
        json={"token": answer.json()["customToken"], "returnSecureToken": True},
    )
    return f"Bearer {signed_in.json()['idToken']}"


def function_log(stack: Stack) -> str:
    return (stack.state / "functions.log").read_text()


def test_a_person_signs_in_with_google_and_works_with_a_bearer(browser: httpx2.Client, app: str) -> None:
    sign_in(browser, app)
    who: dict[str, Any] = browser.get("/auth/session").json()
    assert (who["email"], who["name"]) == (EMAIL, "Lakshmi Rao")
    bearer = {"Authorization": bearer_of_cookie(browser, app)}
    assert browser.get("/api/profile", headers=bearer).status_code == 200


def test_manual_entries_enter_net_worth(browser: httpx2.Client, app: str) -> None:
    sign_in(browser, app)
    bearer = {"Authorization": bearer_of_cookie(browser, app)}
    gold = {"class": "gold", "name": "Bangles", "value": {"amountMinor": 5_000_000}}
    put = browser.put("/api/profile", json={"assets": [gold]}, headers=bearer)
    assert put.status_code == 200
    overview = browser.get("/api/financial/overview", headers=bearer).json()
    assert overview["netWorth"]["manualAssets"] == {"amountMinor": 5_000_000, "currency": "INR"}


def test_a_callback_counts_once_and_in_the_browser_that_began(browser: httpx2.Client, app: str) -> None:
    callback = google_callback(browser, app)
    elsewhere = httpx2.get(callback)
    assert outcome(elsewhere) == {"status": ["error"], "code": ["oauth_state_refused"]}
    assert "set-cookie" not in elsewhere.headers
    assert outcome(browser.get(callback)) == {"status": ["success"]}
    assert outcome(browser.get(callback))["code"] == ["oauth_state_refused"]


def test_signing_out_everywhere_ends_the_cookie_and_the_bearer(browser: httpx2.Client, app: str) -> None:
    sign_in(browser, app)
    bearer = {"Authorization": bearer_of_cookie(browser, app)}
    session = browser.cookies["__session"]
    _wait_for_the_next_second()  # revocation counts in whole seconds
    assert browser.post("/auth/logout?everywhere", headers={"Origin": app}, json={}).status_code == 204
    assert "__session" not in browser.cookies
    for credentials in (bearer, {"Cookie": f"__session={session}"}):
        refused = httpx2.get(f"{app}/auth/session", headers=credentials)
        assert error_of(refused) == (401, "session_revoked")


def _wait_for_the_next_second() -> None:
    this = int(time.time())
    while int(time.time()) == this:
        time.sleep(0.01)


def test_what_is_logged_names_nobody_and_opens_nothing(
    browser: httpx2.Client, app: str, stack: Stack
) -> None:
    callback = google_callback(browser, app)
    browser.get(callback)
    session = browser.cookies["__session"]
    bearer = bearer_of_cookie(browser, app)
    browser.get("/api/profile", headers={"Authorization": bearer})
    written = function_log(stack)
    (code,) = parse_qs(urlsplit(callback).query)["code"]
    for secret in (EMAIL, session, bearer.removeprefix("Bearer "), code):
        assert secret not in written
        assert json.dumps(secret).strip('"') not in written


def test_the_grant_google_gave_is_kept_in_the_vault_alone(
    browser: httpx2.Client, app: str, stack: Stack
) -> None:
    sign_in(browser, app)
    uid = browser.get("/auth/session").json()["uid"]
    documents = f"http://{stack.environment['FIRESTORE_EMULATOR_HOST']}/v1/projects/demo-future-finance/databases/{{}}/documents"
    owner = {"Authorization": "Bearer owner"}
    vault = httpx2.get(documents.format("vault") + "/tokens?pageSize=300", headers=owner).json()
    mine = [d for d in vault["documents"] if d["fields"]["uid"]["stringValue"] == uid]
    assert len(mine) == 1
    user = httpx2.get(documents.format("(default)") + f"/users/{uid}", headers=owner).text
    for shown in (json.dumps(mine), user):
        assert "1//" not in shown
