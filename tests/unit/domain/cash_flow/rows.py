"""Ledger rows for tests: an account's statement with balances that follow from one another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count

from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.dossier import Dossier
from future_finance.domain.ledger import INFLOWS, LedgerRow

TODAY = date(2026, 11, 24)
_ids = count()


def row(
    on: date,
    kind: str,
    rupees: int,
    narration: str,
    balance: int | None = None,
    account: str = "fi_bank_1",
    mode: str = "",
) -> LedgerRow:
    return LedgerRow(
        id=f"row-{next(_ids)}",
        account_id=account,
        bank="Some Bank",
        on=on,
        kind=kind,
        amount_minor=rupees * 100,
        balance_minor=None if balance is None else balance * 100,
        mode=mode,
        narration=narration,
    )


def statement(
    lines: Iterable[tuple[date, str, int, str]], opening: int = 10_000, account: str = "fi_bank_1"
) -> list[LedgerRow]:
    """(day, kind, rupees, narration) with the balance after each."""
    rows, balance = [], opening
    for on, kind, rupees, narration in lines:
        balance += rupees if kind in INFLOWS else -rupees
        rows.append(row(on, kind, rupees, narration, balance, account))
    return rows


def book(*rows: LedgerRow, today: date = TODAY) -> Cashbook:
    return read_rows(Dossier(today, rows=rows))
