"""A table of an export, and the rows that a stored document gives it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

type Cell = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Table:
    """`each` leads to the list, or the map by key, whose items are the rows; without it a document is one.

    A column is where its value stands: in the item, else in what is around it, else in the document. "texts.en"
    goes into a map, "currency=INR" says what an absent value means. "id" is the item's or the document's.
    A column that ends in Minor is money, shown in whole units with two decimals and called without that ending.
    """

    name: str
    collection: str
    columns: tuple[str, ...]
    each: tuple[str, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.partition("=")[0].removesuffix("Minor") for column in self.columns)


def rows_of(table: Table, document_id: str, fields: Mapping[str, Any]) -> Iterator[tuple[Cell, ...]]:
    for around in _items([{"documentId": document_id, "id": document_id, **fields}], table.each):
        yield tuple(_cell(column, around) for column in table.columns)


def _items(around: list[Mapping[str, Any]], each: tuple[str, ...]) -> Iterator[list[Mapping[str, Any]]]:
    if not each:
        yield around
        return
    found = _at(each[0], around[-1:]) or ()
    if isinstance(found, Mapping):
        found = [{"key": key, **item} for key, item in sorted(found.items())]
    for item in found:
        yield from _items([*around, item], each[1:])


def _cell(column: str, around: list[Mapping[str, Any]]) -> Cell:
    path, _, absent = column.partition("=")
    value = _at(path, around)
    if value is None:
        return absent or None
    if path.endswith("Minor"):
        return Decimal(value).scaleb(-2)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    return json.dumps(value, ensure_ascii=False, default=str)


def _at(path: str, around: list[Mapping[str, Any]]) -> Any:
    """What stands at a dotted path, in the innermost level that has its first step."""
    first, *rest = path.split(".")
    value: Any = next((level[first] for level in reversed(around) if first in level), None)
    for step in rest:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
