"""/api/financial/sync: asking for a sync, and looking how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from future_finance import bootstrap
from future_finance.domain.connection import ConnectionStatus
from future_finance.domain.job import Job, JobStatus
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus
from future_finance.errors import QuotaSpent
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import ACTIVE, NOW, Finances
from tests.fakes.jobs import InMemoryJobs

PATH = "/api/financial/sync"
SECOND = replace(ACTIVE, id="c2", created_at=NOW + timedelta(minutes=1))


async def ask(api: Api, body: Any = None, key: str | None = None, user: str = "asha") -> Any:
    headers = {} if key is None else {"Idempotency-Key": key}
    return await api.send("financial-sync", "POST", user=user, json=body or {}, headers=headers)


async def look(api: Api, job_id: str, user: str = "asha") -> Any:
    return await api.send("financial-sync", path=f"{PATH}/{job_id}", user=user)


async def test_a_sync_is_accepted_and_its_task_names_ids_alone(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    answer = await ask(api)
    body = answer.json()
    assert (answer.status_code, body["status"]) == (202, "queued")
    assert body["jobs"] == [{"jobId": body["jobId"], "connectionId": "c1"}]
    (task,) = finances.queue.tasks
    assert (task.queue, task.id) == ("sync-connection", body["jobId"])
    assert task.payload == {"uid": "asha", "jobId": body["jobId"], "connectionId": "c1"}


async def test_every_active_link_gets_a_job_unless_some_are_chosen(api: Api, finances: Finances) -> None:
    expired = replace(ACTIVE, id="c3", active_until=NOW)
    for link in (ACTIVE, SECOND, expired):
        await finances.link("asha", link)
    chosen = (await ask(api)).json()["jobs"]
    assert [line["connectionId"] for line in chosen] == ["c1", "c2"]
    one = (await ask(api, {"accountIds": ["c2", "c2"]})).json()["jobs"]
    assert [line["connectionId"] for line in one] == ["c2"]
    assert error_of(await ask(api, {"accountIds": ["c1", "c3"]})) == (409, "login_required")


async def test_no_body_at_all_asks_for_everything(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    assert (await api.send("financial-sync", "POST", user="asha")).status_code == 202
    assert (await ask(api, {"accountIds": None})).status_code == 202


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (None, "conflict"),
        (ConnectionStatus.PENDING_LOGIN, "login_pending"),
        (ConnectionStatus.NEEDS_LOGIN, "login_required"),
        (ConnectionStatus.REVOKED, "conflict"),
    ],
)
async def test_without_an_active_link_the_answer_says_what_to_do(
    api: Api, finances: Finances, status: ConnectionStatus | None, code: str
) -> None:
    if status is not None:
        await finances.link("asha", replace(ACTIVE, status=status))
    assert error_of(await ask(api)) == (409, code)
    assert (finances.jobs.jobs, finances.queue.tasks) == ({}, [])


async def test_a_session_that_ran_out_while_nobody_looked_needs_a_login(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    finances.clock.forward(timedelta(minutes=30))
    assert error_of(await ask(api)) == (409, "login_required")


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"accountIds": []}, "accountIds"),
        ({"accountIds": ["c"] * 11}, "accountIds"),
        ({"accountIds": "c1"}, "accountIds"),
        ({"accountIds": [1]}, "accountIds.0"),
        ({"accountIds": [""]}, "accountIds.0"),
        ({"accountIds": ["x" * 129]}, "accountIds.0"),
        ({"accountIds": ["__x__"]}, "accountIds.0"),
        ({"accountIds": ["c1", ".."]}, "accountIds.1"),
        ({"accountIds": ["a/b"]}, "accountIds.0"),
        ({"accountIds": ["a\nb"]}, "accountIds.0"),
        ({"account_ids": ["c1"]}, "account_ids"),
        ({"uid": "bela-uid"}, "uid"),
    ],
)
async def test_a_body_that_is_wrong_is_named_and_not_quoted(
    api: Api, finances: Finances, body: dict[str, Any], path: str
) -> None:
    await finances.link("asha")
    answer = await ask(api, body)
    assert error_of(answer) == (422, "invalid_input")
    assert path in [field["path"] for field in answer.json()["error"]["details"]["fields"]]
    assert "bela-uid" not in answer.text
    assert finances.queue.tasks == []


async def test_a_link_of_somebody_else_does_not_exist(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    await finances.link("bela", SECOND)
    for ids in (["c2"], ["c1", "c2"]):
        assert error_of(await ask(api, {"accountIds": ids})) == (404, "not_found")
    assert finances.queue.tasks == []


async def test_the_same_key_gives_the_same_job_once(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    first, second = await ask(api, key="k-1"), await ask(api, key="k-1")
    assert first.json() == second.json()
    assert len(finances.queue.tasks) == 1
    assert (await ask(api, key="k-2")).json()["jobId"] != first.json()["jobId"]


async def test_a_key_for_another_request_is_refused(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    await ask(api, key="k-1")
    assert error_of(await ask(api, {"accountIds": ["c1"]}, key="k-1")) == (409, "idempotency_mismatch")


async def test_a_key_is_a_persons_own(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    await finances.link("bela")
    mine, theirs = await ask(api, key="k-1"), await ask(api, key="k-1", user="bela")
    assert mine.json()["jobId"] != theirs.json()["jobId"]


async def test_without_a_key_a_second_click_is_the_same_job_and_a_later_wish_another(
    api: Api, finances: Finances
) -> None:
    await finances.link("asha")
    first = (await ask(api)).json()["jobId"]
    assert (await ask(api)).json()["jobId"] == first
    finances.clock.forward(timedelta(seconds=20))
    assert (await ask(api)).json()["jobId"] != first


@pytest.mark.parametrize("key", ["", "k" * 201, "clé", "a\tb"])
async def test_a_key_that_is_none_is_refused_unquoted(api: Api, finances: Finances, key: str) -> None:
    await finances.link("asha")
    headers: Any = {"Idempotency-Key": key.encode("latin-1")}
    answer = await api.send("financial-sync", "POST", user="asha", json={}, headers=headers)
    assert error_of(answer) == (422, "invalid_input")
    assert finances.queue.tasks == []


@pytest.mark.parametrize("key", ["k", "k" * 200, "{~ 1}"])
async def test_a_key_may_be_any_printable_text(api: Api, finances: Finances, key: str) -> None:
    await finances.link("asha")
    assert (await ask(api, key=key)).status_code == 202


async def test_a_queue_that_is_down_loses_no_job(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    finances.queue.available = False
    refused = await ask(api, key="k-1")
    assert error_of(refused) == (503, "unavailable")
    assert int(refused.headers["retry-after"]) > 0
    (job,) = finances.jobs.jobs.values()
    finances.queue.available = True
    assert (await ask(api, key="k-1")).json()["jobId"] == job.id
    assert [task.id for task in finances.queue.tasks] == [job.id]


async def test_a_days_quota_that_is_spent_says_so(api: Api, finances: Finances) -> None:
    class Spent(InMemoryJobs):
        async def create_jobs(self, jobs: Sequence[Job]) -> list[Job]:
            raise QuotaSpent

    await finances.link("asha")
    bootstrap.replace(job_store=Spent(ACTIVE))
    answer = await ask(api)
    assert error_of(answer) == (429, "quota_spent")
    assert int(answer.headers["retry-after"]) > 0


async def test_a_job_shows_how_far_each_part_is(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    job_id = (await ask(api)).json()["jobId"]
    queued = (await look(api, job_id)).json()
    assert queued == {
        "jobId": job_id,
        "connectionId": "c1",
        "type": "full",
        "status": "queued",
        "createdAt": "2026-11-24T04:00:00+00:00",
        "startedAt": None,
        "finishedAt": None,
        "parts": {},
        "counts": {},
        "error": None,
    }
    parts = {
        PartName.EPF: PartOutcome(PartStatus.FAILED, "timeout"),
        PartName.NET_WORTH: PartOutcome(PartStatus.PENDING),
    }
    running = replace(finances.jobs.jobs[job_id], status=JobStatus.RUNNING, parts=parts, started_at=NOW)
    finances.jobs.jobs[job_id] = running
    shown = (await look(api, job_id)).json()
    assert (shown["status"], shown["startedAt"]) == ("running", "2026-11-24T04:00:00+00:00")
    assert shown["parts"] == {
        "fetch_epf_details": {"status": "failed", "reason": "timeout"},
        "fetch_net_worth": {"status": "pending", "reason": None},
    }


async def test_anothers_job_does_not_exist(api: Api, finances: Finances) -> None:
    await finances.link("asha")
    job_id = (await ask(api)).json()["jobId"]
    assert error_of(await look(api, job_id, user="bela")) == (404, "not_found")
    assert error_of(await look(api, "none-such")) == (404, "not_found")
    assert error_of(await look(api, f"{job_id}/parts")) == (404, "not_found")
