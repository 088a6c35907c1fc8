"""Moves the clock that the functions and the Fi simulator read: an offset in seconds, kept in a file."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class NewTime(BaseModel):
    """What the clock shall show; null puts it right again."""

    model_config = ConfigDict(extra="forbid")

    now: Annotated[AwareDatetime | None, Field()]


class BusinessClock:
    """The offset file of FF_CLOCK_FILE."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def move(self, new: NewTime) -> float:
        """Set the clock and return the offset in seconds; readers see the old offset or the new, never half of it."""
        offset_s = 0.0 if new.now is None else (new.now - datetime.now(UTC)).total_seconds()
        draft = self._file.with_suffix(".draft")
        draft.write_text(f"{offset_s:.3f}")
        os.replace(draft, self._file)
        return offset_s
