"""From everything stored to the sheet of facts: one module a family of figures."""

from __future__ import annotations

from dataclasses import replace

from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet import (
    ages,
    bank_deposits,
    cash,
    credit,
    debts,
    funds,
    interest_tax,
    net_worth,
    net_worth_change,
    provident_fund,
    stopped_mandates,
)
from future_finance.domain.facts import FactSheet
from future_finance.domain.private_names import private_names


def build(dossier: Dossier) -> FactSheet:
    """Every fact that the person's data carries, and the reason for every one that it does not.

    What rests on data that may not be kept is missing, not zero.
    """
    book = FactBook(dossier.today)
    cashbook = read_rows(dossier)
    net_worth.enter(dossier, book)
    cash.enter(dossier, cashbook, book)
    bank_deposits.enter(dossier, book)
    interest_tax.enter(cashbook, book)
    stopped_mandates.enter(cashbook, book)
    credit.enter(dossier, cashbook, book)
    debts.enter(dossier, cashbook, book)
    funds.enter(dossier, cashbook, book)
    provident_fund.enter(dossier, cashbook, book)
    net_worth_change.enter(dossier, cashbook, book)
    ages.enter(dossier, cashbook, book)
    sheet = book.sheet().within(dossier.portfolio.scopes)
    return replace(sheet, names=private_names(cashbook, dossier.portfolio))
