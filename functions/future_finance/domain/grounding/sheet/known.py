"""A fact as the check sees it: measure, magnitude, period, and what its label says."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache

from future_finance.domain.facts import Fact, Per
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.label import label_of

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


class Known:
    """One fact. What is asked of its label is worked out when it is asked."""

    __slots__ = ("__dict__", "fact", "label", "measure", "size", "value")

    value: Decimal | date | str
    size: Decimal | None

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.label = label_of(fact)
        self.measure, times = _unit(fact.unit)
        given = fact.value
        value = given if type(given) is Decimal else _value(given, self.measure)
        self.value, self.size = value, None
        if isinstance(value, Decimal):
            self.value = value if times == 1 else value * times
            self.size = abs(self.value)
        elif isinstance(value, date):
            self.measure = Measure.DATE

    @property
    def negative(self) -> bool:
        return isinstance(self.value, Decimal) and self.value < 0

    @property
    def asked(self) -> bool:
        """Whether it is what the person asked a simulation about: their own number, of few words."""
        return self.fact.key.rpartition(":")[2].startswith("asked") or "as you said" in self.label.lower

    @cached_property
    def per(self) -> Per | None:
        told = str(self.fact.per or self.fact.unit.partition("/")[2]).lower().strip()
        if told in {"month", "mo", "monthly"}:
            return Per.MONTH
        if told in {"year", "yr", "annum", "yearly", "annual"}:
            return Per.YEAR
        return self.label.per

    @cached_property
    def concepts(self) -> frozenset[str]:
        return self.label.concepts


@lru_cache(maxsize=256)
def _unit(unit: str | None) -> tuple[Measure, int]:
    """The measure of a unit, and how many of it there are: weeks are told in days."""
    whole = str(unit or "").strip().lower()
    base = whole.partition("/")[0].strip()
    if base.startswith("week"):
        return Measure.DAYS, 7
    return _MEASURES.get(whole) or _MEASURES.get(base) or Measure.COUNT, 1


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
