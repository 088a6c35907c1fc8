"""Days of the month that a text puts a payment on, and the facts do not: "on the 18th of every month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from future_finance.domain.grounding.reading.calendar_words import ORDINALS
from future_finance.domain.grounding.reading.concepts import CORE
from future_finance.domain.grounding.reading.non_claims import DAY_OF_MONTH
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import Kind
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.kinds import names_apart
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.verdict import NumberMention, Reason

_LABEL = re.compile(r"\b(?:day|date) of (?:the|each|every) month\b")
_ON = frozenset({"ko", "को", "par", "पर"})
_LAST_DAY = 31


def wrong_days(reading: Reading, sheet: Sheet, said: str) -> Iterator[tuple[int, NumberMention]]:
    """Days beside a name whose own day of the month is a fact, and another."""
    days = [at for at, token in enumerate(reading.tokens) if _is_day(reading, at) and token.text not in said]
    if not days:  # as in nearly every text
        return
    fixed = [known for known in sheet.facts if known.size is not None and _LABEL.search(known.label.lower)]
    for at in days:
        token = reading.tokens[at]
        day = int(token.text)
        told = [
            place for place, one in enumerate(reading.clauses.sentence) if one == reading.clauses.sentence[at]
        ]
        about = reading.told(told[0], told[-1] + 1) & CORE
        named = [known for known in fixed if known.label.english & about]
        dated = any(isinstance(known.value, date) and known.value.day == day for known in sheet.facts)
        if (
            named
            and not dated
            and (all(known.size != day for known in fixed) or _of_another(day, fixed, reading, told))
        ):
            mention = reading.text[token.start : token.end]
            yield (
                token.start,
                NumberMention(mention, None, "day", Reason.WRONG_VALUE, named[0].fact.id),
            )


def _of_another(day: int, fixed: list[Known], reading: Reading, told: list[int]) -> bool:
    """ "The Contra SIP leaves on the 10th", which is the day of another, where the Contra's is a fact as well."""
    text = reading.told(told[0], told[-1] + 1)
    return all(
        any(
            (apart := names_apart(known.fact.label, other.fact.label))
            and apart[0].isdisjoint(text)
            and apart[1] & text
            for other in fixed
            if other.size != day
        )
        for known in fixed
        if known.size == day
    )


def _is_day(reading: Reading, at: int) -> bool:
    """Whether a number that is no claim is a day of the month: "18 tareekh ko", "on the 18th", not "by the 18th"."""
    token = reading.tokens[at]
    if token.kind is not Kind.NUMBER or not token.text.isdecimal() or not 0 < int(token.text) <= _LAST_DAY:
        return False
    if any(claim.first <= at < claim.end for claim in reading.claims):
        return False
    behind, then = text_at(reading.tokens, at + 1), text_at(reading.tokens, at + 2)
    if behind in DAY_OF_MONTH:
        return then in _ON
    before = [text_at(reading.tokens, at - back) for back in (1, 2)]
    return behind in ORDINALS and "on" in before
