"""Whether a fetch brings the accounts of the person the connection had before."""

from __future__ import annotations

from future_finance.domain.portfolio import ConnectionHoldings
from future_finance.domain.snapshot import AssetPart, Epf, LiabilityPart, Snapshot


def same_person(held: ConnectionHoldings, snapshot: Snapshot) -> bool:
    """False only where both sides name accounts and share none, nor a provident fund membership.

    A login with another phone number would otherwise mix two people's books for good.
    """
    if snapshot.net_worth is None:
        return True
    before = _accounts(held.assets, held.liabilities)
    now = _accounts(snapshot.net_worth.assets, snapshot.net_worth.liabilities)
    if not before or not now or before & now:
        return True
    return bool(_memberships(held.epf) & _memberships(snapshot.epf))


def _accounts(assets: tuple[AssetPart, ...], liabilities: tuple[LiabilityPart, ...]) -> set[str]:
    found = {account.id for part in assets for account in part.accounts}
    return found | {account.id for part in liabilities for account in part.accounts}


def _memberships(epf: Epf | None) -> set[str]:
    return set() if epf is None else {membership.id for membership in epf.memberships}
