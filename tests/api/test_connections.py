"""/api/connections: the whole life of a link, and who may see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from future_finance.domain.connection import ConnectionStatus
from future_finance.domain.profile import Profile, VersionedProfile
from future_finance.errors import (
    AppError,
    LoginPending,
    LoginRefused,
    LoginRequired,
    LoginUrlRefused,
    SourceAnswerRefused,
    SourceUnavailable,
)
from future_finance.usecases.connections import MOST_CONNECTIONS
from future_finance.usecases.ports import Purpose
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import ACTIVE, Finances

PATH = "/api/connections"
ADULT = VersionedProfile(Profile(birth_year=1990), 1)


@pytest.fixture(autouse=True)
def _asha_is_an_adult(api: Api) -> None:
    api.profiles.kept["asha"] = ADULT


async def call(api: Api, method: str, below: str = "", user: str = "asha", **content: Any) -> Any:
    return await api.send("connections", method, f"{PATH}{below}", user=user, **content)


async def connect(api: Api, user: str = "asha", **body: Any) -> dict[str, Any]:
    api.profiles.kept.setdefault(user, ADULT)
    answer = await call(api, "POST", "/connect", user, json={"providerId": "fi_money", **body})
    assert answer.status_code == 200, answer.text
    link: dict[str, Any] = answer.json()
    return link


async def test_a_link_lives_from_login_to_login(api: Api, finances: Finances) -> None:
    assert (await call(api, "GET")).json() == {"connections": []}
    link = await connect(api)
    below = f"/{link['id']}"
    assert (link["status"], link["providerName"], link["activeUntil"]) == ("pending_login", "Fi Money", None)

    finances.source.refusal = LoginPending()
    assert error_of(await call(api, "POST", f"{below}/confirm")) == (409, "login_pending")
    assert (await call(api, "GET", below)).json()["status"] == "pending_login"

    finances.source.refusal = None
    active = (await call(api, "POST", f"{below}/confirm")).json()
    assert (active["status"], active["activeUntil"]) == ("active", "2026-11-24T04:30:00+00:00")
    assert (await call(api, "POST", f"{below}/confirm")).json() == active
    assert await connect(api) == active

    finances.clock.forward(timedelta(minutes=30))
    assert (await call(api, "GET", below)).json()["status"] == "needs_login"
    (listed,) = (await call(api, "GET")).json()["connections"]
    assert listed["status"] == "needs_login"
    again = await connect(api)
    assert (again["id"], again["status"]) == (link["id"], "pending_login")
    assert again["loginUrl"] != link["loginUrl"]

    assert (await call(api, "DELETE", below)).status_code == 204
    assert (await call(api, "GET", below)).json()["status"] == "revoked"
    assert error_of(await call(api, "POST", f"{below}/confirm")) == (409, "login_required")


async def test_the_login_url_is_there_while_the_login_is_pending_and_no_longer(
    api: Api, finances: Finances
) -> None:
    link = await connect(api)
    below = f"/{link['id']}"
    assert link["loginUrl"] == "https://fi.example/login?s=1"
    assert (await call(api, "GET", below)).json()["loginUrl"] == link["loginUrl"]
    assert "loginUrl" not in (await call(api, "GET")).text
    for answer in (await call(api, "POST", f"{below}/confirm"), await call(api, "GET", below)):
        assert "loginUrl" not in answer.text
        assert "session-1" not in answer.text


async def test_asking_again_soon_shows_the_same_login(api: Api, finances: Finances) -> None:
    first = await connect(api)
    finances.clock.forward(timedelta(minutes=9))
    assert await connect(api) == first
    finances.clock.forward(timedelta(minutes=1))
    later = await connect(api)
    assert (later["id"], later["loginUrl"] == first["loginUrl"]) == (first["id"], False)


async def test_another_link_is_one_of_its_own_and_there_is_a_most(api: Api, finances: Finances) -> None:
    ids = set()
    for _ in range(MOST_CONNECTIONS):
        made, twice = await connect(api, another=True), await connect(api, another=True)
        assert twice == made
        ids.add(made["id"])
        await call(api, "POST", f"/{made['id']}/confirm")
    assert len(ids) == MOST_CONNECTIONS
    refused = await call(api, "POST", "/connect", json={"providerId": "fi_money", "another": True})
    assert error_of(refused) == (409, "conflict")
    assert len((await call(api, "GET")).json()["connections"]) == MOST_CONNECTIONS


async def test_the_older_of_two_links_can_be_logged_in_at_anew(api: Api, finances: Finances) -> None:
    older = await connect(api)
    finances.clock.forward(timedelta(minutes=1))
    younger = await connect(api, another=True)
    finances.clock.forward(timedelta(minutes=30))
    assert (await connect(api))["id"] == younger["id"]
    again = await connect(api, connectionId=older["id"])
    assert (again["id"], again["status"]) == (older["id"], "pending_login")
    assert again["loginUrl"] != older["loginUrl"]


async def test_anothers_link_cannot_be_logged_in_at(api: Api, finances: Finances) -> None:
    link = await connect(api)
    body = {"providerId": "fi_money", "connectionId": link["id"]}
    api.profiles.kept["bina"] = ADULT
    refused = await call(api, "POST", "/connect", "bina", json=body)
    assert error_of(refused) == (404, "not_found")
    both = await call(api, "POST", "/connect", json={**body, "another": True})
    assert error_of(both) == (422, "invalid_input")


async def test_anothers_link_does_not_exist(api: Api, finances: Finances) -> None:
    link = await connect(api)
    below = f"/{link['id']}"
    for method, path in (("GET", below), ("POST", f"{below}/confirm"), ("DELETE", f"{below}?data=true")):
        answer = await call(api, method, path, user="bela")
        assert error_of(answer) == (404, "not_found")
        assert link["loginUrl"] not in answer.text
    assert (await call(api, "GET", user="bela")).json() == {"connections": []}
    assert (await call(api, "GET", below)).json() == link


@pytest.mark.parametrize(
    ("refusal", "code"), [(LoginRefused, "login_refused"), (LoginPending, "login_pending")]
)
async def test_a_login_that_fi_does_not_take_can_be_tried_again(
    api: Api, finances: Finances, refusal: type[AppError], code: str
) -> None:
    link = await connect(api)
    finances.source.refusal = refusal()
    assert error_of(await call(api, "POST", f"/{link['id']}/confirm")) == (409, code)
    finances.source.refusal = None
    assert (await call(api, "POST", f"/{link['id']}/confirm")).json()["status"] == "active"


async def test_a_session_that_fi_has_forgotten_needs_a_new_login(api: Api, finances: Finances) -> None:
    link = await connect(api)
    finances.source.refusal = LoginRequired()
    assert error_of(await call(api, "POST", f"/{link['id']}/confirm")) == (409, "login_required")
    finances.source.refusal = None
    assert (await call(api, "GET", f"/{link['id']}")).json()["status"] == "needs_login"
    assert (await connect(api))["status"] == "pending_login"


@pytest.mark.parametrize(
    ("birth_year", "status", "code"), [(None, 409, "birth_year_needed"), (2010, 403, "adults_only")]
)
async def test_connecting_is_for_adults(
    api: Api, finances: Finances, birth_year: int | None, status: int, code: str
) -> None:
    api.profiles.kept["asha"] = VersionedProfile(Profile(birth_year=birth_year), 1)
    answer = await call(api, "POST", "/connect", json={"providerId": "fi_money"})
    assert error_of(answer) == (status, code)
    assert finances.source.started == 0


async def test_connecting_is_for_those_who_have_agreed_to_something(api: Api, finances: Finances) -> None:
    finances.consents.scopes = frozenset()
    answer = await call(api, "POST", "/connect", json={"providerId": "fi_money"})
    assert error_of(answer) == (403, "consent_missing")


@pytest.mark.parametrize(
    ("refusal", "status"), [(SourceUnavailable, 503), (SourceAnswerRefused, 502), (LoginUrlRefused, 502)]
)
async def test_a_login_that_cannot_begin_leaves_nothing(
    api: Api, finances: Finances, refusal: type[AppError], status: int
) -> None:
    finances.source.refusal = refusal()
    answer = await call(api, "POST", "/connect", json={"providerId": "fi_money"})
    assert error_of(answer) == (status, refusal.code)
    assert ("retry-after" in answer.headers) == (status == 503)
    assert (await call(api, "GET")).json() == {"connections": []}


async def test_while_the_vault_is_down_no_login_url_is_given_out(api: Api, finances: Finances) -> None:
    api.vault.available = False
    answer = await call(api, "POST", "/connect", json={"providerId": "fi_money"})
    assert error_of(answer) == (503, "vault_unavailable")
    assert "fi.example" not in answer.text
    api.vault.available = True
    assert (await connect(api))["loginUrl"]


@pytest.mark.parametrize(("query", "with_data"), [("", False), ("?data=false", False), ("?data=true", True)])
async def test_a_link_ends_with_its_secret_and_asked_for_with_its_data(
    api: Api, finances: Finances, query: str, with_data: bool
) -> None:
    await finances.synced("asha")
    answer = await call(api, "DELETE", f"/c1{query}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert await api.vault.open("asha", "c1", Purpose.FI_SESSION) is None
    assert finances.connections.deleted_data == (["c1"] if with_data else [])
    assert (await call(api, "GET", "/c1")).status_code == (404 if with_data else 200)


@pytest.mark.parametrize("query", ["?data=", "?data=yes", "?data=TRUE", "?data=true&data=false", "?all=true"])
async def test_an_end_that_is_not_understood_ends_nothing(api: Api, finances: Finances, query: str) -> None:
    await finances.synced("asha")
    assert error_of(await call(api, "DELETE", f"/c1{query}")) == (422, "invalid_input")
    assert finances.connections.of["asha"]["c1"] == ACTIVE
    assert await api.vault.open("asha", "c1", Purpose.FI_SESSION) is not None


async def test_the_last_sync_is_told_beside_the_link(api: Api, finances: Finances) -> None:
    await finances.synced("asha")
    for link in ((await call(api, "GET", "/c1")).json(), (await call(api, "GET")).json()["connections"][0]):
        assert link["lastSyncAt"] == "2026-11-24T04:00:00+00:00"


async def test_links_come_the_oldest_first(api: Api, finances: Finances) -> None:
    younger = replace(ACTIVE, id="a", created_at=ACTIVE.created_at + timedelta(days=1))
    revoked = replace(ACTIVE, id="b", status=ConnectionStatus.REVOKED)
    for link in (younger, ACTIVE, revoked):
        await finances.link("asha", link)
    assert [link["id"] for link in (await call(api, "GET")).json()["connections"]] == ["b", "c1", "a"]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({}, "providerId"),
        ({"providerId": ""}, "providerId"),
        ({"providerId": 7}, "providerId"),
        ({"providerId": "x" * 41}, "providerId"),
        ({"providerId": "fi_money", "another": "yes"}, "another"),
        ({"providerId": "fi_money", "connectionId": "a/b"}, "connectionId"),
        ({"providerId": "fi_money", "sessionId": "mcp-session-chosen"}, "sessionId"),
    ],
)
async def test_a_body_that_is_wrong_is_named_and_not_quoted(
    api: Api, finances: Finances, body: dict[str, Any], path: str
) -> None:
    answer = await call(api, "POST", "/connect", json=body)
    assert error_of(answer) == (422, "invalid_input")
    assert [field["path"] for field in answer.json()["error"]["details"]["fields"]] == [path]
    assert "chosen" not in answer.text
    assert finances.source.started == 0


async def test_a_provider_that_nobody_knows_is_refused(api: Api, finances: Finances) -> None:
    answer = await call(api, "POST", "/connect", json={"providerId": "other_bank"})
    assert error_of(answer) == (422, "invalid_input")
    assert "other_bank" not in answer.text


@pytest.mark.parametrize("below", ["/c1/confirm/again", "/c1/other", "//c1", "x", "/c1//confirm"])
async def test_a_path_that_leads_nowhere_is_not_found(api: Api, finances: Finances, below: str) -> None:
    await finances.synced("asha")
    assert error_of(await call(api, "POST", below)) == (404, "not_found")
