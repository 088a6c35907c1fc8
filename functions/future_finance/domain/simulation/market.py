"""Many possible markets: log-normal months of equity and debt that move together, drawn from a fixed seed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from future_finance.domain.simulation.result import PERCENTILES

PATHS = 2_000
SEED = 20_260_401

type Floats = NDArray[np.float64]


class Market:
    """Growth of a mix of equity and debt that is set right every month, along PATHS paths.

    A return is the middle one: half of the paths of a single asset do better. Percents; rates are of a year.
    """

    def __init__(
        self,
        months: int,
        *,
        equity_pct: float,
        equity_return_pct: float,
        equity_volatility_pct: float,
        debt_return_pct: float,
        debt_volatility_pct: float,
        correlation: float,
    ) -> None:
        alone, together = _draws(months)
        joint = correlation * alone + np.sqrt(1 - correlation**2) * together
        equity = _growth(alone, equity_return_pct, equity_volatility_pct)
        debt = _growth(joint, debt_return_pct, debt_volatility_pct)
        share = equity_pct / 100
        self._growth: Floats = share * equity + (1 - share) * debt

    def grow(self, start: Decimal, flows: Sequence[Decimal]) -> Course:
        """`flows[k]` is put in, or taken out, at the end of month k + 1; a path that is empty stays at what comes."""
        values: Floats = np.empty((len(flows) + 1, PATHS))
        values[0] = float(start)
        for month, flow in enumerate(flows):
            np.multiply(values[month], self._growth[month], out=values[month + 1])
            values[month + 1] += float(flow)
            if flow < 0:
                np.maximum(values[month + 1], 0, out=values[month + 1])
        return Course(values)


class Course:
    """What a plan is worth after each month, from 0, along every path."""

    def __init__(self, values: Floats) -> None:
        self._values = values

    def percentiles(self, month: int) -> tuple[Decimal, ...]:
        """The PERCENTILES after a month, in whole rupees."""
        found = np.percentile(self._values[month], PERCENTILES)
        return tuple(Decimal(int(np.rint(value))) for value in found)

    def middle(self, month: int) -> Decimal:
        return self.percentiles(month)[2]

    def above_pct(self, month: int, amount: Decimal) -> Decimal:
        """In how many of a hundred paths there is at least the amount."""
        return _pct(self._values[month] >= float(amount))

    def ahead_pct(self, other: Course, month: int) -> Decimal:
        """In how many of a hundred paths this is worth more than the other on the same path."""
        return _pct(self._values[month] > other._values[month])

    def lasting_pct(self) -> Decimal:
        """In how many of a hundred paths something is left at the end."""
        return _pct(self._values[-1] > 0)

    def empty_month(self, percentile: int) -> int:
        """The month at which as many of a hundred paths are empty; the last one where fewer ever are."""
        months = len(self._values) - 1
        empty = self._values <= 0
        first = np.where(empty.any(axis=0), empty.argmax(axis=0), months)
        return int(np.percentile(first, percentile, method="lower"))

    def taxed(self, month: int, put_in: Decimal, parts: Sequence[tuple[Decimal, Decimal, Decimal]]) -> Course:
        """This month alone, less tax on the gain: of each part (share of it, free of tax, percent)."""
        value = self._values[month]
        gain = np.maximum(value - float(put_in), 0)
        tax = sum(
            np.maximum(gain * float(share) - float(free), 0) * float(rate_pct) / 100
            for share, free, rate_pct in parts
        )
        return Course((value - tax)[np.newaxis])


def need_month(market: Market, start: Decimal, months: int, target: Decimal) -> Decimal:
    """What, put in each month, makes the middle path reach the target; 0 where it does without."""
    alone = market.grow(start, [Decimal(0)] * months)._values[-1]
    one = market.grow(Decimal(0), [Decimal(1)] * months)._values[-1]
    low, high = 0.0, float(target)
    if np.median(alone) >= float(target):
        return Decimal(0)
    for _ in range(60):
        middle = (low + high) / 2
        if np.median(alone + middle * one) < float(target):
            low = middle
        else:
            high = middle
    return Decimal(int(np.ceil(high)))


def _growth(draws: NDArray[np.float32], return_pct: float, volatility_pct: float) -> Floats:
    drift = np.log1p(return_pct / 100) / 12
    grown: Floats = np.exp(drift + volatility_pct / 100 / np.sqrt(12) * draws).astype(np.float64)
    return grown


def _draws(months: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Of two independent assets. A longer plan begins with the same months as a shorter one."""
    drawn = _decades(-(-months // 120))[:months]
    return drawn[:, 0], drawn[:, 1]


@lru_cache(maxsize=2)  # tries of one scenario share their draws, so that only the assumption differs
def _decades(count: int) -> NDArray[np.float32]:
    dice = np.random.default_rng(SEED)
    return dice.standard_normal((count * 120, 2, PATHS), dtype=np.float32)


def _pct(hits: NDArray[np.bool_]) -> Decimal:
    return Decimal(int(hits.sum())) * 100 / len(hits)
