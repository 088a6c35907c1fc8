"""Sessions: /auth/session and /auth/logout."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.user import SESSION_LIFETIME, User
from future_finance.entrypoints.answer import json_response, no_content
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.identity import refuse_foreign_origin, verified_user
from future_finance.entrypoints.request import query_of, require_method
from future_finance.entrypoints.session_cookie import clear_session_cookie, set_session_cookie
from future_finance.errors import InvalidInput
from future_finance.usecases.session import open_session, sign_out_everywhere


class WhoView(TypedDict):
    """Who is signed in. `customToken`, for the client SDK, comes to a POST by cookie alone."""

    uid: str
    email: str | None
    emailVerified: bool
    name: str | None
    picture: str | None
    signedInAt: str
    customToken: NotRequired[str]


class Nothing(Body):
    """A body with no fields: the ID token comes as Bearer, the session as cookie."""


async def session(request: Request, user: User) -> Response:
    """GET: who am I. POST by Bearer: a session cookie. POST by cookie: a custom token for the client SDK."""
    method = require_method(request, "GET", "POST")
    query_of(request, ())
    if method == "GET":
        return json_response(_who(user))
    await parse_body(request, Nothing)
    if user.by_cookie:
        token = await bootstrap.session_issuer().custom_token(user)
        return json_response(_who(user) | {"customToken": token})
    id_token = request.headers["authorization"].partition(" ")[2].strip()
    cookie = await open_session(
        bootstrap.session_issuer(),
        bootstrap.user_store(),
        user,
        id_token,
        bootstrap.wall_clock().now(),
        bootstrap.clock().now(),
    )
    response = json_response(_who(user))
    set_session_cookie(response, cookie, SESSION_LIFETIME)
    return response


async def logout(request: Request) -> Response:
    """POST /auth/logout clears the cookie of this browser; ?everywhere ends all sessions of the user."""
    require_method(request, "POST")
    refuse_foreign_origin(request)
    everywhere = query_of(request, {"everywhere"}).get("everywhere", "false")
    if everywhere not in {"", "true", "false"}:
        raise InvalidInput("everywhere must be true or false")
    if everywhere != "false":
        user = await verified_user(request, cookie=True)
        await sign_out_everywhere(bootstrap.session_issuer(), user)
    response = no_content()
    clear_session_cookie(response)
    return response


def _who(user: User) -> WhoView:
    return {
        "uid": user.uid,
        "email": user.email,
        "emailVerified": user.email_verified,
        "name": user.name,
        "picture": user.picture,
        "signedInAt": user.signed_in_at.isoformat(),
    }
