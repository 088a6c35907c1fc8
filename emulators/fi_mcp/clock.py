"""Today in India, moved by the offset file that the local stack shares."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from emulators.fi_mcp.people.calendar import View

IST = timezone(timedelta(hours=5, minutes=30), "IST")


class OffsetClock:
    """The system's clock plus the seconds in `offset_file`, read anew at each question."""

    def __init__(self, offset_file: str | None = None) -> None:
        self._offset_file = Path(offset_file) if offset_file else None

    def real_today(self) -> date:
        return datetime.now(UTC).astimezone(IST).date()

    def today(self) -> date:
        return (datetime.now(UTC) + timedelta(seconds=self._offset_s())).astimezone(IST).date()

    def view(self) -> View:
        return View.at(self.today(), self.real_today())

    def _offset_s(self) -> float:
        if self._offset_file is None:
            return 0.0
        try:
            return float(self._offset_file.read_text() or 0)
        except FileNotFoundError:
            return 0.0
