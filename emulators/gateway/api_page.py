"""The API's OpenAPI document as one page of HTML, with nothing fetched from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_METHODS = ("get", "post", "put", "patch", "delete")
_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
h2{margin-top:2.5rem;border-bottom:1px solid #d5dbe3}
summary{cursor:pointer;padding:.35rem 0}
code,pre{font:13px/1.45 ui-monospace,monospace}
pre{background:#f4f6f9;padding:.8rem;overflow:auto}
.method{display:inline-block;width:4.5rem;font-weight:600;text-transform:uppercase}
.get{color:#1d6fb8}.post{color:#1c7c4a}.put,.patch{color:#9a6700}.delete{color:#b3261e}
table{border-collapse:collapse}td,th{text-align:left;padding:.2rem 1rem .2rem 0;vertical-align:top}
"""


def api_page(document: Mapping[str, Any]) -> str:
    """A self-contained page: every operation, then every schema."""
    info = document["info"]
    operations = "".join(_operation(document, *each) for each in _operations(document))
    schemas = document.get("components", {}).get("schemas", {})
    models = "".join(
        f'<details id="{escape(name)}"><summary><code>{escape(name)}</code></summary>{_json(schema)}</details>'
        for name, schema in sorted(schemas.items())
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(info["title"])}</title>'
        f"<style>{_STYLE}</style><h1>{escape(info['title'])} <small>{escape(info['version'])}</small></h1>"
        f"<p>{escape(info.get('description', ''))}</p>"
        f'<p><a href="/api/openapi.json">openapi.json</a></p>'
        f"<h2>Operations</h2>{operations}<h2>Schemas</h2>{models}</html>"
    )


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield path, method, item[method]


def _operation(document: Mapping[str, Any], path: str, method: str, operation: Mapping[str, Any]) -> str:
    heading = (
        f'<span class="method {method}">{method}</span> <code>{escape(path)}</code> '
        f"{escape(operation.get('summary', ''))}"
    )
    parts = [f"<p>{escape(operation.get('description', ''))}</p>"]
    if parameters := operation.get("parameters"):
        parts.append(f"<table>{''.join(_parameter(each) for each in parameters)}</table>")
    if body := operation.get("requestBody"):
        parts.append(f"<h4>Request</h4>{_content(body)}")
    for status, answer in operation.get("responses", {}).items():
        resolved = _resolve(document, answer)
        parts.append(
            f"<h4>{escape(status)} {escape(resolved.get('description', ''))}</h4>{_content(resolved)}"
        )
    return f"<details><summary>{heading}</summary>{''.join(parts)}</details>"


def _parameter(parameter: Mapping[str, Any]) -> str:
    need = "required" if parameter.get("required") else "optional"
    return (
        f"<tr><td><code>{escape(parameter['name'])}</code></td><td>{escape(parameter['in'])}, {need}</td>"
        f"<td>{escape(parameter.get('description', ''))}</td></tr>"
    )


def _content(part: Mapping[str, Any]) -> str:
    return "".join(
        f"<p><code>{escape(kind)}</code></p>{_json(media.get('schema', {}))}"
        for kind, media in part.get("content", {}).items()
    )


def _json(value: object) -> str:
    return f"<pre>{escape(json.dumps(value, indent=2, ensure_ascii=False))}</pre>"


def _resolve(document: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a local `$ref`, such as "#/components/responses/NotFound"."""
    reference = node.get("$ref")
    if reference is None:
        return node
    target = document
    for key in reference.removeprefix("#/").split("/"):
        target = target[key]
    return target
