"""Money at hand, income, spending: facts Q01-Q02 and T01-T11."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain import liquid
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet import cash_events, cash_levels, cash_months
from future_finance.domain.fact_sheet.ledger_basis import basis_of
from future_finance.domain.facts import rupees
from future_finance.domain.sufficiency import age_caveats, freshness


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter Q01, Q02, T01 to T11."""
    basis = basis_of(cashbook, dossier.today)
    _at_hand(dossier, book)
    cash_levels.enter(cashbook, basis, book)
    cash_months.enter(cashbook, basis, book)
    cash_events.enter(cashbook, basis, book)
    _months_it_lasts(book)


def _at_hand(dossier: Dossier, book: FactBook) -> None:
    """Q01 and Q01S."""
    pots = liquid.pots_of(dossier.portfolio)
    for code, counted in (
        ("Q01", pots),
        ("Q01S", [pot for pot in pots if pot.kind == "savings"]),
    ):
        if not counted:
            book.miss(code, "no_balance", "It needs the balance of a bank account.")
            continue
        dates = [pot.as_of for pot in counted if pot.as_of is not None]
        oldest = min(dates, default=None)
        undated = len(dates) < len(counted)
        book.enter(
            code,
            rupees(sum(pot.minor for pot in counted)),
            max(dates, default=None),
            sources=dict.fromkeys(pot.source for pot in counted),
            sufficiency=freshness(None if undated else oldest, dossier.today),
            caveats=[
                *age_caveats(oldest, dossier.today),
                *(["undated"] if undated else []),
            ],
        )


def _months_it_lasts(book: FactBook) -> None:
    """Q02."""
    at_hand, spending = book.get("Q01"), book.get("T02R")
    if at_hand is None or spending is None:
        book.miss("Q02", "no_balance" if at_hand is None else "no_spending", "It needs a bank balance and a full month of transactions.")  # fmt: skip
    elif not spending.number:
        book.miss("Q02", "no_spending", "It needs spending above zero.")
    else:
        book.enter(
            "Q02",
            (at_hand.number / spending.number).quantize(Decimal("0.01")),
            min((fact.as_of for fact in (at_hand, spending) if fact.as_of is not None), default=None),
            sources=dict.fromkeys((*at_hand.sources, *spending.sources)),
            inputs=("Q01", "T02R"),
            sufficiency=min(at_hand.sufficiency, spending.sufficiency),
            caveats=dict.fromkeys((*at_hand.caveats, *spending.caveats)),
        )
