"""The largest, the smallest, the costliest: told without a number, against the facts of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless import evidence
from future_finance.domain.grounding.wordless.statement import Statement, piece_of, stated_in
from future_finance.domain.grounding.wordless.words import (
    CHEAPEST,
    COSTLIEST,
    EXTREME_LABEL,
    LARGEST,
    SMALLEST,
)

_MOST = re.compile(r"\bthe (?:most|least)\b", re.IGNORECASE)
_BESIDE = 8  # characters: ", at "


def _figure_behind(
    sentence: Statement, found: re.Match[str], reading: Reading, supports: list[list[Known]]
) -> Known | None:
    """ "the smallest balance (₹71,000)": the fact that a bracket right behind states, or "at" before or behind."""
    opened = re.match(r"\W*(?:[\w-]+ ){0,2}[\w-]+ ?(?:\(|at )", sentence.words[found.end() :])
    before = re.search(r"\bat (?=\S+ (?:was|is) (?:the|your) $)", sentence.words[: found.start()])
    if opened is None and before is None:
        return None
    at = sentence.start + (
        before.end() if before is not None else found.end() + opened.end() if opened else 0
    )
    near = (
        facts[0]
        for claim, facts in zip(reading.claims, supports, strict=True)
        if facts and abs(claim.start - at) < 4
    )
    return next(near, None)


def extremes(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    stated = stated_in(sentence, reading, supports)
    both = LARGEST.search(sentence.words) and SMALLEST.search(sentence.words)  # each of another
    for pattern, largest in ((LARGEST, True), (SMALLEST, False)):
        found = pattern.search(sentence.words) if not both else None
        if found:
            if any(pattern.search(known.label.lower) or _MOST.search(known.label.text) for known in stated):
                continue
            if evidence.labelled_extreme(EXTREME_LABEL[largest], sentence.words[found.end() :], sheet):
                continue  # "sabse kam balance", which a fact is labelled to be
            beside_it = _figure_behind(sentence, found, reading, supports)
            if beside_it is not None:
                better = _beaten(beside_it, sheet, largest=largest)
                if better is not None:
                    yield sentence.start + found.start(), found.group(), better
                continue
            better = evidence.outdone(sentence.about, sheet, largest=largest)
            beside = piece_of(sentence.words, found.start())
            if better is not None and evidence.outdone(beside, sheet, largest=largest) is not None:
                yield sentence.start + found.start(), found.group(), better


def _beaten(one: Known, sheet: Sheet, *, largest: bool) -> Known | None:
    """The fact of the very same kind that is larger or smaller."""
    better = evidence.beaten(one, sheet, largest=largest)
    return better if better is not None and better.fact.code == one.fact.code else None


def priciest(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """ "The card is your costliest debt": by its rate of interest."""
    for pattern, highest in ((COSTLIEST, True), (CHEAPEST, False)):
        found = pattern.search(sentence.words)
        if not found:
            continue
        beside = _rate_behind(sentence, found, reading, supports)
        if beside is not None:
            better = _beaten(beside, sheet, largest=highest)
            if better is not None:
                yield sentence.start + found.start(), found.group(), better
            continue
        better = evidence.undercut(sentence.about, sheet, highest=highest)
        if better is None and not {"loan", "debt", "card"} & sentence.about:
            better = evidence.outdone(sentence.about, sheet, largest=highest)
        if better is not None:
            yield sentence.start + found.start(), found.group(), better


def _rate_behind(
    sentence: Statement, found: re.Match[str], reading: Reading, supports: list[list[Known]]
) -> Known | None:
    """ "It is also the cheapest, at 10.1%": the rate that stands right behind."""
    at = sentence.start + found.end()
    return next(
        (
            facts[0]
            for claim, facts in zip(reading.claims, supports, strict=True)
            if facts and claim.measure is Measure.PERCENT and 0 <= claim.start - at < _BESIDE
        ),
        None,
    )
