"""Whether facts bear out what is said without a number: shares, multiples, zeros, trends, comparisons."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from decimal import Decimal

from future_finance.domain.grounding.reading.claim import Bound, Claim
from future_finance.domain.grounding.reading.concepts import (
    CORE,
    KINDS,
    THINGS,
    concepts,
    concepts_in,
    undated,
)
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import tokens_of
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.kinds import names_apart
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless import movement
from future_finance.domain.grounding.wordless.parts import named, of_all_alike, share_facts

_AMOUNTS = (Measure.INR, Measure.COUNT, Measure.PERCENT, Measure.MONTHS, Measure.POINTS, Measure.UNITS)
_BREAK = re.compile(r"[,;:.](?!\d)\s")
_DUE = frozenset({"outstanding", "overdue", "debt"})
_PAST = frozenset(
    {"past", "previous", "former", "old", "earlier", "purane", "puraane", "pichle", "पुराने", "पिछले"}
)
_TOGETHER = re.compile(r"\b(?:together|total|in all|altogether|combined)\b")
_SO_FAR = frozenset({"sofar", "far"})
_OF_ALL = frozenset({"debt", "asset"})
_NOTHING = frozenset({"no", "none", "nil", "0"})
_REPORTED = frozenset({"credit", "report", "record", "data"})
_EXTREMES = frozenset(["largest", "biggest", "highest", "smallest", "lowest", "larger", "bigger"])
_OWN = 2  # words that tell facts of one kind apart
_WHOLE = frozenset({"total", "networth", "asset", "debt"})
_ASSETS = frozenset(
    ["mf", "fund", "epf", "ppf", "nps", "fd", "rd", "share", "equity", "gold", "saving", "cash"]
)
_COMPLEMENTS = (("direct", "regular"), ("regular", "direct"))
_ATTRIBUTES = frozenset(
    ["rate", "interest", "limit", "utilisation", "emi", "cost", "gain", "outstanding", "return"]
)
_HEADS = frozenset({"loan", "debt", "card", "fund"})  # "home loan", "Axis card"


def share(percent: Decimal, bound: Bound, about: frozenset[str], sheet: Sheet, stated: list[Known]) -> bool:
    """Whether what is named is this share, or what is stated of all that is like it."""
    return bool(share_facts(percent, bound, about, sheet) or of_all_alike(percent, bound, stated, sheet))


def complement(about: frozenset[str], sheet: Sheet) -> Decimal | None:
    """The share of what is not named: of regular plans, where the words tell of direct ones alone."""
    for one, other in _COMPLEMENTS:
        shares = [
            known
            for known in sheet.of(Measure.PERCENT)
            if other in known.concepts and "share" in known.label.lower
        ]
        if one in about and other not in about and shares:
            return shares[0].size
    return None


def texts(sheet: Sheet) -> list[Known]:
    return [known for known in sheet.facts if known.measure is Measure.WORDS]


def multiplied(
    factor: Decimal, span: tuple[Decimal, Decimal], about: frozenset[str], sheet: Sheet, stated: list[Known]
) -> bool:
    """A ratio, a change in percent, a count of times, or two amounts that are as many times each other."""
    least, most = span
    for known in (*sheet.of(Measure.TIMES), *sheet.of(Measure.COUNT)):
        if known.size is not None and least <= known.size <= most and known.concepts & about:
            return True
    change = (factor - 1) * 100
    for known in sheet.of(Measure.PERCENT):
        if (
            known.label.change
            and isinstance(known.value, Decimal)
            and min(change - 5, (least - 1) * 100) <= known.value <= max(change + 5, (most - 1) * 100)
            and known.concepts & about
        ):
            return True
    told = [(one, other) for one in stated for other in stated]
    series = [pair for rows in movement.series(about, sheet) for pair in itertools.pairwise(rows)]
    if any(within(one, other, span) for one, other in told + series if one.measure is other.measure):
        return True
    pairs = [known for measure in _AMOUNTS for known in named(sheet.of(measure), about, all_of=True)]
    return any(
        one is not other
        and one.measure is other.measure
        and one.per == other.per
        and not (one.label.months and other.label.months and max(one.label.months) > max(other.label.months))
        and within(one, other, span)
        for one in pairs
        for other in pairs
    )


def compared(left: str, right: str, sheet: Sheet) -> list[tuple[Known, Known]]:
    """Pairs of facts that the right and the left side of "twice the" name best."""
    return [
        (one, other)
        for one in _one(_BREAK.split(right)[0], sheet)
        for other in _one(left, sheet)
        if one is not other and one.measure is other.measure is not Measure.PERCENT and one.per == other.per
    ]


def within(earlier: Known, later: Known, span: tuple[Decimal, Decimal]) -> bool:
    return bool(earlier.size and later.size) and span[0] <= (later.size or 0) / (earlier.size or 1) <= span[1]


def is_zero(
    noun: str, about: frozenset[str], sheet: Sheet, piece: frozenset[str]
) -> tuple[bool, Known | None]:
    """Whether the fact that a noun names is zero, and which one it is.

    `about` is the whole sentence, `piece` what stands right around: "the Indore shop has no loan" is not about the flat.
    """
    meant = concepts_in(noun)
    particular = meant & CORE - KINDS - _DUE
    if "overdue" in meant and any("overdue" in known.concepts for known in sheet.facts):
        meant -= {"outstanding"}
    elif meant & _DUE:
        meant |= _DUE if "outstanding" in meant else {"outstanding", "debt"}
    found = [
        known
        for known in sheet.facts
        if known.concepts & meant and (known.size is not None or known.measure is Measure.WORDS)
    ]
    own = [known for known in found if particular <= known.concepts]
    subject = {
        word
        for word in piece - meant - CORE - _REPORTED
        if any(word in known.concepts for known in sheet.facts)
    }
    if subject:
        own = [known for known in own if known.concepts & subject]
    if any(known.size == 0 and undated(known.label.english) - meant <= _SO_FAR for known in own):
        return True, None  # "no income yet this month", of the month so far
    if not own:
        return any(known.size == 0 for known in found), None  # "no home loan" beside a car loan
    found = own
    most = max(len(known.concepts & (about | meant)) for known in found)
    found = [known for known in found if len(known.concepts & (about | meant)) == most]
    tightest = min(len(known.label.english - about - meant) for known in found)
    best = [known for known in found if len(known.label.english - about - meant) == tightest]
    return any(known.size == 0 or str(known.value).lower() in _NOTHING for known in best), best[0]


def contradicts(left: str, right: str, sheet: Sheet, *, up: bool) -> bool:
    """Whether the facts that two sides name stand the other way round. Sides that name none say nothing."""
    near = [piece for piece in _BREAK.split(left) if concepts(tokens_of(piece))]
    greater, smaller = _one(near[-1] if near else "", sheet), _one(_BREAK.split(right)[0], sheet)
    verdicts: list[bool] = []
    length = 0
    for one in greater:
        if verdicts and len(one.label.english) != length:
            break  # a label that says more than is told
        length = len(one.label.english)
        others = [other for other in smaller if _comparable(one, other)]
        alike = max((len(other.concepts & one.concepts) for other in others), default=0)
        others = [other for other in others if len(other.concepts & one.concepts) == alike]
        shortest = min((len(other.label.english) for other in others), default=0)
        verdicts += [
            ((one.size or 0) <= (other.size or 0)) if up else ((one.size or 0) >= (other.size or 0))
            for other in others
            if len(other.label.english) == shortest
        ]
    return bool(verdicts) and all(verdicts)


def _comparable(one: Known, other: Known) -> bool:
    alike = one.measure is other.measure and one.per == other.per and one.concepts != other.concepts
    return alike and one is not other and one.size is not None and other.size is not None


def _one(words: str, sheet: Sheet) -> list[Known]:
    """The facts that words name best, shortest label first."""
    about = concepts(tokens_of(words))
    found = [known for measure in _AMOUNTS for known in named(sheet.of(measure), about, all_of=True)]
    found.sort(
        key=lambda known: (
            -len(known.concepts & about),
            "total" not in known.concepts,
            len(known.label.english),
        )
    )
    if not found:
        return []
    whole = [
        known
        for known in found
        if "total" in known.label.english and known.label.english <= about | {"total"}
    ]
    if whole and _OF_ALL & about and not about & THINGS:
        return whole  # "you owe": all debts, and no one of them
    most = len(found[0].concepts & about)
    return [known for known in found if len(known.concepts & about) == most]


def last_named(words: str, amounts: list[Known]) -> Known | None:
    """Of stated amounts, the one that words name best."""
    about = concepts(tokens_of(words))
    return max(
        (known for known in amounts if known.concepts & about),
        key=lambda known: len(known.concepts & about),
        default=None,
    )


def first_named(words: str, sheet: Sheet) -> Known | None:
    """The amount that words up to the next sign name, with half of its label or more."""
    found = _one(_BREAK.split(words)[0], sheet)
    about = concepts(tokens_of(_BREAK.split(words)[0]))
    first = next((known for known in found if known.measure is Measure.INR and known.label.english), None)
    if first is None or len(first.label.english & about) * 2 < len(first.label.english):
        return None
    return first


def sides(words: str) -> tuple[str, str]:
    """ "aapka kharcha aapki aamdani", "car loan ka byaaj home loan": the last thing named is the right side."""
    tokens = tokens_of(words)
    at = len(tokens) - 1
    while at > 0 and not concepts(tokens, at, at + 1):
        at -= 1
    if at > 1 and concepts(tokens, at, at + 1) <= _HEADS and concepts(tokens, at - 1, at):
        at -= 1
    return (words[: tokens[at].start], words[tokens[at].start :]) if at > 0 else ("", words)


def outdone(about: frozenset[str], sheet: Sheet, *, largest: bool) -> Known | None:
    """The fact of the same kind that beats the one named as largest or smallest."""
    about -= _EXTREMES
    most = max((len(known.concepts & about) for known in sheet.facts), default=0)
    told = [
        known for known in sheet.facts if known.size is not None and len(known.concepts & about) == most > 0
    ]
    for one in told:
        family = [
            known
            for known in sheet.facts
            if known is one or (_akin(known, one) and not _TOGETHER.search(known.label.lower))
        ]
        if len(family) < 2 or sum(known in told for known in family) > 1:
            continue
        best = (max if largest else min)(family, key=lambda known: known.size or 0)
        return None if best.size == one.size else best
    return None


def labelled_extreme(extreme: re.Pattern[str], behind: str, sheet: Sheet) -> bool:
    """Whether a fact is labelled to be the largest or smallest of what stands right behind the word."""
    of = _next_two(behind)
    told = ((extreme.search(known.label.lower), known) for known in sheet.facts)
    return any(found and of & _next_two(known.label.lower[found.end() :]) for found, known in told)


def _next_two(words: str) -> frozenset[str]:
    return concepts(tokens_of(" ".join(words.split()[:2])))


def beaten(one: Known, sheet: Sheet, *, largest: bool) -> Known | None:
    """The fact of the same kind that is larger or smaller."""
    family = [one, *(known for known in sheet.facts if known is not one and _akin(known, one))]
    best = (max if largest else min)(family, key=lambda known: known.size or 0)
    return None if best.size == one.size else best


def undercut(about: frozenset[str], sheet: Sheet, *, highest: bool) -> Known | None:
    """The rate of interest that beats the one of what is named as costliest or cheapest."""
    rates = [known for known in sheet.of(Measure.PERCENT) if "interest" in known.concepts and known.size]
    if "loan" in about and "card" not in about:
        rates = [known for known in rates if "card" not in known.concepts]
    told = named(rates, about - {"interest", "rate", "loan", "debt"})
    if len(told) != 1 or len(rates) == 1:
        return None
    best = (max if highest else min)(rates, key=lambda known: known.size or 0)
    return None if best.size == told[0].size else best


def _akin(known: Known, other: Known) -> bool:
    """Whether two facts are of one kind: one code with different keys, or labels that differ in one thing."""
    if known.size is None or known.measure is not other.measure or known.per != other.per:
        return False
    if ":" in known.fact.id and known.fact.id.rpartition(":")[0] == other.fact.id.rpartition(":")[0]:
        return True
    if known.label.english <= _ASSETS and other.label.english <= _ASSETS and known.per is None:
        return True
    own, its = known.label.english - other.label.english, other.label.english - known.label.english
    alike = 0 < len(own) <= _OWN and 0 < len(its) <= _OWN and bool(known.label.english & other.label.english)
    whole = bool(undated(own)) != bool(undated(its))  # all spending beside the food's
    return alike and not whole and not (own | its) & (_WHOLE | _ATTRIBUTES)


def families(counted: frozenset[str], sheet: Sheet) -> set[int]:
    """How many facts of one code, or of one kind, there are for what is counted: three values of funds."""
    sizes: dict[object, int] = defaultdict(int)
    counts = [
        known for known in sheet.of(Measure.INR) if counted <= known.concepts and not known.label.months
    ]
    for known in counts:
        if known.fact.key:
            sizes[known.fact.code, known.per] += 1
        alike = (other for other in counts if names_apart(known.fact.label, other.fact.label))
        sizes[known.fact.id] = 1 + sum(1 for _ in alike)
    return {size for size in sizes.values() if size > 1}


def months_listed(sheet: Sheet) -> set[int]:
    """How many months the sheet has of one kind of figure: spending of four."""
    series: dict[frozenset[str], set[tuple[int, int]]] = defaultdict(set)
    for known in sheet.of(Measure.INR):
        if known.label.of_a_month:
            series[undated(known.concepts)] |= known.label.months
    return {len(months) for months in series.values()}


def counts_past(claim: Claim, counted: frozenset[str], reading: Reading, sheet: Sheet) -> bool:
    """Whether a count is of past ones, and a fact counts those: "three past employers" of three in all."""
    told = {token.text for token in reading.tokens[claim.end : claim.end + 2]}
    nouns = counted | reading.told(claim.end, claim.end + 3)
    return not told.isdisjoint(_PAST) and any(
        "past" in known.label.lower and known.label.english & nouns & CORE
        for known in sheet.of(Measure.COUNT)
    )


def of_scale(least: int, below: int, about: frozenset[str], sheet: Sheet) -> bool:
    """Whether an amount that is named, else any, is of this order."""
    amounts = named(sheet.of(Measure.INR), about) or sheet.of(Measure.INR)
    return any(known.size is not None and least <= known.size < below for known in amounts)


def best(about: frozenset[str], sheet: Sheet) -> Known | None:
    """The amount or percent that words name best, its label the shortest."""
    found = named([*sheet.of(Measure.INR), *sheet.of(Measure.PERCENT)], about)
    return min(found, key=lambda known: len(known.label.english - about), default=None)


def levels(about: frozenset[str], sheet: Sheet) -> list[Known]:
    """The amounts and percents, none of them a change or nil, that words name best."""
    measured = (*sheet.of(Measure.INR), *sheet.of(Measure.PERCENT))
    return named([known for known in measured if known.size and "change" not in known.concepts], about)


def lasting(about: frozenset[str], sheet: Sheet) -> Known | None:
    """The months that words name best."""
    return next(iter(named(sheet.of(Measure.MONTHS), about)), None)


def times_stated(claim: Claim, stated: list[Known], about: frozenset[str], sheet: Sheet) -> bool:
    """Whether a stated amount is as many times another that is stated, or that the clause names best."""
    named_here = named(sheet.of(Measure.INR), about)
    return any(
        one is not other
        and one.measure is other.measure
        and one.size is not None
        and bool(other.size)
        and claim.covers(one.size / (other.size or 1))
        for one in stated
        for other in (*stated, *named_here)
    )


def times(claim: Claim, about: frozenset[str], sheet: Sheet) -> list[Known]:
    """Two named amounts of which one is as many times the other as the claim says."""
    found = [
        known for measure in _AMOUNTS for known in named(sheet.of(measure), about, all_of=True) if known.size
    ]
    for one in found:
        for other in found:
            if not (one.size and other.size and one.size > other.size and one.per == other.per):
                continue
            apart = one.measure is other.measure and not one.concepts & other.concepts & about
            if apart and claim.covers(one.size / other.size):
                return [one, other]
    return []
