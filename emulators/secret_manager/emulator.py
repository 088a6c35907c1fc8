"""The emulator as a whole: gRPC API and status page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from emulators.secret_manager.secret import Secrets
from emulators.secret_manager.service import SecretManager
from emulators.server import Ports, running
from emulators.status_page import status_app


@asynccontextmanager
async def secret_manager(secrets: Secrets, *, grpc_port: int = 0, http_port: int = 0) -> AsyncIterator[Ports]:
    manager = SecretManager(secrets)
    async with running(
        status_app("Secret Manager", manager.tables),
        http_port=http_port,
        handlers=[manager.handler()],
        grpc_port=grpc_port,
    ) as ports:
        yield ports
