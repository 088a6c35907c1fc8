"""Connections kept in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from future_finance.domain.connection import Connection, ConnectionStatus


class InMemoryConnectionStore:
    """ConnectionStore; `deleted_data` names links whose data went with them."""

    def __init__(self, *connections: Connection) -> None:
        self.kept = {connection.id: connection for connection in connections}
        self.deleted_data: list[str] = []

    async def get(self, uid: str, connection_id: str) -> Connection | None:
        return self.kept.get(connection_id)

    async def list(self, uid: str) -> Sequence[Connection]:
        return list(self.kept.values())

    async def put(self, uid: str, connection: Connection) -> None:
        self.kept[connection.id] = connection

    async def delete(self, uid: str, connection_id: str, *, with_data: bool) -> None:
        if with_data:
            del self.kept[connection_id]
            self.deleted_data.append(connection_id)
        else:
            self.kept[connection_id] = replace(self.kept[connection_id], status=ConnectionStatus.REVOKED)
