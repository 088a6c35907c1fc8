"""Fixed and recurring deposits, and pots such as EPF or NPS that grow towards a stated end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from emulators.fi_mcp.people.calendar import LAST, Vector
from emulators.fi_mcp.people.growth import earlier
from emulators.fi_mcp.people.narration import Bank


@dataclass(frozen=True, slots=True)
class FixedDeposit:
    """A deposit of `rupees` from month `opened` up to, not including, month `closed`."""

    bank: Bank
    tail: str
    rupees: int
    rate_pct: float
    opened: int
    closed: int | None = None
    scheme: str = "FIXED DEPOSIT"

    def exists(self, index: int) -> bool:
        return self.opened <= index and (self.closed is None or index < self.closed)


@dataclass(frozen=True, slots=True)
class RecurringDeposit:
    """A deposit fed monthly; `principal` is what is in at the end of month 11."""

    bank: Bank
    tail: str
    monthly: int
    principal: int
    months: int

    def paid_in(self, index: int) -> int:
        return max(0, self.principal - self.monthly * (LAST - index))

    @property
    def opened(self) -> int:
        """Month index of the first instalment."""
        return LAST + 1 - self.principal // self.monthly


@dataclass(frozen=True, slots=True)
class Pot:
    """A balance that reaches `end` in month 11 by a monthly credit and a yearly growth."""

    end: int
    monthly: int = 0
    growth_pct: float = 0.0

    def value(self, index: int) -> int:
        left = LAST - index
        return max(0, round(earlier(self.end, self.growth_pct, left)) - self.monthly * left)


@dataclass(frozen=True, slots=True)
class Employment:
    """Membership of one employer's provident fund; `balances` are the months' ends.

    `joined` and `left` are dates, or month indices (their first and last day). `employee_pct` of the
    balance is the employee's share; the pension part (EPS) stands apart.
    """

    employer: str
    member_id: str
    office: str
    joined: date | int
    left: date | int | None
    balances: Vector
    employee_pct: int = 56

    def exists(self, index: int) -> bool:
        return not isinstance(self.joined, int) or self.joined <= index

    def balance(self, index: int) -> int:
        return self.balances[max(0, index)]


def growing(end: int, monthly: int) -> Vector:
    """Month-end balances that grow by the same credit up to `end`."""
    return tuple(end - monthly * (LAST - index) for index in range(LAST + 1))


@dataclass(frozen=True, slots=True)
class GoldBond:
    """Sovereign gold bonds: one unit is one gram."""

    isin: str
    description: str
    units: int
    price: int  # rupees a unit at the end of month 11
    growth_pct: float

    def value(self, index: int) -> int:
        return round(earlier(self.units * self.price, self.growth_pct, LAST - index))
