"""Loans by formula, to hold against those that are paid off month by month."""

from __future__ import annotations

from decimal import Decimal

from future_finance.domain.loan import monthly_rate


def balance_after(principal: Decimal, rate_pct: Decimal, payment: Decimal, months: int) -> Decimal:
    """What is owed after `months` payments: P (1+i)^n - E ((1+i)^n - 1) / i, unrounded; at least 0."""
    i = monthly_rate(rate_pct)
    if i == 0:
        return max(Decimal(0), principal - payment * months)
    growth = (1 + i) ** months
    return max(Decimal(0), principal * growth - payment * (growth - 1) / i)
