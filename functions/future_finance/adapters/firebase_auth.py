"""Firebase Auth's administration through the Admin SDK, which blocks and so runs in threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import firebase_admin
from firebase_admin import auth
from firebase_admin.exceptions import FirebaseError, InvalidArgumentError
from google.auth.exceptions import GoogleAuthError

from future_finance.adapters.firebase_tokens import SIGNED_IN_AT
from future_finance.domain.user import User
from future_finance.errors import NotSignedIn, SessionExpired, Unavailable

_TIMEOUT_S = 10


class FirebaseAuth:
    """SessionIssuer and AccountRemover of one project; the Auth emulator where FIREBASE_AUTH_EMULATOR_HOST says so."""

    def __init__(self, project: str) -> None:
        self._app = firebase_admin.initialize_app(
            options={"projectId": project, "httpTimeout": _TIMEOUT_S}, name=f"future-finance-{id(self)}"
        )

    async def session_cookie(self, id_token: str, lifetime: timedelta) -> str:
        cookie: bytes | str = await self._run(auth.create_session_cookie, id_token, lifetime)
        return cookie.decode() if isinstance(cookie, bytes) else cookie

    async def custom_token(self, user: User) -> str:
        claims = {SIGNED_IN_AT: int(user.signed_in_at.timestamp())}
        token: bytes | str = await self._run(auth.create_custom_token, user.uid, claims)
        return token.decode() if isinstance(token, bytes) else token

    async def revoke_sessions(self, uid: str) -> None:
        await self._run(auth.revoke_refresh_tokens, uid)

    async def delete_account(self, uid: str) -> None:
        with suppress(NotSignedIn):  # gone already
            await self._run(auth.delete_user, uid)

    def close(self) -> None:
        firebase_admin.delete_app(self._app)

    async def _run(self, call: Callable[..., Any], *args: Any) -> Any:
        try:
            return await asyncio.to_thread(call, *args, app=self._app)
        except (auth.ExpiredIdTokenError, auth.RevokedIdTokenError):
            raise SessionExpired from None
        except (auth.UserNotFoundError, auth.InvalidIdTokenError, InvalidArgumentError):
            raise NotSignedIn from None
        except (FirebaseError, GoogleAuthError) as error:
            raise Unavailable from error
