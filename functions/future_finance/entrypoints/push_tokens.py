"""POST and DELETE /api/push-tokens: whether this browser shows what a person is told."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap, upkeep
from future_finance.domain.user import User
from future_finance.entrypoints.answer import no_content
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import query_of, require_json, require_method


class BrowserToken(Body):
    """What Firebase's client SDK gave this browser (getToken)."""

    token: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9:_-]{20,4096}$")]


async def push_tokens(request: Request, user: User) -> Response:
    """Both are the same twice as once."""
    method = require_method(request, "POST", "DELETE")
    query_of(request, ())
    require_json(request.headers)
    sent = await parse_body(request, BrowserToken)
    if method == "POST":
        await upkeep.push_token_store().keep(user.uid, sent.token, bootstrap.clock().now())
    else:
        await require_account(user)
        await upkeep.push_token_store().forget(user.uid, sent.token)
    return no_content()
