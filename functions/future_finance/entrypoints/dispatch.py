"""The schedules that reach every user: each trigger becomes a task for each few shards."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.schedule import ScheduleName
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import require_method
from future_finance.usecases.fan_out import dispatch


async def daily_sync(request: Request) -> Response:
    """POST by Cloud Scheduler; an error makes it try again, and what was enqueued stays."""
    return await _dispatch(request, ScheduleName.DAILY_SYNC)


async def weekly_insights(request: Request) -> Response:
    """POST by Cloud Scheduler."""
    return await _dispatch(request, ScheduleName.WEEKLY_INSIGHTS)


async def monthly_net_worth(request: Request) -> Response:
    """POST by Cloud Scheduler."""
    return await _dispatch(request, ScheduleName.MONTHLY_NET_WORTH)


async def _dispatch(request: Request, schedule: ScheduleName) -> Response:
    require_method(request, "POST")
    pages = await dispatch(bootstrap.task_queue(), schedule, bootstrap.clock().now())
    return json_response({"pages": pages})
