"""The emulator as a whole: gRPC API, runner and status page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from google.cloud import scheduler_v1

from emulators.cloud_scheduler.service import CloudScheduler
from emulators.identity_token import Signer
from emulators.server import Ports, running
from emulators.status_page import status_app


@asynccontextmanager
async def cloud_scheduler(
    signer: Signer, jobs: Iterable[scheduler_v1.Job] = (), *, grpc_port: int = 0, http_port: int = 0
) -> AsyncIterator[Ports]:
    scheduler = CloudScheduler(signer, jobs)
    async with running(
        status_app("Cloud Scheduler", scheduler.tables),
        http_port=http_port,
        handlers=[scheduler.handler()],
        grpc_port=grpc_port,
        background=[scheduler.runner.run],
    ) as ports:
        yield ports
