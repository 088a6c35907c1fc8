"""/api/profile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import Finances

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
    "nominee": {"name": "Meera", "contact": "98765 43210", "relation": "spouse"},
    "disputes": [
        {
            "id": "d1",
            "about": "L01:home-1",
            "note": "This loan was closed in March.",
            "since": "2026-05-01",
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
        assert error_of(answer) == (422, "invalid_input")
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


async def test_what_is_entered_is_in_the_overview_and_goes_with_the_next_profile(
    api: Api, finances: Finances
) -> None:
    await finances.synced("asha")
    before = (await api.send("financial-overview", user="asha")).json()
    await put(api, WHOLE)
    entered = (await api.send("financial-overview", user="asha")).json()
    gained = entered["netWorth"]["net"]["amountMinor"] - before["netWorth"]["net"]["amountMinor"]
    assert gained == 900_000_000 - 5_000_000
    assert (entered["allocation"][0]["class"], entered["allocation"][0]["source"]) == ("property", "you")
    assert "property" not in entered["netWorth"]["excludes"]
    await put(api, {})
    assert (await api.send("financial-overview", user="asha")).json() == before


async def test_a_note_of_what_is_wrong_stands_beside_the_figures_and_changes_none(
    api: Api, finances: Finances
) -> None:
    await finances.synced("asha")
    before = (await api.send("financial-overview", user="asha")).json()
    told = (await put(api, {"disputes": [{"about": "C01", "note": "My score is another person's."}]})).json()
    (dispute,) = told["disputes"]
    assert (dispute["about"], dispute["since"]) == ("C01", "2026-11-24")
    after = (await api.send("financial-overview", user="asha")).json()
    assert after == before | {"disputes": [dispute]}


async def test_entries_without_id_or_date_get_both(api: Api) -> None:
    answer = await put(
        api, {"assets": [{"class": "gold", "name": "Bangles", "value": {"amountMinor": 1}}] * 2}
    )
    first, second = answer.json()["assets"]
    assert first["id"] != second["id"]
    assert first["asOf"]


async def test_names_lose_what_would_fool_their_reader(api: Api) -> None:
    sent = "  Gold\u202e \u200b\x07 क्\u200dष\n"
    answer = await put(api, {"assets": [{"class": "gold", "name": sent, "value": money(1)}]})
    assert answer.json()["assets"][0]["name"] == "Gold क्\u200dष"


async def test_as_much_as_can_be_entered_is_exact_in_a_double(api: Api, finances: Finances) -> None:
    most = {"name": "M", "value": money(10**13)}
    await put(api, {"assets": [{"class": "gold"} | most] * 50, "debts": [most] * 50})
    stated = (await api.send("financial-overview", user="asha")).json()["netWorth"]["assets"]["amountMinor"]
    assert stated == 50 * 10**13 < 2**53


async def test_a_goal_may_pass_but_not_begin_in_the_past(api: Api, finances: Finances) -> None:
    goal = {"id": "trip", "name": "Trip", "target": money(1), "by": "2026-11-24"}
    assert (await put(api, {"goals": [goal]})).status_code == 200
    finances.clock.forward(timedelta(days=1))
    assert (await put(api, {"goals": [goal], "dependants": 1})).status_code == 200
    for other in (goal | {"by": "2026-11-23"}, goal | {"id": "tour"}):
        refused = await put(api, {"goals": [other]})
        assert refused.json()["error"]["details"]["fields"] == [
            {"path": "goals.0.by", "problem": "in_the_past"}
        ]


async def test_an_edit_of_an_older_version_is_refused(api: Api) -> None:
    etag = (await put(api, WHOLE)).headers["etag"]
    assert (await put(api, WHOLE, **{"If-Match": etag})).status_code == 200
    refused = await put(api, {}, **{"If-Match": etag})
    assert error_of(refused) == (409, "conflict")
    assert (await api.send("profile", user="asha")).json() == WHOLE


async def test_one_person_never_sees_anothers(api: Api) -> None:
    await put(api, WHOLE)
    assert (await api.send("profile", user="bela")).json()["assets"] == []


PAST = (datetime.now(UTC) - timedelta(days=3)).date().isoformat()
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
        ({"goals": [{"name": "G", "target": money(1), "by": PAST}]}, "goals.0.by"),
        ({"goals": [{"name": "\u202e\u200d", "target": money(1), "by": FUTURE}]}, "goals.0.name"),
        ({"budgets": [{"category": "Dining out", "limit": money(1)}]}, "budgets.0.category"),
        ({"budgets": [{"category": "dining", "limit": money(1)}] * 2}, "budgets"),
        ({"assets": [{"class": "epf", "name": "E", "value": money(1)}]}, "assets.0.class"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(-1)}]}, "assets.0.value.amountMinor"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(1.5)}]}, "assets.0.value.amountMinor"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(10**13 + 1)}]}, "assets.0.value.amountMinor"),
        ({"assets": [{"class": "gold", "name": "G", "value": {"amountMinor": 1, "currency": "USD"}}]}, "assets.0.value.currency"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(1), "asOf": FUTURE}]}, "assets.0.asOf"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(1), "asOf": "1899-12-31"}]}, "assets.0.asOf"),
        ({"debts": [{"name": "D", "value": money(1), "asOf": "0001-01-01"}]}, "debts.0.asOf"),
        ({"assets": [{"id": "a/b", "class": "gold", "name": "G", "value": money(1)}]}, "assets.0.id"),
        ({"assets": [{"id": "a", "class": "gold", "name": "G", "value": money(1)}] * 2}, "assets"),
        ({"assets": [{"class": "gold", "name": "G", "value": money(1)}] * 51}, "assets"),
        ({"debts": [{"class": "gold", "name": "G", "value": money(1)}]}, "debts.0.class"),
        ({"nominee": {"name": "M", "contact": "m@example.in", "relation": "friend"}}, "nominee.relation"),
        ({"nominee": {"name": " ", "contact": "m@example.in", "relation": "other"}}, "nominee.name"),
        ({"disputes": [{"about": "Z99", "note": "Wrong."}]}, "disputes.0.about"),
        ({"disputes": [{"about": "my loan", "note": "Wrong."}]}, "disputes.0.about"),
        ({"disputes": [{"about": "N01", "note": "\u200d"}]}, "disputes.0.note"),
        ({"disputes": [{"about": "N01", "note": "n" * 501}]}, "disputes.0.note"),
        ({"disputes": [{"about": "N01", "note": "Wrong.", "since": FUTURE}]}, "disputes.0.since"),
        ({"disputes": [{"id": "a", "about": "N01", "note": "Wrong."}] * 2}, "disputes"),
    ],
)  # fmt: skip
async def test_values_that_make_no_sense_are_named(api: Api, body: dict[str, Any], path: str) -> None:
    answer = await put(api, body)
    assert error_of(answer) == (422, "invalid_input")
    assert [field["path"] for field in answer.json()["error"]["details"]["fields"]] == [path]
    assert api.profiles.kept == {}


async def test_an_etag_that_is_none_is_refused(api: Api) -> None:
    assert (await put(api, WHOLE, **{"If-Match": "latest"})).status_code == 422
