"""What the set-up of the scripts says on a machine that lacks something."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from emulators.children import ROOT

pytestmark = pytest.mark.emulator

_TOOLS = ("bash", "cat", "cksum", "find", "head", "mkdir", "printf", "rm", "sed", "sort")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The programs of a machine that has a shell, and neither Python, Node nor Java."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in _TOOLS:
        found = shutil.which(tool)
        if found:
            (programs / tool).symlink_to(found)
    return programs


def _program(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def _set_up(machine: Path, step: str) -> subprocess.CompletedProcess[str]:
    """Run one function of scripts/setup.sh in an empty folder."""
    home = machine.parent
    (home / ".local/setup").mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        ["bash", "-c", f"set -euo pipefail; source {ROOT}/scripts/setup.sh; {step}"],
        env={"PATH": str(machine), "HOME": str(home)},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_without_python_it_says_which_to_install(machine: Path) -> None:
    _program(machine / "python3", "exit 1")  # too old
    done = _set_up(machine, "find_python")
    assert done.returncode == 1
    assert "Python 3.12 or newer is needed" in done.stderr


def test_a_python_that_pyenv_has_is_found_behind_its_shims(machine: Path) -> None:
    for version in ("3.12.4", "3.13.0", "3.11.9"):
        python = machine.parent / f".pyenv/versions/{version}/bin/python3"
        python.parent.mkdir(parents=True)
        _program(python, "exit 0")
    done = _set_up(machine, "find_python")
    assert done.stdout.strip().endswith("versions/3.13.0/bin/python3")


@pytest.mark.parametrize(("version", "said"), [(None, "Node.js 20 or newer"), ("18", "this is v18")])
def test_without_a_recent_node_it_says_so(machine: Path, version: str | None, said: str) -> None:
    if version:
        _program(machine / "node", f'[ "$1" = --version ] && echo v{version}.0.0 || echo {version}')
        _program(machine / "npm", "exit 1")
    done = _set_up(machine, "setup_node")
    assert done.returncode == 1
    assert said in done.stderr


def test_what_was_interrupted_is_done_again(machine: Path) -> None:
    home = machine.parent
    (home / "package-lock.json").write_text("{}")
    _program(machine / "node", "echo 20")
    install = "mkdir -p node_modules/firebase-tools; echo installed >>installs"
    _program(machine / "npm", install)
    assert _set_up(machine, "setup_node").returncode == 0
    _set_up(machine, "rm -r node_modules")
    _program(machine / "npm", f"{install}; exit 130")
    assert _set_up(machine, "setup_node").returncode == 1
    _program(machine / "npm", install)
    assert _set_up(machine, "setup_node && setup_node").returncode == 0
    assert (home / "installs").read_text().count("installed") == 3


@pytest.mark.parametrize(("version", "said"), [(None, "Java 21 or newer"), ("11", "this is 11")])
def test_without_a_recent_java_it_says_so(machine: Path, version: str | None, said: str) -> None:
    if version:
        _program(machine / "java", f"echo 'openjdk version \"{version}.0.2\" 2022-01-18' >&2")
    done = _set_up(machine, "setup_java")
    assert done.returncode == 1
    assert said in done.stderr


def test_an_emulator_that_runs_already_needs_no_java(machine: Path) -> None:
    assert _set_up(machine, "FIRESTORE_EMULATOR_HOST=127.0.0.1:1 setup_java").returncode == 0


@pytest.mark.parametrize(
    "call", ["audit everything", "bundle --new", "lighthouse --port", "sync-requirements --chekc"]
)
def test_a_script_that_is_called_wrongly_says_how_and_does_nothing(call: str) -> None:
    script, *arguments = call.split()
    done = subprocess.run(
        [ROOT / "scripts" / script, *arguments], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 2
    assert f"usage: scripts/{script}" in done.stderr
