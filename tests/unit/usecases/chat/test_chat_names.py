"""Which names no prompt may spell out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.fact_sheet import build
from future_finance.usecases.chat_names import names_of
from tests.dossiers import of_person


def names(slug: str, own_name: str | None = None) -> frozenset[str]:
    papers = of_person(slug)
    return names_of(build(papers), read_rows(papers), papers, own_name)


def test_employers_payees_and_ones_own_name_are_among_them() -> None:
    found = names("priya", "Priya Nair")
    assert {"Priya Nair", "Priya", "Nair"} <= found
    assert any("KESTREL" in name for name in found)


@pytest.mark.parametrize("slug", ["priya", "rohan", "meenakshi"])
def test_brands_banks_and_everyday_words_are_not(slug: str) -> None:
    found = {name.casefold() for name in names(slug)}
    assert not found & {"rent", "salary", "atm", "upi", "medical", "swiggy", "netflix", "food", "payment"}


def test_a_short_word_that_may_be_a_number_stays_readable() -> None:
    assert "Das" not in names("priya", "Kabir Das")
    assert "Kabir Das" in names("priya", "Kabir Das")


def test_a_payee_of_one_everyday_word_is_no_name() -> None:
    papers = of_person("priya")
    cashbook = read_rows(papers)
    entry = next(each for each in cashbook.entries if each.payee)
    renamed = tuple(
        replace(entry, payee=payee, brand=None, institution=False)
        for payee in ("RENT", "SCHOOL FEES", "SUNITA")
    )
    found = names_of(build(papers), replace(cashbook, entries=renamed), papers, None)
    assert "SUNITA" in found
    assert not {"RENT", "SCHOOL FEES"} & found
