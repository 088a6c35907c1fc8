"""The first thing to read of an export: which files it has, and how each can be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from future_finance.domain.export.collections import ExportFormat, ExportType

SCHEMA_VERSION = 1  # of an export's files; another version cannot be imported
MANIFEST = "manifest.json"
README = "README.txt"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file. `records` are documents or rows; `sha256` is of the file's bytes, in hexadecimal."""

    path: str
    records: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`made_at` is the moment as of which everything was read, in ISO 8601; `counts` are documents by collection."""

    export_id: str
    export_type: ExportType
    format: ExportFormat
    made_at: str
    counts: Mapping[str, int]
    files: tuple[FileEntry, ...]
    schema_version: int = SCHEMA_VERSION

    def document(self) -> dict[str, Any]:
        return {
            "schemaVersion": self.schema_version,
            "exportId": self.export_id,
            "exportType": self.export_type.value,
            "format": self.format.value,
            "madeAt": self.made_at,
            "counts": dict(self.counts),
            "files": [asdict(entry) for entry in self.files],
        }
