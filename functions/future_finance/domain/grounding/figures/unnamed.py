"""Figures whose name nothing in a text tells, where words beside them name other figures."""

from __future__ import annotations

from future_finance.domain.grounding.figures.owners import names_of
from future_finance.domain.grounding.figures.periods import period_fits
from future_finance.domain.grounding.figures.siding import siblings_of
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import CORE, KINDS, VAGUE, undated
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import NEGATIVE, Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_OF = frozenset({"of", "from", "out", "your"})
_FROM = frozenset({"में", "mein", "me"})


def of_no_name(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "You bring home ₹15,000", which the invested are: a figure that the clause names, where the text names none of the stated."""
    if claim.measure is not Measure.INR or claim.direction or claim.sign < 0 or _part_of(claim, reading):
        return None
    if siblings_of(stated, sheet):
        return None  # a scenario's figures are told by their sides
    text = undated(reading.told())
    if any(
        known.asked or known.negative or known.label.change or undated(known.concepts) & text
        for known in stated
    ):
        return None
    first, end = reading.clauses.near(claim.first)
    if any(reading.tokens[at].text in NEGATIVE for at in range(first, end)):
        return None  # what is short, which a balance and a debt make
    told = reading.told(first, end)
    about = told & CORE - VAGUE - {"bank"}
    return next(
        (
            other
            for other in sheet.of(claim.measure)
            if (
                (other.concepts & about and period_fits(claim, other))
                or (names_of(other.fact.label) & told - CORE and not _part(stated, other))
            )
            and not _stated(other, reading)
        ),
        None,
    )


def untold_nearby(claim: Claim, stated: list[Known], reading: Reading) -> Known | None:
    """One calendar month's figure of which the text tells neither month nor name.

    They are many, and any number is near one: "Kheltv is ₹3,400", which fuel was in September.
    """
    if claim.measure is not Measure.INR or claim.sign < 0 or _part_of(claim, reading):
        return None
    if any(known.asked or known.negative or known.label.change or known.label.downward for known in stated):
        return None
    text = reading.told()
    told = any(not known.label.of_a_month or _peculiar(known) & text for known in stated)
    return None if told else stated[0]


def _peculiar(known: Known) -> frozenset[str]:
    """Its month, and what it is of: "Eating out in June 2026" is not told by "spending", "Spending in June 2026" is."""
    own = known.concepts - KINDS
    return own if undated(own) else known.concepts


def _part_of(claim: Claim, reading: Reading) -> bool:
    """ "of ₹2.1 lakh you spend ...", "₹15 लाख में से": a whole, which the words beside it do not name."""
    before = text_at(reading.tokens, claim.first - 1)
    if before in {"से", "se"} and text_at(reading.tokens, claim.first - 2) in _FROM:
        return True
    return before in _OF or text_at(reading.tokens, claim.end) in _FROM


def _stated(known: Known, reading: Reading) -> bool:
    return any(
        one.measure is known.measure and known.size is not None and one.covers(known.size)
        for one in reading.claims
    )


def _part(stated: list[Known], other: Known) -> bool:
    """Whether the other is one part of what is stated: "Infosys and Wipro hold ₹7,48,920"."""
    return any(undated(known.label.english) <= other.concepts for known in stated)
