"""Loans with a monthly rest: EMI, what is left, and how they run off. Rupees; nothing is rounded but what is paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

PAISA = Decimal("0.01")
_LONGEST_MONTHS = 1200  # a hundred years: longer is never


@dataclass(frozen=True, slots=True)
class Repayment:
    """How a debt runs off. `balances[k]` is what is owed after k payments; `interest` is their sum, unrounded."""

    balances: tuple[Decimal, ...]
    interest: Decimal

    @property
    def months(self) -> int:
        return len(self.balances) - 1


def to_paisa(amount: Decimal) -> Decimal:
    return amount.quantize(PAISA, ROUND_HALF_UP)


def monthly_rate(rate_pct: Decimal) -> Decimal:
    """Of a yearly rate with monthly rest, as Indian lenders state it."""
    return rate_pct / 1200


def emi(principal: Decimal, rate_pct: Decimal, months: int) -> Decimal:
    """P i (1+i)^n / ((1+i)^n - 1), to the paisa, half up; a paisa more where rounding would leave a loan without end."""
    i = monthly_rate(rate_pct)
    growth = (1 + i) ** months
    paid = to_paisa(principal / months if i == 0 else principal * i * growth / (growth - 1))
    return paid if ends(principal, rate_pct, paid) else paid + PAISA


def months_left(balance: Decimal, rate_pct: Decimal, payment: Decimal) -> int | None:
    """ceil(-ln(1 - B i / E) / ln(1 + i)); None where the payment does not cover the interest."""
    if balance <= 0:
        return 0
    i = monthly_rate(rate_pct)
    if payment <= balance * i:
        return None
    exact = balance / payment if i == 0 else -(1 - balance * i / payment).ln() / (1 + i).ln()
    # A contract EMI rounded to the paisa must not cost a month more than the contract has.
    return int((exact - Decimal("0.0001")).to_integral_value(ROUND_CEILING))


def ends(balance: Decimal, rate_pct: Decimal, payment: Decimal) -> bool:
    """Whether it is paid off within a hundred years."""
    left = months_left(balance, rate_pct, payment)
    return left is not None and left < _LONGEST_MONTHS


def contract_balance(principal: Decimal, rate_pct: Decimal, tenure_months: int, paid_months: int) -> Decimal:
    """What the contract leaves after `paid_months`: P ((1+i)^n - (1+i)^k) / ((1+i)^n - 1)."""
    if paid_months >= tenure_months:
        return Decimal(0)
    i = monthly_rate(rate_pct)
    if i == 0:
        return principal * (tenure_months - paid_months) / tenure_months
    whole, paid = (1 + i) ** tenure_months, (1 + i) ** paid_months
    return principal * (whole - paid) / (whole - 1)


def repay(
    balance: Decimal,
    rate_pct: Decimal,
    payment: Decimal,
    extra: Callable[[int], Decimal] = lambda month: Decimal(0),
) -> Repayment | None:
    """Pay `payment` and `extra(k)` at the end of each month k, from 1, until nothing is owed.

    The last payment is what is left. None where it does not end within a hundred years.
    """
    i = monthly_rate(rate_pct)
    balances, interest = [balance], Decimal(0)
    while balances[-1] >= PAISA / 2:
        month = len(balances)
        if month > _LONGEST_MONTHS:
            return None
        owed = balances[-1] * (1 + i)
        interest += balances[-1] * i
        balances.append(owed - min(owed, payment + extra(month)))
    return Repayment(tuple(balances), interest)
