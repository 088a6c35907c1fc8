"""Loans that amortise month by month, and credit cards with a balance for each month."""

from __future__ import annotations

from dataclasses import dataclass

from emulators.fi_mcp.people.calendar import LAST, Vector
from emulators.fi_mcp.people.narration import Bank


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan on monthly rest. `paid` is how many EMIs are paid at the end of month 11.

    `kind` is Fi's LOAN_ACCOUNT_TYPE_ suffix, `attribute` the LIABILITY_TYPE_ suffix it counts under,
    `bureau_type` the credit bureau's code. Before its first EMI month the loan stands at the
    principal from `opened` on, and does not exist before that.
    """

    lender: Bank
    tail: str
    kind: str
    attribute: str
    bureau_type: str
    principal: int
    rate_pct: float
    months: int
    paid: int
    opened: int  # month index, negative before the twelve months
    collected: int | None = None  # the EMI that the lender collects, where it is not the rounded one

    @property
    def exact_emi(self) -> float:
        """P i (1+i)^n / ((1+i)^n - 1)."""
        i = self.rate_pct / 1200
        growth = (1 + i) ** self.months
        return self.principal * i * growth / (growth - 1)

    @property
    def emi(self) -> int:
        """What the lender collects: the exact EMI rounded to the rupee, unless it rounds otherwise."""
        return self.collected or round(self.exact_emi)

    def paid_by(self, index: int) -> int:
        return max(0, self.paid - (LAST - index))

    def exists(self, index: int) -> bool:
        return index >= self.opened

    def outstanding(self, index: int) -> int:
        """Rupees left at the end of month `index`, on the unrounded EMI, rounded once."""
        i = self.rate_pct / 1200
        grown = (1 + i) ** self.paid_by(index)
        return round(self.principal * grown - self.exact_emi * (grown - 1) / i)


@dataclass(frozen=True, slots=True)
class Card:
    """A credit card. `balances` are the rupees owed at each month's end."""

    issuer: Bank
    tail: str
    limit: int
    balances: Vector
    rate_pct: float
    opened: int
    known_months: int = 36  # how many months the bureau knows of
    late: tuple[int, ...] = ()  # positions of 30-day lates in the bureau's profile

    def balance(self, index: int) -> int:
        return self.balances[max(0, index)]


def billed_next(bills: Vector, owed_now: int) -> Vector:
    """Month-end balances of a card whose bill is paid in full the month after."""
    return (*bills[1:], owed_now)


def straight(first: int, last: int) -> Vector:
    """Twelve month-end balances on a straight line."""
    return tuple(round(first + (last - first) * index / LAST) for index in range(LAST + 1))
