"""A sheet of facts as stored: read back, it is the very same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulators.fi_mcp.people.catalogue import BY_SLUG
from future_finance.adapters.firestore.fact_document import MAX_BYTES, from_body, to_body
from future_finance.domain.fact_catalogue import KINDS
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import Fact, FactSheet, MissingFact
from tests.dossiers import of_person

TODAY = date(2026, 11, 24)
words = st.text(max_size=12)
many_words = st.lists(words, max_size=3).map(tuple)
values = st.one_of(st.decimals(allow_nan=False, allow_infinity=False), st.dates(), st.text(max_size=20))


def fact_of(code: str) -> st.SearchStrategy[Fact]:
    return st.builds(
        Fact,
        id=st.sampled_from([code, f"{code}:epf", f"{code}:2026-10:food"]),
        label=words,
        label_hi=words,
        value=values,
        unit=words,
        as_of=st.none() | st.dates(),
        scopes=st.frozensets(st.sampled_from(["assets", "epf", "liabilities"])),
        per=st.none() | words,
        sources=many_words,
        formula=words,
        inputs=many_words,
        sufficiency=st.floats(0, 1),
        caveats=many_words,
        names=many_words,
    )


missing = st.builds(
    MissingFact, id=words, label=words, reason=words, needs=words, scopes=st.frozensets(words, max_size=2),
    label_hi=words,
)  # fmt: skip


@given(st.lists(st.sampled_from(sorted(KINDS)).flatmap(fact_of), max_size=5), st.lists(missing, max_size=3))
def test_nothing_is_lost_or_rounded(facts: list[Fact], gone: list[MissingFact]) -> None:
    sheet = FactSheet(
        TODAY,
        7,
        MappingProxyType({fact.id: fact for fact in facts}),
        MappingProxyType({one.id: one for one in gone}),
    )
    again = from_body(to_body(sheet), TODAY, 7)
    assert again == sheet
    assert [str(fact.value) for fact in again.facts.values()] == [
        str(fact.value) for fact in sheet.facts.values()
    ]


@pytest.mark.slow
@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_a_persons_facts_come_back_and_fit_a_document(slug: str) -> None:
    sheet = replace(build(of_person(slug)), data_version=3)
    body = to_body(sheet)
    assert from_body(body, sheet.built_on, 3) == sheet
    assert len(body.encode()) < MAX_BYTES / 4


def test_what_the_catalogue_says_is_not_written_once_more() -> None:
    sheet = build(of_person("priya"))
    (net_worth,) = [fact for fact in json.loads(to_body(sheet))["facts"] if fact["id"] == "N01"]
    assert net_worth.keys() == {"id", "value", "asOf", "sources", "inputs", "sufficiency", "caveats"}
    assert Decimal(net_worth["value"]["number"]) == sheet.number("N01")
