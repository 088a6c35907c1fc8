"""/api/profile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.api.conftest import Api

WHOLE: dict[str, Any] = {
    "birthYear": 1990,
    "retirementAge": 60,
    "dependants": 2,
    "taxRegime": "new",
    "riskProfile": "moderate",
    "language": "hi",
    "goals": [
        {
            "id": "home",
            "name": "घर",
            "target": {"amountMinor": 500_000_000, "currency": "INR"},
            "by": "2031-04-01",
            "saved": {"amountMinor": 0, "currency": "INR"},
        }
    ],
    "budgets": [{"category": "dining", "limit": {"amountMinor": 1_000_000, "currency": "INR"}}],
    "assets": [
        {
            "id": "flat",
            "class": "property",
            "name": "Flat in Pune",
            "value": {"amountMinor": 900_000_000, "currency": "INR"},
            "asOf": "2026-01-01",
        }
    ],
    "debts": [
        {
            "id": "uncle",
            "class": "personal_debt",
            "name": "Uncle",
            "value": {"amountMinor": 5_000_000, "currency": "INR"},
            "asOf": "2026-01-01",
        }
    ],
}


def money(minor: object) -> dict[str, object]:
    return {"amountMinor": minor, "currency": "INR"}


async def put(api: Api, body: dict[str, Any], user: str = "asha", **headers: str) -> Any:
    return await api.send("profile", "PUT", user=user, json=body, headers=headers)


async def test_a_profile_comes_back_as_it_was_put(api: Api) -> None:
    assert (await put(api, WHOLE)).json() == WHOLE
    assert (await api.send("profile", user="asha")).json() == WHOLE


async def test_a_query_is_refused_and_changes_nothing(api: Api) -> None:
    path = "/api/profile?fields=goals"
    for answer in (
        await api.send("profile", "PUT", path, user="asha", json=WHOLE),
        await api.send("profile", path=path, user="asha"),
    ):
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid_input")
    assert (await api.send("profile", user="asha")).json()["goals"] == []


async def test_who_told_nothing_has_an_empty_profile(api: Api) -> None:
    answer = await api.send("profile", user="asha")
    assert (answer.status_code, answer.headers["etag"]) == (200, '"0"')
    assert answer.json()["assets"] == []
    assert answer.json()["birthYear"] is None


async def test_what_is_left_out_is_forgotten(api: Api) -> None:
    await put(api, WHOLE)
    answer = await put(api, {"language": "en"})
    assert answer.json()["goals"] == []
    assert answer.json()["birthYear"] is None


async def test_a_change_reaches_the_overview(api: Api) -> None:
    await put(api, WHOLE)


async def test_entries_without_id_or_date_get_both(api: Api) -> None:
    answer = await put(
        api, {"assets": [{"class": "gold", "name": "Bangles", "value": {"amountMinor": 1}}] * 2}
    )
    first, second = answer.json()["assets"]
    assert first["id"] != second["id"]
    assert first["asOf"]


async def test_an_edit_of_an_older_version_is_refused(api: Api) -> None:
    etag = (await put(api, WHOLE)).headers["etag"]
    assert (await put(api, WHOLE, **{"If-Match": etag})).status_code == 200
    refused = await put(api, {}, **{"If-Match": etag})
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "conflict")
    assert (await api.send("profile", user="asha")).json() == WHOLE


async def test_one_person_never_sees_anothers(api: Api) -> None:
    await put(api, WHOLE)
    assert (await api.send("profile", user="bela")).json()["assets"] == []


FUTURE = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"birthYear": 1899}, "birthYear"),
        ({"birthYear": datetime.now(UTC).year - 17}, "birthYear"),
        ({"birthYear": "1990"}, "birthYear"),
        ({"birthYear": True}, "birthYear"),
        ({"retirementAge": 29}, "retirementAge"),
        ({"dependants": -1}, "dependants"),
        ({"taxRegime": "newest"}, "taxRegime"),
        ({"language": None}, "language"),
        ({"nickname": "A"}, "nickname"),
        ({"goals": [{"name": "", "target": money(1), "by": "2031-04-01"}]}, "goals.0.name"),
        ({"goals": [{"name": "G", "target": money(1), "by": "soon"}]}, "goals.0.by"),
        ({"goals": [{"name": "G", "target": money(1), "by": 1}]}, "goals.0.by"),
        ({"budgets": [{"category": "Dining out", "limit": money(1)}]}, "budgets.0.category"),
        ({"budgets": [{"category": "dining", "limit": money(1)}] * 2}, "budgets"),
        ({"assets": [{"class": "epf", "name": "E", "value": money(1)}]}, "assets.0.class"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(-1)}]}, "assets.0.value.amountMinor"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(1.5)}]}, "assets.0.value.amountMinor"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(10**15 + 1)}]}, "assets.0.value.amountMinor"),
        ({"assets": [{"class": "gold", "name": "G", "value": {"amountMinor": 1, "currency": "USD"}}]}, "assets.0.value.currency"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(1), "asOf": FUTURE}]}, "assets.0.asOf"),
        ({"assets": [{"id": "a/b", "class": "gold", "name": "G", "value": money(1)}]}, "assets.0.id"),
        ({"assets": [{"id": "a", "class": "gold", "name": "G", "value": money(1)}] * 2}, "assets"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(1)}] * 51}, "assets"),
        ({"debts": [{"class": "gold", "name": "G", "value": money(1)}]}, "debts.0.class"),
    ],
)  # fmt: skip
async def test_values_that_make_no_sense_are_named(api: Api, body: dict[str, Any], path: str) -> None:
    answer = await put(api, body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid_input")
    assert [field["path"] for field in answer.json()["error"]["details"]["fields"]] == [path]
    assert api.profiles.kept == {}


async def test_an_etag_that_is_none_is_refused(api: Api) -> None:
    assert (await put(api, WHOLE, **{"If-Match": "latest"})).status_code == 422
