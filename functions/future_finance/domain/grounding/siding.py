"""Which side of a figure a text tells, and the figure of that side instead of the one it states."""

from __future__ import annotations

from future_finance.domain.grounding.claim import Claim
from future_finance.domain.grounding.known import Known
from future_finance.domain.grounding.reading import Reading
from future_finance.domain.grounding.sheet import Sheet
from future_finance.domain.grounding.sides import AXES, Axis, told
from future_finance.domain.grounding.surroundings import text_at

_BEGINNING = frozenset({"from", "than", "against", "versus", "vs"})


def siblings(known: Known, other: Known) -> bool:
    """Whether two facts are one figure told from different sides."""
    if known is other or known.measure is not other.measure:
        return False
    one, two = known.label.sided, other.label.sided
    return one.base == two.base and one.sides != two.sides


def on_told_side(known: Known, claim: Claim, reading: Reading) -> bool:
    """Whether the text names a side that the fact's label says."""
    sides = known.label.sided.sides
    return any(
        side and side in (_near(axis, claim, reading) or _far(axis, claim, reading))
        for axis, side in zip(AXES, sides, strict=True)
    )


def other_side(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The figure of the side that the text names, where all that fit the number are of another side."""
    if text_at(reading.tokens, claim.first - 1) in _BEGINNING:
        return None  # "from 8.6% to 9.6%" names the side of where it ends
    for at, axis in enumerate(AXES):
        rivals = [
            other
            for other in sheet.of(stated[0].measure)
            if any(
                siblings(known, other) and _at(axis, known, at) != _at(axis, other, at) for known in stated
            )
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
    """The sides told in the sentence of a number."""
    start = reading.clauses.sentence.index(claim.sentence)
    stop = len(reading.clauses.sentence) - reading.clauses.sentence[::-1].index(claim.sentence)
    return told(axis, _words(reading, start, stop))


def _told_elsewhere(known: Known, claim: Claim, reading: Reading) -> bool:
    """Whether the sentence states the other side's own value, so that the side is told of that."""
    return any(
        one is not claim
        and one.sentence == claim.sentence
        and known.size is not None
        and one.covers(known.size)
        for one in reading.claims
    )


def _words(reading: Reading, first: int, end: int) -> str:
    return " ".join(token.text for token in reading.tokens[first:end])
