"""JSON Schema for people: a schema's type in words, with a link to each schema it names, and its fields as a table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

type Schema = Mapping[str, Any]

_REFERENCE = "#/components/schemas/"
_LIMITS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "pattern": "matches {}",
    "default": "by default {}",
}


def anchor(name: str) -> str:
    """The id of a schema's section."""
    return f"schema-{escape(name)}"


def section(name: str, schema: Schema) -> str:
    """A schema with its anchor, description and fields."""
    body = fields(schema) if schema.get("properties") else f"<p>{type_of(schema)}</p>"
    return f'<section id="{anchor(name)}"><h3>{escape(name)}</h3>{paragraph(schema)}{body}</section>'


def paragraph(described: Mapping[str, Any]) -> str:
    """The description, if there is one."""
    text = described.get("description")
    return f"<p>{escape(text)}</p>" if text else ""


def fields(schema: Schema) -> str:
    """A row for each property; a property's own properties are a table in its row."""
    required = schema.get("required", ())
    rows = "".join(_row(name, part, name in required) for name, part in schema["properties"].items())
    return f"<table>{rows}</table>"


def _row(name: str, schema: Schema, required: bool) -> str:
    inner = fields(schema) if schema.get("properties") else ""
    need = "" if required else " <i>optional</i>"
    notes = f"{paragraph(schema)}{inner}"
    return f"<tr><td><code>{escape(name)}</code>{need}</td><td>{type_of(schema)}{notes}</td></tr>"


def type_of(schema: Schema) -> str:
    """What a value may be, as HTML."""
    limits = [
        words.format(_value(schema[key])) for key, words in _LIMITS.items() if schema.get(key) is not None
    ]
    return ", ".join([_bare_type(schema), *limits])


def _bare_type(schema: Schema) -> str:
    match schema:
        case {"$ref": str(reference)}:
            name = reference.removeprefix(_REFERENCE)
            return f'<a href="#{anchor(name)}">{escape(name)}</a>'
        case {"anyOf": choices}:
            return " or ".join(type_of(choice) for choice in choices)
        case {"const": value}:
            return _value(value)
        case {"enum": values}:
            return " or ".join(_value(value) for value in values)
        case {"type": "array", "items": items}:
            return f"list of {type_of(items)}"
        case {"type": "object", "additionalProperties": Mapping() as values}:
            return f"object, each value {type_of(values)}"
        case {"format": form, "type": kind}:
            return f"{escape(kind)} ({escape(form)})"
        case _:
            return escape(schema.get("type", "anything"))


def _value(value: object) -> str:
    return f"<code>{escape(json.dumps(value, ensure_ascii=False))}</code>"
