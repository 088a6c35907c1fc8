"""Runs the tools that deploy: gcloud, terraform, git, the Firebase CLI."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
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
        """Run a command in front of the person; whether it went well. Ctrl-C is the command's first: Terraform ends
        what it has begun, writes its state down and gives up its lock. Raises KeyboardInterrupt once it has ended."""


class Shell:
    """The commands of this machine."""

    def find(self, name: str) -> bool:
        return shutil.which(name) is not None

    def ask(self, *command: str) -> Answer:
        done = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=_ASK_TIMEOUT_S,
        )
        return Answer(done.returncode, done.stdout.strip(), done.stderr.strip())

    def do(self, *command: str, within: Path = ROOT, environment: Mapping[str, str] | None = None) -> bool:
        running = subprocess.Popen(command, cwd=within, env=environment)
        interrupted = False
        while True:
            try:
                code = running.wait()
                break
            except KeyboardInterrupt:  # the command has heard it, too; subprocess.run would kill it
                interrupted = True
        if interrupted:
            raise KeyboardInterrupt
        return code == 0
