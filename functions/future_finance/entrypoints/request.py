"""What endpoints ask of a request: its method, the rest of its path, its query."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.requests import Request

from future_finance.errors import InvalidInput, MethodNotAllowed, NotFound


def require_method(request: Request, *allowed: str) -> str:
    """The request's method. Raises MethodNotAllowed unless it is one of `allowed`."""
    if request.method not in allowed:
        raise MethodNotAllowed(details={"allow": list(allowed)})
    return request.method


def path_below(request: Request, prefix: str) -> list[str]:
    """The path's segments after `prefix`; none for the prefix itself. Raises NotFound elsewhere."""
    path = request.url.path.rstrip("/")
    if path == prefix:
        return []
    if not path.startswith(prefix + "/"):
        raise NotFound
    segments = path[len(prefix) + 1 :].split("/")
    if not all(segments):
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
