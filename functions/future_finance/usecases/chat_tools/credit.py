"""The tool `credit`: score, use of cards, late payments, and what card debt costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.usecases.chat_tools.arguments import schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_CODES = ("C01", "C01B", "C02", "C02D", "C03", "C04", "C04K", "L07", "L06", "L06B", "L08", "L05", "L05C")
_NOTE = (
    "The score is Experian's, not CIBIL's, as of its report date. Nobody can promise a change of it, or a loan.",
    "स्कोर Experian का है, CIBIL का नहीं, और रिपोर्ट की तारीख़ का है। इसके बदलने का या लोन मिलने का वादा कोई नहीं कर सकता।",
)


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    del arguments
    return desk.answer(
        desk.facts(*_CODES), "C01", "C02", "L07", "L06", "L05", extra={"note": desk.say(*_NOTE)}
    )


TOOL = Tool(
    ToolSpec(
        "credit",
        "Credit score (Experian) with band and date, use of card limits, enquiries, late months, overdue amounts, "
        "card balance carried over and its interest a year, EMIs as a share of income (FOIR).",
        schema({}),
    ),
    frozenset({Scope.CREDIT_SCORE}),
    run,
)
