"""What a regular plan costs more than its direct twin: our dated assumption, a range and never one figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PlanGap:
    """Points of a percent a year, from `low_pct` to `high_pct`."""

    low_pct: Decimal
    high_pct: Decimal
    as_of: date
    source: str


GAP = PlanGap(
    low_pct=Decimal("0.5"),
    high_pct=Decimal("1.2"),
    as_of=date(2026, 4, 1),
    source="Our assumption: usual differences of expense ratios that fund houses publish (SEBI, base expense ratios)",
)
ASSUMPTION_IDS = ("regular_gap_low", "regular_gap_high")
