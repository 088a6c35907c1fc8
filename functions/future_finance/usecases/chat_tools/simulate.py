"""The tool `simulate`: a what-if on the person's own figures, with its assumptions, worked out by code."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.domain.facts import Fact
from future_finance.domain.profile import Language
from future_finance.domain.simulation.result import Simulation, Words
from future_finance.usecases.chat_tools.arguments import Arguments, read_arguments, schema
from future_finance.usecases.chat_tools.desk import MOST_FACTS, Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec
from future_finance.usecases.scenario_words import scenario_schema
from future_finance.usecases.simulation import simulate_for_chat
from future_finance.usecases.simulation_words import as_said

_MOST_ASSUMPTIONS = 10
_NOTE = (
    "A scenario that the person chose, under the assumptions listed: no forecast and no advice.",
    "चुना हुआ हाल, दी गई मान्यताओं पर: न अनुमान, न सलाह।",
)


class Asked(Arguments):
    """What the model asks for; the scenario is read by the simulation's own rules."""

    scenario: dict[str, Any]


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    asked = read_arguments(Asked, arguments)
    shown = [fact.value for fact in desk.shown.values() if isinstance(fact.value, Decimal)]
    scenario, unsaid = as_said(asked.scenario, desk.said, desk.sheet.built_on, shown)
    done = await asyncio.to_thread(
        simulate_for_chat, desk.sheet, await desk.records.profile(), scenario, desk.sheet.built_on
    )
    facts = _facts(done)
    content: dict[str, Any] = {
        "understoodAs": _said(desk, done.understood_as),
        "summary": [_said(desk, words) for words in done.summary],
        "facts": [desk.line(fact) for fact in facts[:MOST_FACTS]],
        "assumptions": [
            {**desk.line(each.fact), "source": each.source, "setByThePerson": each.told}
            for each in done.assumptions[:_MOST_ASSUMPTIONS]
        ],
        "note": desk.say(*_NOTE),
    }
    if done.warnings:
        content["warnings"] = [_said(desk, warning.text) for warning in done.warnings]
    if done.lacks:
        content["asks"] = [
            {"needs": _said(desk, lack.ask), "field": lack.field, "withoutItNoResult": lack.needed}
            for lack in done.lacks
        ]
    used = (fact for fact in done.used if fact.id in desk.sheet.facts)
    return ToolAnswer(content, (*facts, *used), supposed=_said(desk, done.understood_as) if unsaid else "")


def _facts(done: Simulation) -> list[Fact]:
    """Results first, in the order of the simulation, then all else that was made on the way."""
    results = [figure.fact for figure in done.figures]
    chance = [done.chance.fact, done.chance.error] if done.chance else []
    low = [done.low_point.fact] if done.low_point else []
    return list({fact.id: fact for fact in (*results, *chance, *low, *done.facts)}.values())


def _said(desk: Desk, words: Words) -> str:
    return desk.pseudonyms.hide(words.hi if desk.language is Language.HINDI else words.en)


TOOL = Tool(
    ToolSpec(
        "simulate",
        "Works a what-if out on the person's own figures: more SIP, prepaying a loan, prepaying or investing, paying debts "
        "off (avalanche, snowball), one loan for all, rates rising, an emergency fund, losing a job, a big purchase, a goal, "
        "a raise, retiring, renting or buying. What it `asks` for, ask the person.",
        schema({"scenario": scenario_schema()}, "scenario"),
    ),
    frozenset(Scope),
    run,
)
