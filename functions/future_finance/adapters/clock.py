"""The business clock: the system's, and on a laptop moved by an offset kept in a file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path


class SystemClock:
    """UTC now. `offset_file` holds seconds to add, as decimal text; local use only."""

    def __init__(self, offset_file: str | None = None) -> None:
        self._offset_file = Path(offset_file) if offset_file else None

    def now(self) -> datetime:
        now = datetime.now(UTC)
        if self._offset_file is not None and self._offset_file.exists():
            now += timedelta(seconds=float(self._offset_file.read_text() or 0))
        return now
