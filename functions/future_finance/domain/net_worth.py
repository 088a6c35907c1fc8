"""Net worth: financial assets less debts, and its history by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.consent import Scope

if TYPE_CHECKING:
    from future_finance.domain.portfolio import Portfolio

Period = Literal["1m", "3m", "6m", "1y", "5y", "all"]
PERIODS: tuple[Period, ...] = get_args(Period)
_ENTERED_ONLY = {"property": AssetClass.PROPERTY, "vehicles": AssetClass.VEHICLE, "gold": AssetClass.GOLD}
_DAYS: Mapping[str, int] = {"1m": 31, "3m": 92, "6m": 183, "1y": 366, "5y": 1827}


@dataclass(frozen=True, slots=True)
class Totals:
    """Paise. `manual_*` are the parts of the totals that the person entered."""

    assets_minor: int
    liabilities_minor: int
    manual_assets_minor: int = 0
    manual_liabilities_minor: int = 0

    @property
    def net_minor(self) -> int:
        return self.assets_minor - self.liabilities_minor


@dataclass(frozen=True, slots=True)
class Point:
    """Net worth on one day. `carried`: taken over from an earlier day, not measured anew.

    `classes`: what it was made of; debts are positive. `rows_to`: the day of the newest bank row that was known.
    """

    on: date
    assets_minor: int
    liabilities_minor: int
    carried: bool = False
    classes: Mapping[AssetClass | LiabilityClass, int] = field(default_factory=dict)
    rows_to: date | None = None

    @property
    def net_minor(self) -> int:
        return self.assets_minor - self.liabilities_minor


def total(portfolio: Portfolio) -> Totals:
    """Sum of the stated figure of every class, debts as positive numbers, and manual entries."""
    assets = sum(p.stated_minor or 0 for c in portfolio.connections for p in c.assets)
    debts = sum(p.stated_minor or 0 for c in portfolio.connections for p in c.liabilities)
    manual_assets = sum(m.amount_minor for m in portfolio.manual if isinstance(m.entry_class, AssetClass))
    manual_debts = sum(m.amount_minor for m in portfolio.manual if not isinstance(m.entry_class, AssetClass))
    return Totals(assets + manual_assets, debts + manual_debts, manual_assets, manual_debts)


def measured(portfolio: Portfolio, on: date, rows_to: date | None, *, carried: bool = False) -> Point:
    """The point of a day, from what is known on it."""
    totals = total(portfolio)
    classes: Counter[AssetClass | LiabilityClass] = Counter()
    for held in portfolio.connections:
        for asset in held.assets:
            if asset.stated_minor is not None:
                classes[asset.asset_class] += asset.stated_minor
        for debt in held.liabilities:
            if debt.stated_minor is not None:
                classes[debt.liability_class] += debt.stated_minor
    for entry in portfolio.manual:
        classes[entry.entry_class] += entry.amount_minor
    return Point(on, totals.assets_minor, totals.liabilities_minor, carried, dict(classes), rows_to)


def left_out(portfolio: Portfolio) -> tuple[str, ...]:
    """What no provider knows of, unless the person entered it: property, vehicles, gold."""
    entered = {entry.entry_class for entry in portfolio.manual}
    return tuple(name for name, of_class in _ENTERED_ONLY.items() if of_class not in entered)


def dates_of(portfolio: Portfolio) -> list[date]:
    """The date of everything that went in."""
    dates = [day for held in portfolio.connections for part in held.assets for day in part.dates()]
    dates += [day for held in portfolio.connections for part in held.liabilities for day in part.dates()]
    return dates + [entry.as_of for entry in portfolio.manual]


def asset_scopes(of_class: AssetClass | LiabilityClass) -> frozenset[Scope]:
    """The consents that a class of assets on its own needs: the provident fund also that of its own."""
    return frozenset({Scope.ASSETS, Scope.EPF} if of_class is AssetClass.EPF else {Scope.ASSETS})


def first_day(period: Period, today: date) -> date:
    """The first day a period shows, inclusive; `today` is the person's local date."""
    return date.min if period == "all" else today - timedelta(days=_DAYS[period])
