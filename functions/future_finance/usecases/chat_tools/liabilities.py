"""The tool `liabilities`: every debt with its balance, rate, EMI and time left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.usecases.chat_tools.arguments import schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_CODES = ("N01L", "L01", "L03", "L01E", "L01R", "L02", "L03C", "L04", "L05", "L08", "N08")

_NOTE = (
    "Months left assume that the EMI and the rate stay as they are.",
    "बचे महीने यह मानकर हैं कि EMI और ब्याज दर वही रहें।",
)


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    del arguments
    return desk.answer(
        desk.facts(*_CODES),
        "L01", "L02", "L03", "L05",
        extra={"note": desk.say(*_NOTE)},
    )  # fmt: skip


TOOL = Tool(
    ToolSpec(
        "liabilities",
        "Loans and cards: outstanding, interest rate, EMI paid, months left, overdue, EMIs as a share of income (FOIR). "
        "For: what are my loans, when does my loan end, can I afford another loan.",
        schema({}),
    ),
    frozenset({Scope.LIABILITIES, Scope.CREDIT_SCORE}),
    run,
)
