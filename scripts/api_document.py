"""docs/openapi.json: OpenAPI 3.1, made of the endpoint table and the models that the endpoints use."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from future_finance import __version__
from future_finance.endpoints import ENDPOINTS, Caller, Endpoint, PublicPath, Trust
from scripts.api_operation import Operation
from scripts.api_operations import OPERATIONS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = Path("docs/openapi.json")
_REFERENCE = "#/components/schemas/{model}"
_REASONS = {
    400: "The request could not be read",
    401: "Not signed in, or the session has ended or was revoked",
    403: "Not allowed, or from a page that may not ask",
    404: "There is nothing here",
    409: "Not possible in the present state; the code says why",
    413: "The request is larger than 1 MiB",
    415: "The body is not JSON",
    422: "Some values are not valid; details name the fields",
    429: "Too many requests, or the day's quota is spent",
    502: "The provider answered in a way we do not understand",
    503: "A service we need does not answer",
}
_ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "requestId"],
            "properties": {
                "code": {"type": "string", "description": "Stable; clients switch on it"},
                "message": {"type": "string", "description": "A sentence for the person"},
                "requestId": {"type": "string"},
                "details": {"type": "object"},
            },
        }
    },
}


def document(operations: Sequence[Operation], endpoints: Sequence[Endpoint]) -> dict[str, Any]:
    """The whole document. Raises LookupError when table and operations do not cover each other."""
    rows = {endpoint.name: endpoint for endpoint in endpoints if isinstance(endpoint.trigger, PublicPath)}
    _require_cover(operations, rows)
    schemas, components = _schemas(operations)
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        row = rows[operation.endpoint]
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation, row, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Future Finance",
            "version": __version__,
            "description": "Money is an integer of minor units (paise) with its currency. "
            "Every answer carries Cache-Control: private, no-store.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": {**components, "Error": _ERROR},
            "securitySchemes": {
                "idToken": {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": "Firebase ID token",
                },
                "session": {"type": "apiKey", "in": "cookie", "name": "__session"},
            },
        },
    }


def _require_cover(operations: Sequence[Operation], rows: Mapping[str, Endpoint]) -> None:
    if missing := rows.keys() - {operation.endpoint for operation in operations}:
        raise LookupError(f"no operation of {', '.join(sorted(missing))}")
    for operation in operations:
        trigger = rows[operation.endpoint].trigger
        assert isinstance(trigger, PublicPath)
        if not any(_reaches(pattern, operation.path) for pattern in trigger.paths):
            raise LookupError(f"{operation.path} does not reach {operation.endpoint}")


def _reaches(pattern: str, path: str) -> bool:
    return path == pattern or (pattern.endswith("/**") and path.startswith(pattern[:-2]))


def _schemas(operations: Sequence[Operation]) -> tuple[dict[Any, Any], dict[str, Any]]:
    """A reference for each model, and the components they refer to."""
    models = [
        (model, mode)
        for operation in operations
        for model, mode in ((operation.answer, "serialization"), (operation.body, "validation"))
        if model is not None
    ]
    inputs: list[Any] = [(model, mode, TypeAdapter(model)) for model, mode in dict.fromkeys(models)]
    found, definitions = TypeAdapter.json_schemas(inputs, ref_template=_REFERENCE)
    return dict(found), dict(definitions.get("$defs", {}))


def _operation(operation: Operation, row: Endpoint, schemas: Mapping[Any, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": f"{operation.method}_{re.sub(r'[^a-zA-Z]+', '_', operation.path).strip('_')}",
        "summary": operation.summary,
        "tags": [row.name],
        "responses": _responses(operation, row, schemas),
    }
    if parameters := _parameters(operation):
        made["parameters"] = parameters
    if operation.body is not None:
        made["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schemas[operation.body, "validation"]}},
        }
    if row.caller is Caller.USER:
        made["security"] = [{"idToken": []}]
    elif row.caller is Caller.USER_OR_COOKIE:
        made["security"] = [{"idToken": []}, {"session": []}]
    return made


def _parameters(operation: Operation) -> list[dict[str, Any]]:
    text = {"type": "string"}
    in_path = [
        {"name": name, "in": "path", "required": True, "schema": text}
        for name in re.findall(r"\{(\w+)\}", operation.path)
    ]
    return in_path + [
        {"name": name, "in": place, "required": False, "description": what, "schema": text}
        for place, names in (("query", operation.query), ("header", operation.headers))
        for name, what in names.items()
    ]


def _responses(operation: Operation, row: Endpoint, schemas: Mapping[Any, Any]) -> dict[str, Any]:
    done: dict[str, Any] = {"description": "Done"}
    if operation.answer is not None:
        schema = schemas[operation.answer, "serialization"]
        done["content"] = {"application/json": {"schema": schema}}
    statuses = {*operation.errors, 429}
    if row.caller is not Caller.ANYONE:
        statuses.add(401)
    if row.caller is Caller.USER and row.trust is not Trust.EDGE:
        statuses.add(404)  # whatever is asked: nobody has the account any more
    if operation.method != "get":
        statuses |= {413, 415}
    if operation.body is not None:
        statuses |= {400, 422}
    error = {"application/json": {"schema": {"$ref": _REFERENCE.format(model="Error")}}}
    refused = {
        str(status): {"description": _REASONS[status], "content": error} for status in sorted(statuses)
    }
    return {str(operation.status): done} | refused


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/openapi", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is stale")
    check: bool = parser.parse_args().check
    text = json.dumps(document(OPERATIONS, ENDPOINTS), indent=2, ensure_ascii=False) + "\n"
    target = ROOT / DOCUMENT
    if target.exists() and target.read_text() == text:
        return 0
    if check:
        print(f"{DOCUMENT} is stale; run scripts/openapi", file=sys.stderr)
        return 1
    target.write_text(text)
    print(f"wrote {DOCUMENT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
