"""A finding: what a detector saw in the facts, what it is worth, and words for it made by code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from future_finance.domain.facts import Fact


class FindingCategory(StrEnum):
    """What part of a person's finances a finding is about."""

    SPENDING = "spending"
    BUDGET = "budget"
    INVESTMENTS = "investments"
    SAVINGS = "savings"
    DEBT = "debt"
    CREDIT = "credit"
    RETIREMENT = "retirement"
    TAX = "tax"
    DATA_QUALITY = "data_quality"


class Severity(StrEnum):
    """By a written rule, never by feeling."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ImpactKind(StrEnum):
    """What the amount of an impact means."""

    PER_YEAR = "per_year"
    ONE_TIME = "one_time"
    AT_RISK = "at_risk"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Impact:
    """What a finding is worth in paise; positive means that the person keeps it."""

    kind: ImpactKind = ImpactKind.NONE
    minor: int = 0
    is_estimate: bool = False
    assumption_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingText:
    """Words with figures written by code: an observation, and options; never advice."""

    title: str
    description: str
    next_step: str


@dataclass(frozen=True, slots=True)
class FindingStep:
    """One step of what a person could do, in English and Hindi."""

    text: str
    text_hi: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation. `id` is stable: the detector's code, and a key where it can fire several times.

    `facts` are all facts the texts rest on, the impact and assumptions among them (computed ones are not on
    the sheet). `as_question`: confidence is below 0.4, so that it is asked, not stated.
    """

    id: str
    detector: str
    category: FindingCategory
    facts: tuple[Fact, ...]
    impact: Impact
    severity: Severity
    confidence: float
    raise_confidence: str
    raise_confidence_hi: str
    text: FindingText
    text_hi: FindingText
    steps: tuple[FindingStep, ...] = ()
    as_question: bool = False

    @property
    def fact_ids(self) -> tuple[str, ...]:
        return tuple(fact.id for fact in self.facts)
