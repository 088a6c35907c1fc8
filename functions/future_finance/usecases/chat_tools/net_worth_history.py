"""The tool `net_worth_history`: points of net worth over time, and what explains the latest change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from future_finance.domain.consent import Scope
from future_finance.domain.conversation import Chart, ChartKind, ChartPoint
from future_finance.domain.facts import Fact, Unit, rupees
from future_finance.domain.net_worth import PERIODS, Point, first_day
from future_finance.domain.rupee_words import date_text
from future_finance.usecases.chat_tools.arguments import Arguments, read_arguments, schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_MOST_POINTS = 13
_ONE_POINT = (
    "There is no more than one point: a change cannot be told yet.",
    "अभी एक से ज़्यादा दिन का आँकड़ा नहीं है: बदलाव अभी नहीं बताया जा सकता।",
)
_SCOPES = frozenset({Scope.ASSETS, Scope.LIABILITIES})


class Asked(Arguments):
    """What the model asks for."""

    period: Literal["1m", "3m", "6m", "1y", "5y", "all"] = "1y"


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    asked = read_arguments(Asked, arguments)
    if not desk.scopes >= _SCOPES:
        return ToolAnswer(
            {"unavailable": "consent", "scopes": sorted(_SCOPES - desk.scopes)}, status="unavailable"
        )
    since = first_day(asked.period, desk.sheet.built_on)
    papers = await desk.records.dossier()
    points = thinned([point for point in papers.points if point.on >= since])
    facts = [_fact(point) for point in points]
    changes = desk.facts("N03")
    extra = {} if len(points) > 1 else {"note": desk.say(*_ONE_POINT)}
    return desk.answer([*changes, *reversed(facts)], "N03", extra=extra, chart=_chart(points, facts))


def thinned(points: Sequence[Point]) -> list[Point]:
    """The newest point of each month; of more than a year of months, evenly fewer, the first and last kept."""
    by_month = {f"{point.on:%Y-%m}": point for point in sorted(points, key=lambda point: point.on)}
    kept = list(by_month.values())
    if len(kept) <= _MOST_POINTS:
        return kept
    step = (len(kept) - 1) / (_MOST_POINTS - 1)
    return [kept[round(place * step)] for place in range(_MOST_POINTS)]


def _fact(point: Point) -> Fact:
    return Fact(
        id=f"P01:{point.on.isoformat()}",
        label=f"Net worth on {date_text(point.on)}",
        label_hi=f"{date_text(point.on, 'hi')} को नेट वर्थ",
        value=rupees(point.net_minor),
        unit=Unit.INR,
        as_of=point.on,
        scopes=_SCOPES,
        sources=(f"netWorth/{point.on.year}",),
        formula="all assets - all debts on that day",
        caveats=("carried",) if point.carried else (),
    )


def _chart(points: Sequence[Point], facts: Sequence[Fact]) -> Chart | None:
    if len(points) < 2:
        return None
    return Chart(
        ChartKind.LINE,
        "Net worth",
        "नेट वर्थ",
        Unit.INR,
        tuple(
            ChartPoint(point.on.isoformat(), date_text(point.on), str(fact.value), fact.id)
            for point, fact in zip(points, facts, strict=True)
        ),
        investments=True,
    )


TOOL = Tool(
    ToolSpec(
        "net_worth_history",
        "Net worth on earlier days, the newest first, and the parts that explain its latest change. "
        "For: why did it drop, how has it grown.",
        schema({"period": {"type": "string", "enum": list(PERIODS), "description": "1y by default"}}),
    ),
    _SCOPES,
    run,
)
