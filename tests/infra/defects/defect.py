"""One change to the configuration that would be a mistake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Assertion = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Defect:
    """`old` becomes `new` in `file`, everywhere; an empty `old` appends. `trips`: assertions that fail for it, too."""

    name: str
    file: str
    old: str
    new: str
    trips: tuple[Assertion, ...] = ()


Caught = dict[Assertion, tuple[Defect, ...]]
