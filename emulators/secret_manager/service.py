"""google.cloud.secretmanager.v1.SecretManagerService: creating, adding to and reading secrets."""

from __future__ import annotations

import google_crc32c
import grpc
from google.cloud import secretmanager_v1

from emulators.rpc import invalid, service
from emulators.secret_manager.secret import LocalSecret, Secrets, SecretVersion


class SecretManager:
    """The methods over all secrets."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    def handler(self) -> grpc.GenericRpcHandler:
        return service(
            "google.cloud.secretmanager.v1.SecretManagerService",
            {
                "CreateSecret": (self.create_secret, secretmanager_v1.CreateSecretRequest),
                "GetSecret": (self.get_secret, secretmanager_v1.GetSecretRequest),
                "AddSecretVersion": (self.add_version, secretmanager_v1.AddSecretVersionRequest),
                "AccessSecretVersion": (self.access_version, secretmanager_v1.AccessSecretVersionRequest),
            },
        )

    async def create_secret(self, request: secretmanager_v1.CreateSecretRequest) -> secretmanager_v1.Secret:
        return _secret(self._secrets.create(f"{request.parent}/secrets/{request.secret_id}"))

    async def get_secret(self, request: secretmanager_v1.GetSecretRequest) -> secretmanager_v1.Secret:
        return _secret(self._secrets.get(request.name))

    async def add_version(
        self, request: secretmanager_v1.AddSecretVersionRequest
    ) -> secretmanager_v1.SecretVersion:
        payload = request.payload
        if "data_crc32c" in payload and payload.data_crc32c != google_crc32c.value(payload.data):
            raise invalid("The checksum in field data_crc32c did not match the payload.")
        return _version(self._secrets.get(request.parent).add(payload.data))

    async def access_version(
        self, request: secretmanager_v1.AccessSecretVersionRequest
    ) -> secretmanager_v1.AccessSecretVersionResponse:
        version = self._secrets.version(request.name)
        return secretmanager_v1.AccessSecretVersionResponse(
            name=version.name,
            payload=secretmanager_v1.SecretPayload(
                data=version.payload, data_crc32c=google_crc32c.value(version.payload)
            ),
        )

    def tables(self) -> dict[str, list[dict[str, object]]]:
        """Names and numbers of versions, without payloads."""
        return {
            "secrets": [
                {"secret": secret.name, "versions": len(secret.versions)} for secret in self._secrets.all()
            ]
        }


def _secret(secret: LocalSecret) -> secretmanager_v1.Secret:
    return secretmanager_v1.Secret(name=secret.name, create_time=secret.created_at)


def _version(version: SecretVersion) -> secretmanager_v1.SecretVersion:
    return secretmanager_v1.SecretVersion(
        name=version.name,
        create_time=version.created_at,
        state=secretmanager_v1.SecretVersion.State.ENABLED,
    )
