"""The Cloud KMS emulator's key: states of versions, and what they allow."""

from datetime import UTC, datetime, timedelta

import grpc
import pytest

from emulators.cloud_kms.key import DESTROY_AFTER, LocalKey, VersionState
from emulators.rpc import Refused

NOW = datetime(2026, 10, 3, tzinfo=UTC)
NAME = "projects/p/locations/l/keyRings/r/cryptoKeys/k"


def a_key(versions: int = 1) -> LocalKey:
    key = LocalKey(NAME, NOW)
    for _ in range(versions):
        key.add_version(NOW)
    return key


def test_the_ciphertext_names_the_version_that_made_it() -> None:
    key = a_key(versions=2)
    ciphertext = key.encrypt(1, b"data", b"aad", NOW)
    key.make_primary(2, NOW)
    assert key.decrypt(ciphertext, b"aad", NOW) == (b"data", 1)


@pytest.mark.parametrize("position", [0, 2, 5, 20, -1])
def test_a_changed_ciphertext_does_not_open(position: int) -> None:
    key = a_key()
    ciphertext = bytearray(key.encrypt(1, b"data", b"aad", NOW))
    ciphertext[position] ^= 1
    with pytest.raises(Refused) as refused:
        key.decrypt(bytes(ciphertext), b"aad", NOW)
    assert refused.value.code is grpc.StatusCode.INVALID_ARGUMENT


def test_other_additional_data_does_not_open() -> None:
    key = a_key()
    with pytest.raises(Refused) as refused:
        key.decrypt(key.encrypt(1, b"data", b"mine", NOW), b"yours", NOW)
    assert refused.value.code is grpc.StatusCode.INVALID_ARGUMENT


def test_another_key_does_not_open() -> None:
    other = LocalKey(f"{NAME}2", NOW, versions=a_key().versions)
    with pytest.raises(Refused, match="correct CryptoKey"):
        other.decrypt(a_key().encrypt(1, b"data", b"", NOW), b"", NOW)


def test_a_disabled_version_neither_seals_nor_opens_until_it_is_enabled() -> None:
    key = a_key()
    ciphertext = key.encrypt(1, b"data", b"", NOW)
    key.set_enabled(1, False, NOW)
    for use in (lambda: key.encrypt(1, b"data", b"", NOW), lambda: key.decrypt(ciphertext, b"", NOW)):
        with pytest.raises(Refused, match="is not enabled, current state is: DISABLED") as refused:
            use()
        assert refused.value.code is grpc.StatusCode.FAILED_PRECONDITION
    key.set_enabled(1, True, NOW)
    assert key.decrypt(ciphertext, b"", NOW) == (b"data", 1)


def test_a_destroyed_version_can_be_restored_only_before_its_time() -> None:
    key = a_key()
    ciphertext = key.encrypt(1, b"data", b"", NOW)
    key.schedule_destruction(1, NOW)
    with pytest.raises(Refused, match="DESTROY_SCHEDULED"):
        key.decrypt(ciphertext, b"", NOW)
    assert key.restore(1, NOW + DESTROY_AFTER - timedelta(seconds=1)).state is VersionState.DISABLED
    key.schedule_destruction(1, NOW)
    with pytest.raises(Refused, match="current state is: DESTROYED"):
        key.restore(1, NOW + DESTROY_AFTER)
    assert key.versions[1].material is None


def test_a_version_that_is_not_enabled_cannot_become_primary() -> None:
    key = a_key(versions=2)
    key.set_enabled(2, False, NOW)
    with pytest.raises(Refused, match="not enabled"):
        key.make_primary(2, NOW)
    assert key.primary == 1
