"""Secrets from Secret Manager, remembered for some minutes: a new version is taken up without a new instance."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

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
REMEMBERED_S = 300.0


class SecretManager:
    """Latest versions of a project's secrets. `emulator` is host:port of a local stand-in."""

    def __init__(
        self, project: str, emulator: str | None = None, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._project = project
        self._now_s = now_s
        transport = (
            SecretManagerServiceGrpcAsyncIOTransport(channel=grpc.aio.insecure_channel(emulator))
            if emulator
            else None
        )
        self._client = SecretManagerServiceAsyncClient(transport=transport)
        self._known: dict[str, tuple[float, str]] = {}  # until when, and what
        self._reading = asyncio.Lock()

    async def secret(self, secret_id: str) -> str:
        """Raises Unavailable."""
        async with self._reading:
            until_s, value = self._known.get(secret_id, (0.0, ""))
            if until_s <= self._now_s():
                value = await self._latest(secret_id)
                self._known[secret_id] = (self._now_s() + REMEMBERED_S, value)
            return value

    async def _latest(self, secret_id: str) -> str:
        name = f"projects/{self._project}/secrets/{secret_id}/versions/latest"
        try:
            answer = await self._client.access_secret_version(name=name, timeout=_TIMEOUT_S)
        except (GoogleAPICallError, GoogleAuthError) as error:
            raise Unavailable from error
        if answer.payload.data_crc32c != google_crc32c.value(answer.payload.data):
            raise Unavailable  # damaged on its way
        return answer.payload.data.decode()

    async def aclose(self) -> None:
        await self._client.transport.close()
