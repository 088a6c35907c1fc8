"""One emulator's life: bind on the loopback address, say so, serve, and end cleanly on a signal."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass

import grpc
import grpc.aio
import uvicorn
from starlette.types import ASGIApp

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Ports:
    """Where an emulator listens. `grpc` is None for an HTTP-only one."""

    grpc: int | None
    http: int


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # signals are handled once, in serve_until_signal


@asynccontextmanager
async def running(
    app: ASGIApp,
    *,
    http_port: int = 0,
    handlers: Sequence[grpc.GenericRpcHandler] = (),
    grpc_port: int = 0,
    background: Sequence[Callable[[], Awaitable[None]]] = (),
) -> AsyncIterator[Ports]:
    """Serve until the context ends; a port of 0 is a free one."""
    listener = socket.create_server((HOST, http_port))
    http = _Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            timeout_keep_alive=75,  # longer than clients keep a connection, so that they close it
            timeout_graceful_shutdown=1,
            ws="none",
        )
    )
    rpc = grpc.aio.server() if handlers else None
    bound: int | None = None
    try:
        if rpc is not None:
            rpc.add_generic_rpc_handlers(tuple(handlers))
            bound = rpc.add_insecure_port(f"{HOST}:{grpc_port}")
            await rpc.start()
        tasks = [asyncio.ensure_future(run()) for run in background]
        for task in tasks:
            task.add_done_callback(lambda _: setattr(http, "should_exit", True))  # no half-dead emulator
        serving = asyncio.create_task(http.serve(sockets=[listener]))
        try:
            yield Ports(grpc=bound, http=listener.getsockname()[1])
        finally:
            for task in tasks:
                task.cancel()
            http.should_exit = True
            await serving
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task
    finally:
        if rpc is not None:
            await rpc.stop(grace=0.2)
        listener.close()


async def serve_until_signal(name: str, emulator: AbstractAsyncContextManager[Ports]) -> None:
    """Run `emulator` until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with emulator as ports:
        grpc_part = f"gRPC {HOST}:{ports.grpc}, " if ports.grpc is not None else ""
        print(f"{name}: ready, {grpc_part}http://{HOST}:{ports.http}/", flush=True)
        await stop.wait()
