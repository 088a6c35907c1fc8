"""What goes wrong in a run, chosen by a hash: the same each time, whatever the order of events."""

from __future__ import annotations

import hashlib
import inspect
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any


class Killed(BaseException):
    """The instance is gone: nothing of ours runs after this."""


@dataclass(slots=True)
class Life:
    """How many more steps a delivery lives; a step is a call into the outside, before it and after it."""

    steps_left: int | None = None

    def step(self) -> None:
        if self.steps_left is not None:
            if self.steps_left <= 0:
                raise Killed
            self.steps_left -= 1


_life: ContextVar[Life | None] = ContextVar("life", default=None)


def live(life: Life) -> None:
    """The life of the delivery that this context serves."""
    _life.set(life)


class Mortal:
    """Passes calls on, and dies around them with the delivery that calls. The dead can call nothing more."""

    def __init__(self, inner: object) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._around(found) if inspect.iscoroutinefunction(found) else found

    def _around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        async def mortal(*args: Any, **kwargs: Any) -> Any:
            life = _life.get() or Life()
            life.step()
            result = await call(*args, **kwargs)
            life.step()
            return result

        return mortal


@dataclass(slots=True)
class Trouble:
    """Shares of what is hit, unless it rests. `happened` counts what was."""

    failing: float = 0.05  # fetches that fail
    refused: float = 0.005  # tasks that cannot be enqueued: a page has up to 200 of them
    killed: float = 0.1  # deliveries that die on the way
    doubled: float = 0.05  # deliveries that come twice at once
    happened: Counter[str] = field(default_factory=Counter)
    rests: bool = False

    def strikes(self, what: str, share: float, *of: object) -> bool:
        hit = not self.rests and _dice(what, *of) < share
        self.happened[what] += hit
        return hit

    def life(self, queue: str, most_steps: int, *of: object) -> Life:
        if self.strikes(f"killed: {queue}", self.killed, *of):
            return Life(int(_dice("steps", queue, *of) * most_steps))
        return Life()


def _dice(*of: object) -> float:
    """From 0 to 1, without 1."""
    digest = hashlib.sha256("\x1f".join(map(str, of)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48
