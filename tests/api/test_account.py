"""Being erased: asking for it, the worker that does it, and the receipt."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from future_finance import bootstrap
from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.erasure import Erasure, ErasureState
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.usecases import ports
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import NOW, Finances
from tests.fakes.erasures import InMemoryAccounts, InMemoryErasures, InMemoryGoogleGrants, InMemoryObjects
from tests.fakes.insights import InMemoryWorkJobs

RECEIPT = "receipt-of-asha"
TASK = {"uid": "asha", "erasureId": RECEIPT}


class ScopeData:
    """ScopeErasureStore that has what a test says."""

    def __init__(self) -> None:
        self.counts = {"ledger": 3, "left": 0}
        self.asked: list[tuple[Scope, frozenset[Purpose]]] = []

    async def erase_scope(
        self, job: Job, scope: Scope, purposes: frozenset[Purpose], now: Any
    ) -> dict[str, int]:
        self.asked.append((scope, purposes))
        return dict(self.counts)


class Leaving:
    """Asha has 7 documents and 2 files, and granted us something at Google."""

    def __init__(self, api: Api, finances: Finances) -> None:
        self.api = api
        self.finances = finances
        self.erasures = InMemoryErasures(asha=7)
        self.objects = InMemoryObjects(asha=2)
        self.accounts = InMemoryAccounts()
        self.google = InMemoryGoogleGrants()
        self.jobs = InMemoryWorkJobs()
        self.scope = ScopeData()
        bootstrap.replace(
            erasure_store=self.erasures,
            exports_bucket=self.objects,
            account_remover=self.accounts,
            key_shredder=api.vault,
            google_grants=self.google,
            work_job_store=self.jobs,
            scope_erasure=self.scope,
        )

    async def ask(self, **options: Any) -> httpx2.Response:
        return await self.api.send("account", "DELETE", **({"user": "asha"} | options))

    async def deliver(self, payload: Any = None, retries: int = 0) -> httpx2.Response:
        headers = {"X-CloudTasks-TaskRetryCount": str(retries)}
        return await self.finances.worker("erase-data", headers=headers, json=payload or TASK)

    async def receipt(self, receipt_id: str = RECEIPT) -> httpx2.Response:
        return await self.api.send("erasures", path=f"/api/erasures/{receipt_id}")


@pytest.fixture
async def leaving(api: Api, finances: Finances) -> Leaving:
    await api.vault.seal("asha", "google", ports.Purpose.GOOGLE_REFRESH, {"refreshToken": "granted"})
    return Leaving(api, finances)


async def test_asking_gives_a_receipt_and_one_task(leaving: Leaving) -> None:
    for _ in range(2):
        answer = await leaving.ask()
        assert answer.status_code == 202
        assert answer.json() == {
            "receiptId": RECEIPT,
            "status": "running",
            "requestedAt": NOW.isoformat(),
        }
    (task,) = leaving.finances.queue.tasks
    assert (task.queue, task.payload) == ("erase-data", TASK)


async def test_what_google_granted_is_withdrawn_first(leaving: Leaving) -> None:
    await leaving.ask()
    assert leaving.google.withdrawn == ["granted"]


async def test_a_google_or_a_vault_that_is_down_keeps_nobody_from_leaving(leaving: Leaving) -> None:
    leaving.google.available = False
    assert (await leaving.ask()).status_code == 202
    leaving.api.vault.available = False
    assert (await leaving.ask()).status_code == 202


async def test_a_sign_in_of_six_minutes_ago_is_too_old(leaving: Leaving) -> None:
    token = leaving.api.firebase.id_token("asha", auth_time=int(time.time()) - 360)
    answer = await leaving.ask(user=None, token=token)
    assert (answer.status_code, error_of(answer)[1]) == (401, "session_expired")
    assert leaving.erasures.erasures == {}


async def test_a_revoked_session_erases_nobody(leaving: Leaving) -> None:
    token = leaving.api.firebase.id_token("asha")
    await leaving.api.firebase.revoke_sessions("asha")
    answer = await leaving.ask(user=None, token=token)
    assert (answer.status_code, error_of(answer)[1]) == (401, "session_revoked")
    assert leaving.erasures.erasures == {}


async def test_who_is_not_there_cannot_be_erased(leaving: Leaving) -> None:
    assert (await leaving.ask(user="ravi")).status_code == 404


async def test_only_delete_is_taken_and_no_query(leaving: Leaving) -> None:
    assert (await leaving.api.send("account", "GET", user="asha")).status_code == 405
    assert (await leaving.ask(path="/api/account?now=true")).status_code == 422


async def test_the_worker_erases_everything_and_the_receipt_names_nobody(leaving: Leaving) -> None:
    await leaving.ask()
    leaving.finances.clock.forward(timedelta(seconds=4))
    assert (await leaving.deliver()).json() == {"ended": "erased"}
    assert leaving.erasures.documents == {}
    assert leaving.objects.files == {}
    assert leaving.accounts.removed == ["asha"]
    assert await leaving.api.vault.key_holders(None, 10) == []
    answer = await leaving.receipt()
    assert answer.json() == {
        "receiptId": RECEIPT,
        "status": "erased",
        "requestedAt": NOW.isoformat(),
        "finishedAt": (NOW + timedelta(seconds=4)).isoformat(),
        "counts": {"documents": 7, "objects": 2},
        "left": 0,
        "copies": {
            "pointInTimeRecoveryUntil": (NOW + timedelta(days=7, seconds=4)).isoformat(),
            "backupsUntil": (NOW + timedelta(days=35, seconds=4)).isoformat(),
            "logs": "without names, tokens, amounts or narrations; until their period ends",
        },
    }


async def test_a_second_delivery_changes_nothing(leaving: Leaving) -> None:
    await leaving.ask()
    await leaving.deliver()
    assert (await leaving.deliver()).json() == {"ended": "finished"}
    assert leaving.accounts.removed == ["asha"]


async def test_what_was_written_meanwhile_makes_the_task_come_again(leaving: Leaving) -> None:
    leaving.erasures.written_meanwhile = 1
    await leaving.ask()
    assert (await leaving.deliver()).status_code == 503
    assert (await leaving.receipt()).json()["status"] == "running"
    assert (await leaving.deliver()).json() == {"ended": "erased"}
    assert (await leaving.receipt()).json()["counts"]["documents"] == 8


async def test_an_auth_that_is_down_makes_the_task_come_again(leaving: Leaving) -> None:
    await leaving.ask()
    leaving.accounts.available = False
    assert (await leaving.deliver()).status_code == 503
    leaving.accounts.available = True
    assert (await leaving.deliver()).json() == {"ended": "erased"}


async def test_operators_hear_of_an_erasure_whose_last_delivery_fails(
    leaving: Leaving, log_lines: Callable[[], list[dict[str, Any]]]
) -> None:
    await leaving.ask()
    leaving.accounts.available = False
    log_lines()
    for retries in (10, 11):  # of twelve attempts
        assert (await leaving.deliver(retries=retries)).status_code == 503
    (told,) = [line["measures"] for line in log_lines() if line.get("event") == "dead_letter"]
    assert told == {"queue": "erase-data", "error": "unavailable"}


@pytest.mark.parametrize(
    ("payload", "ended"),
    [
        ({"uid": "ravi", "erasureId": RECEIPT}, "malformed"),  # another user's receipt
        ({"uid": "asha", "erasureId": "unknown"}, "gone"),
        ({"uid": "asha"}, "malformed"),
        ({"uid": "asha", "jobId": "unknown"}, "gone"),
        (["asha"], "malformed"),
    ],
)
async def test_a_task_that_fits_nothing_erases_nothing(leaving: Leaving, payload: Any, ended: str) -> None:
    await leaving.ask()
    assert (await leaving.deliver(payload)).json() == {"ended": ended}
    assert leaving.erasures.documents == {"asha": 7}


async def test_a_receipt_is_for_who_has_its_id(leaving: Leaving) -> None:
    assert (await leaving.receipt("guessed")).status_code == 404
    leaving.erasures.erasures["r1"] = Erasure("r1", ErasureState.RUNNING, NOW, "asha")
    shown = await leaving.receipt("r1")
    assert "asha" not in shown.text
    assert shown.json()["copies"]["backupsUntil"] is None


async def test_a_sweep_shreds_keys_of_nobody(leaving: Leaving) -> None:
    await leaving.api.vault.seal("nobody", "c1", ports.Purpose.FI_SESSION, {"id": "s"})
    assert (await leaving.deliver({"sweep": "vault"})).json() == {"shredded": 1}
    assert await leaving.api.vault.key_holders(None, 10) == ["asha"]


@pytest.fixture
def withdrawn(leaving: Leaving) -> dict[str, str]:
    """Asha's job that erases transactions, as its task names it."""
    request = {"scope": ["transactions"], "purposes": ["chat", "sync"]}
    job = Job("j1", "asha", "", JobType.ERASE_SCOPE, JobStatus.QUEUED, NOW, request=request)
    leaving.jobs.jobs["j1"] = job
    return {"uid": "asha", "jobId": "j1"}


async def test_a_scope_is_erased_with_the_exports_that_may_hold_it(
    leaving: Leaving, withdrawn: dict[str, str]
) -> None:
    assert (await leaving.deliver(withdrawn)).json() == {"ended": "succeeded"}
    assert leaving.scope.asked == [(Scope.TRANSACTIONS, frozenset({Purpose.CHAT, Purpose.SYNC}))]
    job = leaving.jobs.jobs["j1"]
    assert job.status is JobStatus.SUCCEEDED
    assert job.counts == {"ledger": 3, "left": 0, "objects": 2}
    assert (await leaving.deliver(withdrawn)).json() == {"ended": "finished"}
    (notice,) = leaving.finances.notices.of["asha"].values()
    assert notice.about == {"jobId": "j1", "scope": "transactions"}
    pushes = [task for task in leaving.finances.queue.tasks if task.queue == "send-push"]
    assert [task.payload for task in pushes] == [{"uid": "asha", "noticeId": notice.id}]


async def test_a_scope_that_does_not_go_is_tried_again_and_fails_in_the_end(
    leaving: Leaving, withdrawn: dict[str, str]
) -> None:
    leaving.scope.counts = {"left": 1}
    assert (await leaving.deliver(withdrawn)).status_code == 503
    assert leaving.jobs.jobs["j1"].status is JobStatus.RUNNING
    assert (await leaving.deliver(withdrawn, retries=11)).json() == {"ended": "failed"}
    assert leaving.jobs.jobs["j1"].error == "unavailable"
    assert leaving.jobs.buried == [
        ("j1", "unavailable")
    ]  # what should be gone and is not concerns an operator


async def test_a_job_of_another_kind_erases_nothing(leaving: Leaving, withdrawn: dict[str, str]) -> None:
    leaving.jobs.jobs["j1"] = replace(leaving.jobs.jobs["j1"], type=JobType.EXPORT)
    assert (await leaving.deliver(withdrawn)).json() == {"ended": "malformed"}
    assert leaving.scope.asked == []
