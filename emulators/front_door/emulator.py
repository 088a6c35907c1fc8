"""The front door as an HTTP server: /{function}[/...], admitted by IAM, forwarded to the gateway."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import httpx2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from emulators.front_door.iam import Denied, Iam
from emulators.front_door.proxy import Proxy
from emulators.identity_token import Signer
from emulators.server import Ports, running
from future_finance.config import Settings
from future_finance.endpoints import ENDPOINTS, Endpoint

_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
_INVALID_TOKEN = 'Bearer error="invalid_token" error_description="The access token could not be verified"'


@asynccontextmanager
async def front_door(
    settings: Settings,
    *,
    upstream: str,
    key: str,
    signer: Signer,
    http_port: int = 0,
    endpoints: Iterable[Endpoint] = ENDPOINTS,
) -> AsyncIterator[Ports]:
    """Serve until the context ends. `signer` signs the tokens of the accounts that call; the gateway asks for `key`."""
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=0)
    async with httpx2.AsyncClient(trust_env=False, limits=limits) as client:
        iam = Iam(settings, signer.jwks())
        app = _app(iam, Proxy(client, upstream, key), {endpoint.name: endpoint for endpoint in endpoints})
        async with running(app, http_port=http_port) as ports:
            yield ports


def _app(iam: Iam, proxy: Proxy, by_name: dict[str, Endpoint]) -> Starlette:
    async def enter(request: Request) -> Response:
        name = request.path_params["name"]
        endpoint = by_name.get(name)
        if endpoint is None or ".." in request.path_params.get("rest", "").split("/"):
            return _refusal(404, "Not Found")
        try:
            replaced = iam.admit(endpoint, request.headers)
        except Denied as denied:
            return _refusal(denied.status, "Unauthorized" if denied.status == 401 else "Forbidden")
        raw_path = request.scope["raw_path"].decode("ascii")
        return await proxy.forward(request, endpoint, raw_path.removeprefix(f"/{name}"), replaced)

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(
        routes=[
            Route("/healthz", healthz),
            Route("/{name}", enter, methods=_METHODS),
            Route("/{name}/{rest:path}", enter, methods=_METHODS),
        ]
    )


def _refusal(status: int, title: str) -> Response:
    headers = {"WWW-Authenticate": _INVALID_TOKEN} if status == 401 else None
    page = f"<html><head><title>{status} {title}</title></head><body><h1>Error: {title}</h1></body></html>"
    return HTMLResponse(page, status, headers)
