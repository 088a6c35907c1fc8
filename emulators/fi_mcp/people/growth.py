"""Steady yearly growth, looked at backwards."""

from __future__ import annotations

from math import exp, log1p


def earlier(value: float, growth_pct: float, months: float) -> float:
    """What becomes `value` in so many months at a yearly growth."""
    return value * exp(-log1p(growth_pct / 100) * months / 12)
