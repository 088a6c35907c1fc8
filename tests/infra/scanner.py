"""Runs checkov and zizmor, which know nothing of this machine and ask no server."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.infra.offline.terraform import PYTHON, ROOT

TIMEOUT_S = 180  # it takes seven on an idle machine
_CHECKOV = ("--framework", "terraform_plan", "--skip-download", "--quiet", "--compact", "--output", "json")


def checkov(plan: Path) -> str:
    """Its report on a plan, as JSON."""
    return _run("checkov", "--file", str(plan), *_CHECKOV).stdout


def zizmor() -> subprocess.CompletedProcess[str]:
    """On the workflows."""
    return _run("zizmor", "--offline", "--no-progress", ".github")


def _run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    quiet = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("BC_", "CKV_", "GITHUB_", "GH_"))
    }
    return subprocess.run(
        [str(PYTHON.with_name(name)), *arguments],
        cwd=ROOT,
        env=quiet | {"LOG_LEVEL": "ERROR", "ZIZMOR_OFFLINE": "true"},
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
