"""What the assistant does by itself: facts and findings of the richest person, and sentences before the check."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from statistics import median

from emulators.fi_mcp.people.catalogue import BY_SLUG
from future_finance.domain.detectors import detect
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder, verify
from future_finance.domain.rupee_words import spoken
from scripts.measure.figure import Figure
from tests.dossiers import of_person

RICHEST = "meenakshi"
FACTS = 200
GOAL_FOUND_MS = 50.0
GOAL_SENTENCE_MS = 1.0
_ROUNDS = 7
_SENTENCES = 40


def measure() -> list[Figure]:
    """Medians; every sentence is a new one to the check."""
    papers = of_person(RICHEST)
    found_ms = median(_ms(lambda: detect(build(papers), papers.profile)) for _ in range(_ROUNDS))
    facts = _facts(tuple(build(papers).facts.values()))
    sentences = [f"{fact.label}: {spoken(fact)}." for fact in facts[::2]]
    first, later = sentences[:_SENTENCES], sentences[_SENTENCES : 2 * _SENTENCES]
    known = Grounder(facts)
    return [
        Figure("facts and findings of the richest person", found_ms, "ms", GOAL_FOUND_MS, RICHEST),
        Figure(f"a sentence, {FACTS} new facts", _each_ms(first, lambda text: verify(text, facts).ok), "ms", GOAL_SENTENCE_MS),
        Figure(f"a sentence, {FACTS} known facts", _each_ms(later, lambda text: known.check(text).ok), "ms", GOAL_SENTENCE_MS),
    ]  # fmt: skip


def _facts(of_one: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """FACTS of several people, each id once, where one has fewer."""
    found = {fact.id: fact for fact in of_one}
    for person in BY_SLUG:
        found = {fact.id: fact for fact in build(of_person(person)).facts.values()} | found
    assert len(found) >= FACTS
    return tuple(islice(reversed(found.values()), FACTS))


def _each_ms(texts: list[str], check: Callable[[str], bool]) -> float:
    check("Nothing of note.")  # patterns are ready from here on
    return median(_ms(partial(check, text)) for text in texts)


def _ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
