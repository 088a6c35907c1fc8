"""Failures to order: what goes wrong at the next calls of a tool, and for how many of them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from emulators.fi_mcp.tools import TOOLS
from emulators.waiting_faults import FaultOrder, WaitingFaults


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


class Fault(FaultOrder):
    """One order. `tool` "*" is any tool, "initialize" the start of a session."""

    mode: Mode
    tool: str = Field(default="*", pattern=rf"^({'|'.join(TOOLS)}|initialize|\*)$")
    phone: str | None = None
    session_id: str | None = Field(default=None, alias="sessionId")

    def meets(self, tool: str, session_id: str | None, phone: str | None) -> bool:
        return (
            (self.tool == tool or (self.tool == "*" and tool != "initialize"))
            and self.phone in (None, phone)
            and self.session_id in (None, session_id)
        )


class Faults(WaitingFaults[Fault]):
    """The faults that wait for a call of a tool."""

    def take(self, tool: str, session_id: str | None, phone: str | None) -> Fault | None:
        return self.first(lambda fault: fault.meets(tool, session_id, phone))
