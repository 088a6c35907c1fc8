"""Exports: asked for, built by the worker, downloaded by their owner alone."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import httpx2
import pytest

from future_finance import bootstrap
from future_finance.adapters.export_zip import ZipPackage
from future_finance.domain.consent import Scope
from future_finance.domain.export.document import BuiltExport, StoredDocument
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.domain.personal_notice import NoticeKind
from future_finance.errors import NotFound, QuotaSpent, Unavailable
from future_finance.usecases.export_ports import Opened
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import NOW, Finances
from tests.fakes.exports import InMemoryExportBucket, InMemoryExports, InMemoryExportSource
from tests.fakes.insights import InMemoryWorkJobs

LEDGER = StoredDocument("ledger", "c1_2026-11", {"connectionId": "c1", "rows": [{"id": "r1"}]})
INSIGHT = StoredDocument("insights", "i1", {"body": {"id": "i1"}})
FULL = {"exportType": "full_export", "format": "json"}


class Exports:
    """Asha has a month of transactions and an insight."""

    def __init__(self, api: Api, finances: Finances) -> None:
        self.api = api
        self.finances = finances
        self.jobs = InMemoryWorkJobs()
        self.bucket = InMemoryExportBucket()
        self.source = InMemoryExportSource(NOW, LEDGER, INSIGHT)
        self.store = InMemoryExports(self.jobs)
        bootstrap.replace(
            work_job_store=self.jobs,
            exports_bucket=self.bucket,
            export_source=self.source,
            export_store=self.store,
            export_packing=ZipPackage,
        )

    async def ask(self, body: Any = None, user: str = "asha", **headers: str) -> httpx2.Response:
        return await self.api.send("export", "POST", user=user, json=body or FULL, headers=headers)

    async def asked(self, **body: str) -> str:
        return str((await self.ask(FULL | body)).json()["jobId"])

    async def build(self, job_id: str, retries: int = 0, uid: str = "asha") -> httpx2.Response:
        headers = {"X-CloudTasks-TaskRetryCount": str(retries)}
        payload = {"uid": uid, "jobId": job_id, "connectionId": ""}
        return await self.finances.worker("build-export", headers=headers, json=payload)

    async def get(self, rest: str = "", user: str = "asha") -> httpx2.Response:
        return await self.api.send("export", path=f"/api/export{rest}", user=user)


@pytest.fixture
def exports(api: Api, finances: Finances) -> Exports:
    return Exports(api, finances)


async def test_an_export_is_asked_for_built_and_downloaded(exports: Exports) -> None:
    asked = await exports.ask()
    job_id = asked.json()["jobId"]
    assert (asked.status_code, asked.json()["status"]) == (202, "processing")
    (task,) = exports.finances.queue.tasks
    assert (task.queue, task.payload["uid"], task.payload["jobId"]) == ("build-export", "asha", job_id)
    assert (await exports.get(f"/{job_id}")).json()["status"] == "processing"
    assert (await exports.get(f"/{job_id}/download")).status_code == 404
    assert (await exports.build(job_id)).json() == {"ended": "succeeded"}
    shown = (await exports.get(f"/{job_id}")).json()
    assert shown == {
        "jobId": job_id,
        "exportType": "full_export",
        "format": "json",
        "status": "ready",
        "createdAt": NOW.isoformat(),
        "finishedAt": NOW.isoformat(),
        "expiresAt": (NOW + timedelta(hours=24)).isoformat(),
        "bytes": len(exports.bucket.files["asha", job_id]),
        "counts": {"documents": 2, "bytes": len(exports.bucket.files["asha", job_id])},
        "error": None,
    }
    (listed,) = (await exports.get()).json()["exports"]
    assert (listed["jobId"], listed["documents"]) == (job_id, 2)
    answer = await exports.get(f"/{job_id}/download")
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == (
        'attachment; filename="future-finance-full-export-2026-11-24.zip"'
    )
    assert answer.headers["cache-control"] == "private, no-store"
    assert "data/ledger.json" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


async def test_in_production_the_download_is_an_address_for_five_minutes(exports: Exports) -> None:
    exports.bucket.signs = True
    job_id = await exports.asked(exportType="insights", format="csv")
    await exports.build(job_id)
    answer = (await exports.get(f"/{job_id}/download")).json()
    assert answer["url"].startswith(f"https://storage.example/{job_id}")
    assert answer["fileName"] == "future-finance-insights-2026-11-24.zip"


async def test_a_file_is_named_for_the_day_in_india(exports: Exports) -> None:
    exports.finances.clock.forward(timedelta(hours=15))  # half past midnight there
    job_id = await exports.asked()
    await exports.build(job_id)
    named = (await exports.get(f"/{job_id}/download")).headers["content-disposition"]
    assert named == 'attachment; filename="future-finance-full-export-2026-11-25.zip"'


async def test_another_persons_export_is_not_there(exports: Exports) -> None:
    job_id = await exports.asked()
    await exports.build(job_id)
    for rest in (f"/{job_id}", f"/{job_id}/download"):
        assert error_of(await exports.get(rest, user="ravi")) == (404, "not_found")
    assert (await exports.get(user="ravi")).json() == {"exports": []}


async def test_an_export_is_there_for_a_day(exports: Exports) -> None:
    job_id = await exports.asked()
    await exports.build(job_id)
    exports.finances.clock.forward(timedelta(hours=24) - timedelta(seconds=1))
    assert (await exports.get(f"/{job_id}/download")).status_code == 200
    exports.finances.clock.forward(timedelta(seconds=1))
    assert error_of(await exports.get(f"/{job_id}/download")) == (404, "not_found")
    shown = (await exports.get(f"/{job_id}")).json()
    assert (shown["status"], shown["expiresAt"], shown["bytes"]) == ("expired", None, None)
    assert (await exports.get()).json() == {"exports": []}


async def test_a_file_that_is_gone_is_not_there(exports: Exports) -> None:
    job_id = await exports.asked()
    await exports.build(job_id)
    exports.bucket.files.clear()
    assert error_of(await exports.get(f"/{job_id}/download")) == (404, "not_found")


async def test_the_same_key_is_the_same_export_and_another_wish_is_refused(exports: Exports) -> None:
    first = await exports.ask(**{"Idempotency-Key": "k"})
    assert (await exports.ask(**{"Idempotency-Key": "k"})).json() == first.json()
    other = await exports.ask(FULL | {"format": "csv"}, **{"Idempotency-Key": "k"})
    assert error_of(other) == (409, "idempotency_mismatch")
    assert len(exports.finances.queue.tasks) == 1


async def test_an_export_that_is_ready_is_told_and_pushed_once(exports: Exports) -> None:
    job_id = await exports.asked()
    for _ in range(2):  # delivered twice
        await exports.build(job_id)
    (notice,) = exports.finances.notices.of["asha"].values()
    assert (notice.kind, notice.about) == (NoticeKind.EXPORT_READY, {"jobId": job_id})
    pushes = [task for task in exports.finances.queue.tasks if task.queue == "send-push"]
    assert [task.payload for task in pushes] == [{"uid": "asha", "noticeId": notice.id}]


async def test_an_export_whose_push_cannot_be_enqueued_is_told_by_the_next_delivery(exports: Exports) -> None:
    job_id = await exports.asked()
    exports.finances.queue.available = False
    assert error_of(await exports.build(job_id)) == (503, "unavailable")
    exports.finances.queue.available = True
    assert (await exports.build(job_id, retries=1)).json() == {"ended": "finished"}
    assert "send-push" in [task.queue for task in exports.finances.queue.tasks]


async def test_two_clicks_are_one_export(exports: Exports) -> None:
    assert (await exports.ask()).json() == (await exports.ask()).json()


async def test_two_clicks_across_ten_seconds_of_the_clock_are_one_export(exports: Exports) -> None:
    exports.finances.clock.forward(timedelta(seconds=9))
    first = await exports.asked()
    exports.finances.clock.forward(timedelta(seconds=2))
    assert await exports.asked() == first
    assert (await exports.build(first)).json() == {"ended": "succeeded"}
    assert await exports.asked() != first


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"exportType": "all", "format": "json"},
        {"exportType": "insights", "format": "pdf"},
        FULL | {"to": "x"},
    ],
)
async def test_an_export_of_an_unknown_kind_is_refused(exports: Exports, body: dict[str, str]) -> None:
    answer = await exports.api.send("export", "POST", user="asha", json=body)
    assert error_of(answer) == (422, "invalid_input")


async def test_todays_limit_and_an_erasure_are_told(exports: Exports) -> None:
    exports.jobs.refusal = QuotaSpent()
    assert error_of(await exports.ask()) == (429, "quota_spent")
    exports.jobs.refusal = NotFound()
    assert error_of(await exports.ask()) == (404, "not_found")


async def test_a_revoked_session_downloads_nothing(exports: Exports) -> None:
    job_id = await exports.asked()
    await exports.build(job_id)
    token = exports.api.firebase.id_token("asha")
    await exports.api.firebase.revoke_sessions("asha")
    answer = await exports.api.send("export", path=f"/api/export/{job_id}/download", token=token)
    assert error_of(answer) == (401, "session_revoked")


async def test_a_second_delivery_builds_nothing(exports: Exports) -> None:
    job_id = await exports.asked()
    await exports.build(job_id)
    exports.bucket.files.clear()
    assert (await exports.build(job_id)).json() == {"ended": "finished"}
    assert exports.bucket.files == {}


async def test_a_bucket_that_is_down_makes_the_task_come_again_and_the_last_one_says_why(
    exports: Exports,
) -> None:
    job_id = await exports.asked()
    exports.bucket.available = False
    assert (await exports.build(job_id)).status_code == 503
    assert (await exports.build(job_id, retries=7)).json() == {"ended": "failed"}
    shown = (await exports.get(f"/{job_id}")).json()
    assert (shown["status"], shown["error"]) == ("failed", "unavailable")


async def test_what_was_packed_under_another_consent_is_thrown_away(exports: Exports) -> None:
    job_id = await exports.asked()
    exports.store.consent_version = 2
    assert (await exports.build(job_id)).status_code == 503
    assert exports.bucket.files == {}
    exports.source.consent_version = 2
    assert (await exports.build(job_id)).json() == {"ended": "succeeded"}


class LostAnswer(InMemoryExports):
    """Finishes, but the answer that says so is lost."""

    async def finish(self, job: Job, built: BuiltExport, opened: Opened, now: datetime) -> None:
        await super().finish(job, built, opened, now)
        raise Unavailable


async def test_an_export_that_was_finished_without_our_hearing_of_it_can_be_downloaded(
    exports: Exports,
) -> None:
    bootstrap.replace(export_store=LostAnswer(exports.jobs))
    job_id = await exports.asked()
    assert (await exports.build(job_id)).status_code == 503
    assert (await exports.build(job_id, retries=1)).json() == {"ended": "finished"}
    assert (await exports.get(f"/{job_id}")).json()["status"] == "ready"
    assert (await exports.get(f"/{job_id}/download")).status_code == 200


async def test_a_person_who_is_erased_meanwhile_leaves_no_file(exports: Exports) -> None:
    job_id = await exports.asked()
    exports.store.gone.add("asha")
    assert (await exports.build(job_id)).json() == {"ended": "gone"}
    assert exports.bucket.files == {}
    exports.source.gone.add("asha")
    assert (await exports.build(job_id)).json() == {"ended": "gone"}


async def test_an_export_waits_until_what_is_to_be_erased_is_gone(exports: Exports) -> None:
    job_id = await exports.asked()
    exports.store.erasing = True
    assert error_of(await exports.build(job_id)) == (503, "busy")
    assert exports.bucket.files == {}


async def test_data_whose_consent_was_taken_back_is_not_in_it(exports: Exports) -> None:
    exports.source.withdrawn = frozenset({Scope.TRANSACTIONS})
    job_id = await exports.asked()
    await exports.build(job_id)
    found = zipfile.ZipFile(io.BytesIO(exports.bucket.files["asha", job_id]))
    assert found.read("data/ledger.json") == b"[]\n"
    assert found.read("data/insights.json") != b"[]\n"


async def test_a_task_that_fits_nothing_builds_nothing(exports: Exports) -> None:
    job_id = await exports.asked()
    assert (await exports.build("unknown")).json() == {"ended": "gone"}
    assert (await exports.build(job_id, uid="ravi")).json() == {"ended": "gone"}
    exports.jobs.jobs[job_id] = replace(exports.jobs.jobs[job_id], type=JobType.INSIGHTS)
    assert (await exports.build(job_id)).json() == {"ended": "gone"}
    assert (await exports.get(f"/{job_id}")).status_code == 404
    assert (await exports.finances.worker("build-export", json=[1])).json() == {"ended": "malformed"}
    assert exports.jobs.jobs[job_id].status is JobStatus.QUEUED
