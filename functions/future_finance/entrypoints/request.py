"""What endpoints ask of a request: its method, its media type, the rest of its path, its query."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.requests import Request

from future_finance.errors import InvalidInput, MethodNotAllowed, NotFound, UnsupportedMediaType

# An id of ours ends in a letter, a digit or a dash; __.*__ is no name of a document in Firestore.
ID_PATTERN = r"[A-Za-z0-9_-]{0,127}[A-Za-z0-9-]"
_ID = re.compile(ID_PATTERN)
_LONGEST_KEY = 200


def require_method(request: Request, *allowed: str) -> str:
    """The request's method. Raises MethodNotAllowed unless it is one of `allowed`."""
    if request.method not in allowed:
        raise MethodNotAllowed(details={"allow": list(allowed)})
    return request.method


def require_json(headers: Headers) -> None:
    """Raises UnsupportedMediaType unless the content is said to be JSON."""
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise UnsupportedMediaType


def path_below(request: Request, prefix: str) -> list[str]:
    """The path's segments after `prefix`; none for the prefix itself.

    Raises NotFound elsewhere, and for a segment that cannot be an id of ours.
    """
    path = str(request.scope["path"]).rstrip("/")
    if path == prefix:
        return []
    if not path.startswith(prefix + "/"):
        raise NotFound
    segments = path[len(prefix) + 1 :].split("/")
    if not all(_ID.fullmatch(segment) for segment in segments):
        raise NotFound
    return segments


def query_of(request: Request, known: Iterable[str]) -> dict[str, str]:
    """The query parameters. Raises InvalidInput for an unknown one, or one given twice."""
    names = set(known)
    query: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in names or name in query:
            raise InvalidInput(details={"fields": [{"path": "query", "problem": "unknown or repeated"}]})
        query[name] = value
    return query


def idempotency_key(headers: Headers) -> str | None:
    """The Idempotency-Key, if one is sent. Raises InvalidInput for one that cannot be used."""
    key = headers.get("idempotency-key")
    if key is not None and not (0 < len(key) <= _LONGEST_KEY and key.isascii() and key.isprintable()):
        raise InvalidInput("Idempotency-Key must be 1 to 200 printable ASCII characters.")
    return key
