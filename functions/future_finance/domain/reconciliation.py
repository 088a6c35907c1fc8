"""Reconciliation: what a provider states against the sum of its parts; shown, never spread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.snapshot import AssetPart, LiabilityPart

Status = Literal["ok", "differs", "incomplete", "not_stated"]
Basis = Literal["accounts", "holdings", "schemes"]

ONE_RUPEE_MINOR = 100


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


def check_asset(part: AssetPart) -> list[PartCheck]:
    """Every comparison the details of a class of assets allow."""
    schemes = [h.value_minor for h in part.holdings if h.kind == "scheme"]
    priced = [h.value_minor for h in part.holdings if h.kind not in {"scheme", "account"}]
    checks = [
        _check(part.asset_class, "accounts", part.stated_minor, [a.value_minor for a in part.accounts]),
        _check(part.asset_class, "schemes", part.stated_minor, schemes),
        _check(part.asset_class, "holdings", part.stated_minor, priced),
    ]
    return [check for check in checks if check is not None]


def check_liability(part: LiabilityPart) -> list[PartCheck]:
    """The accounts of a class of debts against its stated figure."""
    check = _check(
        part.liability_class, "accounts", part.stated_minor, [a.value_minor for a in part.accounts]
    )
    return [] if check is None else [check]


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
    if stated_minor is None:
        return PartCheck(part_class, basis, None, detail, None, "not_stated")
    gap = detail - stated_minor
    if len(known) < len(found):
        status: Status = "incomplete"
    else:
        status = "ok" if abs(gap) < ONE_RUPEE_MINOR else "differs"
    return PartCheck(part_class, basis, stated_minor, detail, gap, status)
