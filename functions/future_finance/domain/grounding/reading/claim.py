"""What a text claims with one number: its value, unit, sign, period, and the precision it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from future_finance.domain.facts import Per
from future_finance.domain.grounding.reading.calendar_words import NO_YEAR
from future_finance.domain.grounding.reading.numerals import HALVES
from future_finance.domain.grounding.reading.units import Measure

_LAKH, _COARSE = 10**5, 15  # percent that a round number may be off
_TO_THE_RUPEE = 1000  # from here on a figure without paise may hide some


class Bound(StrEnum):
    """How a number is qualified."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    UNDER = "under"


@dataclass(slots=True)
class Claim:
    """`first` and `end` are tokens, `start` and `stop` characters. `step` is the last place that is shown.

    `sign` is written (-, parentheses), `direction` is told ("down by"). `per_tight` stands right at the number,
    periods told elsewhere in the clause are `per_loose`.
    """

    first: int
    end: int
    start: int
    stop: int
    value: Decimal
    step: Decimal
    measure: Measure
    on: date | None = None  # of a date; its year is 1 where none is told
    sign: int = 0
    direction: int = 0
    bracketed: bool = False
    boxed: bool = False  # brackets that stand alone, as accounts write what is negative
    bound: Bound = Bound.NONE
    per_tight: Per | None = None
    per_other: str = ""  # a day, a week: no fact is stated so unless its label says it
    per_loose: Per | None = None
    grouped: bool = False
    told_by_name: bool = False  # "PPF ke ₹6.87 lakh se kam": the bound compares with it
    scale: int = 1  # lakh, crore: of its last part
    worded: bool = False
    part: bool = False  # a fraction in words
    partner: int | None = None  # the claim that ends the range it begins
    year_like: bool = False
    sentence: int = 0
    clause: int = 0

    def on_day(self, day: object) -> bool:
        """Whether it is this day; where no year is told, this day of a year."""
        if self.on is None or not isinstance(day, date):
            return False
        return (self.on.month, self.on.day) == (day.month, day.day) and self.on.year in {NO_YEAR, day.year}

    def covers(self, value: Decimal) -> bool:
        """Whether this magnitude is what the number shows, by its precision and its qualifier. Half up."""
        shown, step, size = abs(self.value), self.step, abs(value)
        if self.part:
            return abs(size - shown) <= Decimal("2.5")
        rough = (
            _trailing(shown) if step == 1 and self.scale == 1 and shown == shown.to_integral_value() else step
        )
        if self.told_by_name and self._rounds_to(size, shown, step):
            return True
        if self.bound is Bound.OVER:
            wide = max(rough, step, HALVES * 2 if self.measure is Measure.TIMES else step)
            return shown <= size < shown + min(wide, max(shown * 6 / 10, self._few)) or size == shown
        if self.bound is Bound.UNDER:
            wide = min(max(rough, step), max(shown / 4, self._few))
            return shown - wide < size <= shown or (
                step == 1 and shown >= _TO_THE_RUPEE and self._rounds_to(size, shown, step)
            )
        if self.bound in {Bound.ABOUT, Bound.NEARLY}:
            half = max(step if step == HALVES else step / 2, min(rough / 2, shown / 20))
            if self.bound is Bound.NEARLY:
                return shown - half <= size <= shown
            return shown - half <= size <= shown + half
        if self.scale >= _LAKH and abs(size - shown) * 100 > shown * _COARSE:
            return False  # "₹1 lakh" is no ₹1.35 lakh
        return self._rounds_to(size, shown, step)

    @property
    def _few(self) -> Decimal:
        """One, for what counts less than ten: "less than 2 months" may be 1.3."""
        return Decimal(1) if self.step == 1 and abs(self.value) < 10 and self.scale == 1 else Decimal(0)

    @property
    def place(self) -> Decimal:
        """The place of the last digit that is not zero, at least what is shown: 10,000 of "60 thousand"."""
        scaled = self.value / self.scale
        return (
            _trailing(scaled) * self.scale if self.step >= self.scale and scaled == int(scaled) else self.step
        )

    @staticmethod
    def _rounds_to(size: Decimal, shown: Decimal, step: Decimal) -> bool:
        return shown - step / 2 <= size < shown + step / 2


def _trailing(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero: 1,000 of 43,000."""
    step = Decimal(1)
    whole = int(value)
    while whole and whole % 10 == 0:
        whole //= 10
        step *= 10
    return step
