"""The vault on Firestore and Cloud KMS: attacks, rotation, outages, concurrency."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from emulators.cloud_kms.key import DESTROY_AFTER
from future_finance.adapters import metering
from future_finance.errors import SealBroken, VaultUnavailable
from future_finance.usecases.ports import Purpose
from future_finance.usecases.rotation import Rotation, rotate_keys
from tests.contract.vault_cases import RealVault, real_vault

pytestmark = pytest.mark.emulator
SECRET = {"id": "mcp-session-very-secret"}
SESSION, REFRESH = Purpose.FI_SESSION, Purpose.GOOGLE_REFRESH


@pytest.fixture
async def real(firestore_emulator: str) -> AsyncIterator[RealVault]:
    async with real_vault() as real:
        await real.vault.seal("asha", "fi", SESSION, SECRET)
        yield real


async def move(real: RealVault, token: str, to: str) -> None:
    fields = await real.documents.get("tokens", token)
    assert fields is not None
    await real.documents.ref("tokens", to).set(fields)


async def test_the_database_holds_nothing_in_clear(real: RealVault) -> None:
    key = await real.documents.get("keys", "asha")
    token = await real.documents.get("tokens", "asha_fi_fi%5Fsession")
    assert key is not None
    assert token is not None
    assert set(key) == {"uid", "wrapped", "schemaVersion"}
    assert set(token) == {"uid", "sealed", "schemaVersion"}
    assert b"secret" not in key["wrapped"] + token["sealed"]


@pytest.mark.parametrize(
    ("moved_to", "uid", "connection", "purpose"),
    [
        ("ravi_fi_fi%5Fsession", "ravi", "fi", SESSION),
        ("asha_other_fi%5Fsession", "asha", "other", SESSION),
        ("asha_fi_google%5Frefresh", "asha", "fi", REFRESH),
    ],
)
async def test_a_sealed_value_moved_elsewhere_does_not_open(
    real: RealVault, moved_to: str, uid: str, connection: str, purpose: Purpose
) -> None:
    await real.vault.seal("ravi", "x", SESSION, {"id": "own"})
    await move(real, "asha_fi_fi%5Fsession", moved_to)
    with pytest.raises(SealBroken):
        await real.vault.open(uid, connection, purpose)


async def test_another_users_wrapped_key_does_not_unwrap(real: RealVault) -> None:
    key = await real.documents.get("keys", "asha")
    assert key is not None
    await real.documents.ref("keys", "ravi").set(key)
    await move(real, "asha_fi_fi%5Fsession", "ravi_fi_fi%5Fsession")
    with pytest.raises(SealBroken):
        await real.vault.open("ravi", "fi", SESSION)


async def test_a_tampered_wrapped_key_does_not_open_even_where_the_right_one_is_cached(
    real: RealVault,
) -> None:
    await real.vault.open("asha", "fi", SESSION)
    key = await real.documents.get("keys", "asha")
    assert key is not None
    await real.documents.ref("keys", "asha").update({"wrapped": _damaged(key["wrapped"])})
    with pytest.raises(SealBroken):
        await real.vault.open("asha", "fi", SESSION)


async def test_connecting_again_replaces_a_key_that_cannot_be_unwrapped(real: RealVault) -> None:
    await real.documents.ref("keys", "asha").update({"wrapped": b"garbage"})
    await real.vault.seal("asha", "fi", SESSION, {"id": "new"})
    assert await real.another_instance().open("asha", "fi", SESSION) == {"id": "new"}


async def test_a_token_restored_after_shredding_stays_shut_also_for_an_instance_that_had_the_key(
    real: RealVault,
) -> None:
    token = await real.documents.get("tokens", "asha_fi_fi%5Fsession")
    assert token is not None
    other = real.another_instance()
    assert await other.open("asha", "fi", SESSION) == SECRET
    await real.vault.shred("asha")
    await real.documents.ref("tokens", "asha_fi_fi%5Fsession").set(token)
    for vault in (real.vault, other):
        with pytest.raises(SealBroken):
            await vault.open("asha", "fi", SESSION)
    await real.vault.seal("asha", "new", SESSION, {"id": "new"})
    with pytest.raises(SealBroken):
        await other.open("asha", "fi", SESSION)


async def test_after_rewrapping_the_old_key_version_can_be_destroyed(real: RealVault) -> None:
    real.rotate()
    rotation = await rotate_keys(real.vault, Rotation(), lambda _: None)
    assert (rotation.rewrapped, rotation.current) == (1, 0)
    now = real.key_store.now()
    real.key.schedule_destruction(1, now - DESTROY_AFTER - timedelta(seconds=1))
    assert real.key.version(1, now).material is None
    assert await real.another_instance().open("asha", "fi", SESSION) == SECRET


async def test_a_disabled_key_version_is_an_unavailable_vault_until_it_is_enabled(
    real: RealVault, caplog: pytest.LogCaptureFixture
) -> None:
    other = real.another_instance()
    real.key.set_enabled(1, False, real.key_store.now())
    with caplog.at_level(logging.DEBUG, "future_finance"), pytest.raises(VaultUnavailable):
        await other.open("asha", "fi", SESSION)
    assert "disabled, or destroyed" in caplog.text
    real.key.set_enabled(1, True, real.key_store.now())
    assert await other.open("asha", "fi", SESSION) == SECRET


async def test_no_failure_tells_a_secret_or_a_name(real: RealVault, caplog: pytest.LogCaptureFixture) -> None:
    other = real.another_instance()
    with caplog.at_level(logging.DEBUG, "future_finance"):
        real.key.set_enabled(1, False, real.key_store.now())
        with pytest.raises(VaultUnavailable) as unavailable:
            await other.open("asha", "fi", SESSION)
        real.key.set_enabled(1, True, real.key_store.now())
        await real.documents.ref("tokens", "asha_fi_fi%5Fsession").update({"sealed": b"\x01" + b"x" * 40})
        with pytest.raises(SealBroken) as broken:
            await other.open("asha", "fi", SESSION)
    told = caplog.text + "".join(
        "".join(traceback.format_exception(type(error.value), error.value, None))
        for error in (unavailable, broken)
    )
    assert "very-secret" not in told
    assert "asha" not in told


async def test_two_first_seals_at_once_make_one_key_and_both_open(real: RealVault) -> None:
    first, second = real.another_instance(), real.another_instance()
    await asyncio.gather(
        first.seal("ravi", "fi", SESSION, {"id": "1"}), second.seal("ravi", "google", REFRESH, {"token": "2"})
    )
    reader = real.another_instance()
    assert await reader.open("ravi", "fi", SESSION) == {"id": "1"}
    assert await reader.open("ravi", "google", REFRESH) == {"token": "2"}


async def test_a_shred_during_a_seal_leaves_no_value_under_the_old_key(real: RealVault) -> None:
    await asyncio.gather(
        real.vault.seal("asha", "other", SESSION, {"id": "1"}), real.another_instance().shred("asha")
    )
    reader = real.another_instance()
    assert await reader.open("asha", "other", SESSION) in (
        None,
        {"id": "1"},
    )  # sealed before, or wholly after
    assert await reader.open("asha", "fi", SESSION) is None


async def test_opening_costs_two_reads_and_one_kms_call_and_no_call_while_the_key_is_cached(
    real: RealVault,
) -> None:
    other = real.another_instance()
    meter = metering.start()
    await other.open("asha", "fi", SESSION)
    assert (meter.firestore_reads, meter.firestore_writes, meter.kms_calls) == (2, 0, 1)
    meter = metering.start()
    await other.open("asha", "fi", SESSION)
    assert (meter.firestore_reads, meter.firestore_writes, meter.kms_calls) == (2, 0, 0)


async def test_a_first_seal_writes_key_and_value_in_one_commit_with_one_kms_call(real: RealVault) -> None:
    meter = metering.start()
    await real.vault.seal("ravi", "fi", SESSION, SECRET)
    assert (meter.firestore_reads, meter.firestore_writes, meter.kms_calls) == (1, 2, 1)


def _damaged(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])
