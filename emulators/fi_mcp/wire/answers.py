"""The text of each tool's answer for one person on one date."""

from __future__ import annotations

import json
from collections.abc import Callable

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire import traps
from emulators.fi_mcp.wire.bank import bank_transactions
from emulators.fi_mcp.wire.credit_report import credit_report
from emulators.fi_mcp.wire.epf import epf_details
from emulators.fi_mcp.wire.money import Json
from emulators.fi_mcp.wire.net_worth import net_worth
from emulators.fi_mcp.wire.trades import fund_transactions, stock_transactions

BUILDERS: dict[str, Callable[[Person, View], Json]] = {
    "fetch_net_worth": net_worth,
    "fetch_credit_report": credit_report,
    "fetch_epf_details": epf_details,
    "fetch_mf_transactions": fund_transactions,
    "fetch_bank_transactions": bank_transactions,
    "fetch_stock_transactions": stock_transactions,
}


def answer_text(person: Person, tool: str, view: View) -> str:
    """JSON, or prose where Fi would write prose."""
    answer = BUILDERS[tool](person, view)
    if person.every_trap:
        if tool == "fetch_credit_report":
            return traps.NO_CREDIT_REPORT
        answer = _spoiled(answer, person, tool, view)
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def _spoiled(answer: Json, person: Person, tool: str, view: View) -> Json:
    match tool:
        case "fetch_net_worth":
            return traps.spoil_net_worth(answer, person, view)
        case "fetch_bank_transactions":
            return traps.spoil_bank(answer)
        case "fetch_mf_transactions":
            return traps.spoil_fund_transactions(answer)
        case "fetch_epf_details":
            return traps.spoil_epf(person, view)
        case _:
            return answer
