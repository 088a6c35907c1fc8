"""Which side of a figure a text tells, and the figure of that side instead of the one it states."""

from __future__ import annotations

from datetime import date

from future_finance.domain.grounding.reading.calendar_words import NO_YEAR
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.sheet.sides import AXES, Axis, told

_PRESENT = frozenset(
    {
        "now",
        "today",
        "currently",
        "present",
        "instead",
        "from",
        "against",
        "than",
        "versus",
        "abhi",
        "अभी",
        "already",
    }
)
_APART = frozenset({"of", "not", "instead"})  # "rather than", "instead of"
_SPANS = frozenset({Measure.YEARS, Measure.MONTHS})
_FROM_HINDI = frozenset({"se", "से"})
_TO = frozenset({"to", "badhkar", "ghatkar", "girkar", "बढकर", "घटकर", "गिरकर"})
_TO_HINDI = frozenset({"par", "tak", "ho", "पर", "तक", "हो"})
_BEGINNING = frozenset({"from", "than", "against", "versus", "vs"})


def siblings(known: Known, other: Known) -> bool:
    """Whether two facts are one figure told from different sides."""
    if known is other or known.measure is not other.measure:
        return False
    one, two = known.label.sided, other.label.sided
    return one.base == two.base and (one.sides, one.span) != (two.sides, two.span)


def of_a_path(known: Known) -> bool:
    """Whether it is told of a good or a bad path alone."""
    return not {"good", "bad"}.isdisjoint(known.label.sided.sides)


def siblings_of(stated: list[Known], sheet: Sheet) -> list[Known]:
    """The facts of the first one's measure that are one figure with any of some, by size."""
    near = {id(other): other for known in stated for other in sheet.family(known)}
    found = [
        other
        for other in near.values()
        if other.measure is stated[0].measure and any(siblings(known, other) for known in stated)
    ]
    return sorted(found, key=lambda known: known.size or 0)


def on_told_side(known: Known, claim: Claim, reading: Reading) -> bool:
    """Whether the text names a side that the fact's label says."""
    sides = known.label.sided.sides
    return any(
        side and side in (_near(axis, claim, reading) or _far(axis, claim, reading))
        for axis, side in zip(AXES, sides, strict=True)
    )


def other_side(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The figure of the side that the text names, where all that fit the number are of another side."""
    before = text_at(reading.tokens, claim.first - 1)
    if before == "from" or text_at(reading.tokens, claim.end) in _FROM_HINDI:
        return _backwards(claim, stated, reading, sheet)
    if before in _BEGINNING:
        return None
    if _told_by_another(claim, stated, reading):
        return stated[0]
    other_span = _other_span(claim, stated, reading, sheet)
    if other_span is not None:
        return other_span
    family = siblings_of(stated, sheet)
    for at, axis in enumerate(AXES if family else ()):
        rivals = [
            other for other in family if any(_at(axis, known, at) != _at(axis, other, at) for known in stated)
        ]
        if not rivals:
            continue
        near = _near(axis, claim, reading)
        side = near or _far(axis, claim, reading)
        if len(side) != 1 or any(_at(axis, known, at) in {*side, ""} for known in stated):
            continue
        meant = next((other for other in rivals if _at(axis, other, at) in side), None)
        if meant is not None and (near or not _told_elsewhere(meant, claim, reading)):
            return meant
    return None


def _told_by_another(claim: Claim, stated: list[Known], reading: Reading) -> bool:
    """ "In 44% of the paths buying ends with more", where renting does, and no figure of the other side is known."""
    for at, axis in enumerate(AXES):
        if axis.default or at == 0 or any(not known.label.sided.sides[at] for known in stated):
            continue
        side = _near(axis, claim, reading)
        if len(side) == 1 and all(known.label.sided.sides[at] not in side for known in stated):
            return True
    return False


def _other_span(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "5-year loan: ₹2,99,500 of interest", which it is over 7 years."""
    if any(not known.label.sided.span for known in stated):
        return None
    start = reading.clauses.sentence.index(claim.sentence)
    above, _end = _heading(reading, start)
    told = {
        str(one.value)
        for one in reading.claims
        if one.measure in _SPANS and (one.sentence == claim.sentence or above <= one.first < start)
    }
    if any(known.label.sided.span in told for known in stated):
        return None
    return next(
        (
            other
            for other in sheet.of(stated[0].measure)
            if other.label.sided.span in told
            and siblings(stated[0], other)
            and not _told_elsewhere(other, claim, reading)  # "₹14,280 a month instead of ₹18,640"
        ),
        None,
    )


def turned_dates(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "moves from March 2045 to January 2042", where the second is as now and the first in the scenario."""
    if text_at(reading.tokens, claim.first - 1) != "from" or any(
        known.label.sided.sides[0] != "then" for known in stated
    ):
        return None
    after = next((one for one in reading.claims if one.first >= claim.end and one.on is not None), None)
    if not stated or after is None or text_at(reading.tokens, after.first - 1) != "to":
        return None
    return next(
        (
            other
            for other in sheet.facts
            if other.label.sided.sides[0] == "now"
            and siblings(stated[0], other)
            and after.on_day(other.value)
        ),
        None,
    )


def other_side_date(claim: Claim, reading: Reading, sheet: Sheet) -> Known | None:
    """ "It would end in November 2040 if you add ₹5,000", where it does so as things are."""
    if claim.on is None or text_at(reading.tokens, claim.first - 1) in _BEGINNING | _APART:
        return None
    days = [known for known in sheet.facts if known.measure is Measure.DATE and isinstance(known.value, date)]
    stated = [known for known in days if _falls_on(known, claim)]
    start = reading.clauses.sentence.index(claim.sentence)
    stop = len(reading.clauses.sentence) - reading.clauses.sentence[::-1].index(claim.sentence)
    side = told(AXES[0], _words(reading, start, stop)) if stated else set()
    if len(side) != 1 or any(known.label.sided.sides[0] in {*side, ""} for known in stated):
        return None
    return next(
        (
            other
            for other in days
            if other.label.sided.sides[0] in side
            and siblings(stated[0], other)
            and not any(one.on is not None and _falls_on(other, one) for one in reading.claims)
        ),
        None,
    )


def _falls_on(known: Known, claim: Claim) -> bool:
    if claim.measure is Measure.DATE:
        return claim.on_day(known.value)
    day, on = known.value, claim.on
    return (
        isinstance(day, date) and on is not None and day.month == on.month and on.year in {NO_YEAR, day.year}
    )


def _backwards(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "falls from 67 to 34", where 34 is as now and 67 in the scenario."""
    after = next((one for one in reading.claims if one.first >= claim.end and one.on is None), None)
    hindi = text_at(reading.tokens, claim.end) in _FROM_HINDI and after is not None and text_at(reading.tokens, after.end) in _TO_HINDI  # fmt: skip
    if (
        after is None
        or (text_at(reading.tokens, after.first - 1) not in _TO and not hindi)
        or any(known.label.sided.sides[0] == "now" for known in stated)
    ):
        return None
    return next(
        (
            other
            for other in sheet.of(stated[0].measure)
            if other.label.sided.sides[0] == "now"
            and siblings(stated[0], other)
            and other.size is not None
            and after.covers(other.size)
        ),
        None,
    )


def _at(axis: Axis, known: Known, at: int) -> str:
    return known.label.sided.sides[at] or axis.default


def _near(axis: Axis, claim: Claim, reading: Reading) -> set[str]:
    """The sides told around a number up to its neighbours, else in its clause."""
    first, end = reading.clauses.near(claim.first)
    inside = [one for one in reading.claims if one.on is None and first <= one.first < end]
    before = max((one.end for one in inside if one.end <= claim.first), default=first)
    behind = min((one.first for one in inside if one.first >= claim.end), default=end)
    here = told(axis, _words(reading, before, claim.first))
    after = told(axis, _words(reading, claim.end, behind))
    if here and after and here != after:
        return here if before == first else set()
    return here or after


def _far(axis: Axis, claim: Claim, reading: Reading) -> set[str]:
    """The sides told in the sentence of a number, else in the heading above it."""
    start = reading.clauses.sentence.index(claim.sentence)
    stop = len(reading.clauses.sentence) - reading.clauses.sentence[::-1].index(claim.sentence)
    stop = _than(reading, claim.end, stop)
    here = told(axis, _words(reading, start, stop))
    if here or any(token.text in _PRESENT for token in reading.tokens[start:stop]):
        return here
    return told(axis, _words(reading, *_heading(reading, start)))


def _than(reading: Reading, first: int, end: int) -> int:
    """Where the other side of a comparison begins behind a number."""
    return next((at for at in range(first, end) if reading.tokens[at].text in _BEGINNING - {"from"}), end)


def _heading(reading: Reading, start: int) -> tuple[int, int]:
    """The line right above a sentence that begins a line."""
    end = start
    while end and reading.tokens[end - 1].text == "\n":
        end -= 1
    if end in {0, start}:
        return start, start
    first = end
    while first and reading.tokens[first - 1].text != "\n":
        first -= 1
    return first, end


def _told_elsewhere(known: Known, claim: Claim, reading: Reading) -> bool:
    """Whether the text states the other side's own value up to here, so that the side is told of that."""
    return any(
        one is not claim
        and one.sentence <= claim.sentence
        and known.size is not None
        and one.covers(known.size)
        for one in reading.claims
    )


def _words(reading: Reading, first: int, end: int) -> str:
    return " ".join(token.text for token in reading.tokens[first:end])
