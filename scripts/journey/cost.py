"""What a step costs, read from the local stack's totals."""

from __future__ import annotations

from collections import Counter
from typing import Any

from scripts.journey.api import Api

_NAMES = {"firestoreReads": "firestore_reads", "firestoreWrites": "firestore_writes", "kmsCalls": "kms_calls"}


class CostMeter:
    """Differences between two readings of GET /__local/cost."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def read(self, *functions: str) -> Counter[str]:
        """The totals of some functions so far."""
        by_function: dict[str, dict[str, int]] = self._api.get("/__local/cost")["functions"]
        found: Counter[str] = Counter()
        for function in functions:
            found.update(by_function.get(function, {}))
        return found


def spent(before: Counter[str], after: Counter[str]) -> dict[str, Any]:
    """The difference, by the names of the demo's JSON."""
    return {name: after[unit] - before[unit] for unit, name in _NAMES.items()}
