"""Typed access to one JSON object: what is missing is empty, a wrong type refuses the answer."""

from __future__ import annotations

from collections.abc import Iterator

from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.adapters.fi_mcp.text import NAME_LIMIT
from future_finance.domain.text import clean


class Node:
    """A JSON object. Every reader but `written` raises Refused(WRONG_TYPE) on a value of another type."""

    __slots__ = ("_fields",)

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise Refused(Reason.WRONG_TYPE)
        self._fields: dict[str, object] = value

    def __contains__(self, key: str) -> bool:
        return key in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def get(self, key: str) -> object:
        """The raw value; None when missing."""
        return self._fields.get(key)

    def text(self, key: str, limit: int = NAME_LIMIT) -> str:
        """Cleaned text; empty when missing."""
        value = self._fields.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise Refused(Reason.WRONG_TYPE)
        return clean(value, limit)

    def written(self, key: str) -> str:
        """The value as cleaned text, whatever its type, to tell namesakes apart; empty when missing."""
        value = self._fields.get(key)
        return "" if value is None else clean(str(value), NAME_LIMIT)

    def child(self, *path: str) -> Node:
        """The object under the path; an empty one when missing."""
        node = self
        for key in path:
            value = node._fields.get(key)
            node = Node({} if value is None else value)
        return node

    def items(self, key: str) -> list[object]:
        """The list under the key; empty when missing."""
        value = self._fields.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise Refused(Reason.WRONG_TYPE)
        return value

    def children(self, key: str) -> list[Node]:
        """The list of objects under the key; empty when missing."""
        return [Node(item) for item in self.items(key)]

    def rows(self, key: str) -> list[list[object]]:
        """The list of positional rows under the key; empty when missing."""
        rows: list[list[object]] = []
        for row in self.items(key):
            if not isinstance(row, list):
                raise Refused(Reason.WRONG_TYPE)
            rows.append(row)
        return rows
