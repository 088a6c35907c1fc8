"""The emulator as a whole: gRPC API, dispatcher, status page and JWKS."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from google.cloud import tasks_v2
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulators.cloud_tasks.service import CloudTasks
from emulators.identity_token import Signer
from emulators.server import Ports, running
from emulators.status_page import status_app


@asynccontextmanager
async def cloud_tasks(
    signer: Signer, queues: Iterable[tasks_v2.Queue] = (), *, grpc_port: int = 0, http_port: int = 0
) -> AsyncIterator[Ports]:
    tasks = CloudTasks(signer, queues)

    async def jwks(_: Request) -> Response:
        return JSONResponse(signer.jwks())

    async with running(
        status_app("Cloud Tasks", tasks.tables, [Route("/jwks", jwks)]),
        http_port=http_port,
        handlers=[tasks.handler()],
        grpc_port=grpc_port,
        background=[tasks.dispatcher.run],
    ) as ports:
        yield ports
