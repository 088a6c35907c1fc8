"""What the documents name is there: links, files, commands with their options, settings, decisions."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from emulators.children import ROOT

_CACHES = {".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
_TOOLS = {".git", ".local", ".venv", "node_modules"} | _CACHES
_CODE = ("functions", "emulators", "scripts", "tests")
# A path in the documents starts at one of these; `domain/ledger.py` is short for functions/future_finance/domain/...
_BASES = (ROOT, ROOT / "functions", ROOT / "functions" / "future_finance", ROOT / "web" / "src")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_COMMAND = re.compile(r"(?<![\w/.-])scripts/[a-z]+(?:-[a-z]+)*(?![\w/-]|\.\w)")
_FOREIGN = (
    r"(?<![\w/.-])(?:curl|firebase|gcloud|gh|git|npm|terraform|uv) "  # their options are not ours to check
)
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_MODULE = re.compile(r'-m ([\w.]+) "\$@"')  # what a script hands its arguments to
_TAKEN = re.compile(r"= (--[a-z][a-z-]+) \]")  # an option that a script reads itself
_PATH = re.compile(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|json|rules|md|toml|lock|txt|cjs|html|example))`")
_FOLDER = re.compile(r"`((?:[\w.-]+/)+)`")
_SETTING = re.compile(r"\b(?:FF_[A-Z_]+[A-Z]|FI_[A-Z_]+[A-Z]|[A-Z]+(?:_[A-Z]+)*_EMULATOR_HOST|K_SERVICE)\b")


def _documents() -> Iterator[Path]:
    for folder, below, files in os.walk(ROOT):
        below[:] = [name for name in below if name not in _TOOLS]
        yield from (Path(folder) / name for name in files if name.endswith(".md"))


DOCUMENTS = sorted(_documents())
EACH = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _code() -> str:
    """All that is run: every module and script, but for this test."""
    files = [file for room in _CODE for file in sorted((ROOT / room).rglob("*")) if file.is_file()]
    named = [file for file in files if file.suffix in {".py", ".sh", ""} and file != Path(__file__)]
    return "\n".join(file.read_text(encoding="utf-8") for file in named)


@cache
def _options(script: str) -> frozenset[str]:
    """What a script takes: the options it compares with, or those of its module's parser."""
    text = _text(ROOT / script)
    handed = _MODULE.search(text)
    if handed is None:
        return frozenset(_TAKEN.findall(text))
    module = ROOT.joinpath(*handed[1].split("."))
    source = module / "__main__.py" if module.is_dir() else module.with_suffix(".py")
    return frozenset(
        argument.value
        for call in ast.walk(ast.parse(_text(source)))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "add_argument"
        for argument in call.args
        if isinstance(argument, ast.Constant)
    )


def _unknown_options(text: str) -> list[str]:
    """Options that the script named last before them, in their paragraph, does not take; a foreign tool's are its own."""
    unknown = []
    for paragraph in re.split(r"\n\s*\n", text):
        script = ""
        for found in re.finditer(f"{_COMMAND.pattern}|{_FOREIGN}|{_OPTION.pattern}", paragraph):
            if not found[0].startswith("--"):
                script = found[0]
            elif not script.endswith(" ") and (not script or found[0] not in _options(script)):
                unknown.append(f"{script} {found[0]}".strip())
    return unknown


def _anchor(heading: str) -> str:
    """As GitHub makes it of a heading."""
    plain = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return plain.replace(" ", "-")


def test_there_is_something_to_read() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in DOCUMENTS}
    assert {
        "README.md",
        "docs/architecture.md",
        "docs/security.md",
        "docs/gotchas.md",
        "docs/adr/README.md",
    } <= names


@EACH
def test_every_link_leads_somewhere(document: Path) -> None:
    dead = []
    for target in _LINK.findall(_text(document)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        linked = (document.parent / file).resolve() if file else document
        if not linked.exists() or (anchor and anchor not in map(_anchor, _HEADING.findall(_text(linked)))):
            dead.append(target)
    assert dead == []


@EACH
def test_every_path_named_is_there(document: Path) -> None:
    text = _text(document)
    named = {*_PATH.findall(text), *_FOLDER.findall(text), *_COMMAND.findall(text)}
    bases = (*_BASES, document.parent)
    assert [path for path in sorted(named) if not any((base / path).exists() for base in bases)] == []


@EACH
def test_every_option_of_a_script_is_known(document: Path) -> None:
    assert _unknown_options(_text(document)) == []


def test_an_option_is_looked_for_in_the_script_it_is_said_of() -> None:
    assert (
        _unknown_options("`scripts/dev --port 1`, `scripts/test --fast` and `scripts/openapi --check`") == []
    )
    assert _unknown_options("`scripts/test` runs all;\n`--fast` less.") == []
    for wrong in ("scripts/openapi --port", "scripts/test --check", "scripts/demo --only"):
        assert _unknown_options(f"Run `{wrong}`.") == [wrong]
    assert _unknown_options("`scripts/test`\n\n`--fast`") == ["--fast"]
    assert _unknown_options("`gcloud tasks queues list --location=x`, then `scripts/test --fast`") == []
    assert _unknown_options("`gcloud run --region x`, then `scripts/test --region`") == [
        "scripts/test --region"
    ]


@EACH
def test_every_setting_named_is_read_somewhere(document: Path) -> None:
    assert [name for name in sorted(set(_SETTING.findall(_text(document)))) if name not in _code()] == []


def test_every_decision_is_in_the_index_and_has_a_number_of_its_own() -> None:
    folder = ROOT / "docs" / "adr"
    decisions = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert decisions == _LINK.findall(_text(folder / "README.md"))
    numbers = [int(name[:4]) for name in decisions]
    assert sorted(set(numbers)) == numbers


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs" / "adr").glob("[0-9]*.md")), ids=lambda path: path.stem
)
def test_a_decision_says_why_what_and_with_what_consequences(path: Path) -> None:
    title, *sections = _HEADING.findall(_text(path))
    assert title.startswith(f"{path.name[:4]} ")
    assert sections[:3] == ["Context", "Decision", "Consequences"]
