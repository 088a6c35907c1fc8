"""fetch_bank_transactions: statements of bank accounts, rows in Fi's own order."""

from __future__ import annotations

from collections import Counter

from future_finance.adapters.fi_mcp.day import iso_day, required
from future_finance.adapters.fi_mcp.layout import Layout
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.number import paise, whole
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.adapters.fi_mcp.text import NARRATION_LIMIT
from future_finance.domain.snapshot import BankRow, BankStatement
from future_finance.domain.text import clean

_LAYOUT = Layout(
    columns=(
        "transactionAmount",
        "transactionNarration",
        "transactionDate",
        "transactionType",
        "transactionMode",
        "currentBalance",
    ),
    codes={
        1: "CREDIT",
        2: "DEBIT",
        3: "OPENING",
        4: "INTEREST",
        5: "TDS",
        6: "INSTALLMENT",
        7: "CLOSING",
        8: "OTHERS",
    },
)
_KINDS = {
    1: "credit",
    2: "debit",
    3: "opening",
    4: "interest",
    5: "tds",
    6: "instalment",
    7: "closing",
    8: "other",
}


def read_bank_transactions(root: Node, warnings: set[str]) -> tuple[BankStatement, ...] | None:
    """None when no bank is connected. Raises Refused."""
    accounts = root.children("bankTransactions")
    if not accounts:
        return None
    _LAYOUT.check(root)
    namesakes: Counter[str] = Counter()
    statements = []
    for account in accounts:
        bank = account.text("bank")
        rows = tuple(_row(row, warnings) for row in account.rows("txns"))
        statements.append(BankStatement(bank, namesakes[bank], rows))
        namesakes[bank] += 1
    return tuple(statements)


def _row(row: list[object], warnings: set[str]) -> BankRow:
    if len(row) != len(_LAYOUT.columns):
        raise Refused(Reason.LAYOUT_CHANGED)
    amount, narration, day, code, mode, balance = row
    amount_minor, kind = paise(amount), whole(code)
    if amount_minor is None or amount_minor < 0:
        raise Refused(Reason.BAD_AMOUNT)
    if kind not in _KINDS:
        warnings.add("unknown_bank_row_type")
    return BankRow(
        on=required(iso_day(day)),
        kind=_KINDS.get(kind or 0, "other"),
        amount_minor=amount_minor,
        balance_minor=paise(balance),
        mode=_text(mode),
        narration=_text(narration),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Refused(Reason.WRONG_TYPE)
    return clean(value, NARRATION_LIMIT)
