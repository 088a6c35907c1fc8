"""The tool `insights`: what stands open in the person's list of insights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.domain.facts import Fact, Unit
from future_finance.domain.insight import Figure, Insight
from future_finance.domain.text import clean
from future_finance.usecases.chat_tools.arguments import schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_MOST = 5
_LONGEST = 400
_RANK = {"high": 0, "medium": 1, "low": 2}


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    del arguments
    found = [insight for insight in await desk.insights() if _consented(desk, insight)]
    found.sort(key=lambda insight: (_RANK.get(insight.severity, 3), -abs(insight.impact.minor), insight.id))
    shown = found[:_MOST]
    facts = {fact.id: fact for insight in shown for fact in _facts(desk, insight.figures)}
    lines = [
        {
            "id": insight.id,
            "severity": insight.severity.value,
            "title": _safe(desk, insight.text_in(desk.language).title),
            "description": _safe(desk, insight.text_in(desk.language).description),
            "options": _safe(desk, insight.text_in(desk.language).next_step),
        }
        for insight in shown
    ]
    extra: dict[str, Any] = {"insights": lines, "open": len(found)}
    if not found:
        extra["note"] = "There are no open insights. They are made after a sync."
    answer = desk.answer(facts.values(), extra=extra)
    return ToolAnswer(answer.content, answer.facts, insight_ids=tuple(insight.id for insight in shown))


def _safe(desk: Desk, text: str) -> str:
    return clean(desk.pseudonyms.hide(text), _LONGEST)


def _consented(desk: Desk, insight: Insight) -> bool:
    """Whether each figure it rests on is one that may be used now."""
    return all(frozenset(figure.scopes) <= desk.scopes for figure in insight.figures)


def _facts(desk: Desk, figures: Iterable[Figure]) -> Iterable[Fact]:
    """The figures as they were when the insight was made."""
    for figure in figures:
        yield Fact(
            id=figure.fact_id,
            label=desk.pseudonyms.hide(figure.label),
            label_hi=desk.pseudonyms.hide(figure.label_hi),
            value=_value(figure, desk),
            unit=figure.unit,
            per=figure.per,
            as_of=figure.as_of,
            scopes=frozenset(figure.scopes),
            formula=figure.formula,
        )


def _value(figure: Figure, desk: Desk) -> Decimal | date | str:
    try:
        if figure.unit == Unit.DATE:
            return date.fromisoformat(figure.value)
        if figure.unit != Unit.TEXT:
            return Decimal(figure.value)
    except (ValueError, InvalidOperation):
        pass
    return desk.pseudonyms.hide(figure.value)


TOOL = Tool(
    ToolSpec(
        "insights",
        "The person's open insights, the gravest first: what was noticed in their finances and which options there are. "
        "For: what should I look at, anything wrong, tips.",
        schema({}),
    ),
    frozenset(Scope),
    run,
)
