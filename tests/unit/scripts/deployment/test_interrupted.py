"""Ctrl-C while Terraform works: it ends what it has begun and writes its state down; nobody may kill it meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.deployment import __main__ as deployment
from scripts.deployment import target
from scripts.deployment.command import ROOT
from tests.fakes.commands import FakeCommands

pytestmark = pytest.mark.slow

# Longer than Python would wait by itself, which is a quarter of a second.
_COMMAND = "trap 'sleep 0.6; echo kept >kept; exit 1' INT; echo begun; while :; do sleep 0.05; done"
_PROGRAM = f"""
from pathlib import Path
from scripts.deployment.command import Shell
Shell().do("bash", "-c", {_COMMAND!r}, within=Path.cwd())
"""


def test_a_command_that_is_interrupted_ends_in_its_own_time(tmp_path: Path) -> None:
    begun = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'functions'}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert begun.stdout is not None
    assert begun.stdout.readline() == b"begun\n"
    os.killpg(begun.pid, signal.SIGINT)  # as a terminal does
    _, said = begun.communicate(timeout=20)
    assert (tmp_path / "kept").exists()
    assert begun.returncode != 0
    assert b"KeyboardInterrupt" in said


@pytest.mark.parametrize("cut_off", [KeyboardInterrupt, EOFError])
def test_a_deployment_that_is_cut_off_says_that_it_can_be_run_again(
    cut_off: type[BaseException], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(environment: str) -> target.Target:
        raise cut_off

    monkeypatch.setattr(target, "read", read)
    assert deployment.main(["prod"], FakeCommands({})) == 130
    assert "run scripts/deploy again" in capsys.readouterr().err
