"""A model whose library is imported in a thread, while the request that will ask it reads its data."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Protocol

from future_finance.usecases.model import Model, ModelReply, ModelRequest, StreamItem


class ClosableModel(Model, Protocol):
    """A model that holds connections."""

    async def aclose(self) -> None: ...


class LoadingModel:
    """Model. `load` imports and builds the real one; it runs once, in a thread."""

    def __init__(self, load: Callable[[], ClosableModel]) -> None:
        self._load = load
        self._loading: asyncio.Future[ClosableModel] | None = None

    def begin(self) -> asyncio.Future[ClosableModel]:
        """Start loading, unless it has begun. Needs a running event loop."""
        if self._loading is None:
            self._loading = asyncio.get_running_loop().run_in_executor(None, self._load)
        return self._loading

    async def aclose(self) -> None:
        loading, self._loading = self._loading, None
        if loading is not None:
            await (await loading).aclose()

    async def generate(self, request: ModelRequest) -> ModelReply:
        return await (await self._loaded()).generate(request)

    async def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]:
        async for item in (await self._loaded()).stream(request):
            yield item

    async def _loaded(self) -> ClosableModel:
        return await asyncio.shield(self.begin())  # a request that gives up leaves it to the next one
