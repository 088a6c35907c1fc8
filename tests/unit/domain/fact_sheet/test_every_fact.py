"""What holds of every fact of everybody: ids, provenance, ages, and consents."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from emulators.fi_mcp.people.catalogue import BY_SLUG
from future_finance.adapters.firestore.parts import documents_of
from future_finance.domain.consent import Scope
from future_finance.domain.fact_catalogue import KINDS, scopes_of
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet
from future_finance.domain.ledger import month_of
from tests.dossiers import CONNECTION, of_person

PEOPLE = sorted(BY_SLUG)
ID = re.compile(r"[A-Z]\d\d[A-Z]?(:([a-z0-9_-]+|[A-Z0-9]{12}))*")
COLLECTIONS = {"assets", "liabilities", "creditScores", "ledger", "trades"}  # all that is in one
everybody = pytest.mark.parametrize("slug", PEOPLE)


@cache
def sheet(slug: str) -> FactSheet:
    return build(of_person(slug))


@everybody
def test_ids_are_codes_of_the_catalogue_with_plain_keys(slug: str) -> None:
    ids = [*sheet(slug).facts, *sheet(slug).missing]
    assert [fact_id for fact_id in ids if not ID.fullmatch(fact_id)] == []
    assert {fact_id.partition(":")[0] for fact_id in ids} <= KINDS.keys()


@everybody
def test_nothing_both_is_and_cannot_be(slug: str) -> None:
    assert sheet(slug).facts.keys() & sheet(slug).missing.keys() == set()


@everybody
def test_a_formula_uses_facts_that_are_there(slug: str) -> None:
    facts = sheet(slug).facts
    assert [(fact.id, used) for fact in facts.values() for used in fact.inputs if used not in facts] == []


@everybody
def test_sources_are_documents_that_are_stored(slug: str) -> None:
    dossier = of_person(slug)
    (held,) = dossier.portfolio.connections
    stored = {f"{collection}/{document_id}" for collection, document_id in documents_of(held)}
    stored |= {f"ledger/{CONNECTION}_{month_of(row.on)}" for row in dossier.rows}
    stored |= {f"trades/{CONNECTION}_{trade.on.year}" for trade in dossier.trades}
    stored |= COLLECTIONS
    stored |= {f"netWorth/{point.on.year}" for point in dossier.points} | {"profile/main", "you"}
    named = {source: fact.id for fact in sheet(slug).facts.values() for source in fact.sources}
    assert {source: fact_id for source, fact_id in named.items() if source not in stored} == {}


@everybody
def test_every_fact_of_holdings_rests_on_something(slug: str) -> None:
    facts = [fact for fact in sheet(slug).facts.values() if fact.code[0] in "NMED" and fact.code != "N08"]
    assert [fact.id for fact in facts if not fact.sources and not fact.inputs] == []


@everybody
def test_no_fact_is_of_the_future_or_surer_than_sure(slug: str) -> None:
    for fact in sheet(slug).facts.values():
        assert fact.as_of is None or isinstance(fact.as_of, date)
        assert fact.as_of is None or fact.as_of <= of_person(slug).today
        assert 0 <= fact.sufficiency <= 1


@everybody
def test_labels_are_said_in_both_languages(slug: str) -> None:
    facts = sheet(slug).facts.values()
    assert [fact.id for fact in facts if not fact.label or not fact.label_hi] == []


@everybody
def test_what_is_missing_is_named_in_hindi_too(slug: str) -> None:
    missing = sheet(slug).missing.values()
    spoken = [gone for gone in missing if gone.label != gone.label_hi or re.search("[ऀ-ॿ]", gone.label_hi)]
    assert [gone.id for gone in missing if gone not in spoken] == []


@everybody
def test_no_label_has_a_day_as_machines_write_it(slug: str) -> None:
    labels = [text for fact in sheet(slug).facts.values() for text in (fact.label, fact.label_hi)]
    assert [text for text in labels if re.search(r"\b20\d\d-\d\d-\d\d\b", text)] == []


@everybody
def test_without_consent_nothing_is_left(slug: str) -> None:
    assert dict(sheet(slug).within(()).facts) == {}
    assert sheet(slug).within(tuple(Scope)).facts == sheet(slug).facts


@everybody
def test_an_id_alone_tells_the_consents_that_its_fact_needs(slug: str) -> None:
    """So that what was made of erased data is found; ages tell nothing of anybody's money."""
    facts = [fact for fact in sheet(slug).facts.values() if fact.code != "D01"]
    assert [fact.id for fact in facts if not fact.scopes <= scopes_of(fact.id)] == []
