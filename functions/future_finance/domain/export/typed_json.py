"""Stored documents as JSON and back, exactly: JSON has no moments, so they are marked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

_MOMENT = "$time"


def to_json(fields: Mapping[str, Any]) -> str:
    """One line. Raises TypeError for what no document of ours holds."""
    return json.dumps(fields, default=_marked, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | bytes) -> Any:
    """What to_json was given. Raises ValueError."""
    return json.loads(text, object_hook=_unmarked)


def _marked(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {_MOMENT: value.astimezone(UTC).isoformat()}
    raise TypeError(f"not a value of a document: {type(value).__name__}")


def _unmarked(found: dict[str, Any]) -> Any:
    return datetime.fromisoformat(found[_MOMENT]) if found.keys() == {_MOMENT} else found
