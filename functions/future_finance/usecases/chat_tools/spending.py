"""The tool `spending`: income, outflow and categories, on average or of one month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from future_finance.domain.calendar_month import month_name
from future_finance.domain.cash_flow.entry import Category
from future_finance.domain.consent import Scope
from future_finance.domain.conversation import Chart, ChartKind, ChartPoint
from future_finance.domain.facts import Fact, Unit
from future_finance.usecases.chat_tools.arguments import Arguments, Month, Words, read_arguments, schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_LEVELS = (
    "T01",
    "T02",
    "T05",
    "T03",
    "T04V",
    "T04",
    "T06",
    "T07",
    "T08",
    "T09",
    "T09N",
    "T10",
    "T11",
    "Q02",
    "T02R",
)
_CATEGORIES = tuple(each.value for each in Category)
_MOST_MONTHS = 6


class Asked(Arguments):
    """What the model asks for."""

    month: Month = ""
    category: Words = ""


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    asked = read_arguments(Asked, arguments)
    of_months = desk.facts("T02C")
    months = sorted({fact.id.split(":")[1] for fact in (*of_months, *desk.facts("T02M")) if ":" in fact.id})
    extra: dict[str, Any] = {"monthsKnown": months[-_MOST_MONTHS:]}
    if asked.category and asked.category not in _CATEGORIES:
        return ToolAnswer({"error": "unknown_category", "hint": "One of the enum, or none."}, status="error")
    month = asked.month or (months[-1] if asked.category and months else "")
    if month and month not in months:
        return _no_full_month(desk, month, extra)
    if not month:
        totals = [
            fact for fact in (*desk.facts("T01M"), *desk.facts("T02M")) if fact.key in months[-_MOST_MONTHS:]
        ]
        return desk.answer([*desk.facts(*_LEVELS), *totals], *_LEVELS, extra=extra)
    categories = [fact for fact in of_months if fact.key.startswith(f"{month}:")]
    if asked.category:
        chosen = [fact for fact in categories if fact.key == f"{month}:{asked.category}"]
        if not chosen:
            english, hindi = month_name(month)
            extra["note"] = desk.say(
                f"No payment of this category is seen in {english}; some payments have no known category.",
                f"{hindi} में इस श्रेणी का कोई भुगतान नहीं दिखता; कुछ भुगतानों की श्रेणी पता नहीं।",
            )
        return desk.answer([*chosen, *desk.facts("T06"), *_of(desk, month)], "T02C", extra=extra)
    return desk.answer(
        [*_of(desk, month), *categories, *desk.facts("T06")],
        "T02C",
        extra=extra,
        chart=_chart(month, categories),
    )


def _no_full_month(desk: Desk, month: str, extra: dict[str, Any]) -> ToolAnswer:
    """What was spent so far, where the month is under way; else nothing of it, and the average instead."""
    english, hindi = month_name(month)
    so_far = [fact for fact in desk.facts("T02P", "T01P") if fact.key == month]
    if so_far:
        extra["note"] = desk.say(
            f"The bank rows do not show {english} to its end.",
            f"बैंक की पंक्तियाँ {hindi} का अंत तक का हिसाब नहीं दिखातीं।",
        )
    else:
        extra["note"] = desk.say(
            f"Of {english} there are no bank rows that show the whole month.",
            f"{hindi} की ऐसी बैंक पंक्तियाँ नहीं हैं जो पूरा महीना दिखाएँ।",
        )
    return desk.answer([*so_far, *desk.facts("T02", "T06")], "T02", "T02C", extra=extra)


def _of(desk: Desk, month: str) -> list[Fact]:
    return [fact for fact in (*desk.facts("T02M"), *desk.facts("T01M")) if fact.key == month]


def _chart(month: str, categories: Iterable[Fact]) -> Chart | None:
    points = tuple(
        ChartPoint(fact.key.partition(":")[2], fact.label, str(fact.value), fact.id) for fact in categories
    )
    if len(points) < 2:
        return None
    english, hindi = month_name(month)
    return Chart(ChartKind.BAR, f"Spending in {english}", f"{hindi} का खर्च", Unit.INR, points)


TOOL = Tool(
    ToolSpec(
        "spending",
        "Income and spending from the bank rows. Without a month: monthly averages, savings rate, recurring payments and "
        "subscriptions, months the money would last. With a month (yyyy-mm): that month by category. Always tell the share "
        "of spending with a known category beside a category. A year, several months or a day: the tool `transactions`.",
        schema(
            {
                "month": {"type": "string", "description": "yyyy-mm; leave out for averages"},
                "category": {"type": "string", "enum": list(_CATEGORIES), "description": "leave out for all"},
            }
        ),
    ),
    frozenset({Scope.TRANSACTIONS}),
    run,
)
