"""Prompts: versioned text files that go with the code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "prompts"


@cache
def prompt(name: str, version: str) -> str:
    """The text of one version, which never changes: a change is a new version."""
    return (FOLDER / name / f"{version}.md").read_text("utf-8").strip()
