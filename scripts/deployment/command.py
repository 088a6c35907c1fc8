"""Runs the tools that deploy: gcloud, terraform, git, the Firebase CLI."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).resolve().parents[2]
_ASK_TIMEOUT_S = 120


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command that was asked has said."""

    code: int
    text: str
    error: str = ""


class Commands(Protocol):
    """Ways to run a command; a test has its own."""

    def find(self, name: str) -> bool:
        """Whether the command is installed."""

    def ask(self, *command: str) -> Answer:
        """Run a command that changes nothing, and read what it says."""

    def do(self, *command: str, within: Path = ROOT, environment: Mapping[str, str] | None = None) -> bool:
        """Run a command in front of the person; whether it went well."""


class Shell:
    """The commands of this machine."""

    def find(self, name: str) -> bool:
        return shutil.which(name) is not None

    def ask(self, *command: str) -> Answer:
        done = self._run(command, ROOT, None, capture=True)
        return Answer(done.returncode, done.stdout.strip(), done.stderr.strip())

    def do(self, *command: str, within: Path = ROOT, environment: Mapping[str, str] | None = None) -> bool:
        return self._run(command, within, environment, capture=False).returncode == 0

    @staticmethod
    def _run(
        command: Sequence[str], within: Path, environment: Mapping[str, str] | None, *, capture: bool
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=within,
            env=environment,
            capture_output=capture,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL if capture else None,
            timeout=_ASK_TIMEOUT_S if capture else None,
        )
