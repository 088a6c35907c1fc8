"""An export as a zip that is written as it is read: nothing goes back in it, so that it can be sent at once."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import IO, Protocol

from future_finance.adapters.export_tables import CsvTables, XlsxTables
from future_finance.domain.export.collections import ExportFormat, ExportType
from future_finance.domain.export.document import StoredDocument
from future_finance.domain.export.manifest import MANIFEST, README, FileEntry, Manifest
from future_finance.domain.export.readme import readme
from future_finance.domain.export.typed_json import to_json

_COPIED_AT_ONCE = 64 * 1024


class Tables(Protocol):
    """Files that hold the tables of many collections, and so are finished last."""

    def add(self, document: StoredDocument) -> None: ...
    def begin(self, collection: str) -> None: ...
    def files(self) -> Iterator[tuple[str, int, IO[bytes]]]:
        """Path, rows and content of each."""
        ...

    def close(self) -> None: ...


class ZipPackage:
    """ExportPackage."""

    def __init__(self, export_id: str, kind: ExportType, wanted: ExportFormat, made_at: datetime) -> None:
        self._id, self._kind, self._wanted, self._made_at = export_id, kind, wanted, made_at
        self._out = _Outlet()
        self._zip = zipfile.ZipFile(self._out, "w", zipfile.ZIP_DEFLATED)
        self._files: list[FileEntry] = []
        self._counts: Counter[str] = Counter()
        self._collection = ""
        self._entry: _Entry | None = None  # the one that is written: a zip takes one at a time
        self._tables = _tables(wanted)

    @property
    def counts(self) -> Mapping[str, int]:
        return dict(self._counts)

    def begin(self, collection: str) -> None:
        self._collection = collection
        if self._tables is None:
            self._open(f"data/{collection}.json").write(b"[")
        else:
            self._tables.begin(collection)

    def add(self, document: StoredDocument) -> None:
        self._counts[document.collection] += 1
        if self._tables is not None:
            self._tables.add(document)
        elif self._entry is not None:
            parent = {"conversationId": document.parent_id} if document.parent_id else {}
            line = to_json({"id": document.id, **parent, "fields": document.fields})
            self._entry.write(b",\n" if self._entry.records else b"\n")
            self._entry.write(line.encode())
            self._entry.records += 1

    def end(self) -> None:
        self._counts[self._collection] += 0
        if self._entry is not None:
            self._entry.write(b"\n]\n" if self._entry.records else b"]\n")
            self._shut(self._entry)

    def take(self) -> bytes:
        return self._out.take()

    def finish(self) -> Iterator[bytes]:
        if self._tables is not None:
            for path, rows, content in self._tables.files():
                entry = self._open(path)
                entry.records = rows
                while piece := content.read(_COPIED_AT_ONCE):
                    entry.write(piece)
                    yield self.take()
                self._shut(entry)
        self._whole(README, readme(self._manifest()))
        manifest = json.dumps(self._manifest().document(), indent=2, ensure_ascii=False)
        self._zip.writestr(self._info(MANIFEST), manifest + "\n", zipfile.ZIP_DEFLATED)
        self._zip.close()
        yield self.take()

    def close(self) -> None:
        if self._tables is not None:
            self._tables.close()
        if self._entry is not None:  # cut off in the midst: what is written now goes nowhere
            self._entry.close()
        self._zip.close()

    def _manifest(self) -> Manifest:
        made_at = self._made_at.isoformat(timespec="seconds")
        return Manifest(self._id, self._kind, self._wanted, made_at, self.counts, tuple(self._files))

    def _whole(self, path: str, text: str) -> None:
        entry = self._open(path)
        entry.write(text.encode())
        self._shut(entry)

    def _info(self, path: str) -> zipfile.ZipInfo:
        at = self._made_at
        info = zipfile.ZipInfo(path, (at.year, at.month, at.day, at.hour, at.minute, at.second))
        info.compress_type = zipfile.ZIP_DEFLATED
        return info

    def _open(self, path: str) -> _Entry:
        self._entry = _Entry(path, self._zip.open(self._info(path), "w"))
        return self._entry

    def _shut(self, entry: _Entry) -> None:
        entry.close()
        self._entry = None
        self._files.append(FileEntry(entry.path, entry.records, entry.bytes, entry.digest.hexdigest()))


class _Entry:
    """One file of the zip while it is written."""

    def __init__(self, path: str, out: IO[bytes]) -> None:
        self.path = path
        self.records = 0
        self.bytes = 0
        self.digest = hashlib.sha256()
        self._out = out

    def write(self, piece: bytes) -> None:
        self._out.write(piece)
        self.bytes += len(piece)
        self.digest.update(piece)

    def close(self) -> None:
        self._out.close()


class _Outlet(io.RawIOBase):
    """What the zip is written to: it can only be taken, and never sought in."""

    def __init__(self) -> None:
        self._ready = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        view = memoryview(piece)  # type: ignore[arg-type]
        self._ready += view
        return view.nbytes

    def take(self) -> bytes:
        taken = bytes(self._ready)
        self._ready.clear()
        return taken


def _tables(wanted: ExportFormat) -> Tables | None:
    if wanted is ExportFormat.CSV:
        return CsvTables()
    return XlsxTables() if wanted is ExportFormat.XLSX else None
