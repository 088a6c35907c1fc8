"""The book in which facts are entered while a sheet is made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from future_finance.domain.fact_catalogue import KINDS
from future_finance.domain.facts import Fact, FactSheet, MissingFact


class FactBook:
    """Facts entered so far. What all facts of a code share comes from the catalogue."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._facts: dict[str, Fact] = {}
        self._missing: dict[str, MissingFact] = {}

    def enter(
        self,
        code: str,
        value: Decimal | date | str,
        as_of: date | None,
        *,
        key: str = "",
        label: str = "",
        label_hi: str = "",
        sources: Iterable[str] = (),
        inputs: Iterable[str] = (),
        sufficiency: float = 1.0,
        caveats: Iterable[str] = (),
        scopes: frozenset[str] | None = None,
        formula: str = "",
        names: Iterable[str] = (),
    ) -> Fact:
        """A fact. `label` is for keyed facts, whose kind's label would not tell them apart; `scopes` and
        `formula` are for those that need other ones than their kind."""
        kind = KINDS[code]
        fact = Fact(
            id=f"{code}:{key}" if key else code,
            label=label or kind.label,
            label_hi=label_hi or label or kind.label_hi,
            value=value,
            unit=kind.unit,
            per=kind.per,
            as_of=as_of,
            scopes=kind.scopes if scopes is None else scopes,
            sources=tuple(sources),
            formula=formula or kind.formula,
            inputs=tuple(inputs),
            sufficiency=round(sufficiency, 3),
            caveats=tuple(caveats),
            names=tuple(names),
        )
        self._facts[fact.id] = fact
        self._missing.pop(fact.id, None)
        return fact

    def miss(
        self, code: str, reason: str, needs: str, *, key: str = "", label: str = "", label_hi: str = ""
    ) -> None:
        """A fact that cannot be, with its stable reason and what it would need."""
        kind = KINDS[code]
        fact_id = f"{code}:{key}" if key else code
        self._missing[fact_id] = MissingFact(
            id=fact_id,
            label=label or kind.label,
            label_hi=label_hi or label or kind.label_hi,
            reason=reason,
            needs=needs,
            scopes=kind.scopes,
        )

    def get(self, fact_id: str) -> Fact | None:
        return self._facts.get(fact_id)

    def number(self, fact_id: str) -> Decimal | None:
        fact = self._facts.get(fact_id)
        return None if fact is None else fact.number

    def keyed(self, code: str) -> dict[str, Fact]:
        return {fact.key: fact for fact in self._facts.values() if fact.code == code and fact.key}

    def sheet(self) -> FactSheet:
        return FactSheet(
            self.today, 0, MappingProxyType(dict(self._facts)), MappingProxyType(dict(self._missing))
        )
