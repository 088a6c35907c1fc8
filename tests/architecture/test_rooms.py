"""Who may import what, and where."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
FUNCTIONS = ROOT / "functions"
PACKAGE = FUNCTIONS / "future_finance"
SOURCES = sorted(PACKAGE.rglob("*.py"))
ALL_SOURCES = sorted(
    path for room in ("functions", "emulators", "scripts", "tests") for path in (ROOT / room).rglob("*.py")
)
DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
LONGEST_FILE = 400
# A PUT's body brings pydantic, which the cold start of a GET need not pay for; bootstrap, where inline
# imports belong, may not import entrypoints.
# numpy, which only scenarios with markets in them need.
WIRING = {"bootstrap.py", "leaving.py", "upkeep.py"}
INLINE_IMPORTS = {
    "future_finance/entrypoints/profile.py": ["profile"],
    "future_finance/domain/simulation/paths.py": ["market_of", "chance", "needed_month"],
}


def relative(path: Path) -> str:
    return path.relative_to(FUNCTIONS).as_posix()


def functions_of(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_dependencies_point_inwards(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def imported_by(path: Path) -> set[Path]:
    """Modules of ours that a module names at its top, for types too."""
    found = set()
    for statement in ast.parse(path.read_text()).body:
        for node in statement.body if isinstance(statement, ast.If) else [statement]:
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                where = FUNCTIONS.joinpath(*node.module.split("."))
                found.update((where / alias.name).with_suffix(".py") for alias in node.names)
                found.add(where.with_suffix(".py"))
    return {module for module in found if module.is_file()}


def test_no_modules_import_each_other_not_even_for_types() -> None:
    needs = {path: imported_by(path) for path in SOURCES}
    while free := [path for path, needed in needs.items() if not needed & needs.keys()]:
        needs = {path: needed for path, needed in needs.items() if path not in free}
    assert sorted(map(relative, needs)) == []


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_imports_stand_at_the_top(path: Path) -> None:
    if path.name in WIRING:
        return
    tree = ast.parse(path.read_text())
    inline = [
        function.name
        for function in functions_of(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inline == INLINE_IMPORTS.get(relative(path), [])


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_only_a_row_of_the_endpoint_table_is_imported_by_name(path: Path) -> None:
    if path == PACKAGE / "serving" / "endpoint.py":
        return
    named = {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert not named & {"import_module", "importlib", "__import__"}


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_only_serving_catches_everything(path: Path) -> None:
    if path.is_relative_to(PACKAGE / "serving"):
        return
    caught = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node.type)
    ]
    assert caught == []


def _catches_everything(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"} for kind in kinds)


def of_all(wrong: Callable[[Path], bool]) -> list[str]:
    """Whichever files of the repository are wrong, by their path in it."""
    return [path.relative_to(ROOT).as_posix() for path in ALL_SOURCES if wrong(path)]


def test_files_are_short() -> None:
    assert of_all(lambda path: path.read_text().count("\n") > LONGEST_FILE) == []


def test_every_module_says_what_it_is() -> None:
    assert of_all(lambda path: not ast.get_docstring(ast.parse(path.read_text()))) == []


def test_no_file_or_folder_is_a_drawer_for_everything() -> None:
    assert of_all(lambda path: bool(DRAWERS & {path.stem, *path.relative_to(ROOT).parent.parts})) == []
