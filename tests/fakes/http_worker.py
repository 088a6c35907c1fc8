"""An HTTP server that plays a worker: keeps each request, answers what the test says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from emulators.server import running

PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class HttpWorker:
    """`answers` are used in order, then 200. While `hold` is cleared, requests wait unanswered."""

    answers: list[int] = field(default_factory=list)
    received: asyncio.Queue[Received] = field(default_factory=asyncio.Queue)
    hold: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""

    async def next(self) -> Received:
        """The next request. Raises TimeoutError when none comes."""
        async with asyncio.timeout(PATIENCE_S):
            return await self.received.get()

    async def answer(self, request: Request) -> Response:
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        received = Received(request.method, path, dict(request.headers), await request.body())
        self.received.put_nowait(received)
        await self.hold.wait()
        status = self.answers.pop(0) if self.answers else 200
        return Response(status_code=status, headers={"x-worker": "yes"})


@asynccontextmanager
async def http_worker(*answers: int) -> AsyncIterator[HttpWorker]:
    """A worker that answers with these statuses, then with 200."""
    worker = HttpWorker(answers=list(answers))
    worker.hold.set()
    app = Starlette(routes=[Route("/{path:path}", worker.answer, methods=["GET", "POST", "PUT", "DELETE"])])
    async with running(app) as ports:
        worker.url = f"http://127.0.0.1:{ports.http}"
        yield worker
        worker.hold.set()
