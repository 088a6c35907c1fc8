"""Firestore's clients: (default), and the vault's own database."""

from __future__ import annotations

from google.cloud.firestore_v1.async_client import AsyncClient


def connect(project: str, database: str = "(default)") -> AsyncClient:
    """A client of one database; the emulator where FIRESTORE_EMULATOR_HOST says so. Opens no channel yet."""
    return AsyncClient(project=project, database=database)


async def disconnect(client: AsyncClient) -> None:
    """Close the client's channel, when it opened one."""
    api = getattr(client, "_firestore_api_internal", None)  # the client offers no close of its own
    if api is not None:
        await api.transport.close()
