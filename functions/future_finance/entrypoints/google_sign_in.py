"""Sign-in with Google through the server: begin, and Google's callback."""

from __future__ import annotations

import re
from typing import Annotated, TypedDict

from pydantic import Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from future_finance import bootstrap
from future_finance.config import settings
from future_finance.domain.redirect import allowed_redirect, with_outcome
from future_finance.domain.user import SESSION_LIFETIME
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.identity import COOKIE, PRE_SESSION, refuse_foreign_origin
from future_finance.entrypoints.request import query_of, require_method
from future_finance.entrypoints.session_cookie import clear_session_cookie, set_session_cookie
from future_finance.errors import AppError, GoogleRefused, OAuthStateRefused
from future_finance.usecases.event import Event, report
from future_finance.usecases.sign_in import STATE_LIFETIME, begin_sign_in, finish_sign_in, resume_sign_in

_STATE = re.compile(r"[0-9a-f]{64}")
_LONGEST_CODE = 2048


class NewSignIn(Body):
    """Where to come back to, on an allowed origin; `login_hint` is an e-mail address for Google's page."""

    redirect_uri: Annotated[str, Field(max_length=500)]
    login_hint: Annotated[str, Field(max_length=254)] | None = None


class SignInBegunView(TypedDict):
    """Answer of POST /auth/google/begin: where to send the browser."""

    authorizationUrl: str


async def begin(request: Request) -> Response:
    """POST /auth/google/begin."""
    require_method(request, "POST")
    query_of(request, ())
    refuse_foreign_origin(request)
    wanted = await parse_body(request, NewSignIn)
    begun = await begin_sign_in(
        bootstrap.oauth_states(),
        bootstrap.authorization_page(),
        allowed_redirect(wanted.redirect_uri, settings().allowed_origins),
        wanted.login_hint,
        bootstrap.wall_clock().now(),
    )
    view: SignInBegunView = {"authorizationUrl": begun.authorization_url}
    response = json_response(view)
    set_session_cookie(response, PRE_SESSION + begun.browser_secret, STATE_LIFETIME)
    return response


async def callback(request: Request) -> Response:
    """GET /auth/google/callback: whatever happens, the person lands on a page of ours."""
    require_method(request, "GET")
    try:
        state = await resume_sign_in(
            bootstrap.oauth_states(), _state(request), _browser_secret(request), bootstrap.wall_clock().now()
        )
    except AppError as error:  # the cookie stays: it may be the session of someone lured here
        return _failed(f"{settings().app_url}/", error, "unknown_state")
    try:
        cookie = await finish_sign_in(
            bootstrap.google_sign_in(),
            bootstrap.token_verifier(),
            bootstrap.session_issuer(),
            bootstrap.user_store(),
            bootstrap.vault(),
            state=state,
            code=_code(request),
            now=bootstrap.clock().now(),
        )
    except AppError as error:
        response = _failed(state.redirect_uri, error, "cancelled" if _is_cancelled(request) else "failed")
        clear_session_cookie(response)
        return response
    report(Event.SIGN_IN_ENDED, outcome="succeeded", error="none")
    response = RedirectResponse(with_outcome(state.redirect_uri, status="success"), 303)
    set_session_cookie(response, cookie, SESSION_LIFETIME)
    return response


def _failed(target: str, error: AppError, outcome: str) -> Response:
    report(Event.SIGN_IN_ENDED, outcome=outcome, error=error.code)
    return RedirectResponse(with_outcome(target, status="error", code=error.code), 303)


def _state(request: Request) -> str:
    state = request.query_params.get("state", "")
    if not _STATE.fullmatch(state):
        raise OAuthStateRefused
    return state


def _browser_secret(request: Request) -> str:
    cookie = request.cookies.get(COOKIE, "")
    if not cookie.startswith(PRE_SESSION):
        raise OAuthStateRefused
    return cookie.removeprefix(PRE_SESSION)


def _is_cancelled(request: Request) -> bool:
    """Whether the person said no at Google, which is nobody's fault."""
    query = request.query_params
    return not query.get("code") and query.get("error") == "access_denied"


def _code(request: Request) -> str:
    """Raises GoogleRefused where Google sent an error instead, such as access_denied."""
    code = request.query_params.get("code", "")
    if not code or len(code) > _LONGEST_CODE:
        raise GoogleRefused
    return code
