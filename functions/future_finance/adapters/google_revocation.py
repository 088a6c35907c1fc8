"""Taking back what a person granted us at Google.

https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke
"""

from __future__ import annotations

import httpx2

from future_finance.errors import Unavailable


class GoogleRevocation:
    """GoogleGrants at the endpoint `address`. It needs no client secret: who has the token may revoke it."""

    def __init__(self, address: str, http: httpx2.AsyncClient) -> None:
        self._address = address
        self._http = http

    async def withdraw(self, refresh_token: str) -> None:
        """One that is not valid any more is answered with 400, which is as good."""
        try:
            answer = await self._http.post(self._address, data={"token": refresh_token})
        except httpx2.HTTPError:
            raise Unavailable from None
        if answer.status_code not in {200, 400}:
            raise Unavailable

    async def aclose(self) -> None:
        await self._http.aclose()
