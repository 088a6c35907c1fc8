"""Yearly return of dated cash flows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pyxirr

LOWEST_PCT, HIGHEST_PCT = Decimal(-60), Decimal(60)  # beyond, the data is doubted rather than believed


def xirr_pct(flows: Sequence[tuple[date, Decimal]]) -> Decimal | None:
    """Root of the sum of CF / (1+r)^(days/365), in percent with two decimals; None out of range or without one.

    Payments are negative; the last flow is usually the value today.
    """
    if not any(amount < 0 for _, amount in flows) or not any(amount > 0 for _, amount in flows):
        return None
    rate = pyxirr.xirr([on for on, _ in flows], [float(amount) for _, amount in flows])
    if rate is None:
        return None
    pct = round(Decimal(rate) * 100, 2)
    return pct if LOWEST_PCT <= pct <= HIGHEST_PCT else None
