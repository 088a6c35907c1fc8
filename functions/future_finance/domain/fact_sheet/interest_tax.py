"""Tax deducted at source from interest: facts T12 and T13."""

from __future__ import annotations

from future_finance.domain.cash_flow.entry import Cashbook, Category, Flow
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import documents_of
from future_finance.domain.facts import rupees
from future_finance.domain.ledger import month_of
from future_finance.domain.sufficiency import freshness

_MONTHS = 12


def enter(cashbook: Cashbook, book: FactBook) -> None:
    """Enter T12 and T13 of the same months, where tax was deducted at all."""
    if not cashbook.full_months:
        book.miss("T12", "ledger_unusable", "It needs a full month of trusted bank rows.")
        return
    months = set(cashbook.full_months[-_MONTHS:])
    entries = [entry for entry in cashbook.usable if month_of(entry.on) in months]
    deducted = [entry for entry in entries if entry.row.kind == "tds"]
    if not deducted:
        book.miss("T12", "none_found", "It needs tax deducted at source in trusted bank rows.")
        return
    interest = [
        entry for entry in entries if entry.flow is Flow.INCOME and entry.category is Category.INTEREST
    ]
    sufficiency = freshness(cashbook.last, book.today)
    for code, rows in (("T12", deducted), ("T13", interest)):
        total = rupees(sum(entry.amount_minor for entry in rows))
        book.enter(code, total, cashbook.last, sources=documents_of(rows), sufficiency=sufficiency)
