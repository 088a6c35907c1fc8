"""One stored document on its way out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """`parent_id`: of a turn, its conversation."""

    collection: str
    id: str
    fields: Mapping[str, Any]
    parent_id: str | None = None


@dataclass(frozen=True, slots=True)
class BuiltExport:
    """An export that can be downloaded until `expire_at`."""

    id: str
    export_type: str
    format: str
    made_at: datetime
    expire_at: datetime
    bytes: int
    records: int
