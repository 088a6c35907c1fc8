"""Connections kept in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.errors import ConnectionChanged


class InMemoryConnectionStore:
    """ConnectionStore. `of` holds each user's links by id; `deleted_data` names links whose data went with them."""

    def __init__(self, *connections: Connection, uid: str = "u1") -> None:
        self.of: defaultdict[str, dict[str, Connection]] = defaultdict(dict)
        self.of[uid] = {connection.id: connection for connection in connections}
        self.deleted_data: list[str] = []

    async def get(self, uid: str, connection_id: str) -> Connection | None:
        return self.of[uid].get(connection_id)

    async def list(self, uid: str) -> Sequence[Connection]:
        return sorted(self.of[uid].values(), key=lambda connection: (connection.created_at, connection.id))

    async def put(self, uid: str, connection: Connection, expected: Connection | None) -> None:
        if self.of[uid].get(connection.id) != expected:
            raise ConnectionChanged
        self.of[uid][connection.id] = connection

    async def delete(self, uid: str, connection_id: str, *, with_data: bool) -> None:
        links = self.of[uid]
        if connection_id not in links:
            return
        if with_data:
            del links[connection_id]
            self.deleted_data.append(connection_id)
        else:
            links[connection_id] = replace(
                links[connection_id], status=ConnectionStatus.REVOKED, active_until=None
            )
