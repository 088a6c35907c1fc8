"""One measured figure beside its goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit` ("x" for a ratio). `goal`: at most that; None: told for information."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    note: str = ""

    @property
    def met(self) -> bool:
        return self.goal is None or self.value <= self.goal


def markdown(title: str, figures: Sequence[Figure]) -> str:
    """A table of figures."""
    lines = [f"## {title}", "", "| what | measured | goal | |", "|---|---|---|---|"]
    for figure in figures:
        goal = "" if figure.goal is None else f"<= {_number(figure.goal)} {figure.unit}"
        mark = "" if figure.goal is None else "met" if figure.met else "**missed**"
        note = "; ".join(part for part in (mark, figure.note) if part)
        lines.append(f"| {figure.name} | {_number(figure.value)} {figure.unit} | {goal} | {note} |")
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"
