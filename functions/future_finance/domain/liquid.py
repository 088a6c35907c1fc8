"""Money at hand: what can be spent within days without loss of a lock-in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.snapshot import AssetPart

_ACCOUNTS = frozenset({"savings", "current"})
_FUND_CATEGORIES = frozenset({"overnight", "overnight_fund", "liquid", "liquid_fund", "liquid_funds"})


@dataclass(frozen=True, slots=True)
class Pot:
    """A part of the money at hand. `as_of` None: without a date of its own."""

    kind: str  # savings | fixed_deposit | liquid_fund
    minor: int
    as_of: date | None
    source: str


def pots_of(portfolio: Portfolio) -> list[Pot]:
    """Savings and current accounts, fixed deposits, overnight and liquid funds.

    Accounts count by their own balances: a class figure may hold money that no account shows. It counts only
    where no account states a balance.
    """
    return [
        pot
        for held in portfolio.connections
        for part in held.assets
        for pot in _of_part(part, f"assets/{held.connection_id}_{part.asset_class}")
    ]


def _of_part(part: AssetPart, source: str) -> Iterable[Pot]:
    if part.asset_class is AssetClass.SAVINGS:
        balances = list(_accounts(part, _ACCOUNTS, "savings", source))
        if not balances and part.stated_minor is not None:
            balances = [Pot("savings", part.stated_minor, _stated_day(part), source)]
        yield from balances
    elif part.asset_class is AssetClass.DEPOSITS:
        yield from _accounts(part, frozenset({"fixed_deposit"}), "fixed_deposit", source)
    elif part.asset_class is AssetClass.MUTUAL_FUNDS:
        for holding in part.holdings:
            if holding.category in _FUND_CATEGORIES and holding.value_minor is not None:
                yield Pot("liquid_fund", holding.value_minor, _stated_day(part), source)


def _accounts(part: AssetPart, kinds: frozenset[str], kind: str, source: str) -> Iterable[Pot]:
    for account in part.accounts:
        if account.kind in kinds and account.value_minor is not None and account.currency == "INR":
            yield Pot(kind, account.value_minor, account.as_of or _stated_day(part), source)


def _stated_day(part: AssetPart) -> date | None:
    return part.as_of if part.as_of_stated else None
