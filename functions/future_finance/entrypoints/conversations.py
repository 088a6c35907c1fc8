"""/api/chat/conversations: earlier conversations, listed, read and deleted."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.conversation import MOST_TURNS
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response, no_content
from future_finance.entrypoints.chat_view import (
    ConversationDetailView,
    ConversationsView,
    conversation_view,
    message_view,
)
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import path_below, query_of, require_method
from future_finance.errors import InvalidInput, NotFound

PREFIX = "/api/chat/conversations"
MOST_LISTED = 50
_LISTED = 20
_LONGEST_CURSOR = 300


async def conversations(request: Request, user: User) -> Response:
    """GET /api/chat/conversations, GET and DELETE of one below it."""
    match path_below(request, PREFIX):
        case []:
            require_method(request, "GET")
            return await _listed(request, user)
        case [conversation_id]:
            query_of(request, ())
            if require_method(request, "GET", "DELETE") == "DELETE":
                await bootstrap.conversation_store().delete(user.uid, conversation_id)
                return no_content()
            return await _one(user, conversation_id)
        case _:
            raise NotFound


async def _listed(request: Request, user: User) -> Response:
    query = query_of(request, ("limit", "cursor"))
    cursor = query.get("cursor")
    if cursor is not None and not 0 < len(cursor) <= _LONGEST_CURSOR:
        raise InvalidInput(details={"fields": [{"path": "cursor", "problem": "not_ours"}]})
    page = await bootstrap.conversation_store().list(
        user.uid, _limit(query.get("limit")), cursor, bootstrap.clock().now()
    )
    await require_account(user, unless=page.conversations)
    answer: ConversationsView = {
        "conversations": [conversation_view(each) for each in page.conversations],
        "nextCursor": page.cursor,
    }
    return json_response(answer)


async def _one(user: User, conversation_id: str) -> Response:
    store = bootstrap.conversation_store()
    found = await store.get(user.uid, conversation_id, bootstrap.clock().now())
    if found is None:
        raise NotFound
    answer: ConversationDetailView = {
        "conversation": conversation_view(found),
        "messages": [message_view(each) for each in await store.messages(user.uid, found, MOST_TURNS)],
    }
    return json_response(answer)


def _limit(text: str | None) -> int:
    if text is None:
        return _LISTED
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= MOST_LISTED and len(text) <= 2):
        raise InvalidInput(f"limit must be 1 to {MOST_LISTED}")
    return int(text)
