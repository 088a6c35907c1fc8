"""Figures of one kind and of different things: labels that are the same but for a name, "EMI: home loan", "EMI: car loan"."""

from __future__ import annotations

import re
from functools import lru_cache

from future_finance.domain.grounding.reading.concepts import CORE, THINGS, concepts_in, undated

_PIECE = re.compile(r"[^\W_]+|[:,('’]")
_MARKS = frozenset(":,('’")
_MANY = 3  # words that tell a kind, where no mark sets it apart from the name: "Yearly rate of the"


@lru_cache(maxsize=8192)
def names_apart(one: str, two: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """What two labels that differ by nothing else are of, as concepts; None where they differ by more or by no name."""
    first, second = _PIECE.findall(one), _PIECE.findall(two)
    shortest = min(len(first), len(second))
    ahead = 0
    while ahead < shortest and first[ahead].lower() == second[ahead].lower():
        ahead += 1
    behind = 0
    while behind < shortest - ahead and first[-1 - behind].lower() == second[-1 - behind].lower():
        behind += 1
    if ahead + behind >= shortest:
        return None  # one says no more than the other: "Net worth", "Change of net worth"
    kind = first[:ahead] + first[len(first) - behind :]
    if [piece for piece in first if piece in _MARKS] != [piece for piece in second if piece in _MARKS]:
        return None  # "Goal: saved each month", "Goal: wedding, saved so far"
    told = concepts_in(" ".join(kind))
    if not told or (_MARKS.isdisjoint(kind) and len(told) < 2 and len(kind) < _MANY):
        return None
    names = [_names(pieces[ahead : len(pieces) - behind]) for pieces in (first, second)]
    return (names[0], names[1]) if all(names) else None


def _names(pieces: list[str]) -> frozenset[str]:
    """Names by their capital, and things: of "Home loan (HDFC)" the home and the bank, of "before it" nothing."""
    named = concepts_in(" ".join(piece for piece in pieces if piece[0].isupper() or piece[0].isdigit()))
    return undated(named - CORE) | concepts_in(" ".join(pieces)) & THINGS
