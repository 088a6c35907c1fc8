"""One part of a sync: which reader takes a tool's answer, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from future_finance.adapters.fi_mcp.answer import Answer, LoginPrompt, Prose
from future_finance.adapters.fi_mcp.bank_transactions import read_bank_transactions
from future_finance.adapters.fi_mcp.credit_report import read_credit_report
from future_finance.adapters.fi_mcp.epf import read_epf
from future_finance.adapters.fi_mcp.mf_transactions import read_mf_transactions
from future_finance.adapters.fi_mcp.net_worth import read_net_worth
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.adapters.fi_mcp.stock_transactions import read_stock_transactions
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus

_DESCRIPTION = "schemaDescription"  # may come alone: nothing is connected


@dataclass(frozen=True, slots=True)
class Tool:
    """One of Fi's tools: the keys its answer has, the reader, and the Snapshot field it fills."""

    keys: frozenset[str]
    read: Callable[[Node, set[str]], object | None]
    field: str


TOOLS = {
    PartName.NET_WORTH: Tool(
        frozenset({"netWorthResponse", "mfSchemeAnalytics", "accountDetailsBulkResponse"}),
        read_net_worth,
        "net_worth",
    ),
    PartName.CREDIT_REPORT: Tool(frozenset({"creditReports"}), read_credit_report, "credit_report"),
    PartName.EPF: Tool(frozenset({"uanAccounts"}), read_epf, "epf"),
    PartName.MF_TRANSACTIONS: Tool(
        frozenset({"mfTransactions", "transactions"}), read_mf_transactions, "mf_trades"
    ),
    PartName.BANK_TRANSACTIONS: Tool(frozenset({"bankTransactions"}), read_bank_transactions, "statements"),
    PartName.STOCK_TRANSACTIONS: Tool(
        frozenset({"stockTransactions"}), read_stock_transactions, "stock_trades"
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """How a part ended; `content` is what it brought when that is OK."""

    outcome: PartOutcome
    content: object | None = None
    warnings: frozenset[str] = frozenset()


def read_part(name: PartName, answer: Answer) -> Part:
    """The part that an answer makes. An answer that cannot be used is an outcome, never an exception."""
    match answer:
        case LoginPrompt():
            return Part(PartOutcome(PartStatus.LOGIN_REQUIRED))
        case Prose():
            return Part(PartOutcome(PartStatus.NOT_AVAILABLE, "prose"))
    try:
        warnings: set[str] = set()
        content = _content(TOOLS[name], answer, warnings)
    except Refused as refusal:
        return failed(refusal.reason)
    if content is None:
        return Part(PartOutcome(PartStatus.EMPTY))
    return Part(PartOutcome(PartStatus.OK), content, frozenset(warnings))


def failed(reason: Reason) -> Part:
    """A part that brought nothing usable."""
    return Part(PartOutcome(PartStatus.FAILED, reason.value))


def _content(tool: Tool, answer: Node, warnings: set[str]) -> object | None:
    """What the tool's reader makes of the answer; None when nothing is connected. Raises Refused."""
    keys = set(answer) - {_DESCRIPTION}
    if not keys:
        return None
    if keys.isdisjoint(tool.keys):
        of_another = any(not keys.isdisjoint(other.keys) for other in TOOLS.values())
        raise Refused(Reason.WRONG_TOOL if of_another else Reason.UNKNOWN_SHAPE)
    return tool.read(answer, warnings)
