"""GET /api/financial/net-worth: the history by period."""

from __future__ import annotations

from typing import TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.local_date import local_date
from future_finance.domain.net_worth import PERIODS, Point, first_day
from future_finance.domain.overview_view import MoneyView, money
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import query_of, require_method
from future_finance.errors import InvalidInput


class PointView(TypedDict):
    """Net worth on one day. `carried`: taken over from an earlier day."""

    date: str
    assets: MoneyView
    liabilities: MoneyView
    net: MoneyView
    carried: bool


class NetWorthHistoryView(TypedDict):
    """Answer of GET /api/financial/net-worth; oldest first, gaps are not filled."""

    period: str
    points: list[PointView]


async def net_worth(request: Request, user: User) -> Response:
    """GET /api/financial/net-worth?period=1m|3m|6m|1y|5y|all, by default 1y."""
    require_method(request, "GET")
    asked = query_of(request, ("period",)).get("period", "1y")
    period = next((p for p in PERIODS if p == asked), None)
    if period is None:
        raise InvalidInput(f"period must be one of {', '.join(PERIODS)}")
    today = local_date(bootstrap.clock().now())
    points = await bootstrap.portfolio_store().points(user.uid, first_day(period, today), today)
    await require_account(user, unless=points)
    answer: NetWorthHistoryView = {"period": period, "points": [_view(point) for point in points]}
    return json_response(answer)


def _view(point: Point) -> PointView:
    return {
        "date": point.on.isoformat(),
        "assets": money(point.assets_minor),
        "liabilities": money(point.liabilities_minor),
        "net": money(point.net_minor),
        "carried": point.carried,
    }
