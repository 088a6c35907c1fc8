"""What the tool `spending` answers."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from future_finance.domain.dossier import Dossier
from future_finance.usecases.chat_text import citation
from future_finance.usecases.chat_tools.whole_months import sums
from tests.unit.domain.cash_flow.rows import statement
from tests.unit.usecases.chat.tool_desk import by_id, desk_of, use


async def test_a_month_of_spending_comes_by_category_beside_the_share_that_is_known() -> None:
    desk = desk_of()
    answer = await use(desk, "spending", month="2026-10", category="food")
    lines = by_id(answer)
    assert "₹6,400" in lines["T02C:2026-10:food"]["value"]
    assert "T06" in lines
    whole = await use(desk, "spending", month="2026-10")
    assert whole.chart is not None
    assert len(whole.chart.points) > 3


async def test_of_a_month_without_rows_it_says_so() -> None:
    answer = await use(desk_of(), "spending", month="2019-01")
    assert answer.content["note"] == "Of January 2019 there are no bank rows that show the whole month."
    assert "2026-10" in answer.content["monthsKnown"]


async def test_of_the_month_under_way_it_tells_what_was_spent_so_far() -> None:
    lines = [
        (date(2026, 11, day), "debit", 100, "UPI-SWIGGY-S@YBL-YESB0YBLUPI-412345678901")
        for day in range(1, 16)
    ]
    papers = Dossier(date(2026, 11, 16), rows=tuple(statement(lines)))
    answer = await use(desk_of(papers), "spending", month="2026-11")
    assert by_id(answer)["T02P:2026-11"]["value"] == "₹1,500"
    assert answer.content["note"] == "The bank rows do not show November 2026 to its end."


async def test_several_months_of_spending_are_the_sum_of_their_facts() -> None:
    desk = desk_of()
    answer = await use(desk, "spending", since="2026-01", until="2026-12")
    lines = by_id(answer)
    months = [fact.number for key, fact in desk.sheet.keyed("T02M").items() if key >= "2026-01"]
    assert len(months) == 10
    spent = lines["R04:2026-01-2026-10-spending"]
    assert (Decimal(spent["exact"]), spent["label"]) == (
        sum(months),
        "Spending from January 2026 to October 2026",
    )
    assert Decimal(lines["R04:2026-01-2026-10-income"]["exact"]) > sum(months)
    assert (
        answer.content["note"] == "Whole months of it that the bank rows show: January 2026 to October 2026."
    )
    food = by_id(await use(desk, "spending", since="2026-08", until="2026-10", category="food"))
    of_food = [
        fact.number
        for key, fact in desk.sheet.keyed("T02C").items()
        if re.fullmatch("2026-(08|09|10):food", key)
    ]
    assert Decimal(food["R04:2026-08-2026-10-food"]["exact"]) == sum(of_food)


async def test_of_months_before_all_rows_it_says_so() -> None:
    answer = await use(desk_of(), "spending", since="2019-01", until="2019-12")
    assert "no bank rows" in answer.content["note"]
    assert not any(line["id"].startswith("R04") for line in answer.content["facts"])


async def test_the_spending_that_months_of_money_rest_on_comes_with_them() -> None:
    lines = by_id(await use(desk_of("meenakshi"), "spending"))
    at_hand = by_id(await use(desk_of("meenakshi"), "overview"))["Q01"]
    lasts = Decimal(at_hand["exact"]) / Decimal(lines["T02R"]["exact"])
    assert round(lasts, 2) == Decimal(lines["Q02"]["exact"])


def test_a_month_between_that_is_not_whole_is_named() -> None:
    (spent,) = (fact for fact in sums(desk_of(), ["2026-06", "2026-08"], "") if fact.id.endswith("spending"))
    assert spent.label == "Spending from June 2026 to August 2026, without July 2026"


async def test_spending_of_one_month_is_cited_as_an_amount() -> None:
    desk = desk_of()
    month = desk.sheet.facts["T02M:2026-10"]
    assert (citation(month, desk).per, citation(desk.sheet.facts["T02"], desk).per) == (None, "month")
