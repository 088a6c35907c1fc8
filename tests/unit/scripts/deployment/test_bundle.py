"""The same files make the same bundle, and only what belongs to the functions is in it."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from scripts.deployment import bundle
from scripts.deployment.bundle import BundleTooLarge, build
from scripts.deployment.command import ROOT


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "clone"
    (root / "functions" / "pkg").mkdir(parents=True)
    (root / "functions" / "main.py").write_text("x = 1\n")
    (root / "functions" / "pkg" / "a.py").write_text("y = 2\n")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "add", "."], check=True)
    return root


def test_times_and_leftovers_change_nothing(repository: Path, tmp_path: Path) -> None:
    first = build(repository, tmp_path / "a")
    content = first.read_bytes()
    os.utime(repository / "functions" / "main.py", (1, 1))
    (repository / "functions" / "__pycache__").mkdir()
    (repository / "functions" / "__pycache__" / "main.pyc").write_bytes(b"left over")
    (repository / "functions" / ".env").write_text("SECRET=1")
    second = build(repository, tmp_path / "b")
    assert (second.name, second.read_bytes()) == (first.name, content)
    with zipfile.ZipFile(second) as archive:
        assert archive.namelist() == ["main.py", "pkg/a.py"]


@pytest.mark.parametrize("change", ["content", "name"])
def test_another_content_or_another_name_is_another_bundle(
    change: str, repository: Path, tmp_path: Path
) -> None:
    before = build(repository, tmp_path / "a").name
    file = repository / "functions" / "main.py"
    if change == "content":
        file.write_text("x = 2\n")
    else:
        file.rename(repository / "functions" / "other.py")
        subprocess.run(["git", "-C", str(repository), "add", "-A"], check=True)
    assert build(repository, tmp_path / "b").name != before


def test_only_the_newest_is_kept(repository: Path, tmp_path: Path) -> None:
    build(repository, tmp_path / "a")
    (repository / "functions" / "main.py").write_text("x = 3\n")
    newest = build(repository, tmp_path / "a")
    assert list((tmp_path / "a").iterdir()) == [newest]


def test_a_bundle_that_is_too_large_is_refused(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "MOST_BYTES", 100)
    with pytest.raises(BundleTooLarge, match="what is in functions/"):
        build(repository, tmp_path / "a")


def test_the_functions_as_they_are_fit_into_a_mebibyte(tmp_path: Path) -> None:
    path = build(ROOT, tmp_path)
    assert path.stat().st_size < 1024 * 1024
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert {"main.py", "requirements.txt", "future_finance/endpoints.py"} <= set(names)
    assert not any("__pycache__" in name or name.startswith(("tests/", "emulators/")) for name in names)
