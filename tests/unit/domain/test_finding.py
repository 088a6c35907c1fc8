"""Whether today's sheet says anything about the facts of an older finding."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.consent import Scope
from future_finance.domain.fact_book import FactBook
from future_finance.domain.facts import FactSheet
from future_finance.domain.finding import told_today

TODAY = date(2026, 11, 24)


def sheet() -> FactSheet:
    book = FactBook(TODAY)
    book.enter("L07", Decimal(100), TODAY)
    book.miss("T01", "ledger_rejected", "It needs rows that link up.")
    book.miss("T12", "none_found", "It needs tax deducted at source.")
    book.miss("C02", "no_credit_report", "It needs a credit report.")
    return book.sheet()


@pytest.mark.parametrize(
    "fact_id",
    ["L07", "FND:S01:shortfall", "ASM:deposit_rate", "RULE:foir_pct", "T12", "L09:emi-1a2b3c4d", "L07:a1b2"],
)
def test_it_has_a_say_on_what_it_shows_and_on_what_is_gone(fact_id: str) -> None:
    assert told_today([fact_id], sheet()) == {fact_id}


@pytest.mark.parametrize("fact_id", ["T01", "T01:2026-10", "C02", "N01"])
def test_it_has_none_on_what_cannot_be_computed(fact_id: str) -> None:
    assert told_today([fact_id], sheet()) == set()


def test_it_has_none_on_what_a_withdrawn_consent_hides() -> None:
    assert told_today(["L07"], sheet().within({Scope.ASSETS})) == set()
