"""A text read as claims: every number in it that says something, with its unit, sign, period and clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from future_finance.domain.grounding.reading import non_claims
from future_finance.domain.grounding.reading.calendar_words import when_at
from future_finance.domain.grounding.reading.claim import Bound, Claim
from future_finance.domain.grounding.reading.clauses import Clauses, clauses_of
from future_finance.domain.grounding.reading.concepts import concepts
from future_finance.domain.grounding.reading.joining import join_ranges, join_years_and_months
from future_finance.domain.grounding.reading.number_words import PARTS
from future_finance.domain.grounding.reading.numerals import HALVES, Numeral, numeral_at, skip_half
from future_finance.domain.grounding.reading.surroundings import (
    bound_of,
    direction_of,
    out_of,
    sign_before,
    text_at,
)
from future_finance.domain.grounding.reading.tokens import Kind, Token, tokens_of
from future_finance.domain.grounding.reading.told_period import (
    other_period_after,
    other_period_in,
    period_after,
    period_told_behind,
    periods_in,
    within_period,
)
from future_finance.domain.grounding.reading.units import (
    ABOUT,
    AFTER_OVER,
    AFTER_UNDER,
    BASIS_POINTS,
    KILOS,
    MONTH_WORDS,
    OVER,
    PAISE,
    UNDER,
    UNITS,
    YEAR_WORDS,
    Measure,
)

_SE, _OWNING = frozenset({"se", "से"}), frozenset({"ke", "ka", "ki", "के", "का", "की"})


@dataclass(slots=True)
class Reading:
    """The tokens of a text, its claims in order, and its clauses."""

    text: str
    tokens: list[Token]
    claims: list[Claim]
    clauses: Clauses
    taken: set[int]  # tokens that belong to a number or date
    _told: dict[tuple[int, int | None], frozenset[str]] = field(default_factory=dict)

    def told(self, first: int = 0, end: int | None = None) -> frozenset[str]:
        """What a stretch of the tokens is about; kept, since many rules ask for the same."""
        found = self._told.get((first, end))
        if found is None:
            found = self._told[first, end] = concepts(self.tokens, first, end)
        return found


def read(text: str) -> Reading:
    """Read all claims of a text."""
    tokens = tokens_of(text)
    claims: list[Claim] = []
    taken: set[int] = set()
    at = 0
    while at < len(tokens):
        claim, end = _claim_at(tokens, at)
        if claim is not None:
            claims.append(claim)
        if end > at:
            taken.update(range(at if claim is None else claim.first, end))
        at = max(end, at + 1)
    join_ranges(tokens, claims)
    join_years_and_months(tokens, claims)
    clauses = clauses_of(tokens, taken, [claim.first for claim in claims if claim.on is None])
    for claim in claims:
        claim.clause, claim.sentence = clauses.of[claim.first], clauses.sentence[claim.first]
        first, end = clauses.span(claim.clause)
        if claim.per_tight is None and claim.measure is Measure.INR:
            behind = min((one.first for one in claims if claim.end <= one.first < end), default=end)
            claim.per_tight = period_told_behind(tokens, claim.end, behind)
        if claim.per_tight is None:
            claim.per_loose = periods_in(tokens, first, end, taken)
            if claim.measure is Measure.INR and not claim.per_other:
                claim.per_other = other_period_in(tokens, first, end)
            elif claim.measure is Measure.BARE and not claim.per_other:
                claim.per_other = within_period(tokens, claim.end)
    return Reading(text, tokens, claims, clauses, taken)


def _claim_at(tokens: list[Token], at: int) -> tuple[Claim | None, int]:
    """The claim that begins at a token, and the token after all that belongs to it."""
    token = tokens[at]
    if token.kind in {Kind.CODE, Kind.YEARS}:
        return None, at + 1
    if token.kind not in {Kind.NUMBER, Kind.WORD, Kind.DATE}:
        return None, at
    when = when_at(tokens, at)
    if when is not None:
        measure = Measure.DATE if when.has_day else Measure.MONTH
        return _dated(tokens, at, when.end, Decimal(when.on.year), measure, on=when.on), when.end
    if token.kind is Kind.DATE:
        return _dated(tokens, at, at + 1, Decimal(0), Measure.DATE), at + 1  # no day of the calendar
    part = _part_at(tokens, at)
    if part is not None:
        return part, part.end
    numeral = numeral_at(tokens, at)
    if numeral is None:
        return None, at
    return _measured(tokens, at, numeral)


def _dated(tokens: list[Token], at: int, end: int, value: Decimal, measure: Measure, **more: object) -> Claim:
    claim = Claim(at, end, tokens[at].start, tokens[end - 1].end, value, Decimal(1), measure)
    for name, content in more.items():
        setattr(claim, name, content)
    return claim


def _part_at(tokens: list[Token], at: int) -> Claim | None:
    """ "half of", "two-thirds", "a quarter of", "one in four", "2/3", "आधा", as percent."""
    word, one, two = text_at(tokens, at), text_at(tokens, at + 1), text_at(tokens, at + 2)
    share: Decimal | None = None
    end = at
    if (
        tokens[at].kind is Kind.NUMBER
        and one == "/"
        and two.isdigit()
        and word.isdigit()
        and not tokens[at + 1].spaced
    ):
        over, under = int(word), int(two)
        if 0 < over < under <= 12 and text_at(tokens, at + 3) != "/":
            share, end = Decimal(over) / under * 100, at + 3
    elif tokens[at].kind is Kind.NUMBER or word in {
        "one",
        "two",
        "three",
        "four",
        "ek",
        "do",
        "teen",
        "a",
        "एक",
        "दो",
        "तीन",
    }:
        count = {
            "one": 1,
            "a": 1,
            "ek": 1,
            "एक": 1,
            "two": 2,
            "do": 2,
            "दो": 2,
            "three": 3,
            "teen": 3,
            "तीन": 3,
            "four": 4,
        }.get(word, 0)
        place = at + 2 if one == "-" else at + 1
        part = text_at(tokens, place)
        if (
            count
            and part in PARTS
            and (PARTS[part] != 50 or _sized(tokens, at))
            and not (
                part == "quarter" and word == "a" and not _of(tokens, place + 1) and not _sized(tokens, at)
            )
        ):
            share, end = PARTS[part] * count, place + 1
        elif count and one == "in" and two in {"two", "three", "four", "five", "ten"}:
            share, end = Decimal(100) / {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}[two], at + 3
        elif word == "three" and part == "fourths":
            share, end = Decimal(75), place + 1
    elif word in {"half", "aadha", "adha", "aadhe", "aadhi", "आधा", "आधे", "आधी"}:
        before = text_at(tokens, at - 1)
        if one not in {
            "a",
            "-",
            "year",
            "yearly",
            "ghanta",
            "lakh",
            "crore",
            "percent",
            "%",
            "लाख",
            "करोड",
            *MONTH_WORDS,
            *YEAR_WORDS,
        } and before not in {
            "first",
            "second",
            "and",
            "other",
            "latter",
            "a",
            "pehle",
            "doosre",
        }:
            share, end = Decimal(50), at + 1
    elif word in {"halfway", "midway"}:
        share, end = Decimal(50), at + 1
    elif word in {"tihai", "तिहाई", "chauthai", "चौथाई"}:
        share, end = PARTS[word], at + 1
    if share is None or text_at(tokens, end) in {"lakh", "crore"}:
        return None
    claim = _dated(tokens, at, end, share, Measure.PERCENT, part=True)
    claim.bound, before_it = bound_of(tokens, at, end)
    if text_at(tokens, before_it) == "by":
        claim.direction = direction_of(tokens, before_it, end)
    than = end + (text_at(tokens, end + 1) in {"se", "से"})  # "आधी सीमा से थोड़ा ऊपर"
    if text_at(tokens, than) in {"se", "से"}:
        behind = text_at(
            tokens, than + 1 + (text_at(tokens, than + 1) in {"bhi", "भी", "thoda", "थोडा", "kuch", "कुछ"})
        )
        if behind in AFTER_OVER:
            claim.bound = Bound.OVER
        elif behind in AFTER_UNDER:
            claim.bound = Bound.UNDER
    return claim


def _sized(tokens: list[Token], at: int) -> bool:
    """ "by a quarter", "almost a quarter", "above a half": a share, and no three months."""
    return text_at(tokens, at - 1) in ABOUT | OVER | UNDER | {"by", "than"}


def _of(tokens: list[Token], at: int) -> bool:
    return text_at(tokens, at) in {"of", "your", "goes"}


def _measured(tokens: list[Token], at: int, numeral: Numeral) -> tuple[Claim | None, int]:
    sign, first, currency = sign_before(tokens, at)
    value, step, end = numeral.value, numeral.step, numeral.end
    measure, end, factor = _unit(tokens, end, numeral, currency)
    whole = out_of(tokens, at, end) if measure is Measure.BARE and not numeral.scaled else None
    if whole is not None:
        measure, end, factor = Measure.PERCENT, whole[1], Decimal(100) / whole[0]
    value, step = value * factor, step * factor
    if (
        numeral.doubtful
        and measure in {Measure.BARE, Measure.CLOCK}
        and not non_claims.counts_a_noun(tokens, at, end)
    ):
        return None, at + 1 if numeral.worded else end
    if measure in {Measure.MONTHS, Measure.YEARS, Measure.DAYS} and numeral.worded and numeral.value == 1:
        return None, end  # "one month", "ek saal": a period
    if (
        measure is Measure.INR
        and value == 100
        and text_at(tokens, first - 1) in {"every", "each", "हर", "har"}
    ):
        return None, end  # "of every ₹100"
    if measure is Measure.INR and not numeral.scaled and value < 1000 and _of_a_hundred(tokens, first):
        measure = Measure.PERCENT
    if non_claims.skips(tokens, at, end, numeral, measure):
        return None, end
    if measure is Measure.YEARS and skip_half(tokens, end) > end:
        value, step, end = value + Decimal("0.5"), HALVES, skip_half(tokens, end)
    per, end = period_after(tokens, end, measure)
    claim = Claim(
        first, end, tokens[first].start, tokens[end - 1].end, value, step, measure, sign=sign, per_tight=per
    )
    if measure in {Measure.INR, Measure.PERCENT} and per is None:
        claim.per_other = other_period_after(tokens, end)
    claim.grouped, claim.scale, claim.worded = numeral.grouped, numeral.scale, numeral.worded
    claim.year_like = (
        measure is Measure.BARE and not numeral.worded and non_claims.looks_like_year(tokens[at].text)
    )
    claim.bracketed = text_at(tokens, first - 1) == "(" and text_at(tokens, end) == ")"
    claim.boxed = claim.bracketed and (
        first < 2 or text_at(tokens, first - 2) in {"|", ":", "\n"} or not tokens[first - 1].spaced
    )
    claim.bound, before = bound_of(tokens, first, end)
    claim.told_by_name = text_at(tokens, end) in _SE and text_at(tokens, first - 1) in _OWNING
    claim.direction = direction_of(tokens, before, end)
    return claim, end


def _of_a_hundred(tokens: list[Token], first: int) -> bool:
    """Behind "of every ₹100 you earn": rupees of a hundred are percents."""
    words = [token.text for token in tokens[max(0, first - 12) : first]]
    return any(
        word in {"every", "each", "har", "हर"}
        and {"100", "hundred", "sau", "सौ"} & set(words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _unit(
    tokens: list[Token], end: int, numeral: Numeral, currency: Measure | None
) -> tuple[Measure, int, Decimal]:
    """The unit that follows, the token after it, and what the number is multiplied by."""
    one = Decimal(1)
    at = end
    if (
        text_at(tokens, at) in {"-", "–"}
        and not tokens[at].spaced
        and at + 1 < len(tokens)
        and not tokens[at + 1].spaced
    ) and text_at(tokens, at + 1) in UNITS:
        at += 1
    word, following = text_at(tokens, at), text_at(tokens, at + 1)
    if word == "per" and following == "cent":
        word, at = "percent", at + 1
    if currency is not None:
        if word in UNITS and UNITS[word] is Measure.INR:
            end = at + 1
        return currency, end, one
    if word in BASIS_POINTS or (word == "basis" and following in {"points", "point"}):
        return Measure.PERCENT_POINTS, at + (1 if word in BASIS_POINTS else 2), Decimal("0.01")
    if word in PAISE and (numeral.scaled is False):
        return Measure.INR, at + 1, Decimal("0.01")
    if word in KILOS:
        return Measure.UNITS, at + 1, Decimal(1000)
    measure = UNITS.get(word)
    if measure is Measure.PERCENT:
        if text_at(tokens, at + 1) == "-" and text_at(tokens, at + 2) in {"point", "points"}:
            return Measure.PERCENT_POINTS, at + 3, one
        if text_at(tokens, at + 1) in {"point", "points", "अंक", "ank"}:
            return Measure.PERCENT_POINTS, at + 2, one
        return measure, at + 1, one
    if measure is Measure.CLOCK and word.startswith(("week", "hafte", "हफ्ते")):
        return Measure.DAYS, at + 1, Decimal(7)
    if measure is Measure.INR:
        return measure, at + 1, one
    if (numeral.scale >= 1000 or numeral.value >= 1000) and measure in {Measure.MONTHS, Measure.YEARS}:
        return Measure.INR, end, one  # "10 hazaar mahine" is money a month
    if measure is Measure.TIMES and word == "x" and tokens[at].spaced:
        measure = None
    if measure is not None:
        if word in {"mo", "y", "d"} and tokens[at].spaced:
            measure = None
        else:
            return measure, at + 1, one
    if word in {"baar", "bar", "बार"}:
        return Measure.COUNT, at + 1, one
    if numeral.scaled and not numeral.doubtful:
        return Measure.INR, end, one
    return Measure.BARE, end, one
