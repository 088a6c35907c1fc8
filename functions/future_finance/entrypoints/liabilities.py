"""GET /api/financial/liabilities: every class of debts with its accounts, source and as-of."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.part_view import liabilities_view
from future_finance.entrypoints.request import query_of, require_method


async def liabilities(request: Request, user: User) -> Response:
    """GET /api/financial/liabilities."""
    require_method(request, "GET")
    query_of(request, ())
    store = bootstrap.portfolio_store()
    documents, manual = await asyncio.gather(
        store.liability_documents(user.uid), store.manual_entries(user.uid)
    )
    await require_account(user, unless=documents or manual)
    return json_response(liabilities_view(documents, manual))
