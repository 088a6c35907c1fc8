"""The functions' standard output: one JSON line an entry, as Cloud Logging would have it."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from threading import Lock, Thread
from typing import IO, Any

from emulators.gateway.cost import CostLedger

_RECENT_LINES = 20


class FunctionLog:
    """Copies what functions print to one file, and their costs to the ledger."""

    def __init__(self, path: Path, costs: CostLedger) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._costs = costs
        self._file = path.open("w", buffering=1)
        self._lock = Lock()
        self.path = path

    def follow(self, function: str, output: IO[bytes]) -> deque[str]:
        """Read `output` to its end in a thread; the answer always holds the most recent lines."""
        recent: deque[str] = deque(maxlen=_RECENT_LINES)
        Thread(
            target=self._read, args=(function, output, recent), name=f"log-{function}", daemon=True
        ).start()
        return recent

    def _read(self, function: str, output: IO[bytes], recent: deque[str]) -> None:
        with output:
            for raw in output:
                line = raw.decode(errors="replace").rstrip()
                recent.append(line)
                entry = log_entry(function, line)
                with self._lock:
                    if not self._file.closed:
                        self._file.write(json.dumps(entry, ensure_ascii=False) + "\n")
                self._costs.add(function, entry)

    def close(self) -> None:
        with self._lock:
            self._file.close()


def log_entry(function: str, line: str) -> Mapping[str, Any]:
    """The entry a line stands for: its JSON object, or its text as the message."""
    try:
        entry = json.loads(line)
    except ValueError:
        entry = None
    if isinstance(entry, dict):
        return entry
    return {"severity": "DEFAULT", "message": line, "labels": {"function": function}}
