"""Whether a fetch brings the accounts of the person a connection belonged to before.

A login with another phone number would otherwise mix two people's books for good.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from future_finance.domain.portfolio import ConnectionHoldings
from future_finance.domain.snapshot import Account, AssetPart, Epf, LiabilityPart, Snapshot


class Identity(StrEnum):
    """What account numbers and provident fund memberships say."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"  # nothing came that could be compared


def identify(held: ConnectionHoldings, snapshot: Snapshot) -> Identity:
    """Compare what both sides name; one thing in common is enough. Who had nothing can be anyone."""
    before = numbered(held.assets, held.liabilities), _memberships(held.epf)
    if not any(before):
        return Identity.SAME
    worth = snapshot.net_worth
    accounts = numbered(worth.assets, worth.liabilities) if worth else frozenset()
    pairs = [
        (old, new)
        for old, new in zip(before, (accounts, _memberships(snapshot.epf)), strict=True)
        if old and new
    ]
    if any(old & new for old, new in pairs):
        return Identity.SAME
    return Identity.OTHER if pairs else Identity.UNKNOWN


def numbered(assets: Iterable[AssetPart], liabilities: Iterable[LiabilityPart]) -> frozenset[str]:
    """Ids of accounts that carry a number: without one (EPF), everybody's id is the same."""
    accounts: list[Account] = [account for part in assets for account in part.accounts]
    accounts += [account for part in liabilities for account in part.accounts]
    return frozenset(account.id for account in accounts if account.masked_number)


def _memberships(epf: Epf | None) -> frozenset[str]:
    return frozenset() if epf is None else frozenset(membership.id for membership in epf.memberships)
