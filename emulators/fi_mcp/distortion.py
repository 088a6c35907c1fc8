"""A tool's answer gone wrong in its text: prose, cut off, foreign, or with its columns moved."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from emulators.fi_mcp.faults import Mode
from emulators.fi_mcp.tools import TOOLS

PROSE = {
    "fetch_credit_report": "No credit score data available",
    "fetch_epf_details": "No EPF data available for this user",
}
ANY_PROSE = "We could not fetch this data right now. Please try again after some time."
WRONG = {"fetch_net_worth": "fetch_credit_report"}
LISTS = {
    "fetch_bank_transactions": "bankTransactions",
    "fetch_mf_transactions": "mfTransactions",
    "fetch_stock_transactions": "stockTransactions",
}


def distorted(mode: Mode, tool: str, answer: Callable[[str], str]) -> str:
    """The text for `tool` under a fault; `answer` gives any tool's right text."""
    match mode:
        case Mode.PROSE:
            return PROSE.get(tool, ANY_PROSE)
        case Mode.HALF_JSON:
            text = answer(tool)
            return text[: len(text) // 2]
        case Mode.WRONG_TOOL:
            return answer(WRONG.get(tool, TOOLS[TOOLS.index(tool) - 1]))
        case Mode.CHANGED_LAYOUT:
            return changed_layout(tool, answer(tool))
        case _:
            return answer(tool)


def changed_layout(tool: str, text: str) -> str:
    """The first two columns swapped, in the rows and in their description; elsewhere the top key renamed."""
    try:
        content: dict[str, Any] = json.loads(text)
    except json.JSONDecodeError:
        return text
    for account in content.get(LISTS.get(tool, ""), []):
        account["txns"] = [[row[1], row[0], *row[2:]] for row in account["txns"]]
    if "schemaDescription" in content:
        content["schemaDescription"] = _swapped(content["schemaDescription"])
        return json.dumps(content, ensure_ascii=False)
    return json.dumps({f"{key}V2": value for key, value in content.items()}, ensure_ascii=False)


def _swapped(description: str) -> str:
    head, opening, columns = description.partition("schema: [")
    first, second, *rest = _columns(columns)
    return head + opening + ", ".join((second.strip(), first.strip(), *(part.strip() for part in rest)))


def _columns(text: str) -> list[str]:
    """Split at commas outside parentheses."""
    parts, depth = [""], 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
