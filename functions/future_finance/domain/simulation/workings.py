"""The sheet on which a scenario is worked out: what was used, what came out, what is missing."""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from future_finance.domain.assumptions.assumed import Assumed
from future_finance.domain.facts import Fact, FactSheet, Unit
from future_finance.domain.loan import to_paisa
from future_finance.domain.profile import Profile
from future_finance.domain.rupee_words import spoken
from future_finance.domain.simulation.figure_catalogue import FIGURES
from future_finance.domain.simulation.result import (
    Assumption,
    Chance,
    Fan,
    Figure,
    Lack,
    LowPoint,
    Notice,
    Point,
    Series,
    Side,
    Words,
)
from future_finance.domain.simulation.scenario import Scenario
from future_finance.domain.simulation.sentences import SENTENCES, WARNINGS
from future_finance.errors import InvalidInput

_SIDES = {
    Side.AS_NOW: Words("{}, as things are", "{}, अभी के हिसाब से"),
    Side.SCENARIO: Words("{}, in this scenario", "{}, इस योजना में"),
    Side.DIFFERENCE: Words("{}", "{}"),
    Side.ASKED: Words("{}, as you said", "{}, आपके कहे अनुसार"),
}


_LARGEST = Decimal(10**15)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A fact in a sentence: {name} as it is, {name:short} in lakh and crore, as precise as sampled figures are."""

    fact: Fact
    language: str

    def __format__(self, spec: str) -> str:
        return spoken(self.fact, self.language, short=spec == "short")


def within_reason(value: Decimal) -> Decimal:
    """Raises InvalidInput beyond what an answer can hold, which no person's money comes to."""
    if abs(value) > _LARGEST:
        raise InvalidInput(details={"fields": [{"path": "scenario", "problem": "too_large"}]})
    return value


def _rounded(value: Decimal, unit: str) -> Decimal:
    """Rupees to the paisa; months and years whole where they are."""
    if unit not in {Unit.INR, Unit.PERCENT} and value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return to_paisa(value)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class Workings:
    """One run. Facts made here rest on every fact and assumption used until then; `charts`: draw lines and fans."""

    def __init__(
        self,
        sheet: FactSheet,
        profile: Profile,
        scenario: Scenario,
        today: date,
        assumed: Assumed,
        *,
        charts: bool = True,
    ) -> None:
        self.sheet, self.profile, self.today, self.assumed, self.charts = (
            sheet,
            profile,
            today,
            assumed,
            charts,
        )
        self.run_id = hashlib.sha256(repr((scenario, today)).encode()).hexdigest()[:6]
        self.used: dict[str, Fact] = {}
        self.assumptions: dict[str, Assumption] = {}
        self.figures: list[Figure] = []
        self.series: list[Series] = []
        self.fans: list[Fan] = []
        self.low_point: LowPoint | None = None
        self.chance: Chance | None = None
        self.lacks: list[Lack] = []
        self.warnings: dict[str, Notice] = {}
        self.summary: list[Words] = []
        self.headline: Fact | None = None
        self.months = 0
        self._made: dict[str, Fact] = {}

    @property
    def incomplete(self) -> bool:
        """Whether something is missing that the scenario cannot do without."""
        return any(lack.needed for lack in self.lacks)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(self._made.values())

    # What goes in

    def use(self, fact_id: str) -> Fact | None:
        """A fact of the sheet, remembered as an input of what follows."""
        fact = self.sheet.get(fact_id)
        if fact is not None:
            self.used[fact_id] = fact
        return fact

    def assume(self, name: str) -> Decimal:
        """An assumption's value, remembered; in percent where it is a rate."""
        if name not in self.assumptions:
            row = self.assumed.rows[name]
            told = name in self.assumed.told
            fact = self._make(
                f"ASM:{self.run_id}:{name}",
                self.assumed.value(name),
                row.unit,
                Words(row.label, row.label_hi),
                formula="as you said" if told else row.source,
                per=row.per,
                sources=("you",) if told else (f"assumptions/{name}",),
                as_of=row.as_of,
            )
            self.assumptions[name] = Assumption(
                name, Words(row.label, row.label_hi), fact, row.source, row.as_of, row.valid_until,
                row.editable, row.lowest, row.highest, told,
            )  # fmt: skip
        return self.assumed.value(name)

    # What comes out

    def figure(
        self,
        name: str,
        value: Decimal | date | int,
        side: Side = Side.SCENARIO,
        *,
        meaning: Words | None = None,
    ) -> Fact:
        """A result, as a fact. Rupees are kept to the paisa. `meaning` is a label of its own."""
        kind = FIGURES[name]
        if isinstance(value, int):
            value = Decimal(value)
        if isinstance(value, Decimal):
            value = _rounded(within_reason(value), kind.unit)
        pattern = _SIDES[side]
        label = meaning or Words(pattern.en.format(kind.label.en), pattern.hi.format(kind.label.hi))
        fact = self._make(
            f"SIM:{self.run_id}:{name}:{side}",
            value,
            kind.unit,
            label,
            formula=kind.formula,
            per=kind.per,
            sources=("you",) if side is Side.ASKED else (),
            as_of=self.today,
        )
        self.figures.append(Figure(name, side, label, fact))
        return fact

    def compare(self, name: str, now: Decimal | int, then: Decimal | int) -> tuple[Fact, Fact]:
        """The figure as things are, and in the scenario."""
        return self.figure(name, now, Side.AS_NOW), self.figure(name, then)

    def asked(self, name: str, value: Decimal | date | int) -> Fact:
        return self.figure(name, value, Side.ASKED)

    def line(self, name: str, side: Side, label: Words, values: Iterable[Decimal]) -> None:
        """A chart's line, one value a month from today; years after the first are drawn by their last month."""
        if not self.charts:
            return
        kept = list(enumerate(values))
        shown = [(k, v) for k, v in kept if k <= 12 or k % 12 == 0 or k == len(kept) - 1]
        points = tuple(
            Point(self.day(k), to_paisa(within_reason(v)), to_paisa(v / self.inflated(k))) for k, v in shown
        )
        self.series.append(Series(name, side, label, points))

    def inflated(self, months: int) -> Decimal:
        """What costs 1 today costs this much then."""
        return (1 + self.assume("inflation") / 100) ** (Decimal(months) / 12)

    def day(self, months: int) -> date:
        return months_after(self.today, months)

    def say(self, key: str, **facts: Fact) -> None:
        """A sentence of the summary; every figure in it is a fact's."""
        words = SENTENCES[key]
        self.summary.append(
            Words(
                words.en.format(**{name: _Spoken(fact, "en") for name, fact in facts.items()}),
                words.hi.format(**{name: _Spoken(fact, "hi") for name, fact in facts.items()}),
            )
        )

    def warn(self, code: str) -> None:
        self.warnings[code] = Notice(code, WARNINGS[code])

    def lack(
        self,
        what: str,
        ask: Words,
        field: str,
        *,
        reason: str = "not_told",
        needs: str = "",
        needed: bool = True,
    ) -> None:
        self.lacks.append(Lack(what, reason, needs, ask, field, needed))

    def _make(
        self,
        fact_id: str,
        value: Decimal | date,
        unit: str,
        label: Words,
        *,
        formula: str,
        per: str | None,
        sources: tuple[str, ...],
        as_of: date,
    ) -> Fact:
        own = "you" in sources or fact_id.startswith("ASM:")
        inputs = () if own else (*self.used, *(a.fact.id for a in self.assumptions.values()))
        used = [] if own else list(self.used.values())
        fact = Fact(
            id=fact_id,
            label=label.en,
            label_hi=label.hi,
            value=value,
            unit=unit,
            as_of=as_of,
            scopes=frozenset[str]().union(*(fact.scopes for fact in used)),
            per=per,
            sources=sources or tuple(dict.fromkeys(source for fact in used for source in fact.sources)),
            formula=formula,
            inputs=inputs,
            sufficiency=min((fact.sufficiency for fact in used), default=1.0),
            caveats=("simulated",),
        )
        self._made[fact_id] = fact
        return fact
