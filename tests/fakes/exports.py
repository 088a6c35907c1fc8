"""What exports need, in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.domain.export.document import BuiltExport, StoredDocument
from future_finance.domain.job import Job, JobStatus
from future_finance.errors import Busy, NotFound, Unavailable
from future_finance.usecases.export_ports import Opened
from tests.fakes.insights import InMemoryWorkJobs


class InMemoryExportBucket:
    """ExportBucket and UserObjects. `signs`: whether it gives links; `available` is for a test to set."""

    def __init__(self) -> None:
        self.files: dict[tuple[str, str], bytes] = {}
        self.signs = False
        self.available = True
        self.largest_chunk = 0

    async def write(self, uid: str, export_id: str, chunks: AsyncIterator[bytes]) -> None:
        content = b""
        async for chunk in chunks:
            if not self.available:
                raise Unavailable
            self.largest_chunk = max(self.largest_chunk, len(chunk))
            content += chunk
        self.files[uid, export_id] = content

    async def read(self, uid: str, export_id: str) -> AsyncIterator[bytes]:
        if (uid, export_id) not in self.files:
            raise NotFound
        content = self.files[uid, export_id]
        yield content[:10]
        yield content[10:]

    async def delete(self, uid: str, export_id: str) -> None:
        self.files.pop((uid, export_id), None)

    async def link(self, uid: str, export_id: str, file_name: str) -> str | None:
        return f"https://storage.example/{export_id}?name={file_name}" if self.signs else None

    async def delete_all(self, uid: str) -> int:
        mine = [key for key in self.files if key[0] == uid]
        for key in mine:
            del self.files[key]
        return len(mine)

    async def count(self, uid: str) -> int:
        return sum(owner == uid for owner, _ in self.files)


class InMemoryExportSource:
    """ExportSource: everybody has `stored`. `gone` are users who are being erased."""

    def __init__(self, at: datetime, *stored: StoredDocument) -> None:
        self.at = at
        self.stored = list(stored)
        self.withdrawn: frozenset[Scope] = frozenset()
        self.consent_version = 1
        self.gone: set[str] = set()

    async def open(self, uid: str) -> Opened:
        if uid in self.gone:
            raise NotFound
        account: Mapping[str, Any] = {"name": "Asha"}
        return Opened(uid, self.at, self.consent_version, self.withdrawn, account)

    async def documents(self, opened: Opened, collection: str) -> AsyncIterator[StoredDocument]:
        for document in self.stored:
            if document.collection == collection:
                yield document


class InMemoryExports:
    """ExportStore. `erasing`: the data of a scope is about to go; `consent_version` is that of now."""

    def __init__(self, jobs: InMemoryWorkJobs) -> None:
        self.jobs = jobs
        self.built: dict[tuple[str, str], BuiltExport] = {}
        self.reported: list[Mapping[str, int]] = []
        self.erasing = False
        self.consent_version = 1
        self.gone: set[str] = set()

    async def report(self, job: Job, counts: Mapping[str, int]) -> None:
        self.reported.append(counts)
        self.jobs.jobs[job.id] = replace(self.jobs.jobs[job.id], counts=dict(counts))

    async def finish(self, job: Job, built: BuiltExport, opened: Opened, now: datetime) -> None:
        if job.uid in self.gone:
            raise NotFound
        if opened.consent_version != self.consent_version:
            raise Busy
        self.built[job.uid, built.id] = built
        counted = replace(job, counts={"documents": built.records, "bytes": built.bytes})
        await self.jobs.end(counted, JobStatus.SUCCEEDED, None, now)

    async def get(self, uid: str, export_id: str) -> BuiltExport | None:
        return self.built.get((uid, export_id))

    async def list(self, uid: str) -> Sequence[BuiltExport]:
        return [built for (owner, _), built in self.built.items() if owner == uid]

    async def erases_scope(self, opened: Opened) -> bool:
        return self.erasing
