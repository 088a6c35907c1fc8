"""Parts told in words, "more than half", "a third", "doubled": carried by percents, ratios, or two named amounts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from future_finance.domain.grounding.reading.claim import Bound, Claim
from future_finance.domain.grounding.reading.concepts import CORE, KINDS, undated
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_HUNDRED = Decimal(100)
_GAP = Decimal("2.5")
_PAST = frozenset({"last", "previous", "pichle", "pichhle", "पिछले", "पिछली"})
_COMPARED = frozenset({"compared", "mukable", "muqable", "मुकाबले", "tulna", "तुलना"})
_REACHING = frozenset({"reaches", "reach", "reached", "exceeds", "passes", "hits", "touches"})
_VERBS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "goes",
        "go",
        "went",
        "has",
        "have",
        "sits",
        "sit",
        "in",
        "into",
        "on",
        "to",
        "for",
        "comes",
        "with",
        "by",
        "at",
        "from",
    ]
)


def part_supported(claim: Claim, reading: Reading, sheet: Sheet, stated: list[Known]) -> list[Known]:
    """Facts that make a part in words true: a percent of that name, or two amounts that the sentence names.

    `stated` are facts whose number the same sentence states.
    """
    if abs(claim.direction) == 2:
        return _changed_by(claim, reading, sheet)
    reached = text_at(reading.tokens, claim.first - 1) in _REACHING
    if (claim.bound is Bound.OVER or reached) and _denied(claim, reading):
        return _none_above(claim, reading, sheet)
    if _against_past(claim, reading):
        return _of_past(claim, reading, sheet)
    for known in stated:
        if (
            known.measure is Measure.PERCENT
            and known.size is not None
            and fits(known.size, claim.value, claim.bound)
        ):
            return [known]
    first, end = reading.clauses.span(claim.clause)
    clause = reading.told(first, end)
    of = _whole(claim, reading, end)
    found = share_facts(claim.value, claim.bound, clause, sheet, of, stated)
    if found:
        return found
    whole = [at for at, sentence in enumerate(reading.clauses.sentence) if sentence == claim.sentence]
    about = reading.told(whole[0], whole[-1] + 1)
    return share_facts(claim.value, claim.bound, about, sheet, of, stated) if about != clause else []


def _against_past(claim: Claim, reading: Reading) -> bool:
    """ "Less than half of last week's", "पिछले हफ्ते के मुकाबले आधे से कम"."""
    first, end = reading.clauses.span(claim.clause)
    words = {reading.tokens[at].text for at in range(first, end)}
    return not words.isdisjoint(_PAST) and (
        not words.isdisjoint(_COMPARED)
        or (text_at(reading.tokens, claim.end) == "of" and text_at(reading.tokens, claim.end + 1) in _PAST)
    )


def _of_past(claim: Claim, reading: Reading, sheet: Sheet) -> list[Known]:
    """One figure of two times, the one this share of the other."""
    about = reading.told(*reading.clauses.span(claim.clause))
    amounts = [known for known in sheet.of(Measure.INR) if known.size and known.concepts & about]
    return next(
        (
            [one, other]
            for one in amounts
            for other in amounts
            if one is not other
            and undated(one.label.english) - _PAST == undated(other.label.english) - _PAST
            and fits(
                (one.size or Decimal(0)) / (other.size or Decimal(1)) * _HUNDRED, claim.value, claim.bound
            )
        ),
        [],
    )


def _denied(claim: Claim, reading: Reading) -> bool:
    """ "No single holding is above a tenth"."""
    first, _ = reading.clauses.span(claim.clause)
    return any(reading.tokens[at].text in {"no", "none", "not", "never"} for at in range(first, claim.first))


def _none_above(claim: Claim, reading: Reading, sheet: Sheet) -> list[Known]:
    """The percents that the clause names, else all shares, where none is above this one."""
    about = reading.told(*reading.clauses.span(claim.clause))
    percents = sheet.of(Measure.PERCENT)
    found = [known for known in percents if known.concepts & about] or [
        known for known in percents if "share of" in known.label.lower
    ]
    return [] if any((known.size or 0) > claim.value for known in found) else found


def _changed_by(claim: Claim, reading: Reading, sheet: Sheet) -> list[Known]:
    """Facts by which something grew or fell by this share: a change in percent, or a change and what it began at."""
    about = reading.told(*reading.clauses.span(claim.clause))
    for known in named(sheet.of(Measure.PERCENT), about, all_of=True):
        if known.label.change and known.size is not None and fits(known.size, claim.value, claim.bound):
            return [known]
    amounts = [known for known in named(sheet.of(Measure.INR), about, all_of=True) if known.size]
    for one in amounts:
        for other in amounts:
            if one is other or not one.size or not other.size or one.per != other.per:
                continue
            moved = one.size if one.label.change else abs(one.size - other.size)
            if not other.label.change and fits(moved / other.size * _HUNDRED, claim.value, claim.bound):
                return [one, other]
    return []


def _whole(claim: Claim, reading: Reading, end: int) -> frozenset[str]:
    """What stands behind "half of"."""
    at = claim.end
    if at >= end or reading.tokens[at].text != "of":
        return frozenset()
    stop = next((place for place in range(at, end) if reading.tokens[place].text in _VERBS), end)
    return reading.told(at, stop)


def share_facts(
    percent: Decimal,
    bound: Bound,
    about: frozenset[str],
    sheet: Sheet,
    of: frozenset[str] = frozenset(),
    stated: Sequence[Known] = (),
) -> list[Known]:
    """Facts by which a named thing is this share of another, which `of` names where it is not empty."""
    shares = named(sheet.of(Measure.PERCENT), about)
    for known in shares:
        if _another(known, known, about) or ("chance" in known.concepts - about and "saving" in about):
            continue  # a chance is no share of what is saved
        if known.size is not None and fits(known.size, percent, bound):
            return [known]
    told = len(shares[0].concepts & about) if shares else 0
    amounts = [known for known in named(sheet.of(Measure.INR), about, all_of=True) if known.size]
    amounts += [known for known in stated if known.size and known not in amounts]
    wholes = [known for known in amounts if known.concepts & of] or amounts
    rest = about - of
    for part in [known for known in amounts if known.concepts & rest or known in stated] or amounts:
        for whole in wholes:
            if not (
                part.size
                and whole.size
                and part.measure is whole.measure
                and part.per == whole.per
                and part.size < whole.size
            ):
                continue
            if len((part.concepts | whole.concepts) & about) <= told and whole not in stated:
                continue  # a share is named as well as these two
            if not (part in stated and whole in stated) and _another(part, whole, about):
                continue
            if fits(part.size / whole.size * _HUNDRED, percent, bound):
                return [part, whole]
    parts = [known for known in amounts if known.concepts & rest and len(known.concepts & about) >= told]
    return of_all_alike(percent, bound, parts, sheet)


def _another(part: Known, whole: Known, about: frozenset[str]) -> bool:
    """Whether the words name something else of the kind: "direct plans" of a part that is in regular plans."""
    own = part.label.english & CORE - KINDS - (whole.concepts if whole is not part else frozenset())
    told = (about & CORE - KINDS) - part.concepts - whole.concepts
    return bool(own) and own.isdisjoint(about) and bool(told)


def of_all_alike(percent: Decimal, bound: Bound, parts: list[Known], sheet: Sheet) -> list[Known]:
    """The part that is this share of all facts of its code: one bank's of all banks' deposits."""
    for part in parts:
        if not (part.fact.key and part.size):
            continue
        alike = [known for known in sheet.of(part.measure) if known.fact.code == part.fact.code]
        whole = sum(known.size or 0 for known in alike if known.fact.key and known.per == part.per)
        if whole > part.size and fits(part.size / whole * _HUNDRED, percent, bound):
            return [part]
    return []


def named(facts: list[Known], about: frozenset[str], *, all_of: bool = False) -> list[Known]:
    """Facts whose label the words name, the best named first."""
    scored = [(len(known.concepts & about), known) for known in facts if known.concepts & about]
    if not scored:
        return []
    most = max(score for score, _ in scored)
    return [known for score, known in scored if all_of or score == most]


def fits(size: Decimal, percent: Decimal, bound: Bound) -> bool:
    """Whether a share is what the words say of it."""
    if bound is Bound.OVER:
        return percent < size <= _HUNDRED
    if bound is Bound.UNDER:
        return size < percent
    if bound is Bound.NEARLY:
        return percent - 5 <= size <= percent
    if bound is Bound.ABOUT:
        return abs(size - percent) <= _GAP * 2
    return abs(size - percent) <= _GAP
