"""Taking back what a person granted us at Google."""

from __future__ import annotations

import httpx2
import pytest

from emulators.google_oauth.emulator import GoogleOAuthEmulator
from emulators.google_oauth.grant import Account, Authorization, GrantRefused
from future_finance.adapters.google_authorization import GoogleEndpoints
from future_finance.adapters.google_revocation import GoogleRevocation
from future_finance.errors import Unavailable

CLIENT = "local"
GRANT = Authorization(
    account=Account("asha@example.com", "Asha"),
    client_id=CLIENT,
    redirect_uri="http://localhost/",
    scope="openid",
    code_challenge="c",
    nonce="n",
    offline=True,
)


def at(transport: httpx2.AsyncBaseTransport) -> GoogleRevocation:
    address = GoogleEndpoints.at("http://google").revoke
    return GoogleRevocation(address, httpx2.AsyncClient(transport=transport))


async def test_a_token_that_was_withdrawn_opens_nothing_and_twice_is_fine() -> None:
    google = GoogleOAuthEmulator([GRANT.account])
    token = google.grants.give_refresh_token(GRANT)
    google.grants.refresh(token, client_id=CLIENT)
    revocation = at(httpx2.ASGITransport(google.app()))
    for _ in range(2):
        await revocation.withdraw(token)
        with pytest.raises(GrantRefused):
            google.grants.refresh(token, client_id=CLIENT)
    await revocation.aclose()


async def test_a_google_that_fails_is_unavailable() -> None:
    def down(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(503)

    def cut(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("no way")

    for answer in (down, cut):
        revocation = at(httpx2.MockTransport(answer))
        with pytest.raises(Unavailable):
            await revocation.withdraw("token")
        await revocation.aclose()


def test_in_production_it_is_googles_own_address() -> None:
    assert GoogleEndpoints.at(None).revoke == "https://oauth2.googleapis.com/revoke"
