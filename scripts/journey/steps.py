"""The steps of a journey, each timed and each able to fail."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scripts.journey.api import StepFailed


@dataclass(frozen=True, slots=True)
class Step:
    """How one step went."""

    name: str
    ok: bool
    ms: int

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "ok": self.ok, "ms": self.ms}


@dataclass(slots=True)
class Steps:
    """Runs steps in order and tells of each as it ends."""

    tell: Callable[[Step, str], None]
    done: list[Step] = field(default_factory=list)

    def run[T](self, name: str, work: Callable[[], T]) -> T:
        """Raises StepFailed, with the step recorded as failed."""
        started = time.monotonic()
        try:
            result = work()
        except StepFailed as error:
            self._record(name, started, ok=False, note=str(error))
            raise
        self._record(name, started, ok=True, note="")
        return result

    @property
    def ok(self) -> bool:
        return all(step.ok for step in self.done)

    def _record(self, name: str, started: float, *, ok: bool, note: str) -> None:
        step = Step(name, ok, round((time.monotonic() - started) * 1000))
        self.done.append(step)
        self.tell(step, note)
