"""Two figures told to be the same: "The two match"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from future_finance.domain.grounding.reading.concepts import CORE, concepts_in
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import pattern
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless.statement import Statement
from future_finance.domain.grounding.wordless.words import CONDITIONAL, NEGATED, NEGATED_HINDI

_MATCH = re.compile(
    pattern(
        r"\b(?:the two|both|they|these)(?: (?:figures?|numbers?|amounts?|totals?))? (?:match|agree|tally|are (?:equal|the same))\b"
        r"|\bdon[o]n? (?:figures? |aankde |number )?(?:match|milte|barabar|ek jaise)\b|दोनों (?:आंकड़े |रकम )?(?:मिलते|बराबर|एक जैसे|मेल)"
    ),
    re.IGNORECASE,
)
_ALIKE = re.compile(
    pattern(
        r"\b(?:exactly |just |precisely )?the (?:exact )?same (?:[\w-]+ )?(?:amount|interest|figure|sum|value|balance|total|rate|emi|time|length)\b"
        r"|\b(?:utna hi|ek (?:hi )?(?:jaisa|jitna|barabar))\b|बराबर (?:ब्याज|रकम|राशि)|एक जैस[ाीे] (?:ब्याज|रकम|राशि)|उतना ही ब्याज"
    ),
    re.IGNORECASE,
)
_TWO = 2


def unequal(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """Position and words, where the last two figures stated up to here differ."""
    yield from _alike(sentence, sheet)
    found = _MATCH.search(sentence.words)
    if (
        not found
        or NEGATED.search(sentence.words[: found.start()])
        or NEGATED_HINDI.match(sentence.words, found.end())
    ):
        return
    stated = [
        facts[0]
        for claim, facts in zip(reading.claims, supports, strict=True)
        if facts and claim.on is None and 0 <= sentence.number - claim.sentence < _TWO
    ][-_TWO:]
    if len(stated) == _TWO and stated[0].measure is stated[1].measure and stated[0].value != stated[1].value:
        yield sentence.start + found.start(), found.group(), stated[0]


def _alike(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Both orders cost the same interest", where the two facts that the words name best differ."""
    found = _ALIKE.search(sentence.words)
    if (
        not found
        or sentence.words[: found.start()].endswith((" by ", " of "))
        or NEGATED.search(sentence.words[: found.start()])
        or CONDITIONAL.search(sentence.words)
    ):
        return
    what = concepts_in(found.group()) & CORE
    rows = [
        known
        for known in sheet.facts
        if known.size
        and what
        and what <= known.concepts
        and not known.label.change
        and not known.label.downward
    ]
    about = [len((known.concepts - what) & sentence.about) for known in rows]
    best = [known for known, score in zip(rows, about, strict=True) if score]
    if len(best) == _TWO and best[0].measure is best[1].measure and best[0].value != best[1].value:
        yield sentence.start + found.start(), found.group(), best[0]
