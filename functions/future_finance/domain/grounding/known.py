"""Facts as the check sees them: measure, magnitude, period, dates, and what their labels say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache

from future_finance.domain.facts import Fact, Per
from future_finance.domain.grounding.claim import Claim
from future_finance.domain.grounding.concepts import concepts_in
from future_finance.domain.grounding.reading import read
from future_finance.domain.grounding.tokens import Kind, fiscal_year, plain, tokens_of
from future_finance.domain.grounding.units import UNITS, Measure

_MEASURES: dict[str, Measure] = {
    **dict.fromkeys(("inr", "₹", "rs", "rupees", "rupee"), Measure.INR),
    **dict.fromkeys(("percent", "%", "pct", "percentage"), Measure.PERCENT),
    **dict.fromkeys(
        ("percentage points", "percentage_points", "pp", "percent_points"), Measure.PERCENT_POINTS
    ),
    **dict.fromkeys(("months", "month"), Measure.MONTHS),
    **dict.fromkeys(("years", "year"), Measure.YEARS),
    **dict.fromkeys(("days", "day"), Measure.DAYS),
    **dict.fromkeys(("count", "number", "", "times", "int", "integer"), Measure.COUNT),
    **dict.fromkeys(("points", "score"), Measure.POINTS),
    **dict.fromkeys(("units", "shares", "grams"), Measure.UNITS),
    **dict.fromkeys(("ratio", "x", "multiple"), Measure.TIMES),
    **dict.fromkeys(("usd", "$", "dollars"), Measure.DOLLARS),
    "date": Measure.DATE,
    "text": Measure.WORDS,
    "bool": Measure.WORDS,
}
_PER_MONTH = re.compile(
    r"\bmonthly\b|\b(?:a|per|each|every) month\b|/\s?(?:month|mo)\b|हर महीने|प्रति माह|मासिक|har mahine", re.I
)
_PER_YEAR = re.compile(
    r"\b(?:yearly|annual|annually)\b|\b(?:a|per|each|every) (?:year|annum)\b|/\s?(?:year|yr)\b|p\.a\.|हर साल|सालाना|वार्षिक",
    re.I,
)
_MONTHLY = re.compile(
    r"\b(?:emi|sip|rent|salary|pension|instal\w*|subscription\w*|mandate\w*|kist|wages?)\b|किस्त|किराया|वेतन|पेंशन",
    re.I,
)
_YEARLY_RATE = re.compile(r"rate|xirr|return|interest|growth|cagr|yield|inflation|दर|ब्याज|रिटर्न|apr\b", re.I)
_DOWNWARD = re.compile(
    r"\b(?:loss|losses|lost|drop|fall|fell|decrease|decline|short(?![- ]term)|shortfall|deficit|reduction|reduced|saved|less|lower|fewer|overspen\w+"
    r"|overdraft|negative|erosion|withdraw\w*|taken|cut|down)\b|नुकसान|घाट|गिराव|कमी|\b(?:kami|ghata|nuksan)\b", re.I)  # fmt: skip
_GAIN = re.compile(
    r"\b(?:returns?|gains?|xirr|cagr|profit|growth|appreciation|income|salary|earned|munafa|labh)\b|मुनाफा|लाभ|रिटर्न|बढत",
    re.I,
)
_EITHER = re.compile(r"\b(?:gap|difference|diff|mismatch)\b|अंतर|फर्क", re.I)
_CHANGE = re.compile(
    r"\b(?:chang\w*|differ\w*|gap|grow\w*|increas\w*|decreas\w*|rise|rose|fall|fell|drop\w*|higher|lower|more|less|points?|extra|movement|gains?|gained|loss|losses|saved|versus"
    r"|vs|compared|since|hike|increment|appreciation|jump|reduction|reduced|swing|delta|improve\w*|variance|deviation|cut|overspen\w+|shortfall|deficit|up|down|return\w*|xirr|cagr|yield|mom|yoy|unseen"
    r"|trend|spike|additional|sooner|shorter|fewer|from (?:last|previous)|over (?:last|previous))\b|अंतर|बदलाव|बढ|घट|वृद्धि|कमी|गिराव|रिटर्न",
    re.I,
)
_EXCLUDED = re.compile(
    r"\(?\b(?:excluding|excl\.?|except|without|other than|not including|apart from|net of)\b.*", re.I
)
_FISCAL = re.compile(r"\d\d\s?[-–/]\s?\d\d|\b[FA]\.?Y", re.I)
_RATE = re.compile(
    r"\b(?:rates?|shares?|ratio|utili[sz]ation|use|allocation|weight|foir|returns?|xirr|yield|interest|apr|points?|inflation|limits?)\b"
    r"|दर|हिस्स|ब्याज|रिटर्न|अंक|उपयोग", re.I)  # fmt: skip
_MONTH_AGO = re.compile(
    plain(
        r"\b(?:last|previous|prior|a|one|past) month(?: ago)?\b|month[- ]on[- ]month|\bmom\b|\bpichl[ae] mah\w+|पिछले महीने|पिछले माह"
    ),
    re.I,
)
_YEAR_AGO = re.compile(
    plain(
        r"\b(?:last|previous|prior|a|one|past) year(?: ago)?\b|year[- ]on[- ]year|\byoy\b|\bpichl[ae] saal|\bek saal|पिछले साल|एक साल|पिछले वर्ष"
    ),
    re.I,
)
_KEY_MONTH = re.compile(r"\b((?:19|20)\d\d)-(\d\d)\b")


class Known:
    """One fact. What is asked of its label is worked out when it is asked."""

    __slots__ = ("__dict__", "fact", "measure", "size", "value")

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        unit, self.measure = _unit(fact.unit)
        value = fact.value
        self.value = value if type(value) is Decimal else _value(value, self.measure)
        if isinstance(self.value, date):
            self.measure = Measure.DATE
        if unit in {"weeks", "week"} and isinstance(self.value, Decimal):
            self.value *= 7
        self.size = abs(self.value) if isinstance(self.value, Decimal) else None

    @property
    def negative(self) -> bool:
        return isinstance(self.value, Decimal) and self.value < 0

    @cached_property
    def label(self) -> str:
        return f"{self.fact.label} {self.fact.label_hi}"

    @cached_property
    def per(self) -> Per | None:
        told = str(self.fact.per or self.fact.unit.partition("/")[2]).lower().strip()
        if told in {"month", "mo", "monthly"}:
            return Per.MONTH
        if told in {"year", "yr", "annum", "yearly", "annual"}:
            return Per.YEAR
        month, year = _PER_MONTH.search(self.label), _PER_YEAR.search(self.label)
        if bool(month) == bool(year):
            return None
        return Per.MONTH if month else Per.YEAR

    @cached_property
    def monthly_by_nature(self) -> bool:
        return bool(_MONTHLY.search(self.label))

    @cached_property
    def yearly_rate(self) -> bool:
        return bool(_YEARLY_RATE.search(self.label))

    @cached_property
    def downward(self) -> bool:
        return bool(_DOWNWARD.search(self.label))

    @cached_property
    def gain(self) -> bool:
        return bool(_GAIN.search(self.label))

    @cached_property
    def either_way(self) -> bool:
        return bool(_EITHER.search(self.label))

    @cached_property
    def change(self) -> bool:
        return bool(_CHANGE.search(self.label))

    @cached_property
    def rate(self) -> bool:
        """Whether what changed is itself a percent, so that the change is in percentage points."""
        return bool(_RATE.search(self.label))

    def counts(self, measure: Measure) -> bool:
        """Whether a count is one of months, years or days: "Months paid late"."""
        return any(UNITS.get(token.text) is measure for token in tokens_of(self.label))

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What the label is about, in either language, and its key."""
        key = self.fact.id.partition(":")[2]
        return self.english | self.hindi | (concepts_in(key) if key else frozenset())

    @cached_property
    def ago(self) -> Per | None:
        """What a change is measured against, where the label says it and it is no rate."""
        return ago_of(plain(self.label)) if self.change or "ago" in self.label else None

    @cached_property
    def english(self) -> frozenset[str]:
        return _about(self.fact, _EXCLUDED.sub("", self.fact.label))

    @cached_property
    def hindi(self) -> frozenset[str]:
        return _about(self.fact, self.fact.label_hi)

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        """The calendar months that its id or label names; year 1 where none is told."""
        found = {(int(year), int(month)) for year, month in _KEY_MONTH.findall(self.fact.id)}
        found |= {(c.on.year, c.on.month) for c in self.label_claims if c.on is not None}
        if any(year != 1 for year, _ in found):
            found = {(year, month) for year, month in found if year != 1}
        return frozenset(found)

    @cached_property
    def label_claims(self) -> tuple[Claim, ...]:
        told = (self.fact.label, self.fact.label_hi)
        return tuple(
            claim
            for label in told
            if _digits(label) or _named_month(label)
            for claim in (read(label).claims if self.fact.names else _claims(label))
        )


class Sheet:
    """Facts by measure and size."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = [Known(fact) for fact in facts]
        self._sorted: dict[Measure, tuple[list[Decimal], list[Known]]] = {}
        by: dict[Measure, list[tuple[Decimal, int, Known]]] = {}
        for order, known in enumerate(self.facts):
            if known.size is not None:
                by.setdefault(known.measure, []).append((known.size, order, known))
        for measure, rows in by.items():
            rows.sort(key=lambda row: row[:2])
            self._sorted[measure] = [row[0] for row in rows], [row[2] for row in rows]

    def of(self, measure: Measure) -> list[Known]:
        return self._sorted.get(measure, ([], []))[1]

    def covered(self, claim: Claim, measure: Measure, factor: Decimal = Decimal(1)) -> list[Known]:
        """Facts of a measure whose magnitude the claim shows; `factor` brings the fact to the claim's unit."""
        sizes, rows = self._sorted.get(measure, ([], []))
        shown = abs(claim.value)
        slack = max(claim.step, shown / 10 + 10 if claim.bound or claim.part else claim.step)
        if claim.bound:
            slack = max(slack, shown)
        at = bisect_left(sizes, (shown - slack) / factor)
        found = []
        while at < len(sizes) and sizes[at] * factor <= shown + slack:
            if claim.covers(sizes[at] * factor):
                found.append(rows[at])
            at += 1
        return found

    @cached_property
    def days(self) -> frozenset[date]:
        """Days that facts are of, and that they state."""
        found = {known.fact.as_of for known in self.facts if known.fact.as_of is not None}
        found |= {known.value for known in self.facts if isinstance(known.value, date)}
        for known in self.facts:
            if _digits(known.label):
                found |= {c.on for c in known.label_claims if c.on is not None and c.measure is Measure.DATE}
        return frozenset(found)

    @cached_property
    def labelled_months(self) -> frozenset[tuple[int, int]]:
        """Months that facts are of by their id or label."""
        told = (
            known for known in self.facts if _KEY_MONTH.search(known.fact.id) or _named_month(known.label)
        )
        return frozenset(month for known in told for month in known.months)

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        found = {(day.year, day.month) for day in self.days}
        return frozenset(found) | self.labelled_months

    @cached_property
    def fiscal_years(self) -> frozenset[int]:
        """Fiscal years that labels name, by the year they end in."""
        return frozenset(
            year for known in self.facts if _digits(known.label) for year in _fiscal_years(known.label)
        )

    @cached_property
    def written(self) -> list[tuple[Claim, Known]]:
        """Numbers that stand in labels and texts: "in 90 days", "516-1,240"."""
        found: list[tuple[Claim, Known]] = []
        for known in self.facts:
            if _digits(known.label):
                found += [(claim, known) for claim in known.label_claims]
            if isinstance(known.value, str) and _digits(known.value):
                found += [(claim, known) for claim in read(known.value).claims]
        return found


def _about(fact: Fact, label: str) -> frozenset[str]:
    """Labels that spell out people are not remembered."""
    return concepts_in(label) if fact.names else _remembered(label)


@lru_cache(maxsize=2048)
def _remembered(label: str) -> frozenset[str]:
    return concepts_in(label)


@lru_cache(maxsize=2048)
def _claims(label: str) -> tuple[Claim, ...]:
    return tuple(read(label).claims)


def _fiscal_years(label: str) -> list[int]:
    if not _FISCAL.search(label):
        return []
    years = [fiscal_year(token.text) for token in tokens_of(label) if token.kind is Kind.YEARS]
    return [year for year in years if year is not None]


def ago_of(text: str) -> Per | None:
    """The one distance in time that a folded text compares with."""
    month, year = _MONTH_AGO.search(text), _YEAR_AGO.search(text)
    if bool(month) == bool(year):
        return None
    return Per.MONTH if month else Per.YEAR


@lru_cache(maxsize=256)
def _unit(unit: str | None) -> tuple[str, Measure]:
    whole = str(unit or "").strip().lower()
    base = whole.partition("/")[0].strip()
    return base, _MEASURES.get(whole) or _MEASURES.get(base) or (
        Measure.DAYS if base.startswith("week") else Measure.COUNT
    )


def _value(value: object, measure: Measure) -> Decimal | date | str:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | Decimal):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return Decimal(str(value))
    text = str(value)
    if measure is Measure.DATE:
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            return text
    if measure is not Measure.WORDS:
        try:
            return Decimal(text.replace(",", "").strip().lstrip("₹"))
        except InvalidOperation:
            return text
    return text


_DIGIT = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty)\b", re.I
)


def _digits(text: str) -> bool:
    return _DIGIT.search(text) is not None


_MONTH_NAME = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|जन|फर|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितं|अक्|नव|दिस",
    re.I,
)


def _named_month(label: str) -> bool:
    return _MONTH_NAME.search(plain(label)) is not None
