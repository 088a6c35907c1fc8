"""The tool `overview`: net worth, money at hand, and what everything is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.usecases.chat_tools.arguments import schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_CODES = ("N01", "N01A", "N01L", "Q01", "Q01S", "N02D", "N05V", "E01", "C01", "N04")
_SCOPE_OF_WORTH = (
    "Financial net worth: property, vehicles and gold are not in it, unless the person entered them.",
    "वित्तीय नेट वर्थ: मकान, गाड़ी और सोना इसमें तभी हैं जब खुद जोड़े गए हों।",
)


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    del arguments
    return desk.answer(desk.facts(*_CODES), "N01", "Q01", extra={"note": desk.say(*_SCOPE_OF_WORTH)})


TOOL = Tool(
    ToolSpec(
        "overview",
        "Net worth, total assets and debts, money at hand (liquid), value of each class of assets, provident fund and "
        "credit score, each with its date. For: what is my net worth, how much money do I have in all.",
        schema({}),
    ),
    frozenset({Scope.ASSETS, Scope.LIABILITIES}),
    run,
)
