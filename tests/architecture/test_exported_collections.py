"""Whatever is stored of a person is taken along, or there is a reason why not."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

from future_finance.domain.export.collections import ACCOUNT, EXPORTED, NOT_EXPORTED

ROOT = Path(__file__).parents[2]
ADAPTERS = ROOT / "functions" / "future_finance" / "adapters"


def named_in_code() -> Iterator[str]:
    """Names that adapters write out: .collection("x"), documents.ref("x", id, "y"), documents.get("x", id)."""
    for path in ADAPTERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr == "collection":
                    yield from _texts(node.args[:1])
                elif _is_documents(node.func.value):
                    yield from _texts(node.args[::2])


def _is_documents(owner: ast.expr) -> bool:
    """self._documents, or documents."""
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return name in {"_documents", "documents"}


def _texts(expressions: list[ast.expr]) -> Iterator[str]:
    for each in expressions:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def declared() -> set[str]:
    found = set()
    for name in ("firestore.indexes.json", "firestore.vault.indexes.json"):
        indexes = json.loads((ROOT / name).read_text())
        rows = [*indexes["indexes"], *indexes["fieldOverrides"]]
        found |= {row["collectionGroup"] for row in rows}
    return found


def test_every_collection_is_exported_or_says_why_not() -> None:
    stored = set(named_in_code()) | declared()
    assert {"users", "ledger", "turns", "consentEvents", "keys"} <= stored
    assert stored - EXPORTED.keys() - NOT_EXPORTED.keys() == set()


def test_the_registry_names_no_collection_that_is_not_there() -> None:
    stored = set(named_in_code()) | declared()
    assert (EXPORTED.keys() | NOT_EXPORTED.keys()) - stored == {ACCOUNT}


def test_a_collection_is_exported_or_not() -> None:
    assert EXPORTED.keys() & NOT_EXPORTED.keys() == set()
