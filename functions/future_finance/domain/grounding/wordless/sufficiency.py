"""Claims that one amount is enough for another: "enough to clear the loan", "you have met the target"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.units import YEAR_WORDS, Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless import evidence
from future_finance.domain.grounding.wordless.parts import named
from future_finance.domain.grounding.wordless.statement import Statement, stated_in
from future_finance.domain.grounding.wordless.words import (
    CONDITIONAL,
    ENOUGH,
    ENOUGH_HINDI,
    LASTING,
    MET,
    NEGATED,
    NOT_ENOUGH,
)

_MISSING = re.compile(
    r"\b(?:missing|still needed|shortfall|left to)\b.*\b(?:target|goal)\b|\b(?:target|goal)\b.*\bmissing\b|\b(?:missing|short)\b.*\bemergency fund\b",
    re.I,
)
_REACHED = re.compile(r"\b(?:reached|achieved|complete\w*|saved so far|funded)\b", re.I)


def insufficient(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """Position, words and the amount that is too small."""
    words = sentence.words
    stated = stated_in(sentence, reading, supports)
    found = ENOUGH.search(words)
    if found and not NEGATED.search(words[: found.start()]) and not CONDITIONAL.search(words):
        small = _short(words[: found.start()], words[found.end() :], stated, sheet)
        if small is not None:
            yield sentence.start + found.start(), found.group(), small
    found = NOT_ENOUGH.search(words)
    right = words[found.end() :].lstrip().lower() if found else ""
    told = right.startswith(("one ", "a ", "half", "two ", "even ")) or right[:1].isdigit()
    if found and not told and evidence.contradicts(words[: found.start()], right, sheet, up=False):
        yield sentence.start + found.start(), found.group(), None
    found = ENOUGH_HINDI.search(words)
    if found:
        by, what = words[: found.start()], found["what"]
        if not what.strip():
            what, by = evidence.sides(by)
        if evidence.contradicts(by, what, sheet, up=True):
            yield sentence.start + found.start(), found.group(), None
    found = LASTING.search(words)
    if found and not NEGATED.search(words[: found.start()]) and not CONDITIONAL.search(words):
        least = 12 if (found["long"] or found["long2"]).lower() in YEAR_WORDS else 1
        lasts = [known for known in sheet.of(Measure.MONTHS) if "last" in known.concepts]
        if lasts and all(known.size is not None and known.size < least for known in lasts):
            yield sentence.start + found.start(), found.group(), lasts[0]
    found = MET.search(words)
    if found and not NEGATED.search(words[: found.start()]) and not CONDITIONAL.search(words):
        near = [
            facts[0]
            for claim, facts in zip(reading.claims, supports, strict=True)
            if facts and claim.on is None
        ]
        if not found["track"]:
            yield from (
                (sentence.start + found.start(), found.group(), known)
                for known in _unreached(sentence, sheet)[:1]
            )
        goals = [known for known in near if "goal" in known.concepts]
        others = [known for known in near if "goal" not in known.concepts]
        for goal in goals:
            if found["track"] and goal.per is None:
                continue
            reached = [known for known in others if known.measure is goal.measure and known.per == goal.per]
            if (
                goal.measure is not Measure.PERCENT
                and reached
                and max(known.size or 0 for known in reached) < (goal.size or 0)
            ):
                yield sentence.start + found.start(), found.group(), goal


def _unreached(sentence: Statement, sheet: Sheet) -> list[Known]:
    """The share reached of the goal that the words name, where it is not the whole."""
    reached = [
        known
        for known in sheet.of(Measure.PERCENT)
        if _REACHED.search(known.label.lower) and known.concepts & sentence.about
    ]
    missing = [
        known
        for known in sheet.of(Measure.INR)
        if _MISSING.search(known.label.lower) and known.size and known.concepts & sentence.about
    ]
    if missing:
        return missing
    best = named(reached, sentence.about)
    return [known for known in best if known.size is not None and known.size < 100] if len(best) == 1 else []


def _last(words: str) -> str:
    """What stands behind the last sign: "Good news: your money at hand already"."""
    return re.split(r"[,;:] ", words)[-1]


def _short(left: str, right: str, stated: list[Known], sheet: Sheet) -> Known | None:
    """The stated amount that is named last on the left, where it is less than what the right names."""
    amounts = [known for known in stated if known.measure is Measure.INR and known.size]
    have = evidence.last_named(left, amounts) if amounts else evidence.first_named(_last(left), sheet)
    need = evidence.first_named(right, sheet)
    if have is None or need is None or have is need or have.per != need.per:
        return None
    return have if (have.size or 0) < (need.size or 0) else None
