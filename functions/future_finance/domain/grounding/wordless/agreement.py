"""Two figures told to be the same: "The two match"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import pattern
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless.statement import Statement
from future_finance.domain.grounding.wordless.words import NEGATED, NEGATED_HINDI

_MATCH = re.compile(
    pattern(
        r"\b(?:the two|both|they|these)(?: (?:figures?|numbers?|amounts?|totals?))? (?:match|agree|tally|are (?:equal|the same))\b"
        r"|\bdon[o]n? (?:figures? |aankde |number )?(?:match|milte|barabar|ek jaise)\b|दोनों (?:आंकड़े |रकम )?(?:मिलते|बराबर|एक जैसे|मेल)"
    ),
    re.IGNORECASE,
)
_TWO = 2


def unequal(
    sentence: Statement, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """Position and words, where the last two figures stated up to here differ."""
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
