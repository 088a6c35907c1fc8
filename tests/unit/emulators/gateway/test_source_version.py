"""What makes the gateway start a function anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from emulators.gateway.function_pool import source_version


def _changed(file: Path, at: float) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    os.utime(file, (at, at))


@pytest.mark.parametrize(
    "name", ["main.py", "future_finance/usecases/chat.py", "future_finance/prompts/v1.md"]
)
def test_an_edit_of_code_or_of_a_prompt_is_another_version(name: str, tmp_path: Path) -> None:
    _changed(tmp_path / "main.py", 1_000)
    _changed(tmp_path / name, 2_000)
    assert source_version(tmp_path) == 2_000


def test_what_python_compiles_meanwhile_is_no_edit(tmp_path: Path) -> None:
    _changed(tmp_path / "main.py", 1_000)
    _changed(tmp_path / "__pycache__/main.cpython-313.pyc", 2_000)
    assert source_version(tmp_path) == 1_000


def test_an_empty_folder_has_a_version(tmp_path: Path) -> None:
    assert source_version(tmp_path) == 0.0
