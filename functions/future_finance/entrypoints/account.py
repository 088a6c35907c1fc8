"""DELETE /api/account: erase everything there is of the person."""

from __future__ import annotations

from typing import TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap, leaving
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import query_of, require_method
from future_finance.usecases.erase_account import AskingForErasure, ask_for_erasure


class ErasureRequestedView(TypedDict):
    """Answer of DELETE /api/account. Whoever has `receiptId` can see the receipt; nobody else can find it."""

    receiptId: str
    status: str
    requestedAt: str


async def account(request: Request, user: User) -> Response:
    """A borrowed token must not do this: the sign-in is at most five minutes old."""
    require_method(request, "DELETE")
    query_of(request, ())
    user.require_recent_sign_in(bootstrap.wall_clock().now())
    asking = AskingForErasure(
        leaving.erasure_store(), bootstrap.vault(), leaving.google_grants(), bootstrap.task_queue()
    )
    erasure = await ask_for_erasure(asking, user.uid, bootstrap.clock().now())
    answer: ErasureRequestedView = {
        "receiptId": erasure.id,
        "status": erasure.state.value,
        "requestedAt": erasure.requested_at.isoformat(),
    }
    return json_response(answer, status=202)
