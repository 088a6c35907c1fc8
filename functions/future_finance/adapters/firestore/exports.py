"""users/{uid}/exports/{id}: what was built, and until when it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from future_finance.adapters.firestore import job_document
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.export.document import BuiltExport
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.errors import Busy, NotFound
from future_finance.usecases.export_ports import Opened


class FirestoreExportStore:
    """ExportStore in (default). TTL deletes late, so readers look at `expire_at`."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def report(self, job: Job, counts: Mapping[str, int]) -> None:
        user_ref = self._documents.ref("users", job.uid)
        job_ref = user_ref.collection("jobs").document(job.id)

        async def work(transaction: Transaction) -> None:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing") or fields is None:
                raise NotFound
            if fields["status"] == JobStatus.RUNNING:
                transaction.update(job_ref, {"counts": dict(counts)})

        await self._documents.transact(work)

    async def finish(self, job: Job, built: BuiltExport, opened: Opened, now: datetime) -> None:
        user_ref = self._documents.ref("users", job.uid)
        job_ref = user_ref.collection("jobs").document(job.id)

        async def work(transaction: Transaction) -> None:
            user, fields = await transaction.get_all([user_ref, job_ref])
            if user is None or user.get("erasing") or fields is None:
                raise NotFound
            if user.get("consentVersion", 0) != opened.consent_version:
                raise Busy
            known = job_document.from_document(job.id, fields)
            if not known.status.final:
                ended = replace(
                    known,
                    status=JobStatus.SUCCEEDED,
                    error=None,
                    finished_at=now,
                    counts={"documents": built.records, "bytes": built.bytes},
                    follow_ups=(),
                )
                transaction.set(job_ref, job_document.to_document(ended))
            transaction.set(user_ref.collection("exports").document(built.id), _to_document(built))

        await self._documents.transact(work)

    async def get(self, uid: str, export_id: str) -> BuiltExport | None:
        fields = await self._documents.get("users", uid, "exports", export_id)
        return None if fields is None else _from_document(export_id, fields)

    async def list(self, uid: str) -> Sequence[BuiltExport]:
        found = await self._documents.query(self._documents.ref("users", uid).collection("exports"))
        return [_from_document(export_id, fields) for export_id, fields in found]

    async def erases_scope(self, opened: Opened) -> bool:
        jobs = self._documents.ref("users", opened.uid).collection("jobs").select(["type", "status"])
        return any(
            fields["type"] == JobType.ERASE_SCOPE and not JobStatus(fields["status"]).final
            for _, fields in await self._documents.query(jobs, opened.at)
        )


def _to_document(built: BuiltExport) -> Fields:
    return {
        "exportType": built.export_type,
        "format": built.format,
        "madeAt": built.made_at,
        "expireAt": built.expire_at,
        "bytes": built.bytes,
        "records": built.records,
        "schemaVersion": SCHEMA_VERSION,
    }


def _from_document(export_id: str, fields: Fields) -> BuiltExport:
    return BuiltExport(
        id=export_id,
        export_type=fields["exportType"],
        format=fields["format"],
        made_at=fields["madeAt"],
        expire_at=fields["expireAt"],
        bytes=fields["bytes"],
        records=fields["records"],
    )
