"""One operation of the public API: one method of one path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `answer` None: 204. `query` and `headers`: name -> what it is."""

    endpoint: str
    method: str
    path: str
    summary: str
    answer: Any = None
    body: Any = None
    status: int = 200
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    errors: tuple[int, ...] = ()
