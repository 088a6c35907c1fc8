"""Money at hand, income, spending: facts Q01-Q02 and T01-T11."""

from __future__ import annotations

from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter Q01, Q02, T01 to T11."""
