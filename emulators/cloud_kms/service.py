"""google.cloud.kms.v1.KeyManagementService: symmetric encryption and the life of key versions."""

from __future__ import annotations

import google_crc32c
import grpc
from google.cloud import kms_v1

from emulators.cloud_kms.faults import Faults
from emulators.cloud_kms.key import LocalKey, LocalVersion, VersionState
from emulators.cloud_kms.key_store import KeyStore
from emulators.rpc import invalid, service

MAX_BYTES = 64 * 1024  # of plaintext, and of AAD
_States = kms_v1.CryptoKeyVersion.CryptoKeyVersionState


class CloudKms:
    """The methods over a key store."""

    def __init__(self, store: KeyStore, faults: Faults) -> None:
        self._store = store
        self._faults = faults

    def handler(self) -> grpc.GenericRpcHandler:
        return service(
            "google.cloud.kms.v1.KeyManagementService",
            {
                "ListKeyRings": (self.list_key_rings, kms_v1.ListKeyRingsRequest),
                "GetKeyRing": (self.get_key_ring, kms_v1.GetKeyRingRequest),
                "CreateKeyRing": (self.create_key_ring, kms_v1.CreateKeyRingRequest),
                "ListCryptoKeys": (self.list_crypto_keys, kms_v1.ListCryptoKeysRequest),
                "GetCryptoKey": (self.get_crypto_key, kms_v1.GetCryptoKeyRequest),
                "CreateCryptoKey": (self.create_crypto_key, kms_v1.CreateCryptoKeyRequest),
                "ListCryptoKeyVersions": (self.list_versions, kms_v1.ListCryptoKeyVersionsRequest),
                "GetCryptoKeyVersion": (self.get_version, kms_v1.GetCryptoKeyVersionRequest),
                "CreateCryptoKeyVersion": (self.create_version, kms_v1.CreateCryptoKeyVersionRequest),
                "UpdateCryptoKeyPrimaryVersion": (
                    self.update_primary,
                    kms_v1.UpdateCryptoKeyPrimaryVersionRequest,
                ),
                "UpdateCryptoKeyVersion": (self.update_version, kms_v1.UpdateCryptoKeyVersionRequest),
                "DestroyCryptoKeyVersion": (self.destroy_version, kms_v1.DestroyCryptoKeyVersionRequest),
                "RestoreCryptoKeyVersion": (self.restore_version, kms_v1.RestoreCryptoKeyVersionRequest),
                "Encrypt": (self.encrypt, kms_v1.EncryptRequest),
                "Decrypt": (self.decrypt, kms_v1.DecryptRequest),
            },
        )

    async def list_key_rings(self, request: kms_v1.ListKeyRingsRequest) -> kms_v1.ListKeyRingsResponse:
        found = [self._ring(name) for name in self._store.rings if name.startswith(f"{request.parent}/")]
        return kms_v1.ListKeyRingsResponse(key_rings=found, total_size=len(found))

    async def get_key_ring(self, request: kms_v1.GetKeyRingRequest) -> kms_v1.KeyRing:
        return self._ring(request.name)

    async def create_key_ring(self, request: kms_v1.CreateKeyRingRequest) -> kms_v1.KeyRing:
        name = f"{request.parent}/keyRings/{request.key_ring_id}"
        self._store.add_ring(name)
        return self._ring(name)

    async def list_crypto_keys(self, request: kms_v1.ListCryptoKeysRequest) -> kms_v1.ListCryptoKeysResponse:
        self._store.created_ring(request.parent)
        keys = [key for name, key in self._store.keys.items() if name.startswith(f"{request.parent}/")]
        return kms_v1.ListCryptoKeysResponse(
            crypto_keys=[self._key(key) for key in keys], total_size=len(keys)
        )

    async def get_crypto_key(self, request: kms_v1.GetCryptoKeyRequest) -> kms_v1.CryptoKey:
        return self._key(self._store.key(request.name))

    async def create_crypto_key(self, request: kms_v1.CreateCryptoKeyRequest) -> kms_v1.CryptoKey:
        if request.crypto_key.purpose != kms_v1.CryptoKey.CryptoKeyPurpose.ENCRYPT_DECRYPT:
            raise invalid("Only the purpose ENCRYPT_DECRYPT is served here.")
        key = self._store.add_key(
            f"{request.parent}/cryptoKeys/{request.crypto_key_id}",
            request.crypto_key.destroy_scheduled_duration,
            with_version=not request.skip_initial_version_creation,
        )
        return self._key(key)

    async def list_versions(
        self, request: kms_v1.ListCryptoKeyVersionsRequest
    ) -> kms_v1.ListCryptoKeyVersionsResponse:
        key = self._store.key(request.parent)
        found = [self._version(key, number) for number in key.versions]
        return kms_v1.ListCryptoKeyVersionsResponse(crypto_key_versions=found, total_size=len(found))

    async def get_version(self, request: kms_v1.GetCryptoKeyVersionRequest) -> kms_v1.CryptoKeyVersion:
        return self._version(*self._store.key_and_version(request.name))

    async def create_version(self, request: kms_v1.CreateCryptoKeyVersionRequest) -> kms_v1.CryptoKeyVersion:
        key = self._store.key(request.parent)
        version = key.add_version(self._store.now())
        return self._saved(key, version)

    async def update_primary(self, request: kms_v1.UpdateCryptoKeyPrimaryVersionRequest) -> kms_v1.CryptoKey:
        key = self._store.key(request.name)
        if not request.crypto_key_version_id.isdecimal():
            raise invalid("crypto_key_version_id must be the id of a version.")
        key.make_primary(int(request.crypto_key_version_id), self._store.now())
        self._store.save()
        return self._key(key)

    async def update_version(self, request: kms_v1.UpdateCryptoKeyVersionRequest) -> kms_v1.CryptoKeyVersion:
        wanted = request.crypto_key_version.state
        if list(request.update_mask.paths) != ["state"] or wanted not in {_States.ENABLED, _States.DISABLED}:
            raise invalid("Only the state can be updated, to ENABLED or DISABLED.")
        key, number = self._store.key_and_version(request.crypto_key_version.name)
        return self._saved(key, key.set_enabled(number, wanted == _States.ENABLED, self._store.now()))

    async def destroy_version(
        self, request: kms_v1.DestroyCryptoKeyVersionRequest
    ) -> kms_v1.CryptoKeyVersion:
        key, number = self._store.key_and_version(request.name)
        return self._saved(key, key.schedule_destruction(number, self._store.now()))

    async def restore_version(
        self, request: kms_v1.RestoreCryptoKeyVersionRequest
    ) -> kms_v1.CryptoKeyVersion:
        key, number = self._store.key_and_version(request.name)
        return self._saved(key, key.restore(number, self._store.now()))

    async def encrypt(self, request: kms_v1.EncryptRequest) -> kms_v1.EncryptResponse:
        self._faults.before_call()
        aad = request.additional_authenticated_data
        if len(request.plaintext) > MAX_BYTES or len(aad) > MAX_BYTES:
            raise invalid("The plaintext and the additional authenticated data may have 64KiB each.")
        verified_plaintext = _verified(request, "plaintext", request.plaintext)
        verified_aad = _verified(request, "additional_authenticated_data", aad)
        key, number = self._store.key_or_version(request.name)
        ciphertext = key.encrypt(number, request.plaintext, aad, self._store.now())
        return kms_v1.EncryptResponse(
            name=key.version_name(number),
            ciphertext=ciphertext,
            ciphertext_crc32c=self._checksum(ciphertext),
            verified_plaintext_crc32c=verified_plaintext,
            verified_additional_authenticated_data_crc32c=verified_aad,
            protection_level=kms_v1.ProtectionLevel.SOFTWARE,
        )

    async def decrypt(self, request: kms_v1.DecryptRequest) -> kms_v1.DecryptResponse:
        self._faults.before_call()
        aad = request.additional_authenticated_data
        _verified(request, "ciphertext", request.ciphertext)
        _verified(request, "additional_authenticated_data", aad)
        key = self._store.key(request.name)
        plaintext, used = key.decrypt(request.ciphertext, aad, self._store.now())
        return kms_v1.DecryptResponse(
            plaintext=plaintext,
            plaintext_crc32c=self._checksum(plaintext),
            used_primary=used == key.primary,
            protection_level=kms_v1.ProtectionLevel.SOFTWARE,
        )

    def tables(self) -> dict[str, list[dict[str, object]]]:
        """Keys and versions, without material."""
        return {
            "versions": [
                {
                    "version": key.version_name(version.number),
                    "state": version.state,
                    "primary": version.number == key.primary,
                }
                for key in self._store.keys.values()
                for version in key.versions.values()
            ]
        }

    def _checksum(self, data: bytes) -> int:
        return self._faults.checksum(google_crc32c.value(data))

    def _saved(self, key: LocalKey, version: LocalVersion) -> kms_v1.CryptoKeyVersion:
        self._store.save()
        return self._version(key, version.number)

    def _ring(self, name: str) -> kms_v1.KeyRing:
        return kms_v1.KeyRing(name=name, create_time=self._store.created_ring(name))

    def _key(self, key: LocalKey) -> kms_v1.CryptoKey:
        shown = kms_v1.CryptoKey(
            name=key.name,
            purpose=kms_v1.CryptoKey.CryptoKeyPurpose.ENCRYPT_DECRYPT,
            create_time=key.created_at,
            destroy_scheduled_duration=key.destroy_after,
        )
        if key.primary:
            shown.primary = self._version(key, key.primary)
        return shown

    def _version(self, key: LocalKey, number: int) -> kms_v1.CryptoKeyVersion:
        version = key.version(number, self._store.now())
        shown = kms_v1.CryptoKeyVersion(
            name=key.version_name(number),
            state=version.state.value,
            create_time=version.created_at,
            protection_level=kms_v1.ProtectionLevel.SOFTWARE,
            algorithm=kms_v1.CryptoKeyVersion.CryptoKeyVersionAlgorithm.GOOGLE_SYMMETRIC_ENCRYPTION,
        )
        if version.destroy_at is not None:
            destroyed = version.state is VersionState.DESTROYED
            setattr(shown, "destroy_event_time" if destroyed else "destroy_time", version.destroy_at)
        return shown


def _verified(request: kms_v1.EncryptRequest | kms_v1.DecryptRequest, name: str, data: bytes) -> bool:
    """Whether a checksum of field `name` was sent, and it is right. Raises Refused when it is wrong."""
    field = f"{name}_crc32c"
    if field not in request:
        return False
    if getattr(request, field) != google_crc32c.value(data):
        raise invalid(f"The checksum in field {field} did not match the data in field {name}.")
    return True
