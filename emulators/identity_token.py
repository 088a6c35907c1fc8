"""Google-style OIDC identity tokens: the signing key, tokens of service accounts, and the JWKS.

Run as a module it prints a token, as `gcloud auth print-identity-token` does.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from pathlib import Path

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from emulators.jwks import Jwks, jwks
from emulators.private_file import read_or_make

ISSUER = "https://accounts.google.com"
LIFETIME_S = 3600


class Signer:
    """Signs RS256 with one key, named by the hash of its public half."""

    def __init__(self, key: RSAPrivateKey) -> None:
        self._key = key
        public = key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        self.key_id = hashlib.sha256(public).hexdigest()[:40]

    @classmethod
    def from_file(cls, path: Path) -> Signer:
        """The key in `path`; made when it is missing."""
        key = serialization.load_pem_private_key(read_or_make(path, _new_key), password=None)
        if not isinstance(key, RSAPrivateKey):
            raise ValueError(f"{path.name} does not hold an RSA key")
        return cls(key)

    def mint(self, email: str, audience: str, *, now_s: float | None = None) -> str:
        """A token of the account `email` for `audience`, valid for an hour from `now_s` (epoch seconds)."""
        issued_at = int(time.time() if now_s is None else now_s)
        subject = str(int.from_bytes(hashlib.sha256(email.encode()).digest()[:8]))
        claims = {
            "iss": ISSUER,
            "aud": audience,
            "azp": subject,
            "sub": subject,
            "email": email,
            "email_verified": True,
            "iat": issued_at,
            "exp": issued_at + LIFETIME_S,
        }
        return jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": self.key_id})

    def jwks(self) -> Jwks:
        return jwks(self._key.public_key(), self.key_id)


def _new_key() -> bytes:
    return generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.identity_token", description=__doc__)
    parser.add_argument("--signing-key", type=Path, required=True)
    parser.add_argument("--email", required=True)
    parser.add_argument("--audience", required=True)
    options = parser.parse_args()
    print(Signer.from_file(options.signing_key).mint(options.email, options.audience))


if __name__ == "__main__":
    main()
