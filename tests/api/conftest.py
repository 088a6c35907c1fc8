"""The real functions_framework app of any endpoint, on fakes."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx2
import pytest
from functions_framework.aio import create_asgi_app

from future_finance import bootstrap, config
from future_finance.adapters.firebase_tokens import FirebaseTokens
from future_finance.adapters.google_authorization import GoogleAuthorization, GoogleEndpoints
from future_finance.adapters.signing_keys import SigningKeys
from future_finance.endpoints import BY_ENTRY_POINT, PublicPath
from future_finance.usecases.revocation import RevocationCheck
from tests.api.documented import check_documented
from tests.api.finances import Finances
from tests.fakes.accounts import InMemoryAccounts
from tests.fakes.firebase import PROJECT, InMemoryFirebase
from tests.fakes.google import InMemoryGoogle
from tests.fakes.in_memory_vault import InMemoryVault
from tests.fakes.oauth_states import InMemoryOAuthStateStore
from tests.fakes.profile import InMemoryProfileStore
from tests.fakes.users import InMemoryUserStore

APP = "https://app.example.in"
ADDRESS = "203.0.113.9"


class Api:
    """Sends requests to endpoints by name, as a browser at ADDRESS would."""

    def __init__(self) -> None:
        self.firebase = InMemoryFirebase()
        self.google = InMemoryGoogle(self.firebase)
        self.users = InMemoryUserStore()
        self.accounts = InMemoryAccounts()
        self.states = InMemoryOAuthStateStore()
        self.vault = InMemoryVault()
        self.profiles = InMemoryProfileStore()
        self._apps: dict[str, Any] = {}

    async def send(
        self,
        name: str,
        method: str = "GET",
        path: str | None = None,
        *,
        user: str | None = None,
        token: str | None = None,
        cookie: str | None = None,
        headers: dict[str, str] | None = None,
        **content: Any,
    ) -> httpx2.Response:
        """`user` sends that person's ID token. `path` may hold a query; by default the endpoint's first path."""
        entry_point = name.replace("-", "_")
        trigger = BY_ENTRY_POINT[entry_point].trigger
        if path is None:
            path = trigger.paths[0] if isinstance(trigger, PublicPath) else "/"
        sent = dict(headers or {})
        if token or user:
            sent["Authorization"] = f"Bearer {token or self.firebase.id_token(str(user))}"
        if cookie:
            sent["Cookie"] = f"__session={cookie}"
        if entry_point not in self._apps:
            self._apps[entry_point] = create_asgi_app(entry_point, "functions/main.py")
        transport = httpx2.ASGITransport(self._apps[entry_point], client=(ADDRESS, 40_000))
        async with httpx2.AsyncClient(transport=transport, base_url="http://run.app") as client:
            response = await client.request(method, path, headers=sent, **content)
        check_documented(name, method, path, response)
        return response


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Set variables, forgetting the settings read before."""

    def set_variables(**variables: str) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        config.settings.cache_clear()

    set_variables(
        GOOGLE_CLOUD_PROJECT=PROJECT,
        FF_APP_URL=APP,
        FF_GOOGLE_CLIENT_ID="client.apps.googleusercontent.com",
        FF_OPERATORS="operator@example.com",
    )
    return set_variables


@pytest.fixture
def own_logging() -> Iterator[None]:
    """Serving sets logging up for a process of its own; afterwards it is as it was."""
    root, ours = logging.getLogger(), logging.getLogger("future_finance")
    before = list(root.handlers), root.level, ours.level
    yield
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])


@pytest.fixture
async def api(environment: Callable[..., None], own_logging: None) -> AsyncIterator[Api]:
    api = Api()
    keys = SigningKeys("https://certificates", api.firebase.fetch)
    bootstrap.replace(
        token_verifier=FirebaseTokens(PROJECT, keys, keys),
        revocation=RevocationCheck(api.firebase),
        session_issuer=api.firebase,
        user_store=api.users,
        accounts=api.accounts,
        oauth_states=api.states,
        authorization_page=GoogleAuthorization(
            GoogleEndpoints(), "client.apps.googleusercontent.com", f"{APP}/auth/google/callback"
        ),
        google_sign_in=api.google,
        vault=api.vault,
        profile_store=api.profiles,
    )
    yield api
    await bootstrap.aclose()
    config.settings.cache_clear()


@pytest.fixture
def log_lines(capsys: pytest.CaptureFixture[str]) -> Callable[[], list[dict[str, Any]]]:
    """The structured lines written since the last call."""
    return lambda: [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def finances(api: Api) -> Finances:
    """Nobody has anything yet."""
    return Finances(api)
