"""The worker of the queue sync-connection, as Cloud Tasks calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from future_finance.domain.connection import ConnectionStatus
from future_finance.domain.job import FollowUp, JobStatus
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus
from future_finance.usecases.ports import LeaseRefusal
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import ACTIVE, Finances
from tests.fakes.person import ALL_OK, SNAPSHOT

LAST = "11"  # retries before the last of twelve attempts


class Asked:
    """Asha has asked for a sync; its task is to be delivered."""

    def __init__(self, finances: Finances, job_id: str) -> None:
        self._finances = finances
        self.job_id = job_id
        self.payload = {"uid": "asha", "jobId": job_id, "connectionId": "c1"}

    async def deliver(self, retries: str = "0", **content: Any) -> Any:
        headers = {"X-CloudTasks-TaskRetryCount": retries}
        return await self._finances.worker(
            "sync-connection", headers=headers, **({"json": self.payload} | content)
        )


@pytest.fixture
async def asked(api: Api, finances: Finances) -> Asked:
    await finances.link("asha")
    answer = await api.send("financial-sync", "POST", user="asha", json={})
    return Asked(finances, answer.json()["jobId"])


async def test_a_delivery_syncs_with_the_sealed_session_and_ends_the_job(
    api: Api, finances: Finances, asked: Asked
) -> None:
    answer = await asked.deliver()
    assert (answer.status_code, answer.json()) == (200, {"ended": "succeeded"})
    assert finances.source.fetched == ["session-of-asha"]
    assert finances.jobs.committed == [SNAPSHOT]
    job = (await api.send("financial-sync", path=f"/api/financial/sync/{asked.job_id}", user="asha")).json()
    assert (job["status"], {part["status"] for part in job["parts"].values()}) == ("succeeded", {"ok"})


async def test_a_second_delivery_fetches_nothing(finances: Finances, asked: Asked) -> None:
    await asked.deliver()
    answer = await asked.deliver("1")
    assert (answer.status_code, answer.json()) == (200, {"ended": "finished"})
    assert len(finances.source.fetched) == 1


async def test_a_second_delivery_pays_what_the_first_still_owed(finances: Finances, asked: Asked) -> None:
    await asked.deliver()
    owed = FollowUp("generate-insights", "f1")
    finances.jobs.jobs[asked.job_id] = replace(finances.jobs.jobs[asked.job_id], follow_ups=(owed,))
    await asked.deliver("1")
    assert [(task.queue, task.id) for task in finances.queue.tasks][1:] == [
        ("generate-insights", f"{asked.job_id}-generate-insights"),
        ("generate-insights", "f1"),
    ]
    assert finances.jobs.jobs[asked.job_id].follow_ups == ()


@pytest.mark.parametrize("refusal", [LeaseRefusal.GONE, LeaseRefusal.NOT_ACTIVE])
@pytest.mark.parametrize("retries", ["0", LAST])
async def test_where_there_is_nothing_to_do_the_task_is_done(
    finances: Finances, asked: Asked, refusal: LeaseRefusal, retries: str
) -> None:
    finances.jobs.refusal = refusal
    answer = await asked.deliver(retries)
    assert (answer.status_code, answer.json()) == (200, {"ended": refusal.value})
    assert (finances.source.fetched, finances.jobs.buried) == ([], [])


async def test_while_another_delivery_works_this_one_comes_back_soon(
    finances: Finances, asked: Asked
) -> None:
    finances.jobs.refusal = LeaseRefusal.HELD
    answer = await asked.deliver()
    assert error_of(answer) == (503, "busy")
    assert answer.headers["retry-after"] == "2"
    assert finances.jobs.buried == []


async def test_a_fi_that_is_down_is_asked_again_until_the_last_attempt(
    finances: Finances, asked: Asked
) -> None:
    down = {part: PartOutcome(PartStatus.FAILED, "unavailable") for part in PartName}
    finances.source.snapshot = replace(SNAPSHOT, outcomes=down)
    for retries in ("0", "6", "many", "-1", ""):
        assert error_of(await asked.deliver(retries)) == (503, "source_unavailable")
    assert (finances.jobs.buried, len(finances.jobs.released)) == ([], 5)
    for retries in (LAST, "12"):
        last = await asked.deliver(retries)
        assert (last.status_code, last.json()) == (200, {"ended": "dead_letter"})
    assert finances.jobs.buried == [(asked.job_id, "source_unavailable")] * 2
    assert finances.jobs.committed == []


async def test_a_vault_that_is_down_is_asked_again(api: Api, finances: Finances, asked: Asked) -> None:
    api.vault.available = False
    assert error_of(await asked.deliver()) == (503, "vault_unavailable")
    assert finances.source.fetched == []
    api.vault.available = True
    assert (await asked.deliver("1")).json() == {"ended": "succeeded"}


async def test_a_login_prompt_ends_the_job_without_a_figure(finances: Finances, asked: Asked) -> None:
    outcomes = {**ALL_OK, PartName.EPF: PartOutcome(PartStatus.LOGIN_REQUIRED)}
    finances.source.snapshot = replace(SNAPSHOT, outcomes=outcomes)
    assert (await asked.deliver()).json() == {"ended": "needs_login"}
    assert finances.jobs.committed == []
    assert finances.jobs.jobs[asked.job_id].status is JobStatus.NEEDS_LOGIN


async def test_a_session_that_was_discarded_needs_a_login(api: Api, finances: Finances, asked: Asked) -> None:
    await api.vault.shred("asha")
    assert (await asked.deliver()).json() == {"ended": "needs_login"}
    assert finances.source.fetched == []


async def test_a_task_of_another_persons_job_does_nothing(finances: Finances, asked: Asked) -> None:
    answer = await asked.deliver(json=asked.payload | {"uid": "bela"})
    assert (answer.status_code, answer.json()) == (200, {"ended": "gone"})
    assert finances.source.fetched == []


@pytest.mark.parametrize(
    "content",
    [
        {"content": b"{"},
        {"content": b"\xff\xfe"},
        {"content": b""},
        {"json": []},
        {"json": {"uid": "asha", "jobId": "secret-job"}},
        {"json": {"uid": "asha", "jobId": 7, "connectionId": "c1"}},
        {"json": {"uid": "", "jobId": "secret-job", "connectionId": "c1"}},
        {"json": {"uid": "x" * 129, "jobId": "secret-job", "connectionId": "c1"}},
        {"json": {"uid": "asha", "jobId": "__secret-job__", "connectionId": "c1"}},
        {"json": {"uid": "asha", "jobId": "secret-job", "connectionId": "c1/parts"}},
    ],
)
async def test_a_payload_that_can_never_be_read_is_done_and_reported(
    finances: Finances, log_lines: Callable[[], list[dict[str, Any]]], content: dict[str, Any]
) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await finances.worker("sync-connection", headers=headers, **content)
    assert (answer.status_code, answer.json()) == (200, {"ended": "malformed"})
    report, _ = log_lines()
    assert report["severity"] == "ERROR"
    assert "secret-job" not in json.dumps(report)


async def test_a_field_of_a_newer_versions_task_is_no_reason_to_drop_it(asked: Asked) -> None:
    answer = await asked.deliver(json=asked.payload | {"priority": 1})
    assert answer.json() == {"ended": "succeeded"}


async def test_a_delivery_is_a_post(finances: Finances) -> None:
    answer = await finances.worker("sync-connection", "GET")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(("scheduled", "told"), [("true", 1), ("", 0)])
async def test_a_session_that_the_calendar_found_over_is_told_and_pushed_once(
    finances: Finances, asked: Asked, scheduled: str, told: int
) -> None:
    finances.source.snapshot = replace(
        SNAPSHOT, outcomes={**ALL_OK, PartName.EPF: PartOutcome(PartStatus.LOGIN_REQUIRED)}
    )
    await finances.link("asha", replace(ACTIVE, status=ConnectionStatus.NEEDS_LOGIN, active_until=None))
    for _ in range(2):
        await asked.deliver(json=asked.payload | {"scheduled": scheduled})
    notices = list(finances.notices.of["asha"].values())
    pushed = [task.payload["noticeId"] for task in finances.queue.tasks if task.queue == "send-push"]
    assert len(notices) == told
    assert pushed == [notice.id for notice in notices]
