"""Whether a figure is told for the period it is of: a month or a year, a calendar month, a distance in time."""

from __future__ import annotations

import re

from future_finance.domain.facts import Per
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import plain
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.sheet.label import ago_of

_RELATING = frozenset(
    [
        "since",
        "from",
        "until",
        "till",
        "by",
        "than",
        "before",
        "after",
        "to",
        "versus",
        "vs",
        "above",
        "below",
        "over",
        "under",
    ]
)
_IN_ENGLISH = {
    **dict.fromkeys(("timahi", "तिमाही"), "quarter"),
    **dict.fromkeys(("hafte", "hafta", "हफ्ते", "हफ्ता", "सप्ताह"), "week"),
    **dict.fromkeys(("din", "roz", "rozana", "दिन", "रोज", "रोजाना", "प्रतिदिन"), "day"),
}
_OTHER_PERIOD = re.compile(
    r"\b(?:a|an|per|each|every) (?:week|day|quarter|term|fortnight|half-year)\b|\b(?:weekly|daily|quarterly)\b"
)
_THIS_MONTH = re.compile(
    plain(
        r"\b(?:last|this|previous|past) month\b|\b(?:pich+l[ei]|is) (?:mahine|maah|mahina)\b|(?:पिछले|इस) (?:महीने|माह)"
    )
)
_THIS_YEAR = re.compile(plain(r"\byear\b|\bsaal\b|\bannual|साल|वर्ष|12 months|twelve months"))
_QUARTER = re.compile(
    plain(r"\b(?:three|3|teen) (?:months|mahin\w+)\b|\b90 (?:days|din)\b|(?:तीन|3) महीन|90 दिन")
)
_OF_THE_YEAR = re.compile(r"\b(?:latest|last|past) (?:year|12 months|twelve months)\b|\bin (?:a|the) year\b")
_OWNING = frozenset({"'", "s", "के", "का", "की", "ke", "ka", "ki"})  # "September's ₹9,200", "सितंबर के ₹9,200"
_TO = frozenset({"to", "ghatkar", "badhkar", "girkar", "घटकर", "बढकर", "गिरकर"})
_COMPARED = frozenset({"from", "against", "versus", "vs", "than"})
_PAST = re.compile(r"\b(?:ago|last|previous|past|before|earlier|latest|age of|since|updated|fetched)\b")
_FROM_HINDI = frozenset({"se", "से"})  # "₹18.96 lakh se ghatkar"
_BESIDE = 3  # tokens between a figure and "in October"


def period_fits(claim: Claim, known: Known) -> bool:
    if known.measure not in {Measure.INR, Measure.PERCENT, Measure.COUNT, Measure.POINTS}:
        return True
    if (
        claim.per_other
        and _IN_ENGLISH.get(claim.per_other, claim.per_other)[:4] not in known.label.lower
        and all(one.measure is not Measure.DATE for one in known.label.claims)  # "16 to 22 November"
    ):
        return False
    per, told = known.per, claim.per_tight
    if per is None and (told or claim.per_loose) is not None and _OTHER_PERIOD.search(known.label.lower):
        return False  # "₹750 mahine ki" of "Instalment a week"
    if told is not None:
        if per is not None:
            return per == told
        if known.measure is Measure.PERCENT:
            return (told is Per.YEAR) == known.label.yearly_rate
        return known.label.of_last_year if told is Per.YEAR else known.label.monthly_by_nature
    loose = claim.per_loose
    if loose is None:
        return True
    if per is not None:
        return per == loose
    monthly = known.label.monthly_by_nature and not known.label.of_a_year
    return not (monthly and known.measure is Measure.INR and loose is Per.YEAR)


def window_fits(claim: Claim, known: Known, reading: Reading, sheet: Sheet) -> bool:
    """Whether a figure of the latest year is not told of a month: "3 bounced payments last month"."""
    if claim.on is not None or not _OF_THE_YEAR.search(known.label.lower):
        return True
    first, end = reading.clauses.near(claim.first)
    words = " ".join(token.text for token in reading.tokens[first:end])
    if (
        _QUARTER.search(words)
        and not _THIS_YEAR.search(words)
        and any(
            _QUARTER.search(other.label.lower) and other.concepts & known.concepts
            for other in sheet.of(known.measure)
        )
    ):
        return False  # "₹3,186 in three months", which were in the year
    return not _THIS_MONTH.search(words) or bool(_THIS_YEAR.search(words))


def month_fits(claim: Claim, known: Known, reading: Reading, sheet: Sheet) -> bool:
    """Whether the calendar month that the text names is the fact's own."""
    if not known.label.months:
        return not _of_another_month(claim, known, reading, sheet)
    dated = [other for other in reading.claims if other.on is not None and other.sentence == claim.sentence]
    here = [other for other in dated if other.clause == claim.clause and other.measure is Measure.MONTH]
    if text_at(reading.tokens, claim.first - 1) in _TO:  # "from ₹10,200 in August to ₹4,350"
        here = [other for other in here if other.first > claim.first]
        dated = [other for other in dated if other.first > claim.first]
    told_by_itself = [
        other
        for other in here
        if all(token.text in _OWNING for token in reading.tokens[other.end : claim.first])
        and other.end <= claim.first
    ]  # "Sep ₹9,200 → Oct ₹9,400"
    here = told_by_itself or [other for other in here if _beside(claim, other, reading)] or here
    if any(text_at(reading.tokens, other.first - 1) == "between" for other in here):
        here = [other for other in dated if other.measure is Measure.MONTH]
    if not told_by_itself:
        here, dated = [
            [one for one in told if not _owns_another(claim, one, reading)] for told in (here, dated)
        ]
    alone = sum(other.on is None and other.sentence == claim.sentence for other in reading.claims) == 1
    told = here or [other for other in dated if other.measure is Measure.MONTH and alone]
    before = reading.tokens[claim.first - 1].text if claim.first else ""
    past = before in _COMPARED or text_at(reading.tokens, claim.end) in _FROM_HINDI
    if not told or (past and not any(0 <= other.first - claim.end < 3 for other in told)):
        return True
    own = set(known.label.months)
    if known.label.change and known.fact.as_of is not None:  # "since September" tells of October
        own.add((known.fact.as_of.year, known.fact.as_of.month))
    return any(
        (other.on.year in {1, year} or year == 1) and other.on.month == month
        for other in told
        if other.on is not None
        for year, month in own
    )


def _owns_another(claim: Claim, month: Claim, reading: Reading) -> bool:
    """ "सितंबर के ₹1,04,120 से घटकर खर्च ₹98,340": the month is told of the first."""
    owned = next((one for one in reading.claims if one.first >= month.end), None)
    if owned is None or owned is claim or owned.on is not None or owned.first == month.end:
        return False
    return all(token.text in _OWNING for token in reading.tokens[month.end : owned.first])


def _beside(claim: Claim, month: Claim, reading: Reading) -> bool:
    """ "719 in April", not "₹9,150 from April"."""
    near = 0 <= month.first - claim.end < _BESIDE
    return near and reading.tokens[month.first - 1].text not in _RELATING


def _of_another_month(claim: Claim, known: Known, reading: Reading, sheet: Sheet) -> bool:
    """Whether "in February" stands by a figure as of another month, where other facts are February's own."""
    as_of = known.fact.as_of
    named = [one for one in reading.claims if one.clause == claim.clause and one.measure is Measure.MONTH]
    if as_of is None or (known.label.change and (len(named) > 1 or _apart(claim, known, reading))):
        return False  # "October ran ₹15,100 above September"
    beside = [other for other in reading.claims if other.on and _beside(claim, other, reading)]
    for other in beside or reading.claims:
        if other.measure is not Measure.MONTH or other.on is None or other.clause != claim.clause:
            continue
        if any(
            one is not claim and one.on is None and _beside(one, other, reading) for one in reading.claims
        ):
            continue  # "716, from 698 in May"
        told = other.on
        if reading.tokens[other.first - 1].text in _RELATING and other.first:
            continue
        owned = any(month == told.month and told.year in {1, year} for year, month in sheet.labelled_months)
        return owned and (as_of.month != told.month or told.year not in {1, as_of.year})
    return False


def _apart(claim: Claim, known: Known, reading: Reading) -> bool:
    """Whether the sentence tells two figures that are this far apart: "by ₹61,250 in October, from ₹A to ₹B"."""
    beside = [
        one.value
        for one in reading.claims
        if one.sentence == claim.sentence and one is not claim and one.measure is claim.measure
    ]
    return len(beside) == 2 and abs(beside[0] - beside[1]) == known.size


def ago_fits(claim: Claim, known: Known, reading: Reading) -> bool:
    """Whether "since last year" is not told of what is labelled "since last month", nor the other way round."""
    ago = known.label.ago
    behind = {text_at(reading.tokens, claim.end + at) for at in range(3)}
    if "ago" in behind and not (known.label.change or _PAST.search(known.label.lower) or known.label.dated):
        return False  # "₹97,75,669 a year ago" of what is now
    if ago is None:
        return True
    first, end = reading.clauses.span(claim.clause)
    start, stop = reading.tokens[first].start, reading.tokens[end - 1].end
    told = ago_of(plain(reading.text[start:stop]))
    return told is None or told == ago
