"""A finding: what a detector saw in the facts, what it is worth, and words for it made by code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from future_finance.domain.facts import Fact, FactSheet

DERIVED, ASSUMED, RULE = "FND", "ASM", "RULE"  # codes of facts that a finding makes itself
_GONE = frozenset({"none_found", "no_debts"})  # reasons that say that there is nothing, not that nobody knows


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


def told_today(fact_ids: Iterable[str], sheet: FactSheet) -> set[str]:
    """Those of a finding's facts on which the sheet has a say: it shows them, or shows that they are gone.

    A fact that is missing for a reason, such as a consent or a ledger that does not add up, says nothing. One
    with a key of its own, such as a loan, is gone when the sheet neither has it nor says why.
    """
    return {fact_id for fact_id in fact_ids if _is_told(fact_id, sheet)}


def _is_told(fact_id: str, sheet: FactSheet) -> bool:
    code = fact_id.partition(":")[0]
    if code in {DERIVED, ASSUMED, RULE} or fact_id in sheet.facts:
        return True
    if fact_id == code and code not in sheet.missing:
        return False
    return all(sheet.missing[name].reason in _GONE for name in (fact_id, code) if name in sheet.missing)
