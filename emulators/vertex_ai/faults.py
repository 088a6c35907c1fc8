"""Failures to order: how the next answers go wrong, and for how many of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

LONGEST_S = 120.0
MOST_FAULTS = 100


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


class Fault(BaseModel):
    """One order. `match` is part of what was asked or instructed, in whatever case; "" meets every request."""

    model_config = ConfigDict(extra="forbid")

    mode: Mode
    times: Annotated[int, Field(ge=1, le=1000)] = 1
    match: Annotated[str, Field(max_length=200)] = ""
    seconds: Annotated[float, Field(gt=0, le=LONGEST_S)] = 30.0


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

    def take(self, asked: str) -> Fault | None:
        """The first fault that meets this request, counted down by one."""
        for place, fault in enumerate(self._waiting):
            if fault.match.casefold() in asked.casefold():
                if fault.times == 1:
                    del self._waiting[place]
                else:
                    self._waiting[place] = fault.model_copy(update={"times": fault.times - 1})
                return fault
        return None
