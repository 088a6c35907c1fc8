"""Provident fund: facts E01-E04."""

from __future__ import annotations

from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter E01 to E04."""
