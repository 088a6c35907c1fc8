"""How things stand, told without a number, against facts whose label says the opposite: within a limit that is passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from future_finance.domain.grounding.reading.concepts import CORE, KINDS, concepts_in
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless.parts import named
from future_finance.domain.grounding.wordless.statement import Statement, piece_of
from future_finance.domain.grounding.wordless.words import (
    CARRIED,
    CONDITIONAL,
    LIKELY,
    MANY,
    NEGATED,
    NEGATED_HINDI,
    OVER_IT,
    PAID_IN_FULL,
    PAID_UP,
    PASSED,
    SUFFICIENT,
    TAKES_FEE,
    USED_UP,
    WITHDREW,
    WITHIN_IT,
)

_OPPOSITES = (
    (WITHIN_IT, re.compile(r"\b(?:over|above|beyond)\b.*\b(?:limit|budget|insured)|\boverspent\b", re.I)),
    (OVER_IT, re.compile(r"\b(?:left|open|unused|under|remaining)\b.*\b(?:limit|budget)\b|\b(?:limit|budget)\b.*\b(?:left|open|unused)\b", re.I)),
    (USED_UP, re.compile(r"\b(?:still open|unused|left|remaining|available|room)\b", re.I)),
    (PAID_UP, re.compile(r"\b(?:unpaid|overdue|past due|missed)\b", re.I)),
    (SUFFICIENT, re.compile(r"\b(?:missing|short(?!-| term)|shortfall)\b", re.I)),
)  # fmt: skip
_NIL = (
    (TAKES_FEE, re.compile(r"\b(?:charge|fee|penalt\w+)\b")),
    (WITHDREW, re.compile(r"\b(?:taken out|withdrawn)\b")),
)
_NONE_IN = re.compile(
    r"\b(?:none|not a (?:rupee|paisa)|nothing) of (?:your|the|it)\b[^.;:,]{0,40}?\b(?:is|are|sits?|lies?|goes|was) (?:held )?(?:in|with|at|under) (?:the |your )?(?P<what>[^.;:,]{3,40})",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(r"\W*not (?:all|every|each)\b", re.IGNORECASE)
_CHANCE, _EVEN = re.compile(r"\b(?:chance|probability|odds|likelihood)\b"), 50
_LIMITS = frozenset({"limit", "budget", "gap", "overdue"})


def standings(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """Position, words and the fact that says otherwise."""
    for pattern, label in _OPPOSITES:
        found = pattern.search(sentence.words)
        if not found or _unreal(sentence.words, found):
            continue
        against = [
            known
            for known in sheet.of(Measure.INR)
            if known.size
            and (
                label.search(known.label.lower)
                or (pattern is SUFFICIENT and known.negative and "lowest" in known.label.lower)
            )
        ]
        told = next(
            (
                known
                for known in against
                if _is_about(known, sentence, found, sheet, alone=len(against) == 1)
                or (pattern is SUFFICIENT and "lowest" in known.label.lower and len(against) == 1)
            ),
            None,
        )
        if told is not None:
            yield sentence.start + found.start(), found.group(), told
    yield from _passed(sentence, sheet)
    yield from _many(sentence, sheet)
    yield from _carried(sentence, sheet)
    yield from _nil(sentence, sheet)
    yield from _none_in(sentence, sheet)
    yield from _odds(sentence, sheet)


def _is_about(known: Known, sentence: Statement, found: re.Match[str], sheet: Sheet, *, alone: bool) -> bool:
    """Whether the words around name what the fact is of, and no other month."""
    piece = piece_of(sentence.words, found.start())
    months = {word for word in known.concepts if word.startswith("month")}
    told = {word for word in sentence.about if word.startswith("month")}
    if months and told and months.isdisjoint(told):
        return False
    particular = known.concepts - KINDS - months - _LIMITS
    names = known.label.english - CORE - months
    if names and names.isdisjoint(sentence.about) and _names_another(names, sentence, sheet):
        return False  # another bank's
    return bool(particular & piece) if particular else alone


def _names_another(names: frozenset[str], sentence: Statement, sheet: Sheet) -> bool:
    """Whether the sentence tells a name that other facts have and this one has not."""
    others = (known.label.english - CORE - names for known in sheet.of(Measure.INR))
    return any(not own.isdisjoint(sentence.about) for own in others)


def _passed(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "The policy has lapsed", which runs longer than the day that its fact is of."""
    found = PASSED.search(sentence.words)
    if not found or _unreal(sentence.words, found):
        return
    days = [known for known in sheet.facts if isinstance(known.value, date) and known.fact.as_of]
    for known in named(days, sentence.about):
        if isinstance(known.value, date) and known.fact.as_of and known.value > known.fact.as_of:
            yield sentence.start + found.start(), found.group(), known
            return


def _many(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Several enquiries", where there is none or one."""
    found = MANY.search(sentence.words)
    if not found or _unreal(sentence.words, found):
        return
    noun = concepts_in(found["noun"] or found["noun2"]) & CORE - KINDS
    counts = [known for known in sheet.of(Measure.COUNT) if noun and noun <= known.concepts]
    if counts and all(known.size is not None and known.size < 2 for known in counts):
        yield sentence.start + found.start(), found.group(), counts[0]


def _carried(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Your card's balance is carried over", where nothing is."""
    found = CARRIED.search(sentence.words)
    full = PAID_IN_FULL.search(sentence.words)
    if full and {"card", "bill", "balance"} & sentence.about and not _unreal(sentence.words, full):
        rolled = [known for known in sheet.of(Measure.INR) if "carried over" in known.label.lower]
        if rolled and all(known.size for known in rolled):
            yield sentence.start + full.start(), full.group(), rolled[0]
    if not found or not {"card", "balance"} & sentence.about or CONDITIONAL.search(sentence.words):
        return
    denied = NEGATED.search(sentence.words[: found.start()]) or NEGATED_HINDI.match(
        sentence.words, found.end()
    )
    told = [known for known in sheet.facts if "carried over" in known.label.lower]
    if denied and told and _names_another(told[0].label.english, sentence, sheet):
        return  # one card of several
    if told and all((known.size == 0 or str(known.value).lower() == "no") != bool(denied) for known in told):
        yield sentence.start + found.start(), found.group(), told[0]


def _odds(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "You are more likely than not to reach it", of a chance below half."""
    found = LIKELY.search(sentence.words)
    chances = (
        [known for known in sheet.of(Measure.PERCENT) if _CHANCE.search(known.label.lower)] if found else []
    )
    if not found or not chances or NEGATED.search(sentence.words[: found.start()]):
        return
    told = named(chances, sentence.about) or chances
    if all(known.size is not None and (known.size > _EVEN) != bool(found["up"]) for known in told):
        yield sentence.start + found.start(), found.group(), told[0]


def _nil(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "Prepaying carries a charge", "you once withdrew from your EPF", where the fact is nil."""
    for pattern, label in _NIL:
        found = pattern.search(sentence.words)
        if not found or _unreal(sentence.words, found):
            continue
        told = [known for known in sheet.of(Measure.INR) if label.search(known.label.lower)]
        if told and all(known.size == 0 for known in told):
            yield sentence.start + found.start(), found.group(), told[0]


def _none_in(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "None of your fund money is in regular plans", where some is."""
    found = _NONE_IN.search(sentence.words)
    if not found:
        return
    what = concepts_in(found["what"]) - {"fund", "mf"}
    told = [
        known
        for known in (*sheet.of(Measure.INR), *sheet.of(Measure.PERCENT))
        if what - KINDS and what <= known.concepts
    ]
    if told and all(known.size for known in told):
        yield sentence.start + found.start(), found.group(), told[0]


def _unreal(words: str, found: re.Match[str]) -> bool:
    return bool(
        CONDITIONAL.search(words)
        or _NOT_ALL.match(words)
        or NEGATED.search(words[: found.start()])
        or NEGATED_HINDI.match(words, found.end())
    )
