"""Holds an answer against docs/openapi.json: a status that stands there, and a body that the model describes."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NotRequired, TypedDict

import httpx2
from pydantic import ConfigDict, TypeAdapter

from future_finance.endpoints import ENDPOINTS
from scripts.api_document import document
from scripts.api_operation import Operation
from scripts.api_operations import OPERATIONS

_ANYWHERE = {500, 503}  # whatever is asked, something of ours may be down
_NO_ID = "/api/connections/connect"  # a GET of it is not a GET of a connection


class ErrorDetail(TypedDict):
    """What every error tells."""

    code: str
    message: str
    requestId: str
    details: NotRequired[dict[str, Any]]


class ErrorBody(TypedDict):
    """The body of every error."""

    error: ErrorDetail


def check_documented(endpoint: str, method: str, path: str, response: httpx2.Response) -> None:
    """Nothing happens where the document has no such operation."""
    operation = _operation(endpoint, method.lower(), path.partition("?")[0].rstrip("/"))
    if operation is None or (operation.path.endswith("}") and path == _NO_ID):
        return
    if response.status_code >= 400:
        assert response.status_code in _statuses(operation) | _ANYWHERE, (
            f"{method} {operation.path} answered {response.status_code}, which is not documented"
        )
        _adapter(ErrorBody).validate_json(_listed(response), strict=True)
        return
    assert response.status_code == operation.status
    if response.headers.get("content-type", "").startswith(("text/event-stream", "application/zip")):
        return  # events and files are described in words
    if operation.answer is None:
        assert response.content == b""
    else:
        _adapter(operation.answer).validate_json(_listed(response), strict=True)


def _listed(response: httpx2.Response) -> bytes:
    """The body in a list: a model's own configuration takes none from outside, a list's reaches its items."""
    assert response.headers["content-type"] == "application/json"
    return b"[" + response.content + b"]"


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(list[model], config=ConfigDict(extra="forbid"))


@cache
def _document() -> dict[str, Any]:
    return document(OPERATIONS, ENDPOINTS)


def _operation(endpoint: str, method: str, path: str) -> Operation | None:
    """A path without parameters goes before one with."""
    found = [
        operation
        for operation in OPERATIONS
        if (operation.endpoint, operation.method) == (endpoint, method)
        and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", operation.path), path)
    ]
    return min(found, key=lambda operation: operation.path.count("{"), default=None)


def _statuses(operation: Operation) -> set[int]:
    responses = _document()["paths"][operation.path][operation.method]["responses"]
    return {int(status) for status in responses}
