"""Which facts a claim rests on, by value, unit, sign and period; else why it rests on none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from future_finance.domain.grounding.figures.ages import named_age, tells_age
from future_finance.domain.grounding.figures.latest import earlier_than_told
from future_finance.domain.grounding.figures.periods import ago_fits, month_fits, period_fits, window_fits
from future_finance.domain.grounding.figures.signs import sign_fits
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import CORE
from future_finance.domain.grounding.reading.non_claims import counted
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.supposing import supposes
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import CLAUSE_SIGNS, UNITS, Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.verdict import Reason

_AMOUNT = 1000  # of what a label says without a unit
_TWELVE, _WEEK = Decimal(12), Decimal(7)
_DIRECT: dict[Measure, tuple[Measure, ...]] = {
    Measure.INR: (Measure.INR,),
    Measure.DOLLARS: (Measure.DOLLARS,),
    Measure.PERCENT: (Measure.PERCENT,),
    Measure.PERCENT_POINTS: (Measure.PERCENT_POINTS, Measure.PERCENT),
    Measure.MONTHS: (Measure.MONTHS,),
    Measure.YEARS: (Measure.YEARS,),
    Measure.DAYS: (Measure.DAYS,),
    Measure.TIMES: (Measure.TIMES, Measure.COUNT),
    Measure.UNITS: (Measure.UNITS, Measure.COUNT),
    Measure.POINTS: (Measure.POINTS, Measure.COUNT, Measure.PERCENT_POINTS, Measure.PERCENT),
    Measure.COUNT: (Measure.COUNT, Measure.TIMES),
    Measure.BARE: (Measure.COUNT, Measure.POINTS, Measure.UNITS, Measure.TIMES, Measure.INR),
}  # fmt: skip
_WINDOWS = frozenset(["last", "past", "previous", "in", "within", "pichle", "पिछले"])
_HENCE = frozenset(["baad", "बाद", "mein", "me", "में", "from"])  # "10 saal baad", "ten years from now"
_LENGTHS = frozenset({Measure.MONTHS, Measure.YEARS, Measure.DAYS})
_CUED = (Measure.PERCENT, Measure.MONTHS, Measure.YEARS, Measure.DAYS, Measure.DOLLARS)
_MONTHLY = frozenset(["emi", "emis", "instalments", "installments", "kist", "kiste", "किस्त", "किस्तें"])
_EARLIER = frozenset({"last", "previous", "usual", "before", "earlier", "normal"})
_WHOLES = frozenset({"limit", "budget", "goal", "total", "asset", "income"})
_REACHING = frozenset({"to", "reach", "reaches", "until", "till"})
_HUNDRED = frozenset({"100", "hundred", "sau", "सौ"})
_OUT_OF = frozenset({"in", "of", "mein", "me", "में"})
_ENDING, _UNTIL = re.compile(r"\bto \d+\s*(?:$|[,;])"), frozenset({"to", "until", "till", "are", "turn"})
_AGED = frozenset({"is", "turns", "becomes"})
_AGE_HINDI = frozenset({"umar", "umra", "उम्र", "आयु"})
_HALF_YEARS = {(Measure.MONTHS, Decimal(6)), (Measure.YEARS, Decimal("0.5"))}
_HALF_YEAR = re.compile(r"\bhalf[- ](?:a )?year|\bsix months\b")
_TURNING = re.compile(r"\b(?:turns|becomes|is) \d+")  # "Years until Anaya turns 18"
_ADDING = frozenset({"added", "adds", "add", "adding"})
_REST = frozenset({"rest", "remainder", "remaining", "baaki", "baki", "बाकी"})
_LACKING = re.compile(r"\b(?:missing|left|short(?!-| term)|shortfall|remaining|unpaid|still|gap)\b")
_PERCENT_CUES = frozenset(
    [
        "rate",
        "share",
        "ratio",
        "xirr",
        "foir",
        "utilisation",
        "utilization",
        "return",
        "दर",
        "हिस्सा",
        "हिस्सेदारी",
        "allocation",
    ]
)


@dataclass(slots=True)
class Match:
    """`facts` support the claim; where there are none, `reason` and the nearest fact."""

    facts: list[Known] = field(default_factory=list)
    reason: Reason = Reason.NOT_A_FACT
    near: Known | None = None


def match(claim: Claim, reading: Reading, sheet: Sheet) -> Match:
    """Look a number up. Dates are looked up by themselves."""
    if claim.measure in {Measure.DATE, Measure.MONTH}:
        if claim.measure is Measure.MONTH and _asked_about(claim, reading):
            return Match(sheet.facts[:1])
        return _match_date(claim, sheet)
    found = candidates(claim, reading, sheet)
    result = Match()
    for known in found:
        reason = _refused(claim, known, reading, sheet)
        if reason is None:
            result.facts.append(known)
        elif result.near is None:
            result.reason, result.near = reason, known
    if result.facts or result.near is not None:
        return result
    written = _written(claim, reading, sheet)
    if written is not None:
        return Match([written])
    return _why_not(claim, reading, sheet)


def candidates(claim: Claim, reading: Reading, sheet: Sheet) -> list[Known]:
    """Facts of the claim's unit that its digits show."""
    found: list[Known] = []
    for measure in _DIRECT.get(claim.measure, ()):
        found += sheet.covered(claim, measure)
    if claim.measure is Measure.BARE:
        noun = text_at(reading.tokens, claim.end)
        cues = _cues(reading) if noun in _MONTHLY or not counted(reading.tokens, claim.end) else set()
        for measure in _CUED:
            if measure in cues:
                found += sheet.covered(claim, measure)
            elif measure in _LENGTHS:  # "you retire at 60"
                about = reading.told(*reading.clauses.span(claim.clause))
                aged = measure is Measure.YEARS and tells_age(claim, reading)
                found += [
                    known
                    for known in sheet.covered(claim, measure)
                    if known.concepts & about or known.asked or (aged and "age" in known.concepts)
                ]
    if claim.measure in {Measure.MONTHS, Measure.YEARS, Measure.DAYS}:
        found += [
            known for known in sheet.covered(claim, Measure.COUNT) if claim.measure in known.label.counted
        ]
    if claim.measure is Measure.DAYS and claim.value % _WEEK == 0:
        found += [
            known
            for known in sheet.covered(claim, Measure.COUNT, _WEEK)
            if "week" in known.label.lower and text_at(reading.tokens, claim.end - 1).startswith("week")
        ]
    if claim.measure is Measure.YEARS:
        found += [
            known
            for known in sheet.covered(claim, Measure.COUNT, 1 / _TWELVE)
            if Measure.MONTHS in known.label.counted and known.size == abs(claim.value) * 12
        ]
        found += [
            known
            for known in sheet.covered(claim, Measure.MONTHS, 1 / _TWELVE)
            if claim.step < 1 or claim.bound or known.size == abs(claim.value) * 12
        ]
    elif claim.measure is Measure.MONTHS:
        found += [known for known in sheet.covered(claim, Measure.YEARS, _TWELVE) if known.size is not None
                  and (claim.bound or known.size * 12 == abs(claim.value))]  # fmt: skip
    return found


def _cues(reading: Reading) -> set[Measure]:
    """Units that the text names anywhere, which a bare number in a table may have; EMIs count months."""
    cues = {Measure.MONTHS} if any(token.text in _MONTHLY for token in reading.tokens) else set()
    cues |= {UNITS[token.text] for token in reading.tokens if token.text in UNITS}
    if any(token.text in _PERCENT_CUES for token in reading.tokens):
        cues.add(Measure.PERCENT)
    if any(
        token.text in _HUNDRED
        and any(text_at(reading.tokens, at + apart) in _OUT_OF for apart in (-2, -1, 1, 2))
        for at, token in enumerate(reading.tokens)
    ):
        cues.add(Measure.PERCENT)  # "34 se 67 (100 mein se)", "51 paths in a hundred"
    return cues


def _refused(claim: Claim, known: Known, reading: Reading, sheet: Sheet) -> Reason | None:
    if (
        claim.measure in {Measure.PERCENT_POINTS, Measure.POINTS}
        and known.measure is Measure.PERCENT
        and not (known.label.change and known.label.rate)
        and not known.asked
        and "error" not in known.label.lower
    ):
        return Reason.WRONG_UNIT
    if not sign_fits(claim, known, reading):
        return Reason.WRONG_SIGN
    if (
        abs(claim.direction) == 2
        and not known.asked
        and not (known.label.change or known.label.downward or known.label.either_way)
    ):
        return Reason.NOT_A_FACT  # a level is no rise or fall
    if (
        abs(claim.direction) == 1
        and _against_past(claim, reading)
        and not (known.label.change or known.label.downward or known.label.either_way)
    ):
        return Reason.NOT_A_FACT
    if _out_of_place(claim, known, reading, sheet):
        return Reason.SWAPPED_LABEL
    if _added_to(claim, known, reading) or _left_over(claim, known, reading):
        return Reason.NOT_A_FACT
    if (
        earlier_than_told(claim, known, reading, sheet)
        or not period_fits(claim, known)
        or not month_fits(claim, known, reading, sheet)
        or not ago_fits(claim, known, reading)
        or not window_fits(claim, known, reading, sheet)
    ):
        return Reason.WRONG_PERIOD
    return None


def _against_past(claim: Claim, reading: Reading) -> bool:
    """ "₹15,000 more than last month"."""
    words = [text_at(reading.tokens, claim.end + at) for at in (1, 2, 3)]
    return words[0] == "than" and bool(_EARLIER & set(words[1:]))


def _added_to(claim: Claim, known: Known, reading: Reading) -> bool:
    """ "You added ₹X to your net worth", where X is all of it."""
    before = {text_at(reading.tokens, claim.first - back) for back in (1, 2)}
    if not before & _ADDING or known.per or known.label.change or known.label.months:
        return False
    _first, end = reading.clauses.span(claim.clause)
    to = [at for at in range(claim.end, min(claim.end + 2, end)) if reading.tokens[at].text == "to"]
    return bool(to) and bool(reading.told(to[0], end) & known.concepts)


def _out_of_place(claim: Claim, known: Known, reading: Reading, sheet: Sheet) -> bool:
    """A round amount of a fact that nothing in the text names, in a clause that names others."""
    if known.measure is not Measure.INR or known.size is None or known.size >= claim.place * 10:
        return False
    if text_at(reading.tokens, claim.first - 1) == "of" and known.concepts & _WHOLES:
        return False  # "₹48,210 spent of ₹60,000"
    if known.asked or claim.bound or known.negative or text_at(reading.tokens, claim.first - 1) == "by":
        return False
    if known.concepts & reading.told():
        return False
    about = reading.told(*reading.clauses.span(claim.clause)) & CORE
    return any(other.concepts & about for other in sheet.facts)


def _left_over(claim: Claim, known: Known, reading: Reading) -> bool:
    """ "The rest, ₹X", where nothing in the sentence names what has X."""
    before: set[str] = set()
    for at in range(claim.first - 1, max(claim.first - 4, -1), -1):
        if reading.tokens[at].text in CLAUSE_SIGNS:
            break  # "7 invoice baaki, ₹3.18 lakh"
        before.add(reading.tokens[at].text)
    if not before & _REST or _LACKING.search(known.label.lower):
        return False
    told = [at for at, sentence in enumerate(reading.clauses.sentence) if sentence == claim.sentence]
    return known.concepts.isdisjoint(reading.told(told[0], told[-1] + 1))


def _asked_about(claim: Claim, reading: Reading) -> bool:
    """ "Want to look at November once it is complete?": a month of a question that states no figure."""
    told = [at for at, number in enumerate(reading.clauses.sentence) if number == claim.sentence]
    if reading.tokens[told[-1]].text != "?" and "?" not in {reading.tokens[at].text for at in told[-3:]}:
        return False
    return all(one.on is not None for one in reading.claims if one.sentence == claim.sentence)


def _match_date(claim: Claim, sheet: Sheet) -> Match:
    on = claim.on
    if on is None:
        return Match()
    if claim.measure is Measure.DATE:
        stated = [known for known in sheet.facts if claim.on_day(known.value)]
        if stated:
            return Match(stated)
        fits = any(map(claim.on_day, sheet.days))
    else:
        fits = any(
            month == on.month and (year in {1, on.year} or on.year == 1) for year, month in sheet.months
        )
    if fits:
        return Match([known for known in sheet.facts if known.fact.as_of == on][:1] or sheet.facts[:1])
    return Match(reason=Reason.WRONG_VALUE if sheet.days else Reason.NOT_A_FACT)


def _written(claim: Claim, reading: Reading, sheet: Sheet) -> Known | None:
    """A number that stands in a fact's label or text the same way."""
    aged = named_age(claim, reading, sheet)
    if aged is not None:
        return aged
    half = (claim.measure, claim.value) in _HALF_YEARS
    halved = next((known for known in sheet.facts if _HALF_YEAR.search(known.label.lower)), None) if half else None  # fmt: skip
    if halved is not None:
        return halved
    for other, known in sheet.written:
        alike = other.on is None and _equal(claim, other)
        if (
            other.measure is Measure.BARE
            and claim.measure is Measure.INR
            and claim.value == other.value >= _AMOUNT
            and (claim.per_tight is None or other.per_tight in {None, claim.per_tight})
            and supposes(claim, reading)
        ):
            return known  # "₹10,000 a month", of "Months to clear at 10000 a month"
        if not alike or (claim.measure is Measure.BARE and not _same_neighbours(claim, reading, known)):
            continue
        if isinstance(known.value, str) or _tells_itself(claim, reading) or known.concepts & reading.told():
            return known
    return None


def _tells_itself(claim: Claim, reading: Reading) -> bool:
    """ "₹3,000 more", "in the last 90 days": what a label says is said of nothing else."""
    window = (
        text_at(reading.tokens, claim.first - 1) in _WINDOWS or text_at(reading.tokens, claim.end) in _HENCE
    )
    return claim.measure is Measure.INR or (claim.measure in _LENGTHS and window)


def _equal(claim: Claim, other: Claim) -> bool:
    """Whether two numbers say the same: 3 months are 90 days."""
    if claim.measure is other.measure:
        return claim.value == other.value
    days = {Measure.DAYS: 1, Measure.MONTHS: 30, Measure.YEARS: 360}
    if claim.measure not in days or other.measure not in days:
        return False
    one, two = claim.value * days[claim.measure], other.value * days[other.measure]
    return one == two or {one, two} == {Decimal(360), Decimal(365)}


def _same_neighbours(claim: Claim, reading: Reading, known: Known) -> bool:
    if text_at(reading.tokens, claim.first - 1) in _AGED and _TURNING.search(known.label.lower):
        return bool(known.label.english - CORE & reading.told(*reading.clauses.span(claim.clause)))
    if _ENDING.search(known.label.lower) and (
        (
            text_at(reading.tokens, claim.first - 1) in _UNTIL
            or (
                text_at(reading.tokens, claim.first - 1) == "age"
                and text_at(reading.tokens, claim.first - 2) in _REACHING
            )
        )
        or text_at(reading.tokens, claim.end) in {"tak", "तक"}
        or {text_at(reading.tokens, claim.end + 1), text_at(reading.tokens, claim.end + 2)} & _AGE_HINDI
    ):
        return True  # "lasts until you are 85"
    texts = [reading.tokens[at].text for at in (claim.first - 1, claim.end) if 0 <= at < len(reading.tokens)]
    label = known.label.lower + " " + str(known.value).lower()
    return any(len(text) > 1 and text in label for text in texts) or isinstance(known.value, str)


def _why_not(claim: Claim, reading: Reading, sheet: Sheet) -> Match:
    """The most telling reason for a number that no fact has."""
    for measure in (
        Measure.INR,
        Measure.PERCENT,
        Measure.MONTHS,
        Measure.YEARS,
        Measure.DAYS,
        Measure.COUNT,
        Measure.POINTS,
        Measure.UNITS,
    ):
        if measure in _DIRECT.get(claim.measure, ()):
            continue
        plain_claim = Claim(
            claim.first, claim.end, claim.start, claim.stop, claim.value, claim.step, claim.measure
        )
        found = sheet.covered(plain_claim, measure)
        if found:
            return Match(reason=Reason.WRONG_UNIT, near=found[0])
    named = nearest(claim, reading, sheet)
    return Match(reason=Reason.WRONG_VALUE if named else Reason.NOT_A_FACT, near=named)


def nearest(claim: Claim, reading: Reading, sheet: Sheet) -> Known | None:
    """The fact of the same unit whose label the clause names best."""
    first, end = reading.clauses.span(claim.clause)
    about = reading.told(first, end)
    best: Known | None = None
    score = 0.0
    for measure in _DIRECT.get(claim.measure, ()):
        for known in sheet.of(measure):
            shared = len(about & known.concepts)
            if shared and shared + 1 / (1 + len(known.label.english)) > score:
                best, score = known, shared + 1 / (1 + len(known.label.english))
    return best
