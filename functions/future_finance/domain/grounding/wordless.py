"""Claims without a number: "doubled", "most of", "no overdue", "higher than last month", "your largest cost"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from future_finance.domain.grounding import evidence
from future_finance.domain.grounding.claim import Bound, Claim
from future_finance.domain.grounding.concepts import concepts
from future_finance.domain.grounding.known import Known
from future_finance.domain.grounding.reading import Reading
from future_finance.domain.grounding.sheet import Sheet
from future_finance.domain.grounding.surroundings import text_at
from future_finance.domain.grounding.tokens import NUKTA, fold
from future_finance.domain.grounding.units import (
    ABOUT,
    AFTER_OVER,
    AFTER_UNDER,
    DOWN,
    NEARLY,
    OVER,
    SAID_WORDS,
    THAN_OVER,
    THAN_UNDER,
    UNDER,
    UP,
    Measure,
)
from future_finance.domain.grounding.wordless_words import (
    ALL,
    BAND,
    BANDS,
    CHEAPEST,
    CONDITIONAL,
    COSTLIEST,
    DENIED,
    DIGITS,
    FIGURES,
    LARGEST,
    LATE,
    MAJORITY,
    MONTH_LAST,
    MORE,
    MORE_HINDI,
    MULTIPLES,
    NEARLY_ALL,
    NO_DATA,
    NONE,
    OTHERS,
    OVERDUE,
    PAID,
    SAME,
    SCALES,
    SEEN,
    SMALLEST,
    STATUS,
    THAN_MONTH,
    TREND_DOWN,
    TREND_UP,
    UNREAL,
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    words: str
    about: frozenset[str]
    number: int


def wordless_claims(
    reading: Reading, sheet: Sheet, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """Position, words and nearest fact of each claim that the facts do not carry."""
    for sentence in _sentences(reading):
        words = sentence.words
        supposed = any(word in SAID_WORDS for word in re.findall(r"[^\W\d_]+", words.lower()))
        if not supposed:
            yield from _multiples(sentence, sheet, reading, supports)
            yield from _trends(sentence, sheet, reading, supports)
        yield from _majorities(sentence, sheet)
        yield from _nones(sentence, sheet)
        yield from _comparisons(sentence, sheet)
        yield from _compared(sentence, reading, supports)
        yield from _extremes(sentence, sheet, _stated(sentence, reading, supports))
        yield from _priciest(sentence, sheet)
        yield from _scales(sentence, sheet, reading)
        yield from _bands(sentence, sheet)
        yield from _signs(sentence, sheet)
        if not supposed:
            yield from _overdues(sentence, sheet)
            yield from _repaid(sentence, sheet)


def _sentences(reading: Reading) -> Iterator[_Sentence]:
    folded = fold(reading.text)
    first = 0
    while first < len(reading.tokens):
        number = reading.clauses.sentence[first]
        end = first
        while end < len(reading.tokens) and reading.clauses.sentence[end] == number:
            end += 1
        start = reading.tokens[first].start
        words = re.sub(" +", " ", folded[start : reading.tokens[end - 1].end].replace(NUKTA, ""))
        yield _Sentence(start, words, concepts(reading.tokens, first, end), number)
        first = end


def _directed(sentence: _Sentence, reading: Reading, supports: list[list[Known]]) -> set[int]:
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


def _stated(sentence: _Sentence, reading: Reading, supports: list[list[Known]]) -> list[Known]:
    return [facts[0] for claim, facts in zip(reading.claims, supports, strict=True) if claim.sentence == sentence.number and facts and claim.on is None]  # fmt: skip


def _multiples(
    sentence: _Sentence, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    stated = _stated(sentence, reading, supports)
    for factor, pattern in MULTIPLES.items():
        found = pattern.search(sentence.words)
        if not found:
            continue
        least, most = _range(factor, sentence.words[: found.start()].lower().split()[-2:])
        if not evidence.multiplied(factor, (least, most), sentence.about, sheet, stated):
            yield sentence.start + found.start(), found.group(), None


def _range(factor: Decimal, before: list[str]) -> tuple[Decimal, Decimal]:
    """The multiples that "nearly twice", "over twice" and "twice" mean."""
    last = before[-1] if before else ""
    if last in OVER or (last == "than" and before[0] in THAN_OVER):
        return factor, factor + max(factor / 2, Decimal(1) if factor > 1 else factor)
    if last in UNDER or (last == "than" and before[0] in THAN_UNDER):
        return factor * 3 / 4, factor
    if last in NEARLY:
        return factor * 85 / 100, factor
    slack = Decimal(10 if last in ABOUT else 5) / 100
    return factor * (1 - slack), factor * (1 + slack)


def _majorities(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    for pattern, least in ((MAJORITY, 50), (NEARLY_ALL, 85), (ALL, 99)):
        found = pattern.search(sentence.words)
        if found and not evidence.share(Decimal(least), Bound.OVER, sentence.about, sheet):
            yield sentence.start + found.start(), found.group(), None


def _nones(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    for found in NONE.finditer(sentence.words):
        told = found.groupdict()
        between = (told["gap"] or "") + (told["gap2"] or "")
        after = sentence.words[found.end() : found.end() + 14]
        if (
            NO_DATA.search(between)
            or re.search(r"\bof\b|\bfor\b|\bin\b", between)
            or NO_DATA.match(after.strip())
        ):
            continue
        if told["late"]:
            noun = "late"
        elif told["debtfree"] or told["debtfree2"]:
            noun = "debts loans"
        else:
            noun = between + next(
                told[key] for key in ("noun", "noun2", "noun3", "noun4", "noun5") if told[key]
            )
        zero, near = evidence.is_zero(noun, sentence.about, sheet)
        if not zero and (near is not None or not SEEN.search(sentence.words)):
            yield sentence.start + found.start(), found.group(), near


def _trends(
    sentence: _Sentence, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    for pattern, direction in ((TREND_UP, 1), (TREND_DOWN, -1)):
        found = pattern.search(sentence.words)
        if (
            not found
            or UNREAL.search(sentence.words[: found.start()])
            or sentence.words.rstrip().endswith("?")
        ):
            continue
        if direction in _directed(sentence, reading, supports):
            continue
        told = evidence.trend(
            sentence.about,
            sheet,
            _stated(sentence, reading, supports),
            ordered=not re.search(r"\bfrom\b|\bthan\b", sentence.words),
        ) or _from_to(sentence, reading, supports)
        if told != direction and not (told == 0 and evidence.both_ways(sentence.about, sheet)):
            yield sentence.start + found.start(), found.group(), None
    yield from _between_months(sentence, sheet, reading)
    found = SAME.search(sentence.words)
    if found and not evidence.unchanged(sentence.about, sheet):
        yield sentence.start + found.start(), found.group(), None


def _between_months(
    sentence: _Sentence, sheet: Sheet, reading: Reading
) -> Iterator[tuple[int, str, Known | None]]:
    """ "Food was higher in March than in February"."""
    found = THAN_MONTH.search(sentence.words) or MORE_HINDI.search(sentence.words)
    told_months = [c for c in reading.claims if c.sentence == sentence.number and c.measure is Measure.MONTH]
    if not found or len(told_months) != 2:
        return
    # Hindi names the month that is compared with right before "se"
    told_months.sort(key=lambda claim: text_at(reading.tokens, claim.end) in {"se", "से"})
    one, other = (claim.on.month for claim in told_months if claim.on is not None)
    told = evidence.between(sentence.about, sheet, one, other)
    if told != (1 if found["up"] else -1):
        yield sentence.start + found.start(), found.group(), None


def _from_to(sentence: _Sentence, reading: Reading, supports: list[list[Known]]) -> int:
    """The direction of "to B from A", "from A to B", "B, up from A"; 0 where two such numbers are not stated."""
    rows = _numbers(sentence, reading, supports)
    earlier = [at for at, (claim, _) in enumerate(rows) if text_at(reading.tokens, claim.first - 1) == "from"]
    if len(rows) != 2 or len(earlier) != 1:
        return 0
    before, after = rows[earlier[0]][1], rows[1 - earlier[0]][1]
    return (after > before) - (after < before)


def _numbers(
    sentence: _Sentence, reading: Reading, supports: list[list[Known]]
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


def _compared(
    sentence: _Sentence, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """ "₹9,400, more than September's ₹9,200", "higher in A (₹6,200) than in B (₹3,700)", "up from ₹5,150"."""
    rows = _numbers(sentence, reading, supports)
    if len(rows) != 2:
        return
    (first, one), (second, other) = rows
    tokens = reading.tokens
    between = [tokens[at].text for at in range(first.end, second.first)]
    before = [
        tokens[at].text
        for at in range(max(0, first.first - 9), first.first)
        if reading.clauses.sentence[at] == sentence.number
    ]
    told = 0
    if "than" in between:
        words = [*before, *between[: between.index("than")]]
        told = _side(words, THAN_OVER, THAN_UNDER)
    elif between and between[-1] == "from":
        told = _side(between, UP, DOWN)
    elif text_at(tokens, second.end) in {"se", "से"}:
        after = [text_at(tokens, second.end + at) for at in (1, 2)]
        told = _side(after, AFTER_OVER, AFTER_UNDER)
    if told and told != (one > other) - (one < other):
        yield first.start, reading.text[first.start : second.stop], None


def _side(words: list[str], up: frozenset[str], down: frozenset[str]) -> int:
    """The direction of the last word that tells one."""
    for word in reversed(words):
        if word in up:
            return 1
        if word in down:
            return -1
    return 0


def _comparisons(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    words = sentence.words
    found = OTHERS.search(words)
    if found:
        yield sentence.start + found.start(), found.group(), None
    found = MORE.search(words)
    if found and not re.match(
        r"\W*(?:₹|rs|inr|\d|half|a third|two|one|last|previous|usual)", words[found.end() :], re.IGNORECASE
    ):
        left, right = words[: found.start()], words[found.end() :]
        up = bool(found["up"] or found["exceed"] or found["above"])
        if evidence.contradicts(left, right, sheet, up=up):
            yield sentence.start + found.start(), found.group(), None
        return
    found = MORE_HINDI.search(words)
    if found and not MONTH_LAST.search(words[: found.start()]):
        left, right = evidence.sides(words[: found.start()])
        if evidence.contradicts(left, right, sheet, up=bool(found["up"])):
            yield sentence.start + found.start(), found.group(), None


def _extremes(
    sentence: _Sentence, sheet: Sheet, stated: list[Known]
) -> Iterator[tuple[int, str, Known | None]]:
    for pattern, largest in ((LARGEST, True), (SMALLEST, False)):
        found = pattern.search(sentence.words)
        if found:
            if any(pattern.search(known.label.text) for known in stated):
                continue
            better = evidence.outdone(sentence.about, sheet, largest=largest)
            if better is not None:
                yield sentence.start + found.start(), found.group(), better


def _priciest(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "The card is your costliest debt": by its rate of interest."""
    for pattern, highest in ((COSTLIEST, True), (CHEAPEST, False)):
        found = pattern.search(sentence.words)
        better = evidence.undercut(sentence.about, sheet, highest=highest) if found else None
        if found and better is not None:
            yield sentence.start + found.start(), found.group(), better


def _scales(sentence: _Sentence, sheet: Sheet, reading: Reading) -> Iterator[tuple[int, str, Known | None]]:
    for scale, pattern in SCALES.items():
        found = pattern.search(sentence.words)
        if not found:
            continue
        place = sentence.start + found.start()
        if any(claim.start <= place < claim.stop for claim in reading.claims):
            continue
        if not evidence.of_scale(scale, scale * 100, sentence.about, sheet):
            yield place, found.group(), None
    found = FIGURES.search(sentence.words)
    if found:
        digits = DIGITS.get(found["digits"].lower()) or int(found["digits"])
        if not evidence.of_scale(10 ** (digits - 1), 10**digits, sentence.about, sheet):
            yield sentence.start + found.start("digits"), found.group(), None


def _bands(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    found = BAND.search(sentence.words.lower())
    if found and "score" in sentence.about:
        for known in evidence.texts(sheet):
            if known.value in BANDS and "score" in known.concepts and known.value != found.group(1):
                yield sentence.start + found.start(1), found.group(1), known


def _signs(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    found = STATUS.search(sentence.words)
    if found:
        told = {name.rstrip("23") for name, word in found.groupdict().items() if word}
        known = evidence.best(sentence.about, sheet)
        if known is not None and known.size and known.negative != ("negative" in told):
            yield sentence.start + found.start(), found.group(), known


def _overdues(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Your card bill is overdue", where no fact says that anything is."""
    found = OVERDUE.search(sentence.words)
    if found and not DENIED.search(sentence.words) and not sentence.words.rstrip().endswith("?"):
        due = [known for known in sheet.facts if LATE.search(known.label.text)]
        if not any(known.size or known.measure is Measure.WORDS for known in due):
            yield sentence.start + found.start(), found.group(), due[0] if due else None


def _repaid(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Your home loan is fully paid off", where it is not."""
    found = PAID.search(sentence.words)
    if not found or DENIED.search(sentence.words) or CONDITIONAL.search(sentence.words):
        return
    owed = evidence.best(sentence.about, sheet)
    if owed is not None and owed.size and owed.concepts & {"loan", "debt", "card"}:
        yield sentence.start + found.start(), found.group(), owed
