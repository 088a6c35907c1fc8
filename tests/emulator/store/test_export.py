"""Exports read from Firestore, packed, and kept in the bucket: as of one moment, in little memory, and soon."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from emulators.ports import free_port
from emulators.supervisor.addresses import PROJECT
from future_finance.adapters.cloud_storage import ExportsBucket
from future_finance.adapters.export_zip import ZipPackage
from future_finance.adapters.firestore import export_source
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.adapters.firestore.export_source import FirestoreExportSource
from future_finance.adapters.firestore.exports import FirestoreExportStore
from future_finance.adapters.firestore.work_jobs import FirestoreWorkJobStore
from future_finance.domain.consent import Scope
from future_finance.domain.export.collections import ExportFormat, ExportType
from future_finance.domain.export.document import BuiltExport
from future_finance.domain.export.typed_json import from_json
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.errors import Busy, NotFound, QuotaSpent, Unavailable
from future_finance.usecases.build_export import Exporting, build_export
from tests.emulator.store.conftest import NOW
from tests.fakes.clock import FixedClock

pytestmark = pytest.mark.emulator


class Desk:
    """One user's exports."""

    def __init__(self, documents: Documents, bucket: ExportsBucket, clock: FixedClock, uid: str) -> None:
        self.documents = documents
        self.bucket = bucket
        self.uid = uid
        self.jobs = FirestoreWorkJobStore(documents, {JobType.EXPORT: 5})
        self.store = FirestoreExportStore(documents)
        self.source = FirestoreExportSource(documents)
        self.exporting = Exporting(self.jobs, self.source, bucket, self.store, ZipPackage, clock)

    async def put(self, collection: str, document_id: str, fields: Fields) -> None:
        ref = self.documents.ref("users", self.uid, collection, document_id)

        async def work(transaction: Transaction) -> None:
            transaction.set(ref, fields)

        await self.documents.transact(work)

    async def set_user(self, **fields: Any) -> None:
        async def work(transaction: Transaction) -> None:
            transaction.update(self.documents.ref("users", self.uid), fields)

        await self.documents.transact(work)

    async def job(
        self,
        kind: ExportType = ExportType.FULL_EXPORT,
        wanted: ExportFormat = ExportFormat.JSON,
        job_id: str = "e1",
    ) -> str:
        request = {"exportType": [kind.value], "format": [wanted.value]}
        job = Job(job_id, self.uid, "", JobType.EXPORT, JobStatus.QUEUED, NOW, request=request)
        return (await self.jobs.create(job)).id

    async def build(self, job_id: str = "e1") -> str:
        return await build_export(self.exporting, self.uid, job_id, last=False)

    async def file(self, job_id: str = "e1") -> zipfile.ZipFile:
        content = b"".join([piece async for piece in self.bucket.read(self.uid, job_id)])
        return zipfile.ZipFile(io.BytesIO(content))


@pytest.fixture
def desk(documents: Documents, bucket: ExportsBucket, clock: FixedClock, uid: str) -> Desk:
    return Desk(documents, bucket, clock, uid)


def month(number: int) -> Fields:
    return {"connectionId": "c1", "month": f"2026-{number:02d}", "rows": [{"id": f"r{number}", "on": "x"}]}


async def test_every_document_is_in_it_exactly_as_it_is_stored(desk: Desk) -> None:
    for number in range(1, 2 * export_source.PAGE_OF_LARGE + 1):  # full pages to the end
        await desk.put("ledger", f"c1_{number:02d}", month(number))
    conversation = {"title": "Hello", "updatedAt": NOW}
    await desk.put("conversations", "a", conversation)
    turn = {"messages": [{"text": "Hi"}], "at": NOW}
    await desk.put("conversations/a/turns", "00001", turn)
    await desk.job()
    assert await desk.build() == "succeeded"
    found = await desk.file()
    ledger = from_json(found.read("data/ledger.json"))
    assert [line["id"] for line in ledger] == [f"c1_{n:02d}" for n in range(1, 17)]
    assert ledger[6]["fields"] == month(7)
    (exported,) = from_json(found.read("data/turns.json"))
    assert (exported["conversationId"], exported["id"], exported["fields"]) == ("a", "00001", turn)
    (account,) = from_json(found.read("data/account.json"))
    assert account["fields"]["email"] == "a@example.com"
    assert not {"shard", "erasing", "syncLease"} & account["fields"].keys()


async def test_the_job_and_the_export_say_that_it_is_there(desk: Desk) -> None:
    await desk.put("ledger", "c1_1", month(1))
    await desk.job(ExportType.FINANCIAL_DATA, ExportFormat.CSV)
    await desk.build()
    (built,) = await desk.store.list(desk.uid)
    assert built == await desk.store.get(desk.uid, "e1")
    assert (built.export_type, built.format, built.records) == ("financial_data", "csv", 1)
    assert built.expire_at == NOW + timedelta(hours=24)
    job = await desk.jobs.get(desk.uid, "e1")
    assert job is not None
    assert (job.status, job.counts) == (JobStatus.SUCCEEDED, {"documents": 1, "bytes": built.bytes})
    assert await desk.build() == "finished"


async def test_what_is_written_while_it_is_read_is_not_in_it(desk: Desk) -> None:
    await desk.put("ledger", "c1_1", month(1))
    opened = await desk.source.open(desk.uid)
    await desk.put("ledger", "c1_2", month(2))
    await desk.put("ledger", "c1_1", month(9))
    read = [document async for document in desk.source.documents(opened, "ledger")]
    assert [(document.id, document.fields) for document in read] == [("c1_1", month(1))]


async def test_a_consent_that_changed_meanwhile_throws_the_file_away(desk: Desk) -> None:
    await desk.job()
    opened = await desk.source.open(desk.uid)
    await desk.set_user(consentVersion=9)
    job = await desk.jobs.get(desk.uid, "e1")
    assert job is not None
    with pytest.raises(Busy):
        await desk.store.finish(job, _built(), opened, NOW)
    assert await desk.store.list(desk.uid) == []


async def test_scopes_that_were_taken_back_are_left_out_and_a_pending_erasure_waited_for(desk: Desk) -> None:
    await desk.set_user(consents={"transactions": {"sync": {"status": "revoked", "at": NOW}}})
    opened = await desk.source.open(desk.uid)
    assert opened.withdrawn == {Scope.TRANSACTIONS}
    assert not await desk.store.erases_scope(opened)
    request = {"scope": ["transactions"], "purposes": ["sync"]}
    erasing = Job("x1", desk.uid, "", JobType.ERASE_SCOPE, JobStatus.QUEUED, NOW, request=request)
    await desk.jobs.create(erasing)
    await desk.job()
    with pytest.raises(Busy):
        await desk.build()
    await desk.jobs.end(erasing, JobStatus.SUCCEEDED, None, NOW)
    assert await desk.build() == "succeeded"


async def test_who_is_being_erased_gets_no_export(desk: Desk) -> None:
    job_id = await desk.job()
    opened = await desk.source.open(desk.uid)
    job = await desk.jobs.get(desk.uid, job_id)
    assert job is not None
    await desk.set_user(erasing=True)
    with pytest.raises(NotFound):
        await desk.job(job_id="e2")
    with pytest.raises(NotFound):
        await desk.source.open(desk.uid)
    with pytest.raises(NotFound):
        await desk.store.finish(job, _built(), opened, NOW)
    assert await desk.build() == "gone"
    assert await desk.bucket.count(desk.uid) == 0


async def test_a_day_has_so_many_exports(desk: Desk) -> None:
    for number in range(5):
        await desk.job(job_id=f"e{number}")
    with pytest.raises(QuotaSpent):
        await desk.job(job_id="e5")


async def test_an_upload_that_is_cut_off_leaves_nothing(bucket: ExportsBucket, uid: str) -> None:
    async def cut_off() -> AsyncIterator[bytes]:
        yield b"x" * 3_000_000
        raise Unavailable

    with pytest.raises(Unavailable):
        await bucket.write(uid, "e1", cut_off())
    assert await bucket.count(uid) == 0


async def test_a_users_files_are_found_deleted_and_counted_apart_from_others(
    bucket: ExportsBucket, uid: str
) -> None:
    for owner, name in ((uid, "e1"), (uid, "e2"), (f"{uid}2", "e1")):
        await bucket.write(owner, name, _some(b"zip"))
    assert await bucket.count(uid) == 2
    assert await bucket.delete_all(uid) == 2
    assert await bucket.delete_all(uid) == 0
    assert await bucket.count(f"{uid}2") == 1
    await bucket.delete(uid, "e1")  # gone already
    with pytest.raises(NotFound):
        await anext(bucket.read(uid, "e1"))


async def test_a_bucket_that_does_not_answer_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", f"http://127.0.0.1:{free_port()}")
    with _of_nobody() as bucket, pytest.raises(Unavailable):
        await bucket.count("u")


@contextmanager
def _of_nobody() -> Iterator[ExportsBucket]:
    bucket = ExportsBucket(PROJECT, f"{PROJECT}-exports", emulated=True)
    yield bucket
    bucket.close()


async def _some(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


def _built() -> BuiltExport:
    return BuiltExport("e1", "full_export", "json", NOW, NOW + timedelta(hours=24), 1, 1)
