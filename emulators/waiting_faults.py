"""Failures that were ordered and wait for the calls they meet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

LONGEST_S = 120.0
MOST_FAULTS = 100


class FaultOrder(BaseModel):
    """How many calls go wrong; `seconds` is for modes that wait."""

    model_config = ConfigDict(extra="forbid")

    times: Annotated[int, Field(ge=1, le=1000)] = 1
    seconds: Annotated[float, Field(gt=0, le=LONGEST_S)] = 30.0


class TooManyFaults(Exception):
    """More than MOST_FAULTS are waiting."""


class WaitingFaults[Order: FaultOrder]:
    """The faults that are waiting, in the order they were asked for."""

    def __init__(self) -> None:
        self._waiting: list[Order] = []

    def add(self, fault: Order) -> None:
        if len(self._waiting) >= MOST_FAULTS:
            raise TooManyFaults
        self._waiting.append(fault)

    def clear(self) -> None:
        self._waiting.clear()

    def waiting(self) -> list[Order]:
        return list(self._waiting)

    def first(self, meets: Callable[[Order], bool]) -> Order | None:
        """The first fault that meets a call, counted down by one."""
        for place, fault in enumerate(self._waiting):
            if meets(fault):
                if fault.times == 1:
                    del self._waiting[place]
                else:
                    self._waiting[place] = fault.model_copy(update={"times": fault.times - 1})
                return fault
        return None
