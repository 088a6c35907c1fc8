"""Look-ups and certificates over HTTP, from a server that answers as Google does, or badly."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from emulators.server import running
from future_finance.adapters.identity_toolkit import IdentityToolkitAccounts
from future_finance.adapters.signing_keys import fetch_certificates
from future_finance.domain.user import AccountState
from future_finance.errors import Unavailable

pytestmark = pytest.mark.emulator


class Google:
    """A server with one answer."""

    def __init__(self) -> None:
        self.url = ""
        self.status = 200
        self.content = "{}"
        self.headers: dict[str, str] = {}
        self.asked: list[tuple[str, str, str]] = []  # path, Authorization, body

    async def answer(self, request: Request) -> Response:
        body = (await request.body()).decode()
        self.asked.append((request.url.path, request.headers.get("authorization", ""), body))
        return Response(self.content, self.status, self.headers, "application/json")


@pytest.fixture
async def google() -> AsyncIterator[Google]:
    google = Google()
    app = Starlette(routes=[Route("/{path:path}", google.answer, methods=["GET", "POST"])])
    async with running(app) as ports:
        google.url = f"http://127.0.0.1:{ports.http}"
        yield google


@pytest.fixture
async def accounts(google: Google) -> AsyncIterator[IdentityToolkitAccounts]:
    accounts = IdentityToolkitAccounts("demo-future-finance", google.url)
    yield accounts
    accounts.close()


async def test_an_account_is_looked_up_by_its_id(google: Google, accounts: IdentityToolkitAccounts) -> None:
    google.content = json.dumps(
        {"users": [{"localId": "asha", "validSince": "1795493977", "disabled": True}]}
    )
    found = await accounts.account_state("asha")
    assert found == AccountState(datetime.fromtimestamp(1795493977, UTC), disabled=True)
    (asked,) = google.asked
    assert asked == ("/projects/demo-future-finance/accounts:lookup", "Bearer owner", '{"localId": ["asha"]}')


async def test_an_account_that_is_not_there_is_none(
    google: Google, accounts: IdentityToolkitAccounts
) -> None:
    google.content = json.dumps({"kind": "identitytoolkit#GetAccountInfoResponse"})
    assert await accounts.account_state("asha") is None


@pytest.mark.parametrize(("status", "content"), [(500, "{}"), (403, "{}"), (429, "{}"), (200, "<html>")])
async def test_any_other_answer_is_an_outage(
    google: Google, accounts: IdentityToolkitAccounts, status: int, content: str
) -> None:
    google.status, google.content = status, content
    with pytest.raises(Unavailable):
        await accounts.account_state("asha")
    with pytest.raises(Unavailable):
        await fetch_certificates(google.url)


async def test_certificates_come_with_how_long_they_may_be_kept(google: Google) -> None:
    google.content, google.headers = '{"kid": "PEM"}', {"Cache-Control": "public, max-age=22000"}
    assert await fetch_certificates(google.url) == ({"kid": "PEM"}, "public, max-age=22000")


async def test_certificates_are_not_fetched_from_where_a_redirect_points(google: Google) -> None:
    google.status, google.headers = 302, {"Location": f"{google.url}/elsewhere"}
    with pytest.raises(Unavailable):
        await fetch_certificates(google.url)
    assert len(google.asked) == 1
