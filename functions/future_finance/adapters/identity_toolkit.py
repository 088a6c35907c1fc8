"""Identity Toolkit over REST: what Firebase Auth says of an account, without the Admin SDK's import time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import requests
from google.auth import default
from google.auth.exceptions import GoogleAuthError
from google.auth.transport.requests import AuthorizedSession

from future_finance.domain.user import AccountState
from future_finance.errors import Unavailable

PRODUCTION = "https://identitytoolkit.googleapis.com/v1"
_SCOPES = ("https://www.googleapis.com/auth/identitytoolkit",)
_TIMEOUT_S = 4.0


class IdentityToolkitAccounts:
    """AccountLookup by accounts:lookup, in threads: `requests` came with Firestore's client already.

    `local_url` replaces the service and its credentials (the Auth emulator takes the token "owner").
    """

    def __init__(self, project: str, local_url: str | None = None) -> None:
        self._url = f"{local_url or PRODUCTION}/projects/{project}/accounts:lookup"
        self._local = local_url is not None
        self._session: requests.Session | None = None

    async def account_state(self, uid: str) -> AccountState | None:
        return await asyncio.to_thread(self._look_up, uid)

    def close(self) -> None:
        if self._session is not None:
            self._session.close()

    def _look_up(self, uid: str) -> AccountState | None:
        try:
            if self._session is None:
                self._session = self._connect()
            answer = self._session.post(self._url, json={"localId": [uid]}, timeout=_TIMEOUT_S)
            answer.raise_for_status()
            users: list[dict[str, Any]] = answer.json().get("users") or []
        except (requests.RequestException, GoogleAuthError, ValueError) as error:
            raise Unavailable from error
        if not users:
            return None
        return AccountState(
            valid_since=datetime.fromtimestamp(int(users[0].get("validSince", 0)), UTC),
            disabled=users[0].get("disabled") is True,
        )

    def _connect(self) -> requests.Session:
        if self._local:
            session = requests.Session()
            session.headers["Authorization"] = "Bearer owner"
            return session
        credentials, _ = default(scopes=_SCOPES)
        authorized: requests.Session = AuthorizedSession(credentials)
        return authorized
