"""Cloud Storage locally: a stand-in from PyPI, in memory, with the bucket of exports."""

from __future__ import annotations

import sys

from emulators.ports import LOOPBACK


def command(port: int, project: str) -> list[str]:
    """The command that serves it at `port`."""
    options = ["--host", LOOPBACK, "--port", str(port), "--default-bucket", f"{project}-exports"]
    return [sys.executable, "-m", "gcp_storage_emulator", "start", "--in-memory", "--quiet", *options]
