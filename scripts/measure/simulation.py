"""How long what-ifs take: the markets alone, and whole scenarios with their sensitivities."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from statistics import median
from typing import Any

from future_finance.domain.facts import FactSheet
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.market import PATHS, Market
from future_finance.usecases.simulation import simulate_for_chat
from scripts.measure.figure import Figure

MONTHS = 360
GOAL_S = 0.15
_TODAY = date(2026, 11, 24)
_ROUNDS = 7
_SCENARIOS: tuple[dict[str, Any], ...] = (
    {"kind": "sip_change", "extraMonth": 5_000, "years": 30},
    {"kind": "retirement", "age": 60, "ageNow": 30, "invested": 500_000, "investMonth": 20_000, "spendMonth": 60_000},
    {"kind": "loan_prepayment", "amount": 500_000, "loan": {"balance": 6_724_473, "ratePct": 8.6, "emi": 65_562}},
)  # fmt: skip


def measure() -> list[Figure]:
    """The first drawing of paths apart from the next, which find the draws kept."""
    first_s = _seconds(_paths)
    figures = [
        Figure(f"{PATHS:,} paths x {MONTHS} months, first", first_s, "s", GOAL_S),
        Figure(f"{PATHS:,} paths x {MONTHS} months, then", _middle(_paths), "s", GOAL_S),
    ]
    for scenario in _SCENARIOS:
        took_s = _middle(partial(_answered, scenario))
        figures.append(Figure(f"{scenario['kind']}, sensitivities included", took_s * 1000, "ms"))
    return figures


def _paths() -> None:
    market = Market(
        MONTHS,
        equity_pct=60,
        equity_return_pct=11,
        equity_volatility_pct=18,
        debt_return_pct=6.5,
        debt_volatility_pct=3,
        correlation=0.1,
    )
    course = market.grow(Decimal(0), [Decimal(5_000)] * MONTHS)
    for month in range(0, MONTHS + 1, 12):
        course.percentiles(month)


def _answered(scenario: dict[str, Any]) -> None:
    found = simulate_for_chat(FactSheet(_TODAY), Profile(), scenario, _TODAY)
    assert found.done


def _middle(work: Callable[[], None]) -> float:
    return median(_seconds(work) for _ in range(_ROUNDS))


def _seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
