"""One sentence of a text as what is told without numbers is looked for in: its words, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from future_finance.domain.grounding.reading.concepts import concepts
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import NUKTA, fold, pattern, tokens_of
from future_finance.domain.grounding.sheet.known import Known

# "You said you never paid late": the person's words, up to the next sign
_REPORTED = re.compile(
    pattern(
        r"\byou(?:'ve|\ have)? (?:said|thought|asked|mentioned|guessed|believed?|worried|assumed|felt|feel|think|expected)\b[^.;:,]*"
        r"|\b(?:aapne|aapko) (?:kaha|pucha|poocha|bataya|socha|laga)\b[^.;:,]*|(?:आपने|आपको) (?:कहा|पूछा|बताया|सोचा|लगा)[^.;:,।]*"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    start: int
    words: str  # in small letters
    about: frozenset[str]
    number: int


def _small(text: str) -> str:
    """In small letters, each at its place: patterns that ask for no case are found twice as fast."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def statements_of(reading: Reading) -> Iterator[Statement]:
    folded = _small(fold(reading.text))
    first = 0
    while first < len(reading.tokens):
        number = reading.clauses.sentence[first]
        end = first
        while end < len(reading.tokens) and reading.clauses.sentence[end] == number:
            end += 1
        start = reading.tokens[first].start
        words = re.sub(" +", " ", folded[start : reading.tokens[end - 1].end].replace(NUKTA, ""))
        words = _REPORTED.sub(lambda found: ";" + " " * (len(found.group()) - 1), words)
        yield Statement(start, words, reading.told(first, end), number)
        first = end


def directed(sentence: Statement, reading: Reading, supports: list[list[Known]]) -> set[int]:
    """The directions of the numbers of this sentence that facts carry."""
    found: set[int] = set()
    for claim, facts in zip(reading.claims, supports, strict=True):
        if claim.sentence == sentence.number and facts:
            if claim.direction:
                found.add(1 if claim.direction > 0 else -1)
            found |= {
                -1 if known.negative or known.label.downward else 1
                for known in facts
                if not claim.direction and known.label.change and known.size
            }
    return found


def stated_in(sentence: Statement, reading: Reading, supports: list[list[Known]]) -> list[Known]:
    return [facts[0] for claim, facts in zip(reading.claims, supports, strict=True) if claim.sentence == sentence.number and facts and claim.on is None]  # fmt: skip


def piece_of(words: str, at: int) -> frozenset[str]:
    """What the part of a sentence around a place is about."""
    first = max(words.rfind(sign, 0, at) for sign in ",;:")
    ends = [end for end in (words.find(sign, at) for sign in ",;:") if end > 0]
    return concepts(tokens_of(words[first + 1 : min(ends, default=len(words))]))
