"""What detectors look at: the facts of one person, what they derive from them, and the rules they hold them against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from future_finance.domain.assumptions.assumed import Assumed
from future_finance.domain.facts import Fact, FactSheet, Per, Unit
from future_finance.domain.finding import ASSUMED, DERIVED, RULE
from future_finance.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that we draw ourselves; said to people as a comparison, not as a norm."""

    name: str
    value: Decimal
    unit: Unit
    label: str
    label_hi: str


EMERGENCY_MONTHS = Rule(
    "emergency_months", Decimal(3), Unit.MONTHS, "Months of spending we compare with", "तुलना के महीने"
)
EMERGENCY_MONTHS_IRREGULAR = Rule(
    "emergency_months_irregular", Decimal(6), Unit.MONTHS, "Months of spending we compare an uneven income with", "अनियमित आमदनी की तुलना के महीने"
)  # fmt: skip
FOIR_PCT = Rule(
    "foir_pct", Decimal(40), Unit.PERCENT, "Share of income for EMIs we compare with", "EMI की तुलना का हिस्सा"
)
UTILISATION_PCT = Rule(
    "utilisation_pct", Decimal(30), Unit.PERCENT, "Use of card limits we compare with", "कार्ड उपयोग की तुलना"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One person on the day the sheet was built."""

    sheet: FactSheet
    profile: Profile
    assumed: Assumed = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "assumed", Assumed.on(self.sheet.built_on))

    @property
    def today(self) -> date:
        return self.sheet.built_on

    def fact(self, fact_id: str) -> Fact | None:
        return self.sheet.get(fact_id)

    def number(self, fact_id: str) -> Decimal | None:
        return self.sheet.number(fact_id)

    def reason(self, fact_id: str) -> str | None:
        """Why a fact is missing; None where it is there, or never was to be."""
        gone = self.sheet.missing.get(fact_id)
        return None if gone is None else gone.reason

    def keyed(self, code: str) -> dict[str, Fact]:
        return self.sheet.keyed(code)

    def months(self, code: str) -> list[Fact]:
        """Facts of full months, oldest first: of "T02M", or of one category as "T02C:card_bill"."""
        code, _, category = code.partition(":")
        facts = self.keyed(code)
        if category:
            facts = {key: fact for key, fact in facts.items() if key.partition(":")[2] == category}
        return [facts[key] for key in sorted(facts)]

    def assumption(self, name: str) -> Fact:
        """A dated assumption as a fact."""
        row = self.assumed.rows[name]
        return Fact(
            id=f"{ASSUMED}:{name}",
            label=row.label,
            label_hi=row.label_hi,
            value=row.value,
            unit=row.unit,
            per=row.per,
            as_of=row.as_of,
            scopes=frozenset(),
            sources=(f"assumptions/{name}",),
            formula=row.source,
        )


def compared_with(rule: Rule) -> Fact:
    """Our line as a fact."""
    return Fact(
        id=f"{RULE}:{rule.name}",
        label=rule.label,
        label_hi=rule.label_hi,
        value=rule.value,
        unit=rule.unit,
        as_of=None,
        scopes=frozenset(),
        formula="our own line",
    )


def derived(
    finding_id: str,
    name: str,
    value: Decimal,
    unit: Unit,
    label: str,
    label_hi: str,
    inputs: Sequence[Fact],
    formula: str,
    per: Per | None = None,
) -> Fact:
    """A figure that a detector makes of facts: as old as the oldest, as sure as the least sure of them."""
    days = [fact.as_of for fact in inputs if fact.as_of is not None]
    return Fact(
        id=f"{DERIVED}:{finding_id}:{name}",
        label=label,
        label_hi=label_hi,
        value=round(value, 2),
        unit=unit,
        per=per,
        as_of=min(days, default=None),
        scopes=frozenset(scope for fact in inputs for scope in fact.scopes),
        inputs=tuple(fact.id for fact in inputs),
        formula=formula,
        sufficiency=min((fact.sufficiency for fact in inputs), default=1.0),
        names=tuple(name for fact in inputs for name in fact.names),
    )
