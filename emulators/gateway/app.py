"""The gateway's routes: local tools, functions' own URLs, and everything else as Firebase Hosting serves it."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Route

from emulators import door_key
from emulators.children import ROOT
from emulators.gateway.api_page import api_page
from emulators.gateway.business_clock import BusinessClock, NewTime
from emulators.gateway.cost import CostLedger
from emulators.gateway.function_log import FunctionLog
from emulators.gateway.function_pool import FunctionPool
from emulators.gateway.hosting import Hosting
from emulators.gateway.local_policy import HEADER as POLICY
from emulators.gateway.local_policy import local_policy
from emulators.gateway.not_found_cache import NotFoundCache
from emulators.gateway.own_names import OwnNames
from emulators.gateway.proxy import Proxy, raw_path
from emulators.gateway.refusal import of_exception, refusal
from emulators.gateway.static_file import static_file
from emulators.ports import LOOPBACK
from future_finance.endpoints import ENDPOINTS

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
OPENAPI_FILE = ROOT / "docs" / "openapi.json"
_NO_SNIFFING = {"x-content-type-options": "nosniff"}
_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
_BY_NAME = {endpoint.name: endpoint for endpoint in ENDPOINTS}


@dataclass(frozen=True, slots=True)
class Files:
    """Where the gateway keeps and finds things."""

    firebase_json: Path
    functions: Path
    log: Path
    clock: Path
    stack: Path  # what the supervisor says about the stack; may be missing
    door_key: Path  # what the front door knows; made when missing


class Gateway:
    """Handlers, with what they share."""

    def __init__(self, files: Files, environ: Mapping[str, str]) -> None:
        self._files = files
        self._hosting = Hosting.from_file(files.firebase_json)
        self._not_found = NotFoundCache()
        self._costs = CostLedger()
        self._log = FunctionLog(files.log, self._costs)
        self._clock = BusinessClock(files.clock)
        self._pool = FunctionPool(files.functions, environ, self._log, self._costs)
        self._proxy = Proxy(self._pool, environ)
        self._door_key = door_key.read(files.door_key).encode()

    async def site(self, request: Request) -> Response:
        """A path of the public site."""
        path: str = request.scope["path"]
        response = await self._serve(request, path)
        for name, value in self._hosting.headers_for(path).items():
            response.headers.setdefault(name, local_policy(value) if name == POLICY else value)
        return response

    async def _serve(self, request: Request, path: str) -> Response:
        if request.method in {"GET", "HEAD"} and (file := self._file(path)):
            return self._page_at_own_name(request) or static_file(
                file, request.headers.get("accept-encoding", "")
            )
        service = self._hosting.service_for(path)
        if service is None:
            return refusal(404)
        target = f"{raw_path(request)}?{request.scope['query_string'].decode('ascii')}"
        if remembered := self._not_found.get(request.method, target):
            return remembered
        response = await self._proxy.through_hosting(request, _BY_NAME[service])
        self._not_found.offer(request.method, target, response)
        return response

    def _file(self, path: str) -> Path | None:
        return self._hosting.file_for(path) or self._hosting.rewritten_file(path)

    def _page_at_own_name(self, request: Request) -> Response | None:
        """Google's sign-in comes back to one name of this machine, where the cookie it needs has to be."""
        if request.headers.get("sec-fetch-mode") != "navigate" or request.url.hostname == LOOPBACK:
            return None
        return RedirectResponse(str(request.url.replace(hostname=LOOPBACK)))

    async def own_url(self, request: Request) -> Response:
        """A call that the front door let through to a function's own URL."""
        presented = request.headers.get(door_key.HEADER, "").encode()
        endpoint = _BY_NAME.get(request.path_params["name"])
        if endpoint is None or not secrets.compare_digest(presented, self._door_key):
            return refusal(404)
        _, _, _, *below = raw_path(request).split("/", 3)
        return await self._proxy.to_own_url(request, endpoint, "/" + "".join(below))

    async def cost(self, _: Request) -> Response:
        """What requests have cost since the start."""
        await self._pool.settled()
        return JSONResponse(self._costs.report())

    async def clock(self, request: Request) -> Response:
        """Move the business clock."""
        try:
            offset_s = self._clock.move(NewTime.model_validate_json(await request.body()))
        except ValidationError:
            return refusal(422, 'Send {"now": "2026-10-03T04:00:00Z"} or {"now": null}.')
        return JSONResponse({"offsetSeconds": offset_s})

    async def status(self, _: Request) -> Response:
        """The stack as the supervisor started it, and the functions that run."""
        stack = json.loads(self._files.stack.read_text()) if self._files.stack.exists() else {}
        return JSONResponse({**stack, "functions": self._pool.running(), "log": str(self._log.path)})

    async def openapi(self, _: Request) -> Response:
        """The API's document."""
        return FileResponse(OPENAPI_FILE, media_type="application/json", headers=_NO_SNIFFING)

    async def api_docs(self, request: Request) -> Response:
        """The API's document as a page."""
        page = api_page(json.loads(OPENAPI_FILE.read_text()), f"http://{request.headers['host']}")
        return HTMLResponse(page, headers={**_NO_SNIFFING, "content-security-policy": _PAGE_POLICY})

    async def health(self, _: Request) -> Response:
        return PlainTextResponse("ok")

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        yield
        self._pool.close()
        await self._proxy.close()
        self._log.close()


def create_app(files: Files, environ: Mapping[str, str]) -> Starlette:
    """The gateway; its functions run with `environ`."""
    gateway = Gateway(files, environ)
    return Starlette(
        lifespan=gateway.lifespan,
        middleware=[Middleware(OwnNames)],
        exception_handlers={HTTPException: of_exception, Exception: of_exception},
        routes=[
            Route("/healthz", gateway.health),
            Route("/__local/cost", gateway.cost),
            Route("/__local/clock", gateway.clock, methods=["POST"]),
            Route("/__local/status", gateway.status),
            Route("/__functions/{name}", gateway.own_url, methods=METHODS),
            Route("/__functions/{name}/{path:path}", gateway.own_url, methods=METHODS),
            Route("/api/docs", gateway.api_docs),
            Route("/api/openapi.json", gateway.openapi),
            Route("/{path:path}", gateway.site, methods=METHODS),
        ],
    )
