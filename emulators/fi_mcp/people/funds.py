"""Mutual fund schemes: a price path, the purchases along it, and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from math import exp, log1p, sin

from emulators.fi_mcp.people.calendar import LAST, Window, weekday_on_or_after
from emulators.fi_mcp.people.growth import earlier
from emulators.fi_mcp.people.isin import isin

STAMP_DUTY = 0.00005  # of each purchase


@dataclass(frozen=True, slots=True)
class House:
    """An invented fund house. `code` is part of its ISINs, `registrar` keeps its folios."""

    amc: str
    label: str
    code: str
    registrar: str = "cams"


NILGIRI = House("NILGIRI_MUTUAL_FUND", "NILGIRI MF", "9N1")
HIMADRI = House("HIMADRI_MUTUAL_FUND", "HIMADRI MF", "9H2", "kfintech")
SAGARIKA = House("SAGARIKA_MUTUAL_FUND", "SAGARIKA MF", "9S3")
ARANYA = House("ARANYA_MUTUAL_FUND", "ARANYA MF", "9A4", "kfintech")


@dataclass(frozen=True, slots=True)
class Sip:
    """A monthly purchase from month `first` to `last`, both included, on `day`."""

    rupees: int
    first: int
    last: int = LAST
    day: int = 7


@dataclass(frozen=True, slots=True)
class Trade:
    """One purchase: rupees paid, units got."""

    on: date
    index: int
    price: float
    units: float
    rupees: float


@dataclass(frozen=True)
class Scheme:
    """A holding worth exactly `value` rupees at the end of month 11.

    What the purchases listed do not explain was bought at once in month `since`.
    """

    house: House
    serial: str  # four characters of the ISIN
    name: str
    plan: str  # DIRECT | REGULAR
    asset_class: str
    category: str
    folio: str
    value: int
    nav: float  # at the end of month 11, four decimals
    growth_pct: float  # a year
    since: int
    sips: tuple[Sip, ...] = ()
    lumps: tuple[tuple[int, int, int], ...] = ()  # (month index, day, rupees)
    swing_pct: float = 3.0
    risk: str = "VERY_HIGH_RISK"

    @cached_property
    def isin(self) -> str:
        return isin(f"INF{self.house.code}K{self.serial}")

    def price(self, months: float) -> float:
        """NAV after so many months of the twelve (12 is the end of month 11); flat from then on."""
        left = max(0.0, LAST + 1 - months)
        wave = 1 + self.swing_pct / 100 * sin(1.9 * left)
        return round(earlier(self.nav, self.growth_pct, left) * wave, 4)

    @cached_property
    def units(self) -> float:
        """Units at the end of month 11, with as many decimals as make the value exact."""
        return self.value / self.nav

    def trades(self, window: Window) -> tuple[Trade, ...]:
        """Purchases of all time, oldest first. Raises ValueError when they exceed the holding."""
        return _trades(self, window)

    def buy(self, window: Window, index: int, day: int, rupees: int) -> Trade:
        on = weekday_on_or_after(window.day(index, day))
        price = self.price(index + day / 31)
        return Trade(on, index, price, round(rupees * (1 - STAMP_DUTY) / price, 3), rupees)


@lru_cache(maxsize=256)
def _trades(scheme: Scheme, window: Window) -> tuple[Trade, ...]:
    listed = [(i, sip.day, sip.rupees) for sip in scheme.sips for i in range(sip.first, sip.last + 1)]
    listed += list(scheme.lumps)
    bought = [scheme.buy(window, *purchase) for purchase in listed]
    rest = round(scheme.units - sum(trade.units for trade in bought), 3)
    if rest < 0:
        raise ValueError(f"{scheme.name}: the purchases exceed the holding")
    if rest >= 1:
        on = weekday_on_or_after(window.day(scheme.since, 12))
        price = scheme.price(scheme.since + 12 / 31)
        bought.append(Trade(on, scheme.since, price, rest, round(rest * price, 2)))
    return tuple(sorted(bought, key=lambda trade: (trade.on, trade.rupees)))


def xirr_pct(flows: list[tuple[date, float]]) -> float:
    """Yearly rate, Act/365, at which the flows discount to zero; by bisection between -99% and 1000%."""
    start = flows[0][0]

    def worth(rate: float) -> float:
        return sum(amount * exp(-log1p(rate) * (on - start).days / 365) for on, amount in flows)

    low, high = -0.99, 10.0
    for _ in range(80):
        middle = (low + high) / 2
        if worth(middle) < 0:
            high = middle
        else:
            low = middle
    return round((low + high) * 50, 4)
