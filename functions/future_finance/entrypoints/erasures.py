"""GET /api/erasures/{receiptId}: proof that an account was erased, for who has the receipt's id."""

from __future__ import annotations

from typing import TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import leaving
from future_finance.domain.erasure import BACKUPS, POINT_IN_TIME_RECOVERY, Erasure
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import path_below, query_of, require_method
from future_finance.errors import NotFound
from future_finance.usecases.erase_account import erasure_receipt

PREFIX = "/api/erasures"


class CopiesView(TypedDict):
    """Until when copies last that cannot be deleted one by one; without the keys, sealed values are lost already."""

    pointInTimeRecoveryUntil: str | None
    backupsUntil: str | None
    logs: str


class ErasureView(TypedDict):
    """Answer of GET /api/erasures/{receiptId}. `counts`: deleted documents by where they were.

    `left`: what a second look through everything found; the receipt names nobody.
    """

    receiptId: str
    status: str
    requestedAt: str
    finishedAt: str | None
    counts: dict[str, int]
    left: int
    copies: CopiesView


async def erasures(request: Request) -> Response:
    """No sign-in: the person who could have signed in is gone."""
    require_method(request, "GET")
    query_of(request, ())
    match path_below(request, PREFIX):
        case [receipt_id]:
            return json_response(_view(await erasure_receipt(leaving.erasure_store(), receipt_id)))
        case _:
            raise NotFound


def _view(erasure: Erasure) -> ErasureView:
    done = erasure.finished_at
    return {
        "receiptId": erasure.id,
        "status": erasure.state.value,
        "requestedAt": erasure.requested_at.isoformat(),
        "finishedAt": None if done is None else done.isoformat(),
        "counts": dict(sorted(erasure.counts.items())),
        "left": erasure.left,
        "copies": {
            "pointInTimeRecoveryUntil": None if done is None else (done + POINT_IN_TIME_RECOVERY).isoformat(),
            "backupsUntil": None if done is None else (done + BACKUPS).isoformat(),
            "logs": "without names, tokens, amounts or narrations; until their period ends",
        },
    }
