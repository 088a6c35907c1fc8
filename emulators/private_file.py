"""A file that only this user can read, made once and then shared by the programs of a stack."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def read_or_make(path: Path, make: Callable[[], bytes]) -> bytes:
    """What `path` holds; what `make` returns when it is missing, once, however many ask at the same time."""
    if not path.exists():
        _make(path, make())
    return path.read_bytes()


def _make(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent)  # mode 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its content counts
    finally:
        os.unlink(draft)
