"""A symmetric key and its versions: what each state allows, and the encryption itself."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from emulators.rpc import failed_precondition, invalid, not_found

DESTROY_AFTER = timedelta(days=30)  # the service's default destroy_scheduled_duration
_FORMAT = b"\x01"
_NONCE_BYTES = 12
_HEADER_BYTES = len(_FORMAT) + 4 + _NONCE_BYTES


class VersionState(StrEnum):
    """Names as in CryptoKeyVersion.CryptoKeyVersionState."""

    ENABLED = "ENABLED"
    DISABLED = "DISABLED"
    DESTROY_SCHEDULED = "DESTROY_SCHEDULED"
    DESTROYED = "DESTROYED"


@dataclass(slots=True)
class LocalVersion:
    """`material` is None once destroyed."""

    number: int
    created_at: datetime
    material: bytes | None
    state: VersionState = VersionState.ENABLED
    destroy_at: datetime | None = None


@dataclass(slots=True)
class LocalKey:
    """Moments are given by the caller, UTC."""

    name: str
    created_at: datetime
    destroy_after: timedelta = DESTROY_AFTER
    primary: int = 0
    versions: dict[int, LocalVersion] = field(default_factory=dict)

    def add_version(self, now: datetime) -> LocalVersion:
        version = LocalVersion(len(self.versions) + 1, now, AESGCM.generate_key(256))
        self.versions[version.number] = version
        self.primary = self.primary or version.number
        return version

    def version(self, number: int, now: datetime) -> LocalVersion:
        """The version as it is now: one whose time has come is destroyed. Raises Refused."""
        version = self.versions.get(number)
        if version is None:
            raise not_found(f"{self.version_name(number)} not found.")
        if (
            version.state is VersionState.DESTROY_SCHEDULED
            and version.destroy_at
            and version.destroy_at <= now
        ):
            version.state = VersionState.DESTROYED
            version.material = None
        return version

    def version_name(self, number: int) -> str:
        return f"{self.name}/cryptoKeyVersions/{number}"

    def make_primary(self, number: int, now: datetime) -> None:
        self._usable(number, now)
        self.primary = number

    def set_enabled(self, number: int, enabled: bool, now: datetime) -> LocalVersion:
        version = self.version(number, now)
        if version.state not in {VersionState.ENABLED, VersionState.DISABLED}:
            raise self._wrong_state(version)
        version.state = VersionState.ENABLED if enabled else VersionState.DISABLED
        return version

    def schedule_destruction(self, number: int, now: datetime) -> LocalVersion:
        version = self.version(number, now)
        if version.state not in {VersionState.ENABLED, VersionState.DISABLED}:
            raise self._wrong_state(version)
        version.state = VersionState.DESTROY_SCHEDULED
        version.destroy_at = now + self.destroy_after
        return version

    def restore(self, number: int, now: datetime) -> LocalVersion:
        version = self.version(number, now)
        if version.state is not VersionState.DESTROY_SCHEDULED:
            raise self._wrong_state(version)
        version.state = VersionState.DISABLED
        version.destroy_at = None
        return version

    def encrypt(self, number: int, plaintext: bytes, aad: bytes, now: datetime) -> bytes:
        """The ciphertext names the version: format byte, version, nonce, AES-256-GCM output."""
        nonce = os.urandom(_NONCE_BYTES)
        cipher = AESGCM(self._usable(number, now))
        header = _FORMAT + number.to_bytes(4) + nonce
        return header + cipher.encrypt(nonce, plaintext, self._bound(number, aad))

    def decrypt(self, ciphertext: bytes, aad: bytes, now: datetime) -> tuple[bytes, int]:
        """The plaintext, and the version that was used."""
        if len(ciphertext) < _HEADER_BYTES or not ciphertext.startswith(_FORMAT):
            raise invalid("Decryption failed: the ciphertext is invalid.")
        number = int.from_bytes(ciphertext[1:5])
        if number not in self.versions:
            raise invalid("Decryption failed: verify that 'name' refers to the correct CryptoKey.")
        cipher = AESGCM(self._usable(number, now))
        nonce, sealed = ciphertext[5:_HEADER_BYTES], ciphertext[_HEADER_BYTES:]
        try:
            return cipher.decrypt(nonce, sealed, self._bound(number, aad)), number
        except InvalidTag:
            raise invalid("Decryption failed: verify that 'name' refers to the correct CryptoKey.") from None

    def _usable(self, number: int, now: datetime) -> bytes:
        version = self.version(number, now)
        if version.state is not VersionState.ENABLED or version.material is None:
            raise self._wrong_state(version)
        return version.material

    def _bound(self, number: int, aad: bytes) -> bytes:
        return self.version_name(number).encode() + b"\x00" + aad

    def _wrong_state(self, version: LocalVersion) -> Exception:
        return failed_precondition(
            f"{self.version_name(version.number)} is not enabled, current state is: {version.state}."
        )
