"""Which names no prompt may spell out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.fact_sheet import build
from future_finance.domain.private_names import names_of, parts_of_person, private_names
from tests.dossiers import of_person


def names(slug: str, own_name: str | None = None) -> frozenset[str]:
    return names_of(build(of_person(slug)), own_name)


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
    named = private_names(replace(cashbook, entries=renamed), papers.portfolio)
    found = names_of(replace(build(papers), names=named))
    assert "SUNITA" in found
    assert not {"RENT", "SCHOOL FEES"} & found


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("RAMESH KUMAR", ["ramesh", "kumar"]),
        ("Sunita R. Devi", ["sunita", "devi"]),
        ("रमेश कुमार", ["रमेश", "कुमार"]),
        ("RAMESH", []),  # hidden whole
        ("RAMESH TRADERS", []),
        ("METRO RECHARGE", []),
        ("PAYMENT FROM PHONE", []),
        ("KESTREL INTERACTIVE PVT LTD", []),
        ("kabir das", []),  # "das" is ten
    ],
)
def test_a_person_may_be_called_by_a_part_of_their_name_and_a_business_not(
    name: str, parts: list[str]
) -> None:
    assert list(parts_of_person(name)) == parts


def test_names_are_kept_with_the_facts_also_those_that_no_fact_spells_out() -> None:
    papers = of_person("priya")
    sheet = build(papers)
    assert sheet.names == private_names(read_rows(papers), papers.portfolio)
    assert sheet.names - {name for fact in sheet.facts.values() for name in fact.names}
