"""Indian and US shares: units by trade, a price path, and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from emulators.fi_mcp.people.calendar import LAST
from emulators.fi_mcp.people.growth import earlier
from emulators.fi_mcp.people.isin import isin

BUY, SELL, BONUS, SPLIT = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class ShareTrade:
    """`price` is None where the register does not know it (bonus, transfer in)."""

    index: int
    day: int
    kind: int
    quantity: float
    price: float | None = None

    @property
    def signed(self) -> float:
        return -self.quantity if self.kind == SELL else self.quantity


@dataclass(frozen=True)
class Share:
    """A share held in demat; `price` is rupees at the end of month 11."""

    stem: str
    issuer: str
    price: float
    growth_pct: float
    trades: tuple[ShareTrade, ...]

    @cached_property
    def isin(self) -> str:
        return isin(self.stem)

    def units(self, index: int) -> float:
        return sum(trade.signed for trade in self.trades if trade.index <= index)

    def priced(self, index: int) -> float:
        return round(earlier(self.price, self.growth_pct, LAST - index), 2)


@dataclass(frozen=True, slots=True)
class UsShare:
    """A US share worth `rupees` in all at the end of month 11; the exchange rate follows from it."""

    ticker: str
    issuer: str
    units_end: float
    usd: float
    rupees: int
    growth_pct: float
    sold: tuple[tuple[int, float], ...] = ()  # (month index, units)

    def units(self, index: int) -> float:
        return self.units_end + sum(units for month, units in self.sold if month > index)

    def priced(self, index: int) -> float:
        return round(earlier(self.usd, self.growth_pct, LAST - index), 2)

    def value(self, index: int) -> int:
        """Rupees, at one exchange rate throughout."""
        rate = self.rupees / (self.units_end * self.usd)
        return round(self.units(index) * self.priced(index) * rate)
