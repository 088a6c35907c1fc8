"""What exports need."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from future_finance.domain.consent import Scope
from future_finance.domain.export.document import BuiltExport, StoredDocument
from future_finance.domain.job import Job

LINK_LIFETIME = timedelta(minutes=5)


class ExportBucket(Protocol):
    """The bucket that exports wait in. Raises Unavailable."""

    async def write(self, uid: str, export_id: str, chunks: AsyncIterator[bytes]) -> None:
        """Keep what comes, as it comes; all of it or nothing."""
        ...

    def read(self, uid: str, export_id: str) -> AsyncIterator[bytes]:
        """Piece by piece. Raises NotFound with the first one."""
        ...

    async def delete(self, uid: str, export_id: str) -> None: ...
    async def link(self, uid: str, export_id: str, file_name: str) -> str | None:
        """An address that gives the file for LINK_LIFETIME to whoever has it; None where there is no such
        thing, and the file has to be read."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A person's data as of one moment. `withdrawn`: scopes whose consent was taken back."""

    uid: str
    at: datetime
    consent_version: int
    withdrawn: AbstractSet[Scope]
    account: Mapping[str, Any]


class ExportSource(Protocol):
    """Everything that is stored of a person. Raises Unavailable."""

    async def open(self, uid: str) -> Opened:
        """Raises NotFound when the user is gone or being erased."""
        ...

    def documents(self, opened: Opened, collection: str) -> AsyncIterator[StoredDocument]:
        """All of a collection, as it was at the moment it was opened."""
        ...


class ExportPackage(Protocol):
    """An export's files, of which the bytes are taken as they come to be."""

    def begin(self, collection: str) -> None: ...
    def add(self, document: StoredDocument) -> None: ...
    def end(self) -> None:
        """Of the collection that was begun."""
        ...

    def take(self) -> bytes:
        """What has come to be since the last time."""
        ...

    def finish(self) -> Iterator[bytes]:
        """The rest, with README and manifest."""
        ...

    @property
    def counts(self) -> Mapping[str, int]:
        """Documents by collection."""
        ...

    def close(self) -> None:
        """Leave nothing behind, finished or not."""
        ...


class ExportStore(Protocol):
    """users/{uid}/exports, and how far an export's job is."""

    async def report(self, job: Job, counts: Mapping[str, int]) -> None: ...
    async def finish(self, job: Job, built: BuiltExport, opened: Opened, now: datetime) -> None:
        """The export and the end of its job, in one transaction.

        Raises NotFound when the user is gone or being erased, Busy when a consent changed since it was opened.
        """
        ...

    async def get(self, uid: str, export_id: str) -> BuiltExport | None: ...
    async def list(self, uid: str) -> Sequence[BuiltExport]: ...
    async def erases_scope(self, opened: Opened) -> bool:
        """Whether the data of a scope is still to be erased."""
        ...
