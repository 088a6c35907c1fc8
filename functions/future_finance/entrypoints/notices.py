"""GET /api/notices, and POST /api/notices/{id}: it was seen."""

from __future__ import annotations

import asyncio
from typing import TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap, upkeep
from future_finance.domain.personal_notice import WORDS, PersonalNotice
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response, no_content
from future_finance.entrypoints.request import path_below, query_of, require_method
from future_finance.errors import MethodNotAllowed, NotFound
from future_finance.usecases.tell import ShowingNotices, notices_of, see


class WordsView(TypedDict):
    """The same in both languages."""

    en: str
    hi: str


class NoticeView(TypedDict):
    """`about`: ids, scopes and days of what it is about. `seenAt` is null until it was seen."""

    id: str
    kind: str
    at: str
    about: dict[str, str]
    seenAt: str | None
    text: WordsView


class NoticesView(TypedDict):
    """The newest first. `unseen` counts those that were not seen yet."""

    unseen: int
    notices: list[NoticeView]


async def notices(request: Request, user: User) -> Response:
    """Seeing one twice is the same as once. Who looks whether there is something to tell them is here."""
    method = require_method(request, "GET", "POST")
    query_of(request, ())
    below = path_below(request, "/api/notices")
    showing = ShowingNotices(upkeep.notice_store(), bootstrap.connection_store(), bootstrap.clock())
    match method, below:
        case "GET", []:
            found, _ = await asyncio.gather(
                notices_of(showing, user.uid),
                bootstrap.accounts().visit(user.uid, bootstrap.clock().now()),
            )
            return json_response(_view(found))
        case "POST", [notice_id]:
            await see(showing, user.uid, notice_id)
            return no_content()
        case _, []:
            raise MethodNotAllowed(details={"allow": ["GET"]})
        case _, [_]:
            raise MethodNotAllowed(details={"allow": ["POST"]})
    raise NotFound


def _view(found: list[PersonalNotice]) -> NoticesView:
    return {
        "unseen": sum(notice.seen_at is None for notice in found),
        "notices": [
            {
                "id": notice.id,
                "kind": notice.kind.value,
                "at": notice.at.isoformat(),
                "about": dict(notice.about),
                "seenAt": None if notice.seen_at is None else notice.seen_at.isoformat(),
                "text": {"en": WORDS[notice.kind].en, "hi": WORDS[notice.kind].hi},
            }
            for notice in found
        ],
    }
