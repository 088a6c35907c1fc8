"""The tool `assets`: allocation, funds and shares, with what can be told of their return and cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from future_finance.domain.consent import Scope
from future_finance.domain.conversation import Chart, ChartKind, ChartPoint
from future_finance.domain.facts import Unit
from future_finance.usecases.chat_tools.arguments import Arguments, read_arguments, schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_CODES = {
    "all": ("N01A", "N05V", "N05", "N06V", "N06", "Q01", "N07"),
    "funds": ("M01", "M03", "M03F", "M04", "M04V", "M05", "M01S", "M02", "M02S", "M07", "M08", "M09", "M06B", "M06M", "T04V"),
    "shares": ("M10", "M10P", "N06V", "N06"),
}  # fmt: skip
_NO_RATING = (
    "Figures only. No fund or share is rated, ranked or recommended.",
    "सिर्फ़ आँकड़े। किसी फंड या शेयर को न अंक दिए गए हैं, न क्रम, न सुझाव।",
)


class Asked(Arguments):
    """What the model asks for."""

    about: Literal["all", "funds", "shares"] = "all"


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    asked = read_arguments(Asked, arguments)
    codes = _CODES[asked.about]
    chart = _chart(desk) if asked.about == "all" else None
    return desk.answer(desk.facts(*codes), *codes, extra={"note": desk.say(*_NO_RATING)}, chart=chart)


def _chart(desk: Desk) -> Chart | None:
    shares = desk.facts("N05")
    values = {fact.key: fact for fact in desk.facts("N05V")}
    if len(shares) < 2:
        return None
    points = tuple(
        ChartPoint(
            fact.key, values[fact.key].label if fact.key in values else fact.label, str(fact.value), fact.id
        )
        for fact in shares
    )
    return Chart(
        ChartKind.SHARES, "Where your assets are", "आपकी संपत्ति कहाँ है", Unit.PERCENT, points, investments=True
    )


TOOL = Tool(
    ToolSpec(
        "assets",
        "What the person owns. about=all: value and share of each class, largest holding. about=funds: mutual funds, their "
        "XIRR, regular plans and their extra cost, SIPs, ELSS. about=shares: direct shares.",
        schema({"about": {"type": "string", "enum": list(_CODES), "description": "all by default"}}),
    ),
    frozenset({Scope.ASSETS}),
    run,
)
