"""Facts: every figure a person is shown, with its unit, date, sources, formula and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

NO_CONSENT = "consent"
BUILT_BY = 6  # raise it whenever the same stored parts would make another sheet


class Unit(StrEnum):
    """What a value is measured in. Rates of money say their period in `Fact.per`."""

    INR = "INR"  # rupees, not paise
    PERCENT = "percent"  # 17.85, not 0.1785
    MONTHS = "months"
    YEARS = "years"
    DAYS = "days"
    COUNT = "count"
    POINTS = "points"  # a credit score
    UNITS = "units"  # of a fund or share
    RATIO = "ratio"
    DATE = "date"
    TEXT = "text"  # a name, a band, yes or no


class Per(StrEnum):
    """The period a flow is stated for."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure. `id` is a code of the catalogue, and `:key`s where there are several: "N05:epf".

    `sources` are documents below the user ("assets/{id}", "ledger/{id}") or "you" for what was entered.
    `inputs` are the ids of the facts that `formula` uses. `sufficiency` = coverage x freshness x history.
    `caveats` are stable codes: "stale", "undated", "partial_ledger", "estimate", "bureau_only" ...
    `names` are people, payees and employers that `label` or `value` spell out: never sent to a model.
    """

    id: str
    label: str
    value: Decimal | date | str
    unit: str
    as_of: date | None
    scopes: frozenset[str]
    per: str | None = None
    label_hi: str = ""
    sources: tuple[str, ...] = ()
    formula: str = ""
    inputs: tuple[str, ...] = ()
    sufficiency: float = 1.0
    caveats: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The catalogue's code: "N05" of "N05:epf"."""
        return self.id.partition(":")[0]

    @property
    def key(self) -> str:
        """What follows the code: "epf" of "N05:epf", else ""."""
        return self.id.partition(":")[2]

    @property
    def number(self) -> Decimal:
        """The value where it is a number. Raises TypeError."""
        if not isinstance(self.value, Decimal):
            raise TypeError(f"{self.id} is no number")
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFact:
    """A fact that does not exist, and why: `reason` is a stable code, `needs` says it in words."""

    id: str
    label: str
    reason: str
    needs: str
    scopes: frozenset[str] = frozenset()
    label_hi: str = ""


@dataclass(frozen=True, slots=True)
class FactSheet:
    """A person's facts on one day. Immutable: `within` and `plus` make another.

    `names`: payees and employers in the data, those too that no fact spells out; never sent to a model.
    """

    built_on: date
    data_version: int = 0  # of the stored data it was built from
    facts: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))
    missing: Mapping[str, MissingFact] = field(default_factory=lambda: MappingProxyType({}))
    names: frozenset[str] = frozenset()

    def get(self, fact_id: str) -> Fact | None:
        return self.facts.get(fact_id)

    def number(self, fact_id: str) -> Decimal | None:
        """The value of a numeric fact; None where it does not exist."""
        fact = self.facts.get(fact_id)
        return None if fact is None else fact.number

    def keyed(self, code: str) -> dict[str, Fact]:
        """Facts of one code that have keys, by key: keyed("N05")["epf"]."""
        return {fact.key: fact for fact in self.facts.values() if fact.code == code and fact.key}

    def within(self, scopes: Iterable[str]) -> FactSheet:
        """Only what these scopes allow; the rest is missing, for want of consent."""
        granted = frozenset(scopes)
        kept = {key: fact for key, fact in self.facts.items() if fact.scopes <= granted}
        missing = {
            key: gone if gone.scopes <= granted else _unconsented(gone) for key, gone in self.missing.items()
        }
        missing |= {key: _unconsented(fact) for key, fact in self.facts.items() if key not in kept}
        return replace(self, facts=MappingProxyType(kept), missing=MappingProxyType(missing))

    def plus(self, facts: Iterable[Fact]) -> FactSheet:
        """With further facts, such as results of a computation."""
        return replace(self, facts=MappingProxyType({**self.facts, **{fact.id: fact for fact in facts}}))


def _unconsented(gone: Fact | MissingFact) -> MissingFact:
    return MissingFact(
        id=gone.id,
        label=gone.label,
        label_hi=gone.label_hi,
        reason=NO_CONSENT,
        needs="You have not agreed to this use of the data it needs.",
        scopes=gone.scopes,
    )


def rupees(minor: int) -> Decimal:
    """Paise as the Decimal rupees of a fact."""
    return (Decimal(minor) / 100).quantize(Decimal("0.01"))
