"""A simulation as the API shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict

from future_finance.domain.facts import Fact, Unit
from future_finance.domain.formula_hindi import in_hindi
from future_finance.domain.money import minor_of
from future_finance.domain.overview_view import MoneyView, money
from future_finance.domain.simulation.result import (
    PERCENTILES,
    Assumption,
    Band,
    Chance,
    Fan,
    Figure,
    LowPoint,
    Sensitivity,
    Series,
    Simulation,
    Words,
)

if TYPE_CHECKING:
    from future_finance.usecases.simulation_words import Understood


class BilingualView(TypedDict):
    """The same in both languages."""

    en: str
    hi: str


class SimulatedFigureView(TypedDict):
    """`value` is exact, in `unit`; `amount` says it once more where that is rupees.

    `side`: as_now, scenario, difference (scenario - as now) or asked. `inputs` are ids of facts and assumptions.
    """

    id: str
    name: str
    side: str
    label: BilingualView
    value: str
    unit: str
    per: str | None
    amount: MoneyView | None
    formula: BilingualView
    inputs: list[str]
    sufficiency: float


class ValueView(TypedDict):
    """A figure without its name."""

    id: str
    value: str
    unit: str
    amount: MoneyView | None


class PointView(TypedDict):
    """Paise: as it will read, and in today's money."""

    on: str
    nominalMinor: int
    realMinor: int


class SeriesView(TypedDict):
    """A line. Monthly in the first year, then yearly, and the end."""

    name: str
    side: str
    label: BilingualView
    points: list[PointView]


class BandView(TypedDict):
    """Paise, by `percentiles`."""

    on: str
    nominalMinor: list[int]
    realMinor: list[int]


class FanView(TypedDict):
    """A fan chart: yearly, and the end."""

    side: str
    label: BilingualView
    percentiles: list[int]
    bands: list[BandView]


class LowPointView(TypedDict):
    """Where money at hand is at its lowest."""

    side: str
    on: str
    amount: MoneyView


class ChanceView(TypedDict):
    """`pct` of `paths`, drawn from `seed`; sampling alone may be off by `errorPoints` (one standard error)."""

    meaning: BilingualView
    pct: str
    errorPoints: str
    paths: int
    seed: int


class SensitivityView(TypedDict):
    """The main figure at a lower and a higher value of one assumption."""

    assumptionId: str
    lowValue: str
    highValue: str
    low: ValueView
    high: ValueView


class AssumptionView(TypedDict):
    """`told`: set by the person. An editable one may be set from `lowest` to `highest`."""

    id: str
    label: BilingualView
    value: str
    unit: str
    per: str | None
    source: BilingualView
    asOf: str
    validUntil: str | None
    editable: bool
    lowest: str | None
    highest: str | None
    told: bool


class NoticeView(TypedDict):
    """`code` is stable."""

    code: str
    text: BilingualView


class LackView(TypedDict):
    """Data that is missing. `ask` for it; the answer goes into `field` of the scenario. `needed`: no result without."""

    what: str
    reason: str
    needs: str
    ask: BilingualView
    field: str
    needed: bool


class ReadingView(TypedDict):
    """How words were read: by which model, and which numbers it filled in that the person did not say.

    `scenario` is what POST /api/simulate takes: to change it, or an assumption, and try again.
    """

    model: str
    standIn: bool
    guessed: list[str]
    scenario: dict[str, Any]


class SimulationView(TypedDict):
    """Answer of POST /api/simulate. Where `done` is false, `unavailable` says what to ask first."""

    kind: str
    understoodAs: BilingualView
    reading: ReadingView | None
    today: str
    months: int
    done: bool
    summary: list[BilingualView]
    figures: list[SimulatedFigureView]
    series: list[SeriesView]
    fans: list[FanView]
    lowPoint: LowPointView | None
    chance: ChanceView | None
    sensitivity: list[SensitivityView]
    assumptions: list[AssumptionView]
    warnings: list[NoticeView]
    unavailable: list[LackView]


def simulation_view(found: Simulation, understood: Understood | None = None) -> SimulationView:
    return {
        "kind": found.kind,
        "understoodAs": _words(found.understood_as),
        "reading": None if understood is None else _reading(understood),
        "today": found.today.isoformat(),
        "months": found.months,
        "done": found.done,
        "summary": [_words(words) for words in found.summary],
        "figures": [_figure(figure) for figure in found.figures],
        "series": [_series(series) for series in found.series],
        "fans": [_fan(fan) for fan in found.fans],
        "lowPoint": None if found.low_point is None else _low_point(found.low_point),
        "chance": None if found.chance is None else _chance(found.chance),
        "sensitivity": [_sensitivity(tried) for tried in found.sensitivity],
        "assumptions": [_assumption(assumption) for assumption in found.assumptions],
        "warnings": [{"code": notice.code, "text": _words(notice.text)} for notice in found.warnings],
        "unavailable": [
            {
                "what": lack.what,
                "reason": lack.reason,
                "needs": lack.needs,
                "ask": _words(lack.ask),
                "field": lack.field,
                "needed": lack.needed,
            }
            for lack in found.lacks
        ],
    }


def _words(words: Words) -> BilingualView:
    return {"en": words.en, "hi": words.hi}


def _reading(understood: Understood) -> ReadingView:
    return {
        "model": understood.model,
        "standIn": understood.stand_in,
        "guessed": list(understood.guessed),
        "scenario": _as_asked(understood.scenario),
    }


def _as_asked(told: Any) -> Any:
    """A scenario in the form that POST /api/simulate takes."""
    if hasattr(told, "__pydantic_config__"):
        alias = told.__pydantic_config__["alias_generator"]
        values = ((field.name, getattr(told, field.name)) for field in fields(told))
        return {alias(name): _as_asked(value) for name, value in values if value is not None}
    if isinstance(told, Mapping):
        return {name: _as_asked(value) for name, value in told.items()}
    if isinstance(told, tuple):
        return [_as_asked(value) for value in told]
    if isinstance(told, Decimal):
        return _plain(told)
    return told.isoformat() if isinstance(told, date) else told


def _figure(figure: Figure) -> SimulatedFigureView:
    fact = figure.fact
    return {
        "id": fact.id,
        "name": figure.name,
        "side": figure.side,
        "label": _words(figure.label),
        "value": _said(fact),
        "unit": fact.unit,
        "per": fact.per,
        "amount": _amount(fact),
        "formula": {"en": fact.formula, "hi": in_hindi(fact.formula)},
        "inputs": list(fact.inputs),
        "sufficiency": fact.sufficiency,
    }


def _value(fact: Fact) -> ValueView:
    return {"id": fact.id, "value": _said(fact), "unit": fact.unit, "amount": _amount(fact)}


def _series(series: Series) -> SeriesView:
    return {
        "name": series.name,
        "side": series.side,
        "label": _words(series.label),
        "points": [
            {
                "on": point.on.isoformat(),
                "nominalMinor": minor_of(point.nominal),
                "realMinor": minor_of(point.real),
            }
            for point in series.points
        ],
    }


def _fan(fan: Fan) -> FanView:
    return {
        "side": fan.side,
        "label": _words(fan.label),
        "percentiles": list(PERCENTILES),
        "bands": [_band(band) for band in fan.bands],
    }


def _band(band: Band) -> BandView:
    return {
        "on": band.on.isoformat(),
        "nominalMinor": _minors(band.nominal),
        "realMinor": _minors(band.real),
    }


def _minors(amounts: Iterable[Decimal]) -> list[int]:
    return [minor_of(amount) for amount in amounts]


def _low_point(low: LowPoint) -> LowPointView:
    return {"side": low.side, "on": low.on.isoformat(), "amount": money(minor_of(low.fact.number))}


def _chance(chance: Chance) -> ChanceView:
    return {
        "meaning": _words(chance.meaning),
        "pct": _said(chance.fact),
        "errorPoints": _said(chance.error),
        "paths": chance.paths,
        "seed": chance.seed,
    }


def _sensitivity(tried: Sensitivity) -> SensitivityView:
    return {
        "assumptionId": tried.assumption_id,
        "lowValue": _plain(tried.low_value),
        "highValue": _plain(tried.high_value),
        "low": _value(tried.low),
        "high": _value(tried.high),
    }


def _assumption(assumption: Assumption) -> AssumptionView:
    fact = assumption.fact
    return {
        "id": assumption.id,
        "label": _words(assumption.label),
        "value": _said(fact),
        "unit": fact.unit,
        "per": fact.per,
        "source": {"en": assumption.source, "hi": in_hindi(assumption.source)},
        "asOf": assumption.as_of.isoformat(),
        "validUntil": None if assumption.valid_until is None else assumption.valid_until.isoformat(),
        "editable": assumption.editable,
        "lowest": _plain(assumption.lowest) if assumption.editable else None,
        "highest": _plain(assumption.highest) if assumption.editable else None,
        "told": assumption.told,
    }


def _amount(fact: Fact) -> MoneyView | None:
    if fact.unit != Unit.INR or not isinstance(fact.value, Decimal):
        return None
    return money(minor_of(fact.value))


def _said(fact: Fact) -> str:
    if isinstance(fact.value, Decimal):
        return _plain(fact.value)
    return fact.value.isoformat() if isinstance(fact.value, date) else fact.value


def _plain(value: Decimal) -> str:
    return format(value, "f")
