"""The issuer's public keys, fetched once and again when an unknown key id turns up."""

from __future__ import annotations

import time

import httpx2
import jwt

_REFETCH_AFTER_S = 5.0  # at most, so that made-up key ids cannot make us hammer the issuer


class KeySet:
    """Keys by id, from a JWKS URL."""

    def __init__(self, client: httpx2.AsyncClient, url: str) -> None:
        self._client = client
        self._url = url
        self._keys: dict[str, jwt.PyJWK] = {}
        self._fetched_at = float("-inf")

    async def get(self, key_id: str) -> jwt.PyJWK | None:
        if key_id not in self._keys and time.monotonic() - self._fetched_at > _REFETCH_AFTER_S:
            response = await self._client.get(self._url, timeout=5.0)
            response.raise_for_status()
            self._keys = {
                key.key_id: key for key in jwt.PyJWKSet.from_dict(response.json()).keys if key.key_id
            }
            self._fetched_at = time.monotonic()
        return self._keys.get(key_id)
