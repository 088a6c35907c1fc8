"""Wraps and unwraps data keys with one Cloud KMS key, checksums verified both ways."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

import google_crc32c
import grpc.aio
from google.api_core.exceptions import (
    DeadlineExceeded,
    FailedPrecondition,
    GoogleAPIError,
    InvalidArgument,
    ServiceUnavailable,
)
from google.api_core.retry import AsyncRetry, if_exception_type
from google.auth.exceptions import GoogleAuthError
from google.cloud.kms_v1.services.key_management_service.async_client import KeyManagementServiceAsyncClient
from google.cloud.kms_v1.services.key_management_service.transports.grpc_asyncio import (
    KeyManagementServiceGrpcAsyncIOTransport,
)
from google.cloud.kms_v1.types import DecryptRequest, EncryptRequest

from future_finance.adapters import metering
from future_finance.errors import SealBroken, VaultUnavailable

logger = logging.getLogger(__name__)

_TIMEOUT_S = 5.0  # of a call with its retries
_DAMAGED_ANSWERS = 3  # calls whose checksums do not match, before giving up
_RETRY = AsyncRetry(
    if_exception_type(ServiceUnavailable, DeadlineExceeded), initial=0.1, maximum=1.0, timeout=_TIMEOUT_S
)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A data key in clear. `under_primary` is False when an older key version wraps it."""

    data_key: bytes = field(repr=False)
    under_primary: bool


class CloudKms:
    """One symmetric key of Cloud KMS. `emulator` is host:port of a local stand-in."""

    def __init__(self, key_name: str, emulator: str | None = None) -> None:
        self._key_name = key_name
        transport = (
            KeyManagementServiceGrpcAsyncIOTransport(channel=grpc.aio.insecure_channel(emulator))
            if emulator
            else None
        )
        self._client = KeyManagementServiceAsyncClient(transport=transport)

    async def wrap(self, data_key: bytes, aad: bytes) -> bytes:
        """The data key encrypted under the primary version, bound to `aad`. Raises VaultUnavailable."""
        request = EncryptRequest(
            name=self._key_name,
            plaintext=data_key,
            plaintext_crc32c=google_crc32c.value(data_key),
            additional_authenticated_data=aad,
            additional_authenticated_data_crc32c=google_crc32c.value(aad),
        )
        for _ in range(_DAMAGED_ANSWERS):
            try:
                answer = await self._client.encrypt(request=request, retry=_RETRY, timeout=_TIMEOUT_S)
            except (GoogleAPIError, GoogleAuthError) as error:
                raise _unavailable(error) from None
            finally:
                metering.count(kms_calls=1)
            if (
                answer.verified_plaintext_crc32c
                and answer.verified_additional_authenticated_data_crc32c
                and answer.ciphertext_crc32c == google_crc32c.value(answer.ciphertext)
            ):
                return answer.ciphertext
        raise VaultUnavailable

    async def unwrap(self, wrapped: bytes, aad: bytes) -> Unwrapped:
        """The data key. Raises SealBroken (tampered, or bound to something else), VaultUnavailable."""
        request = DecryptRequest(
            name=self._key_name,
            ciphertext=wrapped,
            ciphertext_crc32c=google_crc32c.value(wrapped),
            additional_authenticated_data=aad,
            additional_authenticated_data_crc32c=google_crc32c.value(aad),
        )
        for _ in range(_DAMAGED_ANSWERS):
            try:
                answer = await self._client.decrypt(request=request, retry=_RETRY, timeout=_TIMEOUT_S)
            except InvalidArgument as error:
                if "crc32c" in str(error.message):
                    continue  # the request was damaged on its way
                raise SealBroken from None
            except (GoogleAPIError, GoogleAuthError) as error:
                raise _unavailable(error) from None
            finally:
                metering.count(kms_calls=1)
            if answer.plaintext_crc32c == google_crc32c.value(answer.plaintext):
                return Unwrapped(answer.plaintext, answer.used_primary)
        raise VaultUnavailable

    async def ping(self) -> None:
        """Returns when the key encrypts. Raises VaultUnavailable."""
        await self.wrap(b"ping", b"ping")

    async def aclose(self) -> None:
        await self._client.transport.close()


def _unavailable(error: Exception) -> VaultUnavailable:
    """For the caller a reason to try again; for operators the status that KMS gave."""
    if isinstance(error, FailedPrecondition):
        logger.error("Cloud KMS refuses the key version: it is disabled, or destroyed")
    else:
        logger.error("Cloud KMS failed: %s", type(error).__name__)
    return VaultUnavailable()
