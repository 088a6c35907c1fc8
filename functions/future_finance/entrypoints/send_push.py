"""Worker of the queue send-push: one notice, to the browsers of its person."""

from __future__ import annotations

import logging
from typing import Annotated

from pydantic import ConfigDict, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import upkeep
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, Id, parse_body
from future_finance.entrypoints.request import require_method
from future_finance.errors import BadRequest, InvalidInput
from future_finance.usecases import tell as usecase

logger = logging.getLogger(__name__)


class PushTask(Body):
    """The task's payload: ids alone."""

    model_config = ConfigDict(extra="ignore")

    uid: Annotated[str, StringConstraints(min_length=1, max_length=128)]
    notice_id: Id


async def send_push(request: Request) -> Response:
    """POST by Cloud Tasks. 2xx: done, whatever the end; 503: deliver it again."""
    require_method(request, "POST")
    try:
        task = await parse_body(request, PushTask)
    except (BadRequest, InvalidInput):
        logger.error("a task's payload cannot be read: it is dropped")
        return json_response({"ended": "malformed"})
    sending = usecase.SendingPush(upkeep.notice_store(), upkeep.push_token_store(), upkeep.pushing())
    return json_response({"ended": await usecase.send_push(sending, task.uid, task.notice_id)})
