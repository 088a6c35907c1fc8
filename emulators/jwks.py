"""A JSON Web Key Set with one RSA key, as Google publishes its own."""

from __future__ import annotations

import base64

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

type Jwks = dict[str, list[dict[str, str]]]


def jwks(key: RSAPublicKey, key_id: str) -> Jwks:
    """The set that holds `key` under `key_id`."""
    numbers = key.public_numbers()
    described = {"kty": "RSA", "alg": "RS256", "use": "sig", "kid": key_id}
    return {"keys": [described | {"n": _base64url(numbers.n), "e": _base64url(numbers.e)}]}


def _base64url(number: int) -> str:
    raw = number.to_bytes((number.bit_length() + 7) // 8)
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
