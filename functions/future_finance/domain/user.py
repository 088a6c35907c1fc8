"""Users: the shard their scheduled work falls into."""

from __future__ import annotations

import hashlib

SHARDS = 64


def shard_of(uid: str) -> int:
    """The user's shard, 0 to 63, even and stable."""
    return hashlib.sha256(uid.encode()).digest()[0] % SHARDS
