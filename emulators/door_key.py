"""The secret by which the gateway knows that a call of a function's own URL came through the front door."""

from __future__ import annotations

import secrets
from pathlib import Path

from emulators.private_file import read_or_make

HEADER = "x-ff-door-key"
DOOR_KEY_FILE = "door-key"


def read(path: Path) -> str:
    """The stack's secret; made when it is missing."""
    return read_or_make(path, lambda: secrets.token_hex(32).encode()).decode()
