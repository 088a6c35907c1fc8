"""Domain records to documents and back: camelCase keys, ISO dates, decimals as text, and a content hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.alias_generators import to_camel, to_snake

SCHEMA_VERSION = 1

_camel = cache(to_camel)
_snake = cache(to_snake)


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def dump(record: object) -> dict[str, Any]:
    """A document of a domain dataclass; fields that are None or empty are left out."""
    plain = _adapter(type(record)).dump_python(record, mode="json", exclude_none=True)
    fields: dict[str, Any] = _renamed(plain, _camel)
    return fields


def load[T](kind: type[T], document: Mapping[str, Any]) -> T:
    """The domain dataclass of a document; unknown fields are ignored.

    Raises pydantic.ValidationError when a stored field has another type.
    """
    record: T = _adapter(kind).validate_python(_renamed(document, _snake))
    return record


def content_hash(fields: Mapping[str, Any]) -> str:
    """A hash of what a document says; equal content, equal hash, in any key order."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()).hexdigest()[:32]


def _renamed(value: Any, rename: Callable[[str], str]) -> Any:
    if isinstance(value, Mapping):
        return {rename(key): _renamed(item, rename) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(item, rename) for item in value]
    return value
