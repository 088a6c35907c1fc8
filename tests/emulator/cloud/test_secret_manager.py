"""The Secret Manager emulator through Google's client."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import google_crc32c
import grpc.aio
import pytest
from google.api_core import exceptions
from google.cloud import secretmanager_v1
from google.cloud.secretmanager_v1.services.secret_manager_service.transports.grpc_asyncio import (
    SecretManagerServiceGrpcAsyncIOTransport,
)

from emulators.secret_manager.emulator import secret_manager
from emulators.secret_manager.secret import Secrets
from future_finance.adapters.secret_manager import REMEMBERED_S, SecretManager
from future_finance.errors import Unavailable

pytestmark = pytest.mark.emulator
SECRET = "projects/p/secrets/oauth"
Client = secretmanager_v1.SecretManagerServiceAsyncClient


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps({SECRET: "first"}))
    secrets = Secrets()
    secrets.seed(seed)
    async with secret_manager(secrets) as ports:
        channel = grpc.aio.insecure_channel(f"127.0.0.1:{ports.grpc}")
        yield Client(transport=SecretManagerServiceGrpcAsyncIOTransport(channel=channel))
        await channel.close()


async def test_latest_is_the_version_added_last_and_older_ones_stay(client: Client) -> None:
    added = await client.add_secret_version(
        parent=SECRET, payload=secretmanager_v1.SecretPayload(data=b"second")
    )
    latest = await client.access_secret_version(name=f"{SECRET}/versions/latest")
    assert latest.name == added.name == f"{SECRET}/versions/2"
    assert latest.payload.data == b"second"
    assert latest.payload.data_crc32c == google_crc32c.value(b"second")
    assert (await client.access_secret_version(name=f"{SECRET}/versions/1")).payload.data == b"first"


async def test_a_payload_with_a_wrong_checksum_is_refused(client: Client) -> None:
    payload = secretmanager_v1.SecretPayload(data=b"second", data_crc32c=1)
    with pytest.raises(exceptions.InvalidArgument):
        await client.add_secret_version(parent=SECRET, payload=payload)


async def test_what_does_not_exist_is_not_found(client: Client) -> None:
    made = await client.create_secret(parent="projects/p", secret_id="new", secret=secretmanager_v1.Secret())
    assert (await client.get_secret(name=made.name)).name == "projects/p/secrets/new"
    for name in (f"{made.name}/versions/latest", f"{SECRET}/versions/9", "projects/p/secrets/no/versions/1"):
        with pytest.raises(exceptions.NotFound):
            await client.access_secret_version(name=name)
    with pytest.raises(exceptions.AlreadyExists):
        await client.create_secret(parent="projects/p", secret_id="new", secret=secretmanager_v1.Secret())


async def test_the_adapter_takes_up_a_new_version_within_minutes_and_a_missing_one_is_unavailable() -> None:
    secrets = Secrets()
    secrets.create(SECRET).add(b"first")
    now_s = [1_000.0]
    async with secret_manager(secrets) as ports:
        adapter = SecretManager("p", f"127.0.0.1:{ports.grpc}", lambda: now_s[0])
        assert await adapter.secret("oauth") == "first"
        secrets.get(SECRET).add(b"newer")
        now_s[0] += REMEMBERED_S - 1
        assert await adapter.secret("oauth") == "first"
        now_s[0] += 1
        assert await adapter.secret("oauth") == "newer"
        with pytest.raises(Unavailable):
            await adapter.secret("no-such-secret")
        await adapter.aclose()
