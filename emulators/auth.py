"""Firebase Auth locally: the Auth emulator of firebase-tools, without its hub, update checks and other emulators."""

from __future__ import annotations

import shutil
from pathlib import Path

from emulators.children import ROOT, ChildFailed
from emulators.ports import LOOPBACK

_LAUNCHER = Path(__file__).with_name("auth_server.cjs")


def command(port: int, project: str) -> list[str]:
    """The command that serves the emulator at `port`. Raises ChildFailed when a prerequisite is missing."""
    node = shutil.which("node")
    if node is None:
        raise ChildFailed("the Auth emulator needs Node.js 20 or newer; install it from https://nodejs.org")
    if not (ROOT / "node_modules" / "firebase-tools").is_dir():
        raise ChildFailed("firebase-tools is not installed; run scripts/dev or scripts/test, which do it")
    return [node, str(_LAUNCHER), LOOPBACK, str(port), project]
