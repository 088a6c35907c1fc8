"""The tool `insights`: what stands open in the person's list of insights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.domain.facts import Fact, Unit
from future_finance.domain.finding import ASSUMED, RULE
from future_finance.domain.insight import Figure, Insight
from future_finance.domain.local_date import local_date
from future_finance.domain.rupee_words import date_text
from future_finance.domain.text import clean
from future_finance.usecases.chat_tools.arguments import schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_MOST = 5
_LONGEST = 400
_OWN = frozenset({ASSUMED, RULE})  # what a finding compares with: no figure of the person's
_NONE_OPEN = (
    "There are no open insights. They are made after a sync.",
    "कोई खुली जानकारी नहीं है। ये डेटा ताज़ा होने के बाद बनती हैं।",
)
_RANK = {"high": 0, "medium": 1, "low": 2}


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    del arguments
    found = [insight for insight in await desk.insights() if _consented(desk, insight)]
    found.sort(key=lambda insight: (_RANK.get(insight.severity, 3), -abs(insight.impact.minor), insight.id))
    shown = found[:_MOST]
    facts = {fact.id: fact for insight in shown for fact in _facts(desk, insight)}
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
        extra["note"] = desk.say(*_NONE_OPEN)
    answer = desk.answer(facts.values(), extra=extra)
    return ToolAnswer(answer.content, answer.facts, insight_ids=tuple(insight.id for insight in shown))


def _safe(desk: Desk, text: str) -> str:
    return clean(desk.pseudonyms.hide(text), _LONGEST)


def _consented(desk: Desk, insight: Insight) -> bool:
    """Whether each figure it rests on is one that may be used now."""
    return all(frozenset(figure.scopes) <= desk.scopes for figure in insight.figures)


def _facts(desk: Desk, insight: Insight) -> Iterable[Fact]:
    """The figures of today where they are still the same, else those of the insight, told as old ones."""
    then = [(_fact(desk, figure), desk.sheet.get(figure.fact_id)) for figure in insight.figures]
    told = [(fact, now, now is not None and _is_same(fact, now)) for fact, now in then]
    moved_on = any(now is not None and not same for _, now, same in told)
    for fact, now, same in told:
        if now is not None and same:
            yield now
        elif now is None and (fact.code in _OWN or not moved_on):
            yield fact
        else:
            yield _of_then(fact, insight)


def _is_same(fact: Fact, now: Fact) -> bool:
    return (fact.value, fact.unit, fact.per) == (now.value, now.unit, now.per)


def _of_then(fact: Fact, insight: Insight) -> Fact:
    """Under an id of its own: what is known today is never written over."""
    day = fact.as_of or local_date(insight.updated_at)
    return replace(
        fact,
        id=f"{fact.id}:as-of-{day.isoformat()}",
        label=f"{fact.label}, as it was on {date_text(day)}",
        label_hi=f"{fact.label_hi or fact.label}, {date_text(day, 'hi')} को",
        as_of=day,
    )


def _fact(desk: Desk, figure: Figure) -> Fact:
    return Fact(
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
