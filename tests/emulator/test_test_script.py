"""scripts/test that is interrupted, with stand-ins for what it runs."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from emulators.children import ROOT

pytestmark = pytest.mark.emulator

_SLOW = ("pytest", "mypy")
_QUICK = (".venv/bin/python", ".venv/bin/ruff", ".venv/bin/lint-imports")
_CHECKS = ("scripts/sync-endpoints", "scripts/openapi", "scripts/sync-requirements")
_PATIENCE_S = 20


def _program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{text}\n")
    path.chmod(0o755)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Checks that are over at once, and slow ones that hold the pipe `alive` open while they run."""
    os.mkfifo(tmp_path / "alive")
    for name in _SLOW:
        _program(tmp_path / ".venv/bin" / name, f"exec 9>{tmp_path}/alive; echo >&9; exec sleep 60")
    for name in (*_QUICK, *_CHECKS):
        _program(tmp_path / name, "exit 0")
    for name in ("scripts/test", "scripts/setup.sh"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("pyproject.toml", "uv.lock"):
        (tmp_path / name).write_text("")
    _program(
        tmp_path / "stamp",
        "source scripts/setup.sh; mkdir -p .local/setup; fingerprint pyproject.toml uv.lock >.local/setup/python",
    )
    subprocess.run([tmp_path / "stamp"], cwd=tmp_path, check=True)
    return tmp_path


def test_after_ctrl_c_nothing_that_it_began_goes_on(clone: Path) -> None:
    begun = subprocess.Popen(
        [clone / "scripts/test", "--fast"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with (clone / "alive").open("rb", buffering=0) as alive:
        heard = b""
        while len(heard) < 3:  # both halves of the tests, and the types
            heard += alive.read(1)
        os.killpg(begun.pid, signal.SIGINT)  # as a terminal does
        assert begun.wait(_PATIENCE_S) == 130
        ready, _, _ = select.select([alive], [], [], _PATIENCE_S)
        assert ready, "something still runs"
        assert alive.read() == b""
