"""Lets in what asks for this machine by name, so that no page from elsewhere reaches the local tools or the API."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from emulators.gateway.refusal import refusal

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_HTTP_PORT = 80
LOCAL_TOOLS = "/__local/"


class OwnNames:
    """Refuses a foreign Host (a name rebound to this machine), and a foreign page's call of a local tool."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = _refusal(scope) if scope["type"] == "http" else None
        await (refused or self._app)(scope, receive, send)


def _refusal(scope: Scope) -> Response | None:
    headers = Headers(scope=scope)
    hosts = own_hosts(scope["server"][1])
    if headers.get("host", "").lower() not in hosts:
        return refusal(421)
    if scope["method"] != "POST" or not scope["path"].startswith(LOCAL_TOOLS):
        return None
    if "origin" in headers and headers["origin"] not in {f"http://{host}" for host in hosts}:
        return refusal(403)
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return refusal(415)
    return None


def own_hosts(port: int) -> frozenset[str]:
    """The values of Host by which a server at `port` is asked for."""
    named = frozenset(f"{name}:{port}" for name in _NAMES)
    return named | frozenset(_NAMES) if port == _HTTP_PORT else named
