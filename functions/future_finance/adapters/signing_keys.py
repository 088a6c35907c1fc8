"""Google's public certificates by key id, kept as long as Google says."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping

from requests import RequestException, get

from future_finance.errors import Unavailable

FETCH_TIMEOUT_S = 5.0
_MAX_AGE = re.compile(r"max-age=(\d+)")
_DEFAULT_AGE_S = 300.0
_UNKNOWN_KEY_PAUSE_S = 30.0  # made-up key ids must not turn into requests to Google
_GRACE_S = 3600.0  # how long expired certificates serve while Google does not answer

Fetch = Callable[[str], Awaitable[tuple[Mapping[str, str], str]]]  # url -> (kid -> PEM, Cache-Control)


async def fetch_certificates(url: str) -> tuple[Mapping[str, str], str]:
    """The certificates at `url`, with `requests` in a thread: Firestore's client has imported it already."""
    return await asyncio.to_thread(_get, url)


def _get(url: str) -> tuple[Mapping[str, str], str]:

    try:
        answer = get(url, timeout=FETCH_TIMEOUT_S, allow_redirects=False)
        if answer.status_code != 200:
            raise Unavailable
        return answer.json(), answer.headers.get("Cache-Control", "")
    except (RequestException, ValueError) as error:
        raise Unavailable from error


class SigningKeys:
    """Certificates of one issuer. One refresh at a time, shared by all who wait."""

    def __init__(
        self, url: str, fetch: Fetch = fetch_certificates, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._url = url
        self._fetch = fetch
        self._now_s = now_s
        self._certificates: Mapping[str, str] = {}
        self._fetched_at = -_GRACE_S
        self._expires_at = -_GRACE_S
        self._refresh: asyncio.Task[None] | None = None

    async def certificate(self, kid: str) -> str | None:
        """The PEM certificate of `kid`; None when Google does not list it. Raises Unavailable."""
        now = self._now_s()
        unknown = kid not in self._certificates and now - self._fetched_at > _UNKNOWN_KEY_PAUSE_S
        if now >= self._expires_at or unknown:
            await self._refreshed(now)
        return self._certificates.get(kid)

    async def _refreshed(self, now: float) -> None:
        if self._refresh is None or self._refresh.done():
            self._refresh = asyncio.create_task(self._load())
        try:
            await asyncio.shield(self._refresh)
        except Unavailable:
            if not self._certificates or now > self._expires_at + _GRACE_S:
                raise

    async def _load(self) -> None:
        certificates, cache_control = await self._fetch(self._url)
        stated = _MAX_AGE.search(cache_control)
        self._certificates = certificates
        self._fetched_at = self._now_s()
        self._expires_at = self._fetched_at + (float(stated[1]) if stated else _DEFAULT_AGE_S)
