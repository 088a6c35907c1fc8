"""Failures to order: what goes wrong at the next calls of a tool, and for how many of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from emulators.fi_mcp.tools import TOOLS

LONGEST_S = 120.0
MOST_FAULTS = 100


class Mode(StrEnum):
    """How a call fails."""

    ERROR_500 = "500"
    ERROR_503 = "503"
    HANG = "hang"  # no answer until the client gives up, or `seconds`
    SLOW = "slow"  # the right answer after `seconds`
    PROSE = "prose"  # a sentence where JSON belongs
    HTML = "html"  # a web page in place of the protocol's reply
    HALF_JSON = "half_json"  # the tool's text cut off in the middle
    WRONG_TOOL = "wrong_tool"  # another tool's answer
    CHANGED_LAYOUT = "changed_layout"  # columns in another order, and described so
    LOGIN_PROMPT = "login_prompt"  # login_required although logged in; the login stays


class Fault(BaseModel):
    """One order. `tool` "*" is any tool, "initialize" the start of a session."""

    model_config = ConfigDict(extra="forbid")

    mode: Mode
    tool: str = Field(default="*", pattern=rf"^({'|'.join(TOOLS)}|initialize|\*)$")
    times: Annotated[int, Field(ge=1, le=1000)] = 1
    seconds: Annotated[float, Field(gt=0, le=LONGEST_S)] = 30.0
    phone: str | None = None
    session_id: str | None = Field(default=None, alias="sessionId")

    def meets(self, tool: str, session_id: str | None, phone: str | None) -> bool:
        return (
            (self.tool == tool or (self.tool == "*" and tool != "initialize"))
            and self.phone in (None, phone)
            and self.session_id in (None, session_id)
        )


class TooManyFaults(Exception):
    """More than MOST_FAULTS are waiting."""


class Faults:
    """The faults that are waiting, in the order they were asked for."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        if len(self._waiting) >= MOST_FAULTS:
            raise TooManyFaults
        self._waiting.append(fault)

    def clear(self) -> None:
        self._waiting.clear()

    def waiting(self) -> list[Fault]:
        return list(self._waiting)

    def take(self, tool: str, session_id: str | None, phone: str | None) -> Fault | None:
        """The first fault that meets this call, counted down by one."""
        for place, fault in enumerate(self._waiting):
            if fault.meets(tool, session_id, phone):
                if fault.times == 1:
                    del self._waiting[place]
                else:
                    self._waiting[place] = fault.model_copy(update={"times": fault.times - 1})
                return fault
        return None
