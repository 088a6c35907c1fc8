"""The emulator as a whole: gRPC API, ordered faults and status page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from emulators.cloud_kms.faults import Faults
from emulators.cloud_kms.key_store import KeyStore
from emulators.cloud_kms.service import CloudKms
from emulators.server import Ports, running
from emulators.status_page import status_app


@asynccontextmanager
async def cloud_kms(
    store: KeyStore, keys: Iterable[str] = (), *, grpc_port: int = 0, http_port: int = 0
) -> AsyncIterator[Ports]:
    """Serve `store`; `keys` are CryptoKeys to create unless they are there."""
    for key in keys:
        store.ensure(key)
    faults = Faults()
    kms = CloudKms(store, faults)
    async with running(
        status_app("Cloud KMS", kms.tables, [faults.route()]),
        http_port=http_port,
        handlers=[kms.handler()],
        grpc_port=grpc_port,
    ) as ports:
        yield ports
