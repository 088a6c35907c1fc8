"""What requests cost: sums of the `cost` field of the functions' log lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import Lock
from typing import Any

UNITS = ("firestoreReads", "firestoreWrites", "kmsCalls")


class CostLedger:
    """Totals since the start, per function. Written by the threads that read logs."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._by_function: dict[str, Counter[str]] = {}

    def add(self, function: str, entry: Mapping[str, Any]) -> None:
        """Add a log entry; one without a cost says nothing."""
        cost = entry.get("cost")
        if not isinstance(cost, dict):
            return
        with self._lock:
            sums = self._by_function.setdefault(function, Counter())
            sums["requests"] += 1
            for unit in UNITS:
                sums[unit] += int(cost.get(unit, 0))

    def requests(self, function: str) -> int:
        """How many requests of a function have been logged."""
        with self._lock:
            return self._by_function.get(function, Counter())["requests"]

    def report(self) -> dict[str, Any]:
        """{"total": sums, "functions": {name: sums}}."""
        with self._lock:
            functions = {name: _sums(sums) for name, sums in sorted(self._by_function.items())}
            return {"total": _sums(sum(self._by_function.values(), Counter())), "functions": functions}


def _sums(counts: Counter[str]) -> dict[str, int]:
    return {unit: counts[unit] for unit in ("requests", *UNITS)}
