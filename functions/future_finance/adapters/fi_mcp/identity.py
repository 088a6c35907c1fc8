"""Stable ids: a hash of what names a thing, so that the next sync finds the same thing."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256


class Identities:
    """Ids within one answer. Namesakes are told apart by their order."""

    def __init__(self) -> None:
        self._taken: Counter[tuple[str, ...]] = Counter()

    def take(self, *name: str) -> str:
        """The id of the next thing of this name: 20 hexadecimal digits."""
        ordinal = self._taken[name]
        self._taken[name] += 1
        return sha256("\x1f".join((*name, str(ordinal))).encode()).hexdigest()[:20]
