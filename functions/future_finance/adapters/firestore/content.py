"""What stored documents have in common: the version of their schema, and a hash of what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

SCHEMA_VERSION = 1


def content_hash(fields: Mapping[str, Any]) -> str:
    """Equal content, equal hash, in any key order."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()).hexdigest()[:32]
