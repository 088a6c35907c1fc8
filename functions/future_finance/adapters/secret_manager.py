"""Secrets from Secret Manager, read once an instance."""

from __future__ import annotations

import asyncio

import google_crc32c
import grpc
from google.api_core.exceptions import GoogleAPICallError
from google.auth.exceptions import GoogleAuthError
from google.cloud.secretmanager_v1 import SecretManagerServiceAsyncClient
from google.cloud.secretmanager_v1.services.secret_manager_service.transports import (
    SecretManagerServiceGrpcAsyncIOTransport,
)

from future_finance.errors import Unavailable

_TIMEOUT_S = 5.0


class SecretManager:
    """Latest versions of a project's secrets. `emulator` is host:port of a local stand-in."""

    def __init__(self, project: str, emulator: str | None = None) -> None:
        self._project = project
        transport = (
            SecretManagerServiceGrpcAsyncIOTransport(channel=grpc.aio.insecure_channel(emulator))
            if emulator
            else None
        )
        self._client = SecretManagerServiceAsyncClient(transport=transport)
        self._known: dict[str, str] = {}
        self._reading = asyncio.Lock()

    async def secret(self, secret_id: str) -> str:
        """Raises Unavailable."""
        async with self._reading:
            if secret_id not in self._known:
                name = f"projects/{self._project}/secrets/{secret_id}/versions/latest"
                try:
                    answer = await self._client.access_secret_version(name=name, timeout=_TIMEOUT_S)
                except (GoogleAPICallError, GoogleAuthError) as error:
                    raise Unavailable from error
                if answer.payload.data_crc32c != google_crc32c.value(answer.payload.data):
                    raise Unavailable  # damaged on its way
                self._known[secret_id] = answer.payload.data.decode()
            return self._known[secret_id]

    async def aclose(self) -> None:
        await self._client.transport.close()
