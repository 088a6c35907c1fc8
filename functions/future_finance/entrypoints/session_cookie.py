"""The __session cookie: a sign-in that has begun, a session, or gone."""

from __future__ import annotations

from datetime import timedelta

from starlette.responses import Response

from future_finance.config import settings
from future_finance.entrypoints.identity import COOKIE


def set_session_cookie(response: Response, value: str, lifetime: timedelta) -> None:
    response.set_cookie(
        COOKIE,
        value,
        max_age=int(lifetime.total_seconds()),
        path="/",
        secure=settings().secure_cookies,
        httponly=True,
        samesite="lax",
    )


def clear_session_cookie(response: Response) -> None:
    response.delete_cookie(COOKIE, path="/", secure=settings().secure_cookies, httponly=True, samesite="lax")
