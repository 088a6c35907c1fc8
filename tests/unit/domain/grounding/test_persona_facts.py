"""Every fact of a demo person, as code words it, passes; under another fact's name it seldom does."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from future_finance.domain import fact_sheet
from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder
from future_finance.domain.rupee_words import label_of, spoken
from tests.dossiers import of_person

TEMPLATES = {
    "en": ("{label}: {value}", "Your {label} is {value}."),
    "hi": ("{label}: {value}", "आपका {label} {value} है।"),
}


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    return list(fact_sheet.build(of_person("rohan")).facts.values())


@pytest.fixture(scope="module")
def grounder(facts: list[Fact]) -> Grounder:
    return Grounder(facts)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("short", [False, True])
def test_facts_worded_by_code_pass(facts: list[Fact], grounder: Grounder, language: str, short: bool) -> None:
    told = [
        template.format(label=label_of(fact, language), value=spoken(fact, language, short=short))
        for fact in facts
        for template in TEMPLATES[language]
    ]
    assert [text for text in told if not grounder.check(text).ok] == []


@pytest.mark.slow
def test_nine_of_ten_figures_under_another_name_are_caught(facts: list[Fact], grounder: Grounder) -> None:
    chance = random.Random(7)
    swapped = []
    for fact in facts:
        others = [
            other
            for other in facts
            if (other.unit, other.per) == (fact.unit, fact.per)
            and isinstance(other.value, Decimal)
            and other.value != fact.value
            and not any(same.label == fact.label and same.value == other.value for same in facts)
        ]
        swapped += [
            TEMPLATES[language][1].format(label=label_of(fact, language), value=spoken(other, language))
            for other in chance.sample(others, min(3, len(others)))
            for language in TEMPLATES
        ]
    caught = sum(not grounder.check(text).ok for text in swapped)
    assert len(swapped) > 500
    assert caught >= 0.9 * len(swapped)
