"""Debts: facts L01-L08 and N08."""

from __future__ import annotations

from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter L01 to L08, and N08."""
