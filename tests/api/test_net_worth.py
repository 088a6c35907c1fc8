"""GET /api/financial/net-worth."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from future_finance.domain.net_worth import Point
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import Finances

NET_WORTH = "financial-net-worth"
PATH = "/api/financial/net-worth"
TODAY = date(2026, 11, 24)


def draw(finances: Finances, *days: date, carried: bool = False) -> None:
    finances.portfolios.of["asha"].points |= {day: Point(day, 700, 1_000, carried) for day in days}


async def shown(api: Api, query: str) -> list[str]:
    answer = (await api.send(NET_WORTH, path=f"{PATH}{query}", user="asha")).json()
    return [point["date"] for point in answer["points"]]


async def test_a_point_holds_assets_debts_and_what_is_left(api: Api, finances: Finances) -> None:
    draw(finances, TODAY)
    answer = (await api.send(NET_WORTH, user="asha")).json()
    inr = {"currency": "INR"}
    assert answer == {
        "period": "1y",
        "points": [
            {
                "date": "2026-11-24",
                "assets": {"amountMinor": 700, **inr},
                "liabilities": {"amountMinor": 1_000, **inr},
                "net": {"amountMinor": -300, **inr},
                "carried": False,
            }
        ],
    }


@pytest.mark.parametrize(("period", "days"), [("1m", 31), ("3m", 92), ("6m", 183), ("1y", 366), ("5y", 1827)])
async def test_a_period_begins_on_its_first_day_and_ends_today(
    api: Api, finances: Finances, period: str, days: int
) -> None:
    first = TODAY - timedelta(days=days)
    draw(finances, first - timedelta(days=1), first, TODAY, TODAY + timedelta(days=1))
    assert await shown(api, f"?period={period}") == [first.isoformat(), "2026-11-24"]


async def test_all_begins_where_the_history_does(api: Api, finances: Finances) -> None:
    draw(finances, date(1999, 1, 1), TODAY)
    assert await shown(api, "?period=all") == ["1999-01-01", "2026-11-24"]


async def test_today_is_the_day_in_india(api: Api, finances: Finances) -> None:
    draw(finances, date(2026, 11, 25))
    finances.clock.forward(timedelta(hours=14, minutes=29))
    assert await shown(api, "") == []
    finances.clock.forward(timedelta(minutes=1))
    assert await shown(api, "") == ["2026-11-25"]


async def test_gaps_stay_gaps_and_carried_points_say_so(api: Api, finances: Finances) -> None:
    draw(finances, date(2026, 9, 1), TODAY)
    draw(finances, date(2026, 10, 1), carried=True)
    points = (await api.send(NET_WORTH, user="asha")).json()["points"]
    assert [(point["date"], point["carried"]) for point in points] == [
        ("2026-09-01", False),
        ("2026-10-01", True),
        ("2026-11-24", False),
    ]


@pytest.mark.parametrize("period", ["", "2y", "1Y", "all ", "1m,3m", "%00", "1m&period=3m"])
async def test_a_period_that_is_none_is_refused_unquoted(api: Api, finances: Finances, period: str) -> None:
    answer = await api.send(NET_WORTH, path=f"{PATH}?period={period}", user="asha")
    assert error_of(answer) == (422, "invalid_input")


async def test_nobody_sees_anothers_history(api: Api, finances: Finances) -> None:
    draw(finances, TODAY)
    assert (await api.send(NET_WORTH, user="bela")).json()["points"] == []
