"""Which queries the declared indexes can answer. The emulator answers every query; production answers only these."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from google.cloud.firestore_v1.types import StructuredQuery

ROOT = Path(__file__).parents[1]
BY_DATABASE = {"(default)": "firestore.indexes.json", "vault": "firestore.vault.indexes.json"}
_NAME = "__name__"
_OPERATORS = StructuredQuery.FieldFilter.Operator
_EQUAL = {_OPERATORS.EQUAL, _OPERATORS.IN}
MOST_ALTERNATIVES = 30  # of an `in`
MOST_CONDITIONS = 100  # of a query with its `in` multiplied out, orders included

Field = tuple[str, bool]  # path, whether it is only compared for equality


class IndexMissing(AssertionError):
    """Production would refuse the query with FAILED_PRECONDITION."""


class TooWide(AssertionError):
    """Production would refuse the query with INVALID_ARGUMENT."""


class DeclaredIndexes:
    """The indexes of one database's file."""

    def __init__(self, declared: Mapping[str, Any]) -> None:
        self._composite = [
            (index["collectionGroup"], index["queryScope"], [field["fieldPath"] for field in index["fields"]])
            for index in declared["indexes"]
        ]
        self._single = {
            (override["collectionGroup"], override["fieldPath"]): {
                index["queryScope"] for index in override["indexes"]
            }
            for override in declared["fieldOverrides"]
        }

    @classmethod
    def of_database(cls, database: str) -> DeclaredIndexes:
        return cls(json.loads((ROOT / BY_DATABASE[database]).read_text()))

    def require(self, query: StructuredQuery) -> None:
        """Raises IndexMissing when no index answers `query`, TooWide when it asks for too much at once."""
        _require_narrow(query)
        source = query.from_[0]
        group = source.collection_id
        scope = "COLLECTION_GROUP" if source.all_descendants else "COLLECTION"
        fields = list(_fields(query))
        if len(fields) < 2:
            answered = all(scope in self._single_scopes(group, path) for path, _ in fields)
        else:
            answered = any(
                (group, scope) == (home, reach) and _answers(paths, fields)
                for home, reach, paths in self._composite
            )
        if not answered:
            raise IndexMissing(f"no index of {group} ({scope}) on {', '.join(path for path, _ in fields)}")

    def _single_scopes(self, group: str, path: str) -> set[str]:
        for key in ((group, path), (group, "*")):
            if key in self._single:
                return self._single[key]
        return {"COLLECTION"}  # what every field has unless an override says otherwise


def _fields(query: StructuredQuery) -> Iterator[Field]:
    """The fields that the query compares or orders by, each once."""
    seen: dict[str, bool] = {}
    for condition in _conditions(query.where):
        path = condition.field.field_path
        seen[path] = seen.get(path, True) and condition.op in _EQUAL
    for order in query.order_by:
        seen[order.field.field_path] = False
    seen.pop(_NAME, None)
    yield from seen.items()


def _conditions(where: StructuredQuery.Filter) -> Iterator[StructuredQuery.FieldFilter]:
    if where.composite_filter.filters:
        for part in where.composite_filter.filters:
            yield from _conditions(part)
    elif where.field_filter.field.field_path:
        yield where.field_filter


def _require_narrow(query: StructuredQuery) -> None:
    conditions = list(_conditions(query.where))
    wide = [len(each.value.array_value.values) for each in conditions if each.op == _OPERATORS.IN]
    alternatives = math.prod(wide)
    if alternatives > MOST_ALTERNATIVES:
        raise TooWide(f"{alternatives} alternatives")
    if alternatives * len(conditions) + len(query.order_by) > MOST_CONDITIONS:
        raise TooWide(f"{alternatives} times {len(conditions)} conditions, and {len(query.order_by)} orders")


def _answers(paths: list[str], fields: list[Field]) -> bool:
    """A composite index has the equalities first, in any order, then the rest in the query's order."""
    equal = {path for path, equality in fields if equality}
    others = [path for path, equality in fields if not equality]
    return set(paths[: len(equal)]) == equal and paths[len(equal) :] == others
