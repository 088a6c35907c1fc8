"""Whose answers the server has: the invented people, and recorded ones from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.everyone import EVERYONE
from emulators.fi_mcp.wire.answers import answer_text


class NoAnswer(Exception):
    """There is no recorded answer of this tool for this phone number."""


class Clock(Protocol):
    """Today, moved or not."""

    def view(self) -> View: ...


class Accounts:
    """Text of a tool's answer by phone number. A folder `<recorded>/<phone>` goes before a person."""

    def __init__(self, clock: Clock, recorded: Path | None = None) -> None:
        self._clock = clock
        self._recorded = recorded

    def recorded_phones(self) -> list[str]:
        if self._recorded is None:
            return []
        return sorted(folder.name for folder in self._recorded.iterdir() if folder.is_dir())

    def knows(self, phone: str) -> bool:
        return phone in EVERYONE or phone in self.recorded_phones()

    def answer(self, phone: str, tool: str) -> str:
        """Raises NoAnswer."""
        if self._recorded is not None and phone in self.recorded_phones():
            try:
                return (self._recorded / phone / f"{tool}.json").read_text("utf-8")
            except FileNotFoundError:
                raise NoAnswer from None
        return answer_text(EVERYONE[phone], tool, self._clock.view())
