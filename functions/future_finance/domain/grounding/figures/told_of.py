"""Figures told of another thing, another whole or another outcome than their label says: one loan's rate of another loan."""

from __future__ import annotations

import re

from future_finance.domain.grounding.figures.siding import siblings
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import undated
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.kinds import names_apart
from future_finance.domain.grounding.sheet.known import Known

_WHOLES = frozenset({"networth", "income", "spend"})
_DETERMINERS = frozenset({"your", "the", "all", "total", "my"})
_HINDI_OF = frozenset({"ka", "ki", "ke", "का", "की", "के"})
_ELSEWHERE = frozenset({"unlike", "biggest", "largest", "highest", "costliest", "smallest", "lowest", "most", "sabse", "सबसे", "before", "first", "compared", "against", "other", "another", "than", "rest", "both", "dusra", "dusri", "doosra", "doosri", "दूसरा", "दूसरी", "दूसरे"})  # fmt: skip
_CHANCE = re.compile(r"\b(?:chance|probability|odds|likelihood)\b")
_FAILS = re.compile(
    r"\b(?:runs?|running|ran) out\b|\b(?:out of|no) money\b|\bkhatm?a?m (?:ho|na)|खत्म (?:हो|न)"
    r"|\b(?:fall(?:s|ing)?|come?s?|coming|fell|be|being) short\b|\bmiss(?:es|ing)?\b|\bfail(?:s|ing|ure)?\b"
    r"|\bbelow zero\b|\bkam pad|कम पड"
)
_SUCCEEDS = re.compile(
    r"\benough\b|\breach(?:es|ing)?\b|\bsucce(?:eds?|eding|ss)\b|\babove zero\b|\bmeet(?:s|ing)?\b|\bon time\b"
    r"|\b(?:lasts?|lasting|survives?)\b|\bpahunch|पहुँच|पहुंच|\bkaa?fi\b|काफी|पर्याप्त"
)
_NEVER = re.compile(r"\b(?:never|not|without|won|t|nahi|nahin|na)\b|नहीं|(?:^| )न(?:ा)? ")
_RANGING = frozenset({"ranged", "ranges", "varied", "varies", "moved", "swung", "stayed", "was", "were"})
_LOWEST = re.compile(r"\b(?:lowest|least|smallest|minimum|low)\b")
_SALARY = frozenset({"salary", "paycheck", "वेतन", "तनख्वाह", "सैलरी", "tankhwah", "tankhwa", "vetan"})
_INCOME = frozenset({"income", "earnings", "आमदनी", "आय", "कमाई", "kamai", "aamdani", "amdani"})
_WORDS_APART = 3  # words between a part and the whole it is of
_AIMS = frozenset({"goal", "budget", "limit"})


def told_of_another(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The fact that shows the figure is told of what it is not; None where it fits."""
    return (
        _another_thing(claim, stated, reading, sheet)
        or _another_whole(claim, stated, reading, sheet)
        or _other_outcome(claim, stated, reading)
        or _end_of_range(claim, stated, reading, sheet)
        or _of_the_salary(claim, stated, reading, sheet)
    )


def of_its_whole(claim: Claim, stated: list[Known], reading: Reading) -> bool:
    """ "₹3.1 lakh saved of the ₹3.5 lakh you want": what stands before "of" is told of the part alone."""
    at = claim.first - 1
    if text_at(reading.tokens, at) in _DETERMINERS:
        at -= 1
    if text_at(reading.tokens, at) != "of" or any(known.concepts.isdisjoint(_AIMS) for known in stated):
        return False
    text = reading.told()
    return any(
        one.measure is claim.measure
        and one.value < claim.value
        and 0 <= at - one.end < _WORDS_APART
        and one.sentence == claim.sentence
        for one in reading.claims
    ) and all(undated(known.label.english) & text for known in stated)


def _another_thing(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "Your TVS loan is charged at 14.5%", where "Interest rate, Axis loan" is: one kind of figure, of what is not told."""
    at = [place for place, number in enumerate(reading.clauses.sentence) if number == claim.sentence]
    if any(reading.tokens[place].text in _ELSEWHERE for place in at):
        return None
    told = reading.told(at[0], reading.clauses.near(claim.first)[1])
    text = reading.told(0, at[-1] + 1)
    found: Known | None = None
    for known in stated:
        foreign = told - known.concepts
        if not foreign or claim.measure is not known.measure:
            return None
        rival = next(
            (
                other
                for other in sheet.of(known.measure)
                if not foreign.isdisjoint(other.concepts)
                and other.value != known.value
                and (apart := names_apart(known.fact.label, other.fact.label))
                and apart[0].isdisjoint(text)
                and apart[1] & told
                and not siblings(known, other)
                and not _stated(other, claim, reading)
            ),
            None,
        )
        if rival is None:
            return None
        found = rival
    return found


def _another_whole(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "22% of your net worth" of a share of assets."""
    if claim.measure is not Measure.PERCENT:
        return None
    if text_at(reading.tokens, claim.end) == "of":
        at = claim.end + 1
        while text_at(reading.tokens, at) in _DETERMINERS:
            at += 1
        told = reading.told(at, at + 2)
    elif text_at(reading.tokens, claim.first - 1) in _HINDI_OF:
        told = reading.told(max(claim.first - 3, 0), claim.first - 1)
    else:
        return None
    whole = told & _WHOLES
    if not whole or any(not known.label.whole or known.label.whole & whole for known in stated):
        return None
    return next((known for known in sheet.facts if whole <= known.concepts), stated[0])


def _other_outcome(claim: Claim, stated: list[Known], reading: Reading) -> Known | None:
    """ "An 83% chance your money runs out" of the chance that it never does, and the other way round."""
    if claim.measure is not Measure.PERCENT or not all(_CHANCE.search(known.label.lower) for known in stated):
        return None
    first, end = reading.clauses.near(claim.first)
    told = _outcome(" ".join(token.text for token in reading.tokens[first:end]))
    turned = told and all(_outcome(known.label.lower) == -told for known in stated)
    return stated[0] if stated and turned else None


def _outcome(words: str) -> int:
    """1 where they tell that money is enough, -1 that it is not, 0 where they tell neither, or both."""
    fails, succeeds = bool(_FAILS.search(words)), bool(_SUCCEEDS.search(words))
    if fails == succeeds:
        return 0
    return -1 if fails != bool(_NEVER.search(words)) else 1


def _end_of_range(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "ranged from ₹27,655 to ₹96,120", where another fact is the lowest."""
    before = text_at(reading.tokens, claim.first - 2), text_at(reading.tokens, claim.first - 1)
    if before[0] not in _RANGING or before[1] not in {"from", "between"}:
        return None
    if any(_LOWEST.search(known.label.lower) for known in stated):
        return None
    return next(
        (
            other
            for other in sheet.of(stated[0].measure)
            if _LOWEST.search(other.label.lower) and other.concepts & reading.told()
        ),
        None,
    )


def _of_the_salary(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "EMIs take 11.4% of your salary" of a share of income, where another fact is that of the salary."""
    if claim.measure is not Measure.PERCENT or any(
        "income" not in known.label.lower or "salary" in known.label.lower for known in stated
    ):
        return None
    first, end = reading.clauses.near(claim.first)
    words = {reading.tokens[at].text for at in range(first, end)}
    if words.isdisjoint(_SALARY) or not words.isdisjoint(_INCOME):
        return None
    labels = {known.fact.label.lower().replace("income", "salary") for known in stated}
    return next((other for other in sheet.of(Measure.PERCENT) if other.fact.label.lower() in labels), None)


def _stated(known: Known, claim: Claim, reading: Reading) -> bool:
    return any(
        one is not claim
        and one.measure is claim.measure
        and known.size is not None
        and one.covers(known.size)
        for one in reading.claims
    )
