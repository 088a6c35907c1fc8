"""Local clouds that tests start: what one leaves behind, locks and tasks and people, holds up no other."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from emulators.ports import free_port
from emulators.supervisor.services import NAMES
from emulators.supervisor.stack import Stack

_FIRESTORE = "FIRESTORE_EMULATOR_HOST"
GIVEN = os.environ.get(_FIRESTORE)  # a Firestore emulator of whoever runs the tests; stacks share that one


@contextmanager
def running_stack(state: Path, names: Collection[str] = NAMES, fi_url: str | None = None) -> Iterator[Stack]:
    """On free ports, with a Firestore emulator of its own."""
    with pytest.MonkeyPatch.context() as patch:
        if GIVEN is None:
            patch.delenv(_FIRESTORE, raising=False)
        stack = Stack(free_port(), names, fi_url=fi_url, state=state)
        stack.start()
    try:
        yield stack
    finally:
        stack.stop()
