"""An emulator's state for people and programs: GET / as HTML or JSON, GET /healthz."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

Rows = Sequence[Mapping[str, object]]


def status_app(
    title: str, tables: Callable[[], Mapping[str, Rows]], extra_routes: Sequence[BaseRoute] = ()
) -> Starlette:
    """An app that shows `tables` (heading -> rows) afresh on each request."""

    async def page(request: Request) -> Response:
        state = tables()
        if "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(_html(title, state))
        return JSONResponse({heading: list(rows) for heading, rows in state.items()})

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(routes=[Route("/", page), Route("/healthz", healthz), *extra_routes])


def _html(title: str, state: Mapping[str, Rows]) -> str:
    sections = "".join(f"<h2>{escape(heading)}</h2>{_table(rows)}" for heading, rows in state.items())
    return (
        f"<!doctype html><meta charset=utf-8><title>{escape(title)}</title>"
        "<style>body{font:14px system-ui;margin:2rem}td,th{padding:.2rem .8rem;text-align:left}</style>"
        f"<h1>{escape(title)}</h1>{sections}"
    )


def _table(rows: Rows) -> str:
    if not rows:
        return "<p>none</p>"
    head = "".join(f"<th>{escape(name)}</th>" for name in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(value))}</td>" for value in row.values()) + "</tr>" for row in rows
    )
    return f"<table><tr>{head}</tr>{body}</table>"
