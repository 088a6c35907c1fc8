"""Who a request speaks for: a Bearer ID token, or the __session cookie where an endpoint takes it."""

from __future__ import annotations

from starlette.requests import Request

from future_finance import bootstrap
from future_finance.config import settings
from future_finance.domain.user import User
from future_finance.entrypoints.request import require_json
from future_finance.errors import NotSignedIn, OriginRefused

COOKIE = "__session"  # the only cookie that Firebase Hosting passes on
PRE_SESSION = "pre."  # a sign-in that has begun, not a session
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


async def verified_user(request: Request, *, cookie: bool) -> User:
    """The user of the Bearer token, else of the session cookie when `cookie`.

    An unsafe request by cookie has to come from a page of ours and say that it is JSON, which no form can.
    Raises NotSignedIn, SessionExpired, Unavailable, OriginRefused, UnsupportedMediaType.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        return await bootstrap.token_verifier().verify_id_token(token.strip())
    session = request.cookies.get(COOKIE, "")
    if not cookie or not session or session.startswith(PRE_SESSION):
        raise NotSignedIn
    if request.method not in _SAFE:
        require_origin(request)
        require_json(request.headers)
    return await bootstrap.token_verifier().verify_session_cookie(session)


def require_origin(request: Request) -> None:
    """Raises OriginRefused unless the request comes from a page of ours."""
    if request.headers.get("origin") not in settings().allowed_origins:
        raise OriginRefused


def refuse_foreign_origin(request: Request) -> None:
    """For requests that need no sign-in: raises OriginRefused when a page that is not ours sent it."""
    if "origin" in request.headers:
        require_origin(request)
