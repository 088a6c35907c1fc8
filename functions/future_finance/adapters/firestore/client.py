"""Firestore's clients: (default), and the vault's own database."""

from __future__ import annotations

from google.auth.exceptions import DefaultCredentialsError
from google.cloud.firestore_v1.async_client import AsyncClient

from future_finance.errors import ConfigError


def connect(project: str, database: str = "(default)") -> AsyncClient:
    """A client of one database; the emulator where FIRESTORE_EMULATOR_HOST says so. Opens no channel yet.

    Raises ConfigError where neither that nor credentials are there.
    """
    try:
        return AsyncClient(project=project, database=database)
    except DefaultCredentialsError:
        raise ConfigError(
            "there are no credentials for Google Cloud: run gcloud auth application-default login"
        ) from None


async def disconnect(client: AsyncClient) -> None:
    """Close the client's channel, when it opened one."""
    api = getattr(client, "_firestore_api_internal", None)  # the client offers no close of its own
    if api is not None:
        await api.transport.close()
