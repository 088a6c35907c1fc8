"""Clauses and sentences of a tokenised text: what a number's name is looked for in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from future_finance.domain.grounding.reading.tokens import Token
from future_finance.domain.grounding.reading.units import CLAUSE_SIGNS, CLAUSE_WORDS

_MORE = frozenset({"aur", "और"})
_WANTED = frozenset(["chahiye", "chahie", "jodna", "jodne", "lagenge", "lagega", "bachana", "bachane", "dena", "dene", "चाहिए", "जोडना", "जोडने", "लगेंगे", "लगेगा", "बचाना", "बचाने", "देना", "देने"])  # fmt: skip
_ENDS = frozenset("\n!?।॥")
_ABBREVIATED = frozenset(
    [
        "rs",
        "no",
        "approx",
        "vs",
        "i",
        "e",
        "g",
        "a",
        "m",
        "p",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sec",
        "pvt",
        "ltd",
        "st",
        "रु",
        "cr",
    ]
)


@dataclass(slots=True)
class Clauses:
    """Per token its clause and sentence. Clauses that name no number belong to the next that does."""

    of: list[int]
    sentence: list[int]
    raw: list[int]  # before joining

    def span(self, clause: int) -> tuple[int, int]:
        """First token and the token after the last of a clause; a clause is one stretch."""
        first = self.of.index(clause)
        return first, bisect_right(self.of, clause, lo=first)

    def near(self, at: int) -> tuple[int, int]:
        """The span of a token's clause without what only follows it."""
        first, end = self.span(self.of[at])
        while end > at + 1 and self.raw[end - 1] != self.raw[at]:
            end -= 1
        return first, end


def clauses_of(tokens: list[Token], taken: set[int], claimed: list[int]) -> Clauses:
    """Cut at signs and conjunctions, then join each stretch without a claim to the one it introduces."""
    raw: list[int] = []
    sentence: list[int] = []
    clause = sentences = 0
    for at, token in enumerate(tokens):
        raw.append(clause)
        sentence.append(sentences)
        if at in taken:
            continue
        text = token.text
        if text in _ENDS or (text == "." and _ends(tokens, at)):
            clause += 1
            sentences += 1
        elif (
            (text in CLAUSE_SIGNS and text != ".")
            or (text in CLAUSE_WORDS and not _and_more(tokens, at))
            or (text in {"-", "–"} and token.spaced and at + 1 < len(tokens) and tokens[at + 1].spaced)
        ):
            clause += 1
    return Clauses(_joined(raw, sentence, claimed), sentence, raw)


def _and_more(tokens: list[Token], at: int) -> bool:
    """ "₹61,100 aur chahiye": what is more, and no other clause."""
    return tokens[at].text in _MORE and at + 1 < len(tokens) and tokens[at + 1].text in _WANTED


def _ends(tokens: list[Token], at: int) -> bool:
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    if not following.spaced and following.text != "\n":
        return False
    return not (at and tokens[at - 1].text in _ABBREVIATED and not following.capital)


def _joined(raw: list[int], sentence: list[int], claimed: list[int]) -> list[int]:
    if not raw:
        return raw
    speaking = {raw[at] for at in claimed}
    sentence_of = dict(zip(raw, sentence, strict=True))
    target: dict[int, int] = {}
    coming: int | None = None
    for clause in range(raw[-1], -1, -1):
        if clause not in sentence_of:
            continue
        if clause in speaking:
            coming = clause
        fits = coming is not None and sentence_of[coming] == sentence_of[clause]
        target[clause] = coming if fits and coming is not None else -1
    last = -1
    for clause in sorted(target):
        if target[clause] == -1:
            same = last != -1 and sentence_of[last] == sentence_of[clause]
            target[clause] = last if same else clause
        last = target[clause]
    return [target[clause] for clause in raw]
