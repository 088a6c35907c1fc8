"""Claims without a number: "doubled", "most of", "no overdue", "higher than last month", "your largest cost"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from future_finance.domain.grounding.reading.claim import Bound
from future_finance.domain.grounding.reading.concepts import concepts
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import tokens_of
from future_finance.domain.grounding.reading.units import (
    ABOUT,
    NEARLY,
    OVER,
    SAID_WORDS,
    THAN_OVER,
    THAN_UNDER,
    UNDER,
    Measure,
)
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless import evidence
from future_finance.domain.grounding.wordless.agreement import unequal
from future_finance.domain.grounding.wordless.comparisons import compared, comparisons, trends, with_that
from future_finance.domain.grounding.wordless.extremes import extremes, priciest
from future_finance.domain.grounding.wordless.profit import wrong_profits
from future_finance.domain.grounding.wordless.rivals import rivals
from future_finance.domain.grounding.wordless.standing import standings
from future_finance.domain.grounding.wordless.statement import Statement, piece_of, stated_in, statements_of
from future_finance.domain.grounding.wordless.states import states
from future_finance.domain.grounding.wordless.sufficiency import insufficient
from future_finance.domain.grounding.wordless.words import (
    ALL,
    BAND,
    BANDS,
    BECOMING,
    CONDITIONAL,
    DENIED,
    DIGITS,
    EMPTY,
    FIGURES,
    LATE,
    LATER,
    MAJORITY,
    MORE_THAN_THAT,
    MULTIPLES,
    NEARLY_ALL,
    NEVER,
    NO_DATA,
    NONE,
    NONE_HINTS,
    OVERDUE,
    PAID,
    PART_OF,
    SCALES,
    SEEN,
    STATUS,
    UNREAL,
)

_RECORDED = re.compile(
    r"\s(?:of|from|by|with|at) (?:that|this|the same|such|its)\b|\s(?:\w+ ){0,2}?(?:is|are|was) (?:recorded|listed|shown|known|linked|on record)\b|\s(?:that )?(?:we|i|you|it|they) (?:can )?(?:see|know|have|list|find)\b",
    re.IGNORECASE,
)
_SO_THAT = re.compile(
    r"\b(?:so that|so|to (?:make|be) sure(?: that)?|ensure(?: that)?|taa?ki|see that) $|ताकि $", re.IGNORECASE
)
_ACTS = re.compile(
    r" (?!is\b|was\b|has\b|dues\b|this\b|as\b|across\b|always\b)[a-z]{3,}s\b"
)  # "no listed loan explains it"


def wordless_claims(
    reading: Reading, sheet: Sheet, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """Position, words and nearest fact of each claim that the facts do not carry."""
    for sentence in statements_of(reading):
        words = sentence.words
        supposed = any(word in SAID_WORDS for word in re.findall(r"[^\W\d_]+", words))
        if not supposed:
            yield from _multiples(sentence, sheet, reading, supports)
            yield from trends(sentence, sheet, reading, supports)
        yield from _majorities(sentence, sheet, reading, supports)
        yield from _nones(sentence, sheet)
        yield from _nevers(sentence, sheet)
        yield from _parts_of(sentence, stated_in(sentence, reading, supports))
        yield from insufficient(sentence, sheet, reading, supports)
        yield from comparisons(sentence, sheet, reading)
        yield from rivals(sentence, sheet, reading)
        yield from with_that(sentence, sheet, reading, supports)
        yield from compared(sentence, reading, supports)
        yield from extremes(sentence, sheet, reading, supports)
        yield from priciest(sentence, sheet, reading, supports)
        yield from _scales(sentence, sheet, reading)
        yield from _bands(sentence, sheet)
        yield from _signs(sentence, sheet)
        yield from unequal(sentence, sheet, reading, supports)
        yield from _empties(sentence, sheet)
        yield from standings(sentence, sheet)
        yield from states(sentence, sheet)
        if not supposed:
            yield from _overdues(sentence, sheet)
            yield from wrong_profits(sentence, sheet, reading, supports)
            yield from _repaid(sentence, sheet)


def _multiples(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    stated = stated_in(sentence, reading, supports)
    for factor, pattern in MULTIPLES.items():
        found = pattern.search(sentence.words)
        if not found:
            continue
        behind = MORE_THAN_THAT.match(sentence.words, found.end())
        before = sentence.words[: found.start()].split()[-2:]
        least, most = _range(factor, ["over"] if behind else before)
        sides = sentence.words[: found.start()], sentence.words[found.end() :]
        compared_with = (
            evidence.compared(*sides, sheet)
            if found.group().startswith(("twice", "thrice", "double ", "triple "))
            else []
        )
        pairs = compared_with + [(one, other) for one in stated for other in stated]
        carried = any(evidence.within(one, other, (least, most)) for one, other in pairs)
        if not carried and not compared_with:
            carried = evidence.multiplied(factor, (least, most), sentence.about, sheet, stated)
        if not carried:
            yield sentence.start + found.start(), found.group(), None


def _range(factor: Decimal, before: list[str]) -> tuple[Decimal, Decimal]:
    """The multiples that "nearly twice", "over twice" and "twice" mean."""
    last = before[-1] if before else ""
    if factor < 1 and last == "than":  # "more than halved" leaves less
        return (Decimal(0), factor) if before[0] in THAN_OVER else (factor, Decimal(1))
    if factor < 1 and last in NEARLY:
        return factor, factor * 115 / 100
    if last in OVER or (last == "than" and before[0] in THAN_OVER):
        return factor, factor + max(factor / 2, Decimal(1) if factor > 1 else factor)
    if last in UNDER or (last == "than" and before[0] in THAN_UNDER):
        return factor * 3 / 4, factor
    if last in NEARLY:
        return factor * 85 / 100, factor
    slack = Decimal(10 if last in ABOUT else 5) / 100
    return factor * (1 - slack), factor * (1 + slack)


def _majorities(
    sentence: Statement, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    for pattern, least in ((MAJORITY, 50), (NEARLY_ALL, 85), (ALL, 99)):
        found = pattern.search(sentence.words)
        if not found or UNREAL.search(sentence.words[: found.start()]):
            continue
        stated = [
            known for known in stated_in(sentence, reading, supports) if known.concepts & sentence.about
        ]
        if _most_of_other(least, sentence, reading):
            continue
        if _most_of_listed(found.start() + sentence.start, least, sentence, reading, supports):
            continue
        rest = evidence.complement(sentence.about, sheet)
        if (rest is not None and rest * 2 > 100) or not evidence.share(
            Decimal(least), Bound.OVER, sentence.about, sheet, stated
        ):
            yield sentence.start + found.start(), found.group(), None


def _most_of_other(least: int, sentence: Statement, reading: Reading) -> bool:
    """ "You have ₹82,300, so an ₹80,000 phone would use up nearly all of it": one figure of the sentence of another."""
    sizes = [
        one.value for one in reading.claims if one.sentence == sentence.number and one.measure is Measure.INR
    ]
    return len(sizes) == 2 and min(sizes) * 100 >= max(sizes) * least


def _most_of_listed(
    at: int, least: int, sentence: Statement, reading: Reading, supports: list[list[Known]]
) -> bool:
    """ "Most of it is jewellery (₹7.8 lakh); you also have bonds of ₹3.12 lakh": of the amounts the sentence lists."""
    heading = all(claim.sentence != sentence.number or claim.worded for claim in reading.claims)
    below = sentence.number + 1 if heading else None  # "Two shares make up most of it"
    listed = [
        facts[0].size
        for claim, facts in zip(reading.claims, supports, strict=True)
        if facts
        and claim.sentence == sentence.number
        and claim.start > at
        and facts[0].measure is Measure.INR
    ]
    shares = [
        facts[0].size or Decimal(0)
        for claim, facts in zip(reading.claims, supports, strict=True)
        if facts
        and ((claim.sentence == sentence.number and claim.start < at) or claim.sentence == below)
        and facts[0].measure is Measure.PERCENT
    ]
    if len(shares) > 1 and least < sum(shares) <= 100:
        return True  # "Funds 32.91%, US shares 20.94%: that's most of what you own"
    sizes = [size for size in listed if size is not None]
    return len(sizes) > 1 and sizes[0] * 100 > sum(sizes) * least


def _nones(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    if not any(hint in sentence.words for hint in NONE_HINTS):
        return
    for found in NONE.finditer(sentence.words):
        told = found.groupdict()
        between = (told["gap"] or "") + (told["gap2"] or "") + (told["gap3"] or "")
        after = sentence.words[found.end() : found.end() + 14]
        if found["record"]:
            of = concepts(tokens_of(found["record"]))
            owned = next((known for known in sheet.facts if of and of <= known.concepts), None)
            if owned is not None:
                yield sentence.start + found.start(), found.group(), owned
            continue
        if (
            NO_DATA.search(between)
            or re.search(r"\bof\b|\bfor\b|\bin\b", between)
            or NO_DATA.match(after.strip())
            or _ACTS.match(after)
            or between.startswith("such ")
            or _RECORDED.match(sentence.words, found.end())
            or _SO_THAT.search(sentence.words, 0, found.start())
        ):
            continue
        if (told["debtfree"] or told["debtfree2"]) and BECOMING.search(sentence.words):
            continue
        if told["late"]:
            noun = "late"
        elif told["noun2"] and re.search(r"overdue|अतिदेय", found.group(), re.IGNORECASE):
            noun = "overdue"
        elif told["debtfree"] or told["debtfree2"]:
            noun = "debts loans"
        else:
            noun = between + next(
                told[key] for key in ("noun", "noun2", "noun3", "noun4", "noun5", "noun6") if told[key]
            )
        zero, near = evidence.is_zero(noun, sentence.about, sheet, piece_of(sentence.words, found.start()))
        if not zero and (near is not None or not SEEN.search(sentence.words)):
            yield sentence.start + found.start(), found.group(), near


def _nevers(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "You have never taken anything out", where a fact says how much was."""
    found = NEVER.search(sentence.words)
    if not found or not found["done"]:
        return
    for known in sheet.facts:
        if (
            known.size
            and "never" not in known.label.lower
            and found["done"] in known.label.lower.split()
            and known.concepts & sentence.about
        ):
            yield sentence.start + found.start(), found.group(), known
            return


def _parts_of(sentence: Statement, stated: list[Known]) -> Iterator[tuple[int, str, Known | None]]:
    """ "The pension is part of the fund", of a fact that is labelled not to be."""
    found = PART_OF.search(sentence.words)
    apart = next((known for known in stated if "not part of" in known.label.lower), None)
    if found and apart is not None:
        yield sentence.start + found.start(), found.group(), apart


def _scales(sentence: Statement, sheet: Sheet, reading: Reading) -> Iterator[tuple[int, str, Known | None]]:
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
        digits = DIGITS.get(found["digits"]) or int(found["digits"])
        if not evidence.of_scale(10 ** (digits - 1), 10**digits, sentence.about, sheet):
            yield sentence.start + found.start("digits"), found.group(), None


def _bands(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    found = BAND.search(sentence.words)
    if found and "score" in sentence.about:
        for known in evidence.texts(sheet):
            if known.value in BANDS and "score" in known.concepts and known.value != found.group(1):
                yield sentence.start + found.start(1), found.group(1), known


def _signs(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    found = STATUS.search(sentence.words)
    if found:
        told = {name.rstrip("23") for name, word in found.groupdict().items() if word}
        subject = concepts(tokens_of(sentence.words[: found.start()])) or sentence.about
        levels = evidence.levels(subject, sheet)
        if levels and all(known.negative != ("negative" in told) for known in levels):
            yield sentence.start + found.start(), found.group(), levels[0]


def _overdues(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Your card bill is overdue", where no fact says that anything is."""
    found = OVERDUE.search(sentence.words)
    if found and not DENIED.search(sentence.words) and not sentence.words.rstrip().endswith("?"):
        due = [known for known in sheet.facts if LATE.search(known.label.lower)]
        if not any(known.size or known.measure is Measure.WORDS for known in due):
            yield sentence.start + found.start(), found.group(), due[0] if due else None


def _empties(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Your past employers' accounts are empty", where something is in them."""
    found = EMPTY.search(sentence.words)
    named = evidence.levels(piece_of(sentence.words, found.start()), sheet) if found else []
    if found and named and all(known.measure is Measure.INR for known in named):
        yield sentence.start + found.start(), found.group(), named[0]


def _repaid(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Your home loan is fully paid off", where it is not."""
    found = PAID.search(sentence.words)
    if not found or any(unlike.search(sentence.words) for unlike in (DENIED, CONDITIONAL, UNREAL)):
        return
    if LATER.match(sentence.words, found.end()):
        return  # "the car is paid off in 19 months"
    owed = evidence.best(sentence.about, sheet) or evidence.lasting(sentence.about, sheet)
    if owed is not None and owed.size and owed.concepts & {"loan", "debt", "card"}:
        yield sentence.start + found.start(), found.group(), owed
