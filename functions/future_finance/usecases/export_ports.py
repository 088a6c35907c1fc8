"""What exports need."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Protocol

LINK_LIFETIME = timedelta(minutes=5)


class ExportBucket(Protocol):
    """The bucket that exports wait in. Raises Unavailable."""

    async def write(self, uid: str, export_id: str, chunks: AsyncIterator[bytes]) -> None:
        """Keep what comes, as it comes; all of it or nothing."""
        ...

    def read(self, uid: str, export_id: str) -> AsyncIterator[bytes]:
        """Piece by piece. Raises NotFound with the first one."""
        ...

    async def delete(self, uid: str, export_id: str) -> None: ...
    async def link(self, uid: str, export_id: str, file_name: str) -> str | None:
        """An address that gives the file for LINK_LIFETIME to whoever has it; None where there is no such
        thing, and the file has to be read."""
        ...
