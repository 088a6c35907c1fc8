"""Domain records to documents and back: camelCase keys, ISO dates, decimals as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")


@cache
def camel(name: str) -> str:
    """A record's field name as a document has it: rate_90d_pct -> rate90dPct."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@cache
def snake(name: str) -> str:
    """The way back."""
    return _WORD_START.sub("_", name).lower()


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def dump(record: object) -> dict[str, Any]:
    """A document of a domain dataclass; fields at their default are left out."""
    plain = _adapter(type(record)).dump_python(record, mode="json", exclude_defaults=True)
    fields: dict[str, Any] = _renamed(plain, camel)
    return fields


def load[T](kind: type[T], document: Mapping[str, Any]) -> T:
    """The domain dataclass of a document; unknown fields are ignored.

    Raises pydantic.ValidationError when a stored field has another type.
    """
    record: T = _adapter(kind).validate_python(_renamed(document, snake))
    return record


def _renamed(value: Any, rename: Callable[[str], str]) -> Any:
    if isinstance(value, Mapping):
        return {rename(key): _renamed(item, rename) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(item, rename) for item in value]
    return value
