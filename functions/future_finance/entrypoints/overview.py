"""GET /api/financial/overview: everything for the first paint, one document read."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.overview_view import for_reader
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import query_of, require_method


async def overview(request: Request, user: User) -> Response:
    """GET /api/financial/overview."""
    require_method(request, "GET")
    query_of(request, ())
    body = await bootstrap.overview_store().overview(user.uid)
    await require_account(user, unless=body["connections"])
    return json_response(for_reader(body, bootstrap.clock().now()))
