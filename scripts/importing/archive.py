"""An export's zip, trusted only after it was checked: version, names, sizes, sums, counts."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from future_finance.domain.export.collections import EXPORTED, ExportFormat, ExportType
from future_finance.domain.export.document import StoredDocument
from future_finance.domain.export.manifest import MANIFEST, README, SCHEMA_VERSION
from future_finance.domain.export.typed_json import from_json

LARGEST_FILE = 512 * 1024 * 1024  # of a collection: more than any person has
LARGEST_MANIFEST = 1024 * 1024
_READ_AT_ONCE = 1024 * 1024


class ImportRefused(Exception):
    """Nothing was imported; the message says why."""


class Archive:
    """A full export as json."""

    def __init__(self, path: Path) -> None:
        """Raises ImportRefused."""
        try:
            self._zip = zipfile.ZipFile(path)
            listed = {info.filename: info for info in self._zip.infolist()}
            if MANIFEST not in listed or listed[MANIFEST].file_size > LARGEST_MANIFEST:
                raise ImportRefused("this is no export of Future Finance: it has no manifest.json")
            self._manifest = json.loads(self._zip.read(MANIFEST))
            self._check(listed)
        except OSError as error:
            raise ImportRefused(f"{path} cannot be read: {error.strerror}") from None
        except zipfile.BadZipFile:
            raise ImportRefused(f"{path} is no zip, or damaged") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ImportRefused("manifest.json cannot be understood") from None

    @property
    def export_id(self) -> str:
        return str(self._manifest["exportId"])

    @property
    def counts(self) -> Mapping[str, int]:
        counts: dict[str, int] = self._manifest["counts"]
        return counts

    def documents(self, collection: str) -> Iterator[StoredDocument]:
        """Raises ImportRefused where what is there is not what the manifest counts."""
        try:
            found = from_json(self._zip.read(f"data/{collection}.json"))
            documents = [
                StoredDocument(collection, line["id"], line["fields"], line.get("conversationId"))
                for line in found
            ]
        except (ValueError, KeyError, TypeError):
            raise ImportRefused(f"data/{collection}.json cannot be understood") from None
        if len(documents) != self.counts[collection]:
            raise ImportRefused(f"data/{collection}.json has not as many documents as the manifest says")
        yield from documents

    def close(self) -> None:
        self._zip.close()

    def _check(self, listed: Mapping[str, zipfile.ZipInfo]) -> None:
        manifest = self._manifest
        if manifest["schemaVersion"] != SCHEMA_VERSION:
            raise ImportRefused(
                f"this export has schema version {manifest['schemaVersion']}; only {SCHEMA_VERSION} can be imported"
            )
        kind, wanted = manifest["exportType"], manifest["format"]
        if (kind, wanted) != (ExportType.FULL_EXPORT, ExportFormat.JSON):
            raise ImportRefused(f"this is {kind} as {wanted}; only full_export as json can be imported")
        files: list[dict[str, Any]] = manifest["files"]
        named = {entry["path"] for entry in files}
        if named != {README, *(f"data/{collection}.json" for collection in EXPORTED)}:
            raise ImportRefused("the manifest does not name exactly the files of a full export")
        if named | {MANIFEST} != listed.keys():
            raise ImportRefused("the zip does not hold exactly the files that the manifest names")
        for entry in files:
            self._check_sum(entry, listed[entry["path"]])

    def _check_sum(self, entry: Mapping[str, Any], info: zipfile.ZipInfo) -> None:
        if info.file_size != entry["bytes"] or info.file_size > LARGEST_FILE:
            raise ImportRefused(f"{entry['path']} has another size than the manifest says")
        digest = hashlib.sha256()
        with self._zip.open(info) as content:
            while piece := content.read(_READ_AT_ONCE):
                digest.update(piece)
        if digest.hexdigest() != entry["sha256"]:
            raise ImportRefused(f"{entry['path']} was changed: its SHA-256 is not the manifest's")
