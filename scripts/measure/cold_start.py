"""Cold start: process start to first answer, against a hello-world function started in the same round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scripts.measure.figure import Figure
from scripts.measure.function_process import FUNCTIONS, HELLO, Call, first_answer_s


@dataclass(frozen=True, slots=True)
class Start:
    """A function to start, the request it answers first, and its goal as a multiple of hello-world's."""

    target: str
    call: Call
    goal: float | None
    what: str = ""  # of it, where the same function is started for several

    @property
    def name(self) -> str:
        return f"{self.target}, {self.what}" if self.what else self.target


def measure(
    starts: Sequence[Start], environ: Mapping[str, str], document: str, logs: Path, rounds: int
) -> list[Figure]:
    """Medians over `rounds`; every round starts each function once, so that all see the same machine."""
    yardsticks = [Start("hello", Call(), None), Start("hello_read", Call(), None)]
    taken: dict[str, list[float]] = {start.name: [] for start in (*yardsticks, *starts)}
    for _ in range(rounds):
        for start in yardsticks:
            env = {**environ, "DOCUMENT": document}
            taken[start.target].append(first_answer_s(start.target, HELLO, env, logs, start.call))
        for start in starts:
            taken[start.name].append(first_answer_s(start.target, FUNCTIONS, environ, logs, start.call))
    base = median(taken["hello"])
    return [
        Figure("hello-world, async", base, "s"),
        Figure("hello-world + a Firestore read", median(taken["hello_read"]) / base, "x"),
        *(Figure(start.name, median(taken[start.name]) / base, "x", start.goal) for start in starts),
    ]
