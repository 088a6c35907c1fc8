"""Reconciliation: what a provider states against the sum of its parts; shown, never spread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.money import INR
from future_finance.domain.net_worth import total
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.snapshot import Account, AssetPart, LiabilityPart

Status = Literal["ok", "differs", "incomplete", "not_stated"]
Basis = Literal["accounts", "holdings", "schemes"]

ONE_RUPEE_MINOR = 100
TOLERANCE_MINOR = 100_000


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A stated total beside ours. `difference_minor` = stated - computed; None without a statement."""

    stated_minor: int | None
    computed_minor: int
    difference_minor: int | None
    status: Status


@dataclass(frozen=True, slots=True)
class PartCheck:
    """A class's stated figure beside the sum of one kind of detail. `gap_minor` = detail - stated."""

    part_class: AssetClass | LiabilityClass
    basis: Basis
    stated_minor: int | None
    detail_minor: int
    gap_minor: int | None
    status: Status


def reconcile(computed_minor: int, stated_minor: int | None) -> Reconciliation:
    """Compare a provider's total with ours. Paise; equal to the rupee is "ok"."""
    if stated_minor is None:
        return Reconciliation(None, computed_minor, None, "not_stated")
    difference = stated_minor - computed_minor
    status: Status = "ok" if abs(difference) < ONE_RUPEE_MINOR else "differs"
    return Reconciliation(stated_minor, computed_minor, difference, status)


def of_portfolio(portfolio: Portfolio) -> Reconciliation:
    """Providers' totals against ours; what the person entered is left out on both sides."""
    stated = [held.stated_total_minor for held in portfolio.connections if held.known]
    known = [value for value in stated if value is not None]
    computed = total(Portfolio(portfolio.connections)).net_minor
    return reconcile(computed, sum(known) if known and len(known) == len(stated) else None)


def checks_of(portfolio: Portfolio) -> list[PartCheck]:
    """Every comparison of every class, connection by connection."""
    checks: list[PartCheck] = []
    for held in portfolio.connections:
        for asset in held.assets:
            checks += check_asset(asset)
        for debt in held.liabilities:
            checks += check_liability(debt)
    return checks


def check_asset(part: AssetPart) -> list[PartCheck]:
    """Every comparison the details of a class of assets allow."""
    schemes = [h.value_minor for h in part.holdings if h.kind == "scheme"]
    priced = [h.value_minor for h in part.holdings if h.kind not in {"scheme", "account"}]
    checks = [
        _check(part.asset_class, "accounts", part.stated_minor, _rupees(part.accounts)),
        _check(part.asset_class, "schemes", part.stated_minor, schemes),
        _check(part.asset_class, "holdings", part.stated_minor, priced),
    ]
    made = [check for check in checks if check is not None]
    return made or _unchecked(part.asset_class, part.stated_minor, part.accounts)


def details_fit(part: AssetPart) -> bool:
    """Whether the securities of a class make up its figure, within 1,000 rupees or half a percent."""
    checks = [check for check in check_asset(part) if check.basis != "accounts"]
    return all(
        check.gap_minor is not None
        and check.stated_minor is not None
        and abs(check.gap_minor) <= max(TOLERANCE_MINOR, abs(check.stated_minor) // 200)
        for check in checks
    )


def check_liability(part: LiabilityPart) -> list[PartCheck]:
    """The accounts of a class of debts against its stated figure."""
    check = _check(part.liability_class, "accounts", part.stated_minor, _rupees(part.accounts))
    if check is not None:
        return [check]
    return _unchecked(part.liability_class, part.stated_minor, part.accounts)


def _rupees(accounts: Iterable[Account]) -> list[int | None]:
    """Paise of each account; None where its value is unknown, or not in rupees."""
    return [account.value_minor if account.currency == INR else None for account in accounts]


def _unchecked(
    part_class: AssetClass | LiabilityClass, stated_minor: int | None, accounts: Iterable[Account]
) -> list[PartCheck]:
    """A line for a class with no rupee to compare: one that is not counted, or is kept in another currency."""
    if stated_minor is not None and all(account.currency == INR for account in accounts):
        return []
    return [PartCheck(part_class, "accounts", stated_minor, 0, None, "incomplete")]


def _check(
    part_class: AssetClass | LiabilityClass,
    basis: Basis,
    stated_minor: int | None,
    values: Iterable[int | None],
) -> PartCheck | None:
    found = list(values)
    known = [value for value in found if value is not None]
    if not known:
        return None
    detail = sum(known)
    gap = None if stated_minor is None else detail - stated_minor
    if len(known) < len(found):
        status: Status = "incomplete"
    elif gap is None:
        status = "not_stated"
    else:
        status = "ok" if abs(gap) < ONE_RUPEE_MINOR else "differs"
    return PartCheck(part_class, basis, stated_minor, detail, gap, status)
