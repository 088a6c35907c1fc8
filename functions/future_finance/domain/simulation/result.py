"""What a simulation answers. Every figure in it is a fact, with its formula and the ids it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from future_finance.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Words:
    """The same in English and in Hindi."""

    en: str
    hi: str


class Side(StrEnum):
    """Which of two courses a figure belongs to."""

    AS_NOW = "as_now"
    SCENARIO = "scenario"
    DIFFERENCE = "difference"  # scenario - as now
    ASKED = "asked"  # what the person asked with


@dataclass(frozen=True, slots=True)
class Figure:
    """A result. `name` is stable; several sides may carry it."""

    name: str
    side: Side
    label: Words
    fact: Fact


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day, as it will read and in today's money."""

    on: date
    nominal: Decimal
    real: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """A line of a chart, of rupees."""

    name: str
    side: Side
    label: Words
    points: tuple[Point, ...]


PERCENTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True, slots=True)
class Band:
    """The PERCENTILES of the paths on a day."""

    on: date
    nominal: tuple[Decimal, ...]
    real: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Fan:
    """A fan chart of one course."""

    side: Side
    label: Words
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class LowPoint:
    """Where a course is at its lowest."""

    side: Side
    on: date
    fact: Fact


@dataclass(frozen=True, slots=True)
class Chance:
    """In how many of a hundred paths something comes to pass, and how far sampling alone may be off."""

    meaning: Words
    fact: Fact
    error: Fact  # one standard error, in percentage points
    paths: int
    seed: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The headline figure at a lower and at a higher value of one assumption, all else alike."""

    assumption_id: str
    low_value: Decimal
    high_value: Decimal
    low: Fact
    high: Fact


@dataclass(frozen=True, slots=True)
class Assumption:
    """One that the result rests on. `told`: the person set it."""

    id: str
    label: Words
    fact: Fact
    source: str
    as_of: date
    valid_until: date | None
    editable: bool
    lowest: Decimal
    highest: Decimal
    told: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about the result; `code` is stable."""

    code: str
    text: Words


@dataclass(frozen=True, slots=True)
class Lack:
    """Data that is missing. `field`: where in the scenario the person may say it instead.

    `needed`: without it there is no result; else the result is there, and poorer.
    """

    what: str
    reason: str
    needs: str
    ask: Words
    field: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Simulation:
    """A scenario worked out; where `lacks` stands in the way, only as far as the data goes."""

    kind: str
    understood_as: Words
    today: date
    months: int
    done: bool
    summary: tuple[Words, ...] = ()
    figures: tuple[Figure, ...] = ()
    series: tuple[Series, ...] = ()
    fans: tuple[Fan, ...] = ()
    low_point: LowPoint | None = None
    chance: Chance | None = None
    sensitivity: tuple[Sensitivity, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    warnings: tuple[Notice, ...] = ()
    lacks: tuple[Lack, ...] = ()
    used: tuple[Fact, ...] = ()  # of the sheet
    facts: tuple[Fact, ...] = ()  # all that was made here
