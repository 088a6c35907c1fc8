"""Failures to order: how the next answers go wrong, and for how many of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from emulators.waiting_faults import FaultOrder, WaitingFaults


class Mode(StrEnum):
    """How an answer fails."""

    LIAR = "liar"  # wrong and swapped figures
    SLOW = "slow"  # the right answer after `seconds`
    CUT_STREAM = "cut_stream"  # a stream that ends in the middle of a sentence; else half of the JSON
    ERROR_429 = "429"
    ERROR_500 = "500"
    ERROR_503 = "503"
    SAFETY_BLOCK = "safety_block"
    TRUNCATED = "truncated"  # out of output tokens
    MALFORMED_JSON = "malformed_json"  # JSON cut off, or a call that cannot be read
    ENDLESS_TOOLS = "endless_tools"  # another call, whatever was answered
    OBEY_INJECTION = "obey_injection"  # does what data says


class Fault(FaultOrder):
    """One order. `match` is part of what was asked or instructed, in whatever case; "" meets every request."""

    mode: Mode
    match: Annotated[str, Field(max_length=200)] = ""


class Faults(WaitingFaults[Fault]):
    """The faults that wait for a request."""

    def take(self, asked: str) -> Fault | None:
        return self.first(lambda fault: fault.match.casefold() in asked.casefold())
