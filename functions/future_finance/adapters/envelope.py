"""Sealed values: AES-256-GCM, bound to whose they are and what they are for."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from future_finance.errors import SealBroken

DATA_KEY_BITS = 256
_VERSION = 1
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Binding:
    """What a sealed value belongs to; it opens for exactly this."""

    uid: str
    connection_id: str
    purpose: str

    def aad(self, version: int) -> bytes:
        return json.dumps([self.uid, self.connection_id, self.purpose, version]).encode()


def new_data_key() -> bytes:
    return AESGCM.generate_key(DATA_KEY_BITS)


def seal(data_key: bytes, plaintext: bytes, binding: Binding) -> bytes:
    """Version byte, 12-byte random nonce, ciphertext with tag."""
    nonce = os.urandom(_NONCE_BYTES)
    return bytes([_VERSION]) + nonce + AESGCM(data_key).encrypt(nonce, plaintext, binding.aad(_VERSION))


def unseal(data_key: bytes, sealed: bytes, binding: Binding) -> bytes:
    """Raises SealBroken: tampered, another's, or of a version that is not known here."""
    if len(sealed) <= 1 + _NONCE_BYTES or sealed[0] != _VERSION:
        raise SealBroken
    nonce, ciphertext = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    try:
        return AESGCM(data_key).decrypt(nonce, ciphertext, binding.aad(_VERSION))
    except InvalidTag:
        raise SealBroken from None
