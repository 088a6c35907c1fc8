"""A delivery of Cloud Tasks: its payload, and whether another one may follow."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated

from pydantic import ConfigDict, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance.endpoints import BY_ENTRY_POINT, Endpoint, TaskQueue
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.request import require_method
from future_finance.errors import BadRequest, InvalidInput

logger = logging.getLogger(__name__)

Uid = Annotated[str, StringConstraints(min_length=1, max_length=128)]  # as long as Firebase allows


class Payload(Body):
    """What a task carries: text, and ids at most. A field of a newer version's is no reason to drop a task."""

    model_config = ConfigDict(extra="ignore")


class Delivery:
    """One of a task's deliveries to the worker of a row."""

    def __init__(self, row: Endpoint, request: Request) -> None:
        assert isinstance(row.trigger, TaskQueue)
        self.row = row
        retries = request.headers.get("x-cloudtasks-taskretrycount", "0")
        self.last = retries.isdigit() and int(retries) + 1 >= row.trigger.max_attempts


type Work[P: Payload] = Callable[[P, Delivery], Awaitable[Mapping[str, object]]]  # what it answers
type Handler = Callable[[Request], Awaitable[Response]]


def worker[P: Payload](payload: type[P]) -> Callable[[Work[P]], Handler]:
    """Makes a function's handler of what is done with a payload. 2xx: done, whatever the end; an error:
    deliver it again.

    A payload that cannot be read stays so however often it comes: it is done, too, and reported.
    """

    def of(work: Work[P]) -> Handler:
        async def delivered(request: Request) -> Response:
            require_method(request, "POST")
            try:
                sent = await parse_body(request, payload)
            except (BadRequest, InvalidInput):
                logger.error("a task's payload cannot be read: it is dropped")
                return json_response({"ended": "malformed"})
            return json_response(await work(sent, Delivery(BY_ENTRY_POINT[work.__name__], request)))

        return delivered

    return of
