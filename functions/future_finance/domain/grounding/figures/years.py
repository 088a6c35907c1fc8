"""Years that a text puts figures or dates in, and the facts do not: "matures in 2013", "in FY 2023-24"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from future_finance.domain.grounding.reading.non_claims import looks_like_year
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import Kind, fiscal_year
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.verdict import NumberMention, Reason

_PLACES = frozenset({"in", "since", "by", "until", "till", "during", "of", "from"})
_PLACED = frozenset({"mein", "me", "में", "tak", "तक", "se", "से"})


def wrong_years(
    reading: Reading, sheet: Sheet, supports: list[list[Known]], said: str
) -> Iterator[tuple[int, NumberMention]]:
    """Fiscal years beside figures, and calendar years of figures and of dates that the sentence names."""
    spoken = {claim.sentence for claim in reading.claims if claim.on is None}
    stated: dict[int, list[Known]] = {}
    for claim, facts in zip(reading.claims, supports, strict=True):
        if facts and claim.on is None:
            stated.setdefault(claim.sentence, []).append(facts[0])
    for at, token in enumerate(reading.tokens):
        sentence = reading.clauses.sentence[at]
        if token.kind is Kind.YEARS:
            known = sheet.fiscal_years
            wrong = bool(known) and sentence in spoken and fiscal_year(token.text) not in known
        else:
            wrong = (
                _is_year(reading, at)
                and token.text not in said
                and _of_no_fact(int(token.text), sentence, reading, sheet, stated.get(sentence, []))
            )
        if wrong:
            mention = reading.text[token.start : token.end]
            yield token.start, NumberMention(mention, None, "year", Reason.WRONG_PERIOD)


def _is_year(reading: Reading, at: int) -> bool:
    """Whether a number that is no claim places something in time."""
    if reading.tokens[at].kind is not Kind.NUMBER or not looks_like_year(reading.tokens[at].text):
        return False
    if any(claim.first <= at < claim.end for claim in reading.claims):
        return False
    before, behind = text_at(reading.tokens, at - 1), text_at(reading.tokens, at + 1)
    return (before in _PLACES and text_at(reading.tokens, at - 2) != "act") or behind in _PLACED


def _of_no_fact(year: int, sentence: int, reading: Reading, sheet: Sheet, stated: list[Known]) -> bool:
    """Whether neither the figures stated nor the dates named are of this year."""
    if year in sheet.years:
        return False
    if any(known.measure is not Measure.DATE and known.fact.as_of for known in stated):
        return True
    told = [at for at, number in enumerate(reading.clauses.sentence) if number == sentence]
    about = reading.told(told[0], told[-1] + 1)
    return any(isinstance(known.value, date) and known.concepts & about for known in sheet.facts)
