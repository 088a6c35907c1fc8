"""Trends and comparisons told without a number: "rose", "higher than last month", "you spend more than you earn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import CORE, VAGUE, undated
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import (
    AFTER_OVER,
    AFTER_UNDER,
    CLAUSE_SIGNS,
    DOWN,
    THAN_OVER,
    THAN_UNDER,
    UP,
    Measure,
)
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless import evidence, movement
from future_finance.domain.grounding.wordless.statement import Statement, directed, piece_of, stated_in
from future_finance.domain.grounding.wordless.words import (
    MONTH_AGAINST,
    MONTH_LAST,
    MORE,
    MORE_HINDI,
    NEGATED,
    NEGATED_HINDI,
    OTHERS,
    SAME,
    THAN_MONTH,
    TREND_DOWN,
    TREND_UP,
    UNREAL,
)

_BESIDE = 24  # characters between "than last" and the figure
_THAT = re.compile(r" (?:that|this|it)\b\W*$", re.IGNORECASE)
_EXTREME = {1: re.compile(r"\b(?:highest|peak|most)\b"), -1: re.compile(r"\b(?:lowest|least)\b")}
_PATHS = re.compile(r"\bpaths?\b|\brast[eoa]\w*\b|रास्त", re.IGNORECASE)  # what comes to pass in some
_TIMES = re.compile(r" (?:doubled|tripled|halved|quadrupled)\b", re.IGNORECASE)
_TO_THE_NOUN = 3  # words: "8.65% दर से", "₹42,360 के बिल से"
_NEAR_BY = 18  # characters
_CLOSE = 5  # characters between "than" and its month: " in "
_AGAINST = frozenset({"se", "से", "ke", "के", "ki", "की"})
_TWO = 2
_AND = frozenset({"aur", "और", "and", "lekin", "par", "लेकिन"})
_FROM = frozenset({"se", "से"})
_PAST = frozenset(
    {
        "ahead",
        "exceed",
        "exceeds",
        "exceeded",
        "outpaces",
        "outpace",
        "outstrips",
        "tops",
        "beats",
        "outweighs",
        "outweigh",
    }
)
_BETWEEN = 9  # words
_STEADY = Decimal("0.05")


def trends(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    for pattern, direction in ((TREND_UP, 1), (TREND_DOWN, -1)):
        found = pattern.search(sentence.words)
        if (
            not found
            or UNREAL.search(sentence.words[: found.start()])
            or sentence.words.rstrip().endswith("?")
        ):
            continue
        if any(
            _EXTREME[direction].search(known.label.lower) for known in stated_in(sentence, reading, supports)
        ):
            continue  # "the balance fell to ₹3,275", its lowest
        if direction in directed(sentence, reading, supports) or _measured(
            sentence, found, reading, supports
        ):
            continue
        both = TREND_UP.search(sentence.words) and TREND_DOWN.search(sentence.words)
        piece = piece_of(sentence.words, found.start()) if both else frozenset()
        told = (
            _between_figures(sentence, sentence.start + found.start(), reading, supports)
            or movement.trend(
                piece or sentence.about,
                sheet,
                stated_in(sentence, reading, supports),
                ordered=not re.search(r"\bfrom\b|\bthan\b", sentence.words),
            )
            or _from_to(sentence, sentence.start + found.start(), reading, supports)
        )
        if told != direction and not (told == 0 and movement.both_ways(sentence.about, sheet)):
            yield sentence.start + found.start(), found.group(), None
    yield from _between_months(sentence, sheet, reading, supports)
    found = SAME.search(sentence.words)
    if found and not _steady(sentence, reading, supports) and not movement.unchanged(sentence.about, sheet):
        yield sentence.start + found.start(), found.group(), None


def _measured(
    sentence: Statement, found: re.Match[str], reading: Reading, supports: list[list[Known]]
) -> bool:
    """ "less than last week's ₹11,275": against a figure that stands there, which is compared by itself."""
    than = re.search(r"\b(?:than|se)\b|से", found.group())
    behind = sentence.start + found.end()
    return than is not None and any(
        facts and claim.on is None and 0 <= claim.start - behind < _BESIDE
        and not re.search(r"[,;:]", reading.text[behind : claim.start])
        for claim, facts in zip(reading.claims, supports, strict=True)
    )  # fmt: skip


def _between_months(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """ "Food was higher in March than in February"."""
    yield from _than_the_other(sentence, sheet, reading)
    found = (
        THAN_MONTH.search(sentence.words)
        or MONTH_AGAINST.search(sentence.words)
        or MORE_HINDI.search(sentence.words)
    )
    told_months = [c for c in reading.claims if c.sentence == sentence.number and c.measure is Measure.MONTH]
    if not found or len(told_months) != 2 or _TIMES.match(sentence.words, found.end()):
        return
    # Hindi names the month that is compared with right before "se"
    told_months.sort(key=lambda claim: text_at(reading.tokens, claim.end) in _AGAINST)
    one, other = (claim.on.month for claim in told_months if claim.on is not None)
    stated = {
        max(known.label.months)[1]: known.value
        for known in stated_in(sentence, reading, supports)
        if known.label.months
    }
    here, there = stated.get(one), stated.get(other)
    told = movement.between(sentence.about, sheet, one, other)
    if isinstance(here, Decimal) and isinstance(there, Decimal):
        told = (here > there) - (here < there)
    if told != (1 if found["up"] else -1):
        yield sentence.start + found.start(), found.group(), None


def _than_the_other(
    sentence: Statement, sheet: Sheet, reading: Reading
) -> Iterator[tuple[int, str, Known | None]]:
    """ "That spending was lower than in August", where the sheet has one other month of it."""
    found = THAN_MONTH.search(sentence.words)
    months = [c for c in reading.claims if c.sentence == sentence.number and c.measure is Measure.MONTH]
    if not found or len(months) != 1 or months[0].on is None or sentence.words.rstrip().endswith("?"):
        return
    if not 0 <= months[0].start - sentence.start - found.end() < _CLOSE or UNREAL.search(
        sentence.words[: found.start()]
    ):
        return
    of = undated(sentence.about & CORE - VAGUE)
    rows = movement.series(sentence.about, sheet)
    told = {month for known in rows[0] for _, month in known.label.months} if len(rows) == 1 else set()
    others = told - {months[0].on.month}
    if not of or len(told) != _TWO or len(others) != 1 or not of <= rows[0][0].concepts:
        return
    step = movement.between(sentence.about, sheet, others.pop(), months[0].on.month)
    if step and (step > 0) != bool(found["up"]):
        yield sentence.start + found.start(), found.group(), None


def _from_to(sentence: Statement, at: int, reading: Reading, supports: list[list[Known]]) -> int:
    """The direction of "to B from A", "from A to B", "B, up from A"; 0 where two such numbers are not stated."""
    rows = _numbers(sentence, reading, supports)
    rows = [row for row in rows if row[0].start > at][:2] if len(rows) > 2 else rows
    earlier = [at for at, (claim, _) in enumerate(rows) if text_at(reading.tokens, claim.first - 1) == "from"]
    if len(rows) != 2 or len(earlier) != 1:
        return 0
    before, after = rows[earlier[0]][1], rows[1 - earlier[0]][1]
    return (after > before) - (after < before)


def _between_figures(sentence: Statement, at: int, reading: Reading, supports: list[list[Known]]) -> int:
    """The direction of "31% in August, dropped to 12%": from the figure before the word to the one right behind it."""
    rows = _numbers(sentence, reading, supports)
    before = [value for claim, value in rows if claim.stop <= at]
    behind = next(((claim, value) for claim, value in rows if claim.start > at), None)
    if behind is None or text_at(reading.tokens, behind[0].first - 1) != "to":
        return 0
    if behind[0].start - at > _BESIDE:
        return 0
    if not before:
        before = _month_before(behind[0], reading, supports)
    if not before:
        return 0
    return (behind[1] > before[-1]) - (behind[1] < before[-1])


def _month_before(claim: Claim, reading: Reading, supports: list[list[Known]]) -> list[Decimal]:
    """What the text states of the month before a figure's own, of the same kind."""
    own = next(
        (facts[0] for one, facts in zip(reading.claims, supports, strict=True) if one is claim and facts),
        None,
    )
    if own is None or len(own.label.months) != 1:
        return []
    year, month = next(iter(own.label.months))
    earlier = {(year, month - 1), (year - 1, month + 11)}
    return [
        facts[0].value
        for facts in supports
        if facts
        and isinstance(facts[0].value, Decimal)
        and undated(facts[0].concepts) == undated(own.concepts)
        and facts[0].label.months & earlier
    ]


def _steady(sentence: Statement, reading: Reading, supports: list[list[Known]]) -> bool:
    """Whether the two figures of a sentence are nearly the same."""
    values = [value for _, value in _numbers(sentence, reading, supports)]
    return len(values) == 2 and abs(values[0] - values[1]) <= _STEADY * max(map(abs, values))


def _numbers(
    sentence: Statement, reading: Reading, supports: list[list[Known]]
) -> list[tuple[Claim, Decimal]]:
    """Claims of the sentence that facts carry, with the facts' values; of the measure told first."""
    rows = [
        (claim, facts[0])
        for claim, facts in zip(reading.claims, supports, strict=True)
        if claim.sentence == sentence.number and facts and claim.on is None and not claim.part
    ]
    return [
        (claim, known.value)
        for claim, known in rows
        if known.measure is rows[0][1].measure and isinstance(known.value, Decimal)
    ]


def compared(
    sentence: Statement, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """ "₹9,400, more than September's ₹9,200", "higher in A (₹6,200) than in B (₹3,700)", "up from ₹5,150"."""
    rows = _numbers(sentence, reading, supports)
    if len(rows) != 2:
        return
    (first, one), (second, other) = rows
    tokens = reading.tokens
    if abs(first.direction) == 1:
        return  # "₹3,630 more than the week before": a difference
    between = [tokens[at].text for at in range(first.end, second.first)]
    before = [
        tokens[at].text
        for at in range(max(0, first.first - 9), first.first)
        if reading.clauses.sentence[at] == sentence.number
    ]
    behind = second.end + (text_at(tokens, second.end) == ")")
    behind = next((at for at in range(behind, behind + _TO_THE_NOUN) if text_at(tokens, at) in _FROM), behind)
    told = 0
    if "than" in between:
        words = [*before, *between[: between.index("than")]]
        told = _side(words, THAN_OVER, THAN_UNDER)
    elif between and between[-1] == "from":
        told = _side(between, UP, DOWN)
    elif text_at(tokens, behind) in _FROM and _AND.isdisjoint(between):
        after = [text_at(tokens, behind + at) for at in (1, 2)]
        told = _side(after, AFTER_OVER, AFTER_UNDER)
    elif text_at(tokens, first.end) in _FROM:  # "₹31,200 se kam hai: ₹27,890"
        after = [text_at(tokens, first.end + at) for at in (1, 2)]
        told = -_side(after, AFTER_OVER, AFTER_UNDER)
    elif len(between) < _BETWEEN and not second.bound and (CLAUSE_SIGNS - {","}).isdisjoint(between):
        told = _side(between, _PAST, frozenset())
    if told and one != other and told != (one > other) - (one < other):
        yield first.start, reading.text[first.start : second.stop], None


def _on_both_sides(sentence: Statement, found: re.Match[str], reading: Reading) -> bool:
    """Whether numbers of one unit stand on both sides of "less than", which are compared by themselves."""
    here = [
        one for one in reading.claims if one.sentence == sentence.number and one.on is None and not one.part
    ]
    at = sentence.start + found.start()
    before = {one.measure for one in here if one.stop <= at}
    return len(here) == _TWO and any(one.measure in before for one in here if one.start > at)


def _two_figures(sentence: Statement, at: int, reading: Reading) -> bool:
    """Whether two numbers of one unit stand before a place, the second near it: "8.65% दर से ज्यादा"."""
    before = [
        one
        for one in reading.claims
        if one.sentence == sentence.number and one.stop <= at and one.on is None and not one.part
    ]
    return len(before) > 1 and before[-1].measure is before[-2].measure and at - before[-1].stop < _NEAR_BY


def _side(words: list[str], up: frozenset[str], down: frozenset[str]) -> int:
    """The direction of the last word that tells one."""
    for word in reversed(words):
        if word in up:
            return 1
        if word in down:
            return -1
    return 0


def with_that(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """ "Brokerage was higher than that": than the figure stated last."""
    found = MORE.search(sentence.words)
    if not found or not (found["up"] or found["down"]) or not _THAT.match(sentence.words, found.end()):
        return
    place = sentence.start + found.start()
    stated = [
        facts[0]
        for claim, facts in zip(reading.claims, supports, strict=True)
        if facts and claim.stop <= place
    ]
    named = evidence.first_named(sentence.words[: found.start()], sheet)
    if not stated or named is None or named is stated[-1] or named.measure is not stated[-1].measure:
        return
    if ((named.size or 0) > (stated[-1].size or 0)) != bool(found["up"]):
        yield place, found.group(), named


def comparisons(
    sentence: Statement, sheet: Sheet, reading: Reading
) -> Iterator[tuple[int, str, Known | None]]:
    words = sentence.words
    found = OTHERS.search(words)
    if found:
        yield sentence.start + found.start(), found.group(), None
    asked = words.rstrip().endswith("?")
    found = MORE.search(words) if not asked and not _PATHS.search(words) else None
    if found and not re.match(
        r"\W*(?:(?:(?:the|that|your|its|this) )?(?:₹|rs|inr|\d)|half|an?\s(?:third|quarter|fifth|sixth|eighth|tenth|half|fourth)|most|all|two|one|twice|thrice|double|triple|three|four|five|last|previous|usual)",
        words[found.end() :],
        re.IGNORECASE,
    ):
        left, right = words[: found.start()], words[found.end() :]
        greater = ("up", "exceed", "above", "above2", "dear")
        up = any(found[name] for name in greater) != bool(NEGATED.search(left))
        by_rate = found["dear"] or found["cheap"] or "interest" in found.group()
        dear = " interest" if by_rate else ""
        if not _on_both_sides(sentence, found, reading) and evidence.contradicts(
            left + dear, right + dear, sheet, up=up
        ):
            yield sentence.start + found.start(), found.group(), None
        return
    found = MORE_HINDI.search(words) if not asked else None
    if found and _two_figures(sentence, sentence.start + found.start(), reading):
        return  # which are compared by themselves
    if found and not MONTH_LAST.search(words[: found.start()]):
        left, right = evidence.sides(words[: found.start()])
        up = bool(found["up"]) != bool(NEGATED_HINDI.match(words, found.end()))
        ends = " khatam" if found["before"] else ""
        if evidence.contradicts(left + ends, right + ends, sheet, up=up):
            yield sentence.start + found.start(), found.group(), None
