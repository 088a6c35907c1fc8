"""The tool `retirement_fund`: provident fund by employer, pension apart, NPS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.usecases.chat_tools.arguments import schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_CODES = ("E01", "E01M", "E01P", "E02", "E02N", "E03", "E04")
_NOTE = (
    "The pension (EPS) is apart and no part of the fund. Whether interest was lost cannot be told.",
    "पेंशन (EPS) अलग है, निधि का हिस्सा नहीं। ब्याज का नुकसान हुआ या नहीं, यह नहीं बताया जा सकता।",
)


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    del arguments
    nps = [fact for fact in desk.facts("N05V") if fact.key == "nps"]
    return desk.answer([*desk.facts(*_CODES), *nps], "E01", "E01P", extra={"note": desk.say(*_NOTE)})


TOOL = Tool(
    ToolSpec(
        "retirement_fund",
        "Provident fund (EPF/PF): total, by employer, with past employers, taken out; pension (EPS) apart; NPS.",
        schema({}),
    ),
    frozenset({Scope.EPF}),
    run,
)
