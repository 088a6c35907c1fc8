"""The Cloud KMS emulator through Google's client, and our adapter against its faults."""

from __future__ import annotations

import stat
from collections.abc import AsyncIterator
from pathlib import Path

import google_crc32c
import grpc.aio
import httpx2
import pytest
from google.api_core import exceptions
from google.cloud import kms_v1
from google.cloud.kms_v1.services.key_management_service.transports.grpc_asyncio import (
    KeyManagementServiceGrpcAsyncIOTransport,
)
from google.protobuf import field_mask_pb2

from emulators.cloud_kms.emulator import cloud_kms
from emulators.cloud_kms.key_store import KeyStore
from emulators.server import Ports
from future_finance.adapters import metering
from future_finance.adapters.cloud_kms import CloudKms
from future_finance.errors import SealBroken, VaultUnavailable
from tests.emulator.cloud.conftest import LOCATION

pytestmark = pytest.mark.emulator
KEY = f"{LOCATION}/keyRings/ring/cryptoKeys/key"
States = kms_v1.CryptoKeyVersion.CryptoKeyVersionState
Client = kms_v1.KeyManagementServiceAsyncClient


@pytest.fixture
async def ports() -> AsyncIterator[Ports]:
    async with cloud_kms(KeyStore(), [KEY]) as ports:
        yield ports


@pytest.fixture
async def client(ports: Ports) -> AsyncIterator[Client]:
    channel = grpc.aio.insecure_channel(f"127.0.0.1:{ports.grpc}")
    yield Client(transport=KeyManagementServiceGrpcAsyncIOTransport(channel=channel))
    await channel.close()


@pytest.fixture
async def kms(ports: Ports) -> AsyncIterator[CloudKms]:
    kms = CloudKms(KEY, f"127.0.0.1:{ports.grpc}")
    yield kms
    await kms.aclose()


async def order_fault(ports: Ports, mode: str, times: int) -> None:
    async with httpx2.AsyncClient(trust_env=False) as http:
        ordered = await http.post(
            f"http://127.0.0.1:{ports.http}/__faults", json={"mode": mode, "times": times}
        )
    assert ordered.status_code == 204


async def test_checksums_that_were_sent_are_reported_as_verified(client: Client) -> None:
    request = kms_v1.EncryptRequest(
        name=KEY,
        plaintext=b"data",
        plaintext_crc32c=google_crc32c.value(b"data"),
        additional_authenticated_data=b"aad",
        additional_authenticated_data_crc32c=google_crc32c.value(b"aad"),
    )
    sent = await client.encrypt(request=request)
    assert sent.verified_plaintext_crc32c
    assert sent.verified_additional_authenticated_data_crc32c
    assert sent.name == f"{KEY}/cryptoKeyVersions/1"
    assert sent.ciphertext_crc32c == google_crc32c.value(sent.ciphertext)
    unsent = await client.encrypt(request=kms_v1.EncryptRequest(name=KEY, plaintext=b"data"))
    assert not unsent.verified_plaintext_crc32c
    assert not unsent.verified_additional_authenticated_data_crc32c


async def test_a_wrong_checksum_is_refused(client: Client) -> None:
    request = kms_v1.EncryptRequest(name=KEY, plaintext=b"data", plaintext_crc32c=1)
    with pytest.raises(exceptions.InvalidArgument, match="plaintext_crc32c did not match"):
        await client.encrypt(request=request)


async def test_a_new_version_seals_once_it_is_primary_and_the_old_one_still_opens(client: Client) -> None:
    old = await client.encrypt(name=KEY, plaintext=b"data")
    await client.create_crypto_key_version(parent=KEY, crypto_key_version=kms_v1.CryptoKeyVersion())
    assert (await client.encrypt(name=KEY, plaintext=b"x")).name.endswith("/1")
    key = await client.update_crypto_key_primary_version(name=KEY, crypto_key_version_id="2")
    assert key.primary.name.endswith("/cryptoKeyVersions/2")
    new = await client.encrypt(name=KEY, plaintext=b"data")
    assert (await client.decrypt(name=KEY, ciphertext=new.ciphertext)).used_primary
    opened = await client.decrypt(name=KEY, ciphertext=old.ciphertext)
    assert (opened.plaintext, opened.used_primary) == (b"data", False)


async def test_disabled_and_destroyed_versions_fail_as_in_production(client: Client) -> None:
    version = f"{KEY}/cryptoKeyVersions/1"
    sealed = await client.encrypt(name=KEY, plaintext=b"data")
    disabled = await client.update_crypto_key_version(
        crypto_key_version=kms_v1.CryptoKeyVersion(name=version, state=States.DISABLED),
        update_mask=field_mask_pb2.FieldMask(paths=["state"]),
    )
    assert disabled.state == States.DISABLED
    with pytest.raises(exceptions.FailedPrecondition, match="current state is: DISABLED"):
        await client.decrypt(name=KEY, ciphertext=sealed.ciphertext)
    destroyed = await client.destroy_crypto_key_version(name=version)
    assert destroyed.state == States.DESTROY_SCHEDULED
    with pytest.raises(exceptions.FailedPrecondition, match="current state is: DESTROY_SCHEDULED"):
        await client.encrypt(name=KEY, plaintext=b"data")
    assert (await client.restore_crypto_key_version(name=version)).state == States.DISABLED


async def test_missing_and_doubled_resources_are_named_as_such(client: Client) -> None:
    with pytest.raises(exceptions.NotFound):
        await client.encrypt(name=f"{KEY}-other", plaintext=b"data")
    with pytest.raises(exceptions.NotFound):
        await client.get_crypto_key_version(name=f"{KEY}/cryptoKeyVersions/9")
    with pytest.raises(exceptions.AlreadyExists):
        await client.create_key_ring(parent=LOCATION, key_ring_id="ring", key_ring=kms_v1.KeyRing())
    purpose = kms_v1.CryptoKey.CryptoKeyPurpose.ENCRYPT_DECRYPT
    made = await client.create_crypto_key(
        parent=f"{LOCATION}/keyRings/ring", crypto_key_id="two", crypto_key=kms_v1.CryptoKey(purpose=purpose)
    )
    assert made.primary.state == States.ENABLED
    assert [version.name async for version in await client.list_crypto_key_versions(parent=made.name)] == [
        f"{made.name}/cryptoKeyVersions/1"
    ]


async def test_keys_outlive_the_emulator_in_a_private_file(tmp_path: Path) -> None:
    state = tmp_path / "keys.json"
    async with cloud_kms(KeyStore(state), [KEY]) as ports:
        kms = CloudKms(KEY, f"127.0.0.1:{ports.grpc}")
        wrapped = await kms.wrap(b"k" * 32, b"asha")
        await kms.aclose()
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    async with cloud_kms(KeyStore(state), [KEY]) as ports:
        kms = CloudKms(KEY, f"127.0.0.1:{ports.grpc}")
        assert (await kms.unwrap(wrapped, b"asha")).data_key == b"k" * 32
        await kms.aclose()


async def test_the_adapter_counts_each_call_and_opens_only_for_the_same_user(kms: CloudKms) -> None:
    meter = metering.start()
    wrapped = await kms.wrap(b"k" * 32, b"asha")
    opened = await kms.unwrap(wrapped, b"asha")
    assert (opened.data_key, opened.under_primary) == (b"k" * 32, True)
    assert meter.kms_calls == 2
    with pytest.raises(SealBroken):
        await kms.unwrap(wrapped, b"ravi")


async def test_the_adapter_outlives_a_short_outage(kms: CloudKms, ports: Ports) -> None:
    await order_fault(ports, "unavailable", 2)
    assert await kms.wrap(b"k" * 32, b"asha")


async def test_a_long_outage_is_an_unavailable_vault(kms: CloudKms, ports: Ports) -> None:
    await order_fault(ports, "unavailable", 10_000)
    with pytest.raises(VaultUnavailable):
        await kms.wrap(b"k" * 32, b"asha")


async def test_an_answer_damaged_on_its_way_is_asked_for_again(kms: CloudKms, ports: Ports) -> None:
    await order_fault(ports, "corrupt", 2)
    wrapped = await kms.wrap(b"k" * 32, b"asha")
    await order_fault(ports, "corrupt", 2)
    assert (await kms.unwrap(wrapped, b"asha")).data_key == b"k" * 32
    await order_fault(ports, "corrupt", 3)
    with pytest.raises(VaultUnavailable):
        await kms.unwrap(wrapped, b"asha")


async def test_a_fault_that_is_not_known_is_refused(ports: Ports) -> None:
    async with httpx2.AsyncClient(trust_env=False) as http:
        answer = await http.post(f"http://127.0.0.1:{ports.http}/__faults", json={"mode": "slow", "times": 1})
    assert answer.status_code == 422


async def test_the_page_shows_versions_without_their_material(ports: Ports) -> None:
    async with httpx2.AsyncClient(trust_env=False) as http:
        page = await http.get(f"http://127.0.0.1:{ports.http}/")
    assert page.json() == {
        "versions": [{"version": f"{KEY}/cryptoKeyVersions/1", "state": "ENABLED", "primary": True}]
    }
