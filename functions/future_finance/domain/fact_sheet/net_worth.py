"""Net worth and what it is made of: facts N01-N09 without N03 and N08."""

from __future__ import annotations

from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook


def enter(dossier: Dossier, book: FactBook) -> None:
    """Enter N01, N02, N04 to N07, N09."""
