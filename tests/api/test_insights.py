"""/api/insights and its worker: listed, asked for, acted on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from future_finance import bootstrap
from future_finance.domain.finding import Impact, ImpactKind, Severity
from future_finance.domain.insight import Figure, Insight, InsightState, InsightText, Step
from future_finance.domain.job import JobStatus
from future_finance.domain.profile import Language, Profile, VersionedProfile
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import NOW, Finances
from tests.fakes.ai import InMemoryAccessLog, InMemoryBudget, InMemoryConsents
from tests.fakes.insights import InMemoryInsights, InMemoryWorkJobs
from tests.fakes.scripted_model import ScriptedModel

PATH = "/api/insights"


def insight(
    insight_id: str = "D02",
    severity: Severity = Severity.HIGH,
    minor: int = -80_700_00,
    category: str = "debt",
    **fields: Any,
) -> Insight:
    made = Insight(
        id=insight_id,
        detector=insight_id,
        category=category,
        severity=severity,
        confidence=0.876,
        raise_confidence="A newer report.",
        raise_confidence_hi="नई रिपोर्ट।",
        impact=Impact(ImpactKind.PER_YEAR, minor, is_estimate=True),
        texts={
            "en": InsightText("A card costs", "Card interest a year is ₹80,700.", "You could compare rates."),
            "hi": InsightText("कार्ड की लागत", "साल का कार्ड ब्याज ₹80,700 है।", "दरें देख सकते हैं।"),
        },
        figures=(Figure("L07", "Card interest a year", "साल का कार्ड ब्याज", "80700.00", "INR", "year", date(2026, 10, 31)),),
        steps=(Step("See the statement", "स्टेटमेंट देखें"),),
        created_at=NOW,
        updated_at=NOW,
    )  # fmt: skip
    return replace(made, **fields)


class Shelf:
    """Insights of people, wired into the app."""

    def __init__(self) -> None:
        self.jobs = InMemoryWorkJobs()
        self.insights = InMemoryInsights(self.jobs)
        self.model = ScriptedModel()
        bootstrap.replace(
            work_job_store=self.jobs,
            insight_store=self.insights,
            consents=InMemoryConsents(),
            ai_budget=InMemoryBudget(),
            access_log=InMemoryAccessLog(),
            model=self.model,
        )

    def put(self, uid: str, *insights: Insight) -> None:
        self.insights.by_user.setdefault(uid, {}).update({each.id: each for each in insights})


@pytest.fixture
def shelf(api: Api, finances: Finances) -> Shelf:
    return Shelf()


async def act(api: Api, insight_id: str, body: Any, user: str = "asha") -> Any:
    return await api.send("insights", "POST", f"{PATH}/{insight_id}/actions", user=user, json=body)


async def test_insights_come_the_most_pressing_first_with_their_figures(api: Api, shelf: Shelf) -> None:
    shelf.put(
        "asha",
        insight("A", Severity.LOW, 9_00),
        insight("B", Severity.HIGH, -100),
        insight("C", Severity.HIGH, -500),
        insight("D", Severity.MEDIUM, 0),
    )
    body = (await api.send("insights", user="asha")).json()
    assert [each["id"] for each in body["insights"]] == ["C", "B", "D", "A"]
    assert (body["total"], body["nextCursor"], body["unavailable"]) == (4, None, None)
    first = body["insights"][0]
    assert first["impact"] == {
        "kind": "per_year",
        "amount": {"amountMinor": -500, "currency": "INR"},
        "isEstimate": True,
        "assumptionIds": [],
    }
    assert first["figures"] == [
        {
            "factId": "L07",
            "label": "Card interest a year",
            "value": "80700.00",
            "unit": "INR",
            "per": "year",
            "asOf": "2026-10-31",
            "formula": "",
        }
    ]
    assert (first["confidence"], first["wording"], first["checked"], first["model"]) == (
        0.88,
        "template",
        True,
        None,
    )
    assert body["disclosures"][0].endswith("Not SEBI-registered.")


async def test_pages_follow_each_other_without_gaps(api: Api, shelf: Shelf) -> None:
    shelf.put("asha", *(insight(f"D{n:02}", minor=-n) for n in range(1, 6)))
    seen: list[str] = []
    cursor = ""
    for _ in range(3):
        body = (await api.send("insights", path=f"{PATH}?limit=2{cursor}", user="asha")).json()
        seen += [each["id"] for each in body["insights"]]
        cursor = f"&cursor={body['nextCursor']}"
    assert seen == ["D05", "D04", "D03", "D02", "D01"]
    assert body["nextCursor"] is None


@pytest.mark.parametrize("action", ["dismiss", "done"])
async def test_a_page_goes_on_though_the_last_one_of_the_page_before_is_put_away(
    api: Api, shelf: Shelf, action: str
) -> None:
    shelf.put("asha", *(insight(f"D{n:02}", minor=-n) for n in range(1, 6)))
    first = (await api.send("insights", path=f"{PATH}?limit=2", user="asha")).json()
    await act(api, first["insights"][-1]["id"], {"action": action})
    second = await api.send("insights", path=f"{PATH}?limit=2&cursor={first['nextCursor']}", user="asha")
    assert [each["id"] for each in second.json()["insights"]] == ["D03", "D02"]


async def test_one_category_alone(api: Api, shelf: Shelf) -> None:
    shelf.put("asha", insight("A"), insight("B", category="investments"))
    body = (await api.send("insights", path=f"{PATH}?category=investments", user="asha")).json()
    assert [each["id"] for each in body["insights"]] == ["B"]
    assert "securities market" in body["disclosures"][1]


async def test_what_was_dismissed_sleeps_or_is_gone_is_not_listed(api: Api, shelf: Shelf) -> None:
    shelf.put(
        "asha",
        insight("A", state=InsightState.DISMISSED),
        insight("B", state=InsightState.RESOLVED),
        insight("C", state=InsightState.SNOOZED, snoozed_until=NOW + timedelta(days=1)),
        insight("D", state=InsightState.SNOOZED, snoozed_until=NOW),
    )
    body = (await api.send("insights", user="asha")).json()
    assert [(each["id"], each["state"]) for each in body["insights"]] == [("D", "new")]


async def test_what_was_put_away_is_a_list_of_its_own_the_last_one_first(api: Api, shelf: Shelf) -> None:
    shelf.put(
        "asha",
        insight("A", state=InsightState.DISMISSED, updated_at=NOW - timedelta(days=2)),
        insight("B", state=InsightState.SNOOZED, snoozed_until=NOW + timedelta(days=1)),
        insight("C", state=InsightState.SNOOZED, snoozed_until=NOW),
        insight("D", state=InsightState.RESOLVED),
        insight("E", state=InsightState.DONE),
    )
    first = (await api.send("insights", path=f"{PATH}?state=put_away&limit=1", user="asha")).json()
    assert [(each["id"], each["state"]) for each in first["insights"]] == [("B", "snoozed")]
    assert first["total"] == 2
    following = f"{PATH}?state=put_away&cursor={first['nextCursor']}"
    rest = (await api.send("insights", path=following, user="asha")).json()
    assert [(each["id"], each["state"]) for each in rest["insights"]] == [("A", "dismissed")]
    assert rest["nextCursor"] is None
    of_another_list = await api.send("insights", path=f"{PATH}?cursor={first['nextCursor']}", user="asha")
    assert error_of(of_another_list) == (422, "invalid_input")


async def test_an_empty_list_of_what_was_put_away_needs_no_reason(api: Api, shelf: Shelf) -> None:
    shelf.put("asha", insight("A"))
    body = (await api.send("insights", path=f"{PATH}?state=put_away", user="asha")).json()
    assert (body["insights"], body["unavailable"]) == ([], None)


async def test_hindi_comes_to_who_reads_hindi(api: Api, shelf: Shelf) -> None:
    shelf.put("asha", insight())
    api.profiles.kept["asha"] = VersionedProfile(Profile(language=Language.HINDI), 1)
    (one,) = (await api.send("insights", user="asha")).json()["insights"]
    assert (one["title"], one["figures"][0]["label"], one["steps"][0]["text"]) == (
        "कार्ड की लागत",
        "साल का कार्ड ब्याज",
        "स्टेटमेंट देखें",
    )


async def test_where_there_are_none_it_says_why(api: Api, finances: Finances, shelf: Shelf) -> None:
    assert (await api.send("insights", user="asha")).json()["unavailable"] == "no_connection"
    await finances.synced("asha")
    assert (await api.send("insights", user="asha")).json()["unavailable"] == "nothing_found"


@pytest.mark.parametrize(
    "query",
    [
        "state=dismissed",
        "category=luck",
        "limit=0",
        "limit=51",
        "limit=x",
        "limit=" + "9" * 5_000,
        "cursor=nobody",
        "cursor=WzEsMl0",  # [1,2]
        "cursor=" + "W1tbW1tb" * 1_000,  # [[[[
        "page=2",
        "limit=1&limit=2",
    ],
)
async def test_a_query_that_is_wrong_is_refused(api: Api, shelf: Shelf, query: str) -> None:
    shelf.put("asha", insight())
    assert error_of(await api.send("insights", path=f"{PATH}?{query}", user="asha")) == (422, "invalid_input")


async def test_anothers_insight_does_not_exist(api: Api, shelf: Shelf) -> None:
    shelf.put("bela", insight())
    assert (await api.send("insights", user="asha")).json()["total"] == 0
    assert error_of(await api.send("insights", path=f"{PATH}/D02", user="asha")) == (404, "not_found")
    assert error_of(await act(api, "D02", {"action": "dismiss"})) == (404, "not_found")


async def test_a_life_dismiss_undo_implement_check_done(api: Api, shelf: Shelf) -> None:
    shelf.put("asha", insight())
    states = []
    for body in (
        {"action": "seen"},
        {"action": "dismiss", "note": "not mine"},
        {"action": "undo"},
        {"action": "implement"},
        {"action": "check", "stepsDone": [0]},
        {"action": "done"},
    ):
        answer = await act(api, "D02", body)
        assert answer.status_code == 200
        states.append(answer.json()["insight"]["state"])
    assert states == ["seen", "dismissed", "seen", "implementing", "implementing", "done"]
    assert answer.json()["insight"]["steps"] == [{"index": 0, "text": "See the statement", "done": True}]
    assert [taken.action for taken in shelf.insights.actions] == [
        "seen",
        "dismiss",
        "undo",
        "implement",
        "check",
        "done",
    ]


async def test_an_export_holds_the_figures_behind_the_words(api: Api, shelf: Shelf) -> None:
    shelf.put("asha", insight())
    one = (await act(api, "D02", {"action": "export"})).json()
    assert one["insight"]["state"] == "new"
    assert one["insight"]["figures"][0]["value"] == "80700.00"
    assert one["disclosures"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"action": "explode"}, 422),
        ({"action": "snooze"}, 422),
        ({"action": "snooze", "until": "2026-11-24T03:59:00Z"}, 422),
        ({"action": "snooze", "until": "2028-11-24T04:00:00Z"}, 422),
        ({"action": "snooze", "until": "2026-12-24T04:00:00"}, 422),
        ({"action": "check", "stepsDone": [9]}, 422),
        ({"action": "dismiss", "note": "x" * 501}, 422),
        ({"action": "undo"}, 409),
        ({"action": "dismiss", "uid": "bela"}, 422),
    ],
)
async def test_an_action_that_makes_no_sense_changes_nothing(
    api: Api, shelf: Shelf, body: dict[str, Any], status: int
) -> None:
    shelf.put("asha", insight())
    answer = await act(api, "D02", body)
    assert error_of(answer)[0] == status
    assert shelf.insights.by_user["asha"]["D02"] == insight()


async def test_a_snooze_until_tomorrow(api: Api, finances: Finances, shelf: Shelf) -> None:
    shelf.put("asha", insight())
    answer = await act(api, "D02", {"action": "snooze", "until": "2026-11-25T04:00:00+00:00"})
    assert answer.json()["insight"]["snoozedUntil"] == "2026-11-25T04:00:00+00:00"
    assert (await api.send("insights", user="asha")).json()["total"] == 0
    finances.clock.forward(timedelta(days=1))
    assert (await api.send("insights", user="asha")).json()["total"] == 1


async def ask(api: Api, body: Any = None, key: str | None = None, user: str = "asha") -> Any:
    headers = {} if key is None else {"Idempotency-Key": key}
    return await api.send("insights", "POST", f"{PATH}/generate", user=user, json=body or {}, headers=headers)


async def test_a_run_is_queued_with_ids_alone_and_its_job_is_shown(
    api: Api, finances: Finances, shelf: Shelf
) -> None:
    answer = await ask(api, {"categories": ["debt", "credit"]})
    job_id = answer.json()["jobId"]
    assert (answer.status_code, answer.json()["status"]) == (202, "queued")
    (task,) = finances.queue.tasks
    assert (task.queue, task.payload) == (
        "generate-insights",
        {"uid": "asha", "jobId": job_id, "connectionId": ""},
    )
    assert shelf.jobs.jobs[job_id].request == {"categories": ["debt", "credit"]}
    shown = (await api.send("insights", path=f"{PATH}/jobs/{job_id}", user="asha")).json()
    assert (shown["jobId"], shown["type"], shown["status"]) == (job_id, "insights", "queued")
    assert error_of(await api.send("insights", path=f"{PATH}/jobs/{job_id}", user="bela")) == (
        404,
        "not_found",
    )


async def test_the_same_key_is_the_same_run_and_another_wish_under_it_is_refused(
    api: Api, finances: Finances, shelf: Shelf
) -> None:
    first, second = await ask(api, key="k"), await ask(api, key="k")
    assert first.json() == second.json()
    assert len(finances.queue.tasks) == 1
    assert error_of(await ask(api, {"categories": ["debt"]}, key="k")) == (409, "idempotency_mismatch")


@pytest.mark.parametrize(
    "body", [{"categories": []}, {"categories": ["luck"]}, {"categories": "debt"}, {"x": 1}]
)
async def test_a_wish_that_is_wrong_queues_nothing(
    api: Api, finances: Finances, shelf: Shelf, body: dict[str, Any]
) -> None:
    assert error_of(await ask(api, body)) == (422, "invalid_input")
    assert finances.queue.tasks == []


async def test_the_worker_drops_a_payload_that_cannot_be_read(finances: Finances, shelf: Shelf) -> None:
    answer = await finances.worker("generate-insights", json={"uid": "asha"})
    assert (answer.status_code, answer.json()) == (200, {"ended": "malformed"})


async def test_the_worker_follows_a_sync_and_leaves_a_job_to_look_at(
    api: Api, finances: Finances, shelf: Shelf
) -> None:
    await finances.synced("asha")
    shelf.model.script = ["no json"] * 2
    payload = {"uid": "asha", "jobId": "sync-1", "connectionId": "c1"}
    answer = await finances.worker("generate-insights", json=payload)
    assert (answer.status_code, answer.json()) == (200, {"ended": "succeeded"})
    (job,) = shelf.jobs.jobs.values()
    assert (job.status, job.uid) == (JobStatus.SUCCEEDED, "asha")
    again = await finances.worker("generate-insights", json=payload)
    assert again.json() == {"ended": "finished"}
