"""Figures told of another thing by its name: "NPS earns 7.1%", which the PPF does."""

from __future__ import annotations

import re
from functools import lru_cache

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import CORE, THINGS, concepts_in, undated
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_NAME = re.compile(r"\b[A-Z]{2,}[A-Z\d]*\b|(?<!^)\b[A-Z][\w']*|^[A-Z]\w+(?= [A-Z]|'s )")
_COMPARED = frozenset({"than", "against", "versus", "vs", "unlike", "instead", "compared"})


def owned_by_another(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """A fact of the thing that the clause names alone, where the text never names what the stated ones are of."""
    first, end = reading.clauses.near(claim.first)
    about = undated(reading.told(first, end))
    if not about or any(reading.tokens[at].text in _COMPARED for at in range(first, end)):
        return None
    text = reading.told()
    owned: list[frozenset[str]] = []
    for known in stated:
        own = names_of(known.fact.label)
        if not own or own & text or known.concepts & about - CORE:
            return None
        owned.append(own)
        about -= known.concepts
    return next(
        (
            other
            for other in sheet.facts
            if names_of(other.fact.label) & about and not any(own <= other.concepts for own in owned)
        ),
        None,
    )


@lru_cache(maxsize=4096)
def names_of(label: str) -> frozenset[str]:
    """Names by their capitals, and things: of "Home loan (HDFC)" the home and the bank."""
    named = undated(concepts_in(" ".join(_NAME.findall(label))))
    return frozenset(word for word in named if word not in CORE) | concepts_in(label) & THINGS
