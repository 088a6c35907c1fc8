"""Commands that answer as they are told, and remember what they were asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.deployment.command import ROOT, Answer


class FakeCommands:
    """`answers` by the beginning of the command; the longest one that fits counts. What is not told succeeds, empty."""

    def __init__(self, answers: Mapping[str, Answer | str] | None = None) -> None:
        self.answers = dict(answers or {})
        self.missing: set[str] = set()
        self.failing: set[str] = set()
        self.writes: dict[str, tuple[Path, str]] = {}  # what a command that goes well leaves behind
        self.done: list[str] = []
        self.environments: list[Mapping[str, str]] = []

    def find(self, name: str) -> bool:
        return name not in self.missing

    def ask(self, *command: str) -> Answer:
        line = " ".join(command)
        fitting = [start for start in self.answers if line.startswith(start)]
        answer = self.answers[max(fitting, key=len)] if fitting else ""
        return answer if isinstance(answer, Answer) else Answer(0, answer)

    def do(self, *command: str, within: Path = ROOT, environment: Mapping[str, str] | None = None) -> bool:
        line = " ".join(command)
        self.done.append(line)
        self.environments.append(environment or {})
        if any(line.startswith(start) for start in self.failing):
            return False
        for start, (path, content) in self.writes.items():
            if line.startswith(start):
                path.write_text(content)
        return True
