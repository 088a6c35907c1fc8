"""The tool `spending`: income, outflow and categories, on average, of one month or of several."""

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
from future_finance.usecases.chat_tools.whole_months import sums, within
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


_NONE_OF_IT = (
    "No payment of this category is seen in these months; some payments have no known category.",
    "इन महीनों में इस श्रेणी का कोई भुगतान नहीं दिखता; कुछ भुगतानों की श्रेणी पता नहीं।",
)


class Asked(Arguments):
    """What the model asks for."""

    month: Month = ""
    since: Month = ""
    until: Month = ""
    category: Words = ""


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    asked = read_arguments(Asked, arguments)
    of_months = desk.facts("T02C")
    months = sorted({fact.id.split(":")[1] for fact in (*of_months, *desk.facts("T02M")) if ":" in fact.id})
    extra: dict[str, Any] = {"monthsKnown": months}
    if asked.category and asked.category not in _CATEGORIES:
        return ToolAnswer({"error": "unknown_category", "hint": "One of the enum, or none."}, status="error")
    if not asked.month and (asked.since or asked.until):
        return _several(desk, asked, months, extra)
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


def _several(desk: Desk, asked: Asked, months: list[str], extra: dict[str, Any]) -> ToolAnswer:
    """The sums of whole months, and each of them; what the rows do not show whole is said."""
    wanted = within(months, asked.since, asked.until)
    if not wanted:
        return _no_full_month(desk, asked.until or asked.since, extra)
    of_each = (
        [fact for fact in desk.facts("T02C") if fact.key in {f"{each}:{asked.category}" for each in wanted}]
        if asked.category
        else [fact for each in reversed(wanted) for fact in _of(desk, each)]
    )
    if asked.category and not of_each:
        extra["note"] = desk.say(*_NONE_OF_IT)
    elif wanted[0] != asked.since or wanted[-1] != asked.until:
        (first, first_hi), (last, last_hi) = month_name(wanted[0]), month_name(wanted[-1])
        extra["note"] = desk.say(
            f"Whole months of it that the bank rows show: {first} to {last}.",
            f"इसमें से बैंक की पंक्तियाँ जो पूरे महीने दिखाती हैं: {first_hi} से {last_hi}।",
        )
    found = [*sums(desk, wanted, asked.category), *of_each, *desk.facts("T06")]
    return desk.answer(found, "T02C", extra=extra)


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
        "subscriptions, months the money would last. With a month (yyyy-mm): that month by category. With since and until: "
        "the sum of those months, such as a year. Always tell the share of spending with a known category beside a category. "
        "Days and weeks are not told apart.",
        schema(
            {
                "month": {"type": "string", "description": "yyyy-mm; leave out for averages"},
                "since": {"type": "string", "description": "first of several months, yyyy-mm"},
                "until": {"type": "string", "description": "last month, yyyy-mm, included"},
                "category": {"type": "string", "enum": list(_CATEGORIES), "description": "leave out for all"},
            }
        ),
    ),
    frozenset({Scope.TRANSACTIONS}),
    run,
)
