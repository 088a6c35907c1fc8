"""The assumptions of one run: the table on a day, with what the person set in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from future_finance.domain.assumptions import market, statutory
from future_finance.domain.assumptions.row import Row

_ROWS = (*market.ROWS, *statutory.ROWS)
IDS = tuple(dict.fromkeys(row.id for row in _ROWS))


@dataclass(frozen=True, slots=True)
class Assumed:
    """`told`: what the person set, by id."""

    rows: Mapping[str, Row]
    told: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def on(cls, day: date) -> Assumed:
        """The rows of `day`; of one that began later, its first; of one that ended, its last."""
        rows: dict[str, Row] = {}
        for row in sorted(_ROWS, key=lambda row: row.valid_from):
            if row.id not in rows or row.valid_from <= day:
                rows[row.id] = row
        return cls(MappingProxyType(rows))

    def value(self, name: str) -> Decimal:
        return self.told.get(name, self.rows[name].value)

    def with_values(self, values: Mapping[str, Decimal]) -> Assumed:
        return replace(self, told=MappingProxyType({**self.told, **values}))

    def wrong(self, values: Mapping[str, Decimal]) -> list[tuple[str, str]]:
        """Which values cannot be set, and the stable reason."""
        return [
            (name, reason)
            for name, value in values.items()
            if (reason := _refusal(self.rows.get(name), value)) is not None
        ]

    def tried(self, name: str) -> tuple[Decimal, Decimal] | None:
        """The values below and above at which the effect of an assumption is tried; None where there is none."""
        row = self.rows[name]
        if not row.swing:
            return None
        value = self.value(name)
        return max(row.lowest, value - row.swing), min(row.highest, value + row.swing)


def _refusal(row: Row | None, value: Decimal) -> str | None:
    if row is None:
        return "unknown"
    if not row.editable:
        return "not_editable"
    return None if row.lowest <= value <= row.highest else "out_of_range"
