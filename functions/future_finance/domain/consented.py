"""What of a fetch may be asked for and kept: the parts that consent covers, and nothing else of them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.consent import Scope
from future_finance.domain.snapshot import NetWorth, PartName, PartOutcome, PartStatus, Snapshot

# A part is fetched when one of its scopes is agreed to.
SCOPES: dict[PartName, frozenset[Scope]] = {
    PartName.NET_WORTH: frozenset({Scope.ASSETS, Scope.LIABILITIES}),
    PartName.CREDIT_REPORT: frozenset({Scope.CREDIT_SCORE}),
    PartName.EPF: frozenset({Scope.EPF}),
    PartName.MF_TRANSACTIONS: frozenset({Scope.TRANSACTIONS}),
    PartName.BANK_TRANSACTIONS: frozenset({Scope.TRANSACTIONS}),
    PartName.STOCK_TRANSACTIONS: frozenset({Scope.TRANSACTIONS}),
}
_NO_CONSENT = PartOutcome(PartStatus.NO_CONSENT)


def parts_to_fetch(scopes: AbstractSet[Scope]) -> frozenset[PartName]:
    """The parts that serve an agreed scope; the others are not even asked for."""
    return frozenset(part for part, serves in SCOPES.items() if serves & scopes)


def within(snapshot: Snapshot, scopes: AbstractSet[Scope]) -> Snapshot:
    """The snapshot without what consent does not cover.

    The net worth serves two scopes: without one of them that side is dropped, and the provider's total, which
    would tell it. The provident fund's line among the assets goes with the provident fund.
    """
    wanted = parts_to_fetch(scopes)
    kept = replace(
        snapshot,
        outcomes={
            part: outcome if part in wanted else _NO_CONSENT for part, outcome in snapshot.outcomes.items()
        },
        net_worth=_net_worth(snapshot.net_worth, scopes) if PartName.NET_WORTH in wanted else None,
    )
    if Scope.CREDIT_SCORE not in scopes:
        kept = replace(kept, credit_report=None)
    if Scope.EPF not in scopes:
        kept = replace(kept, epf=None)
    if Scope.TRANSACTIONS not in scopes:
        kept = replace(kept, statements=None, mf_trades=None, stock_trades=None)
    return kept


def is_whole(scopes: AbstractSet[Scope]) -> bool:
    """Whether a net worth can be told: both of its sides are agreed to."""
    return scopes >= SCOPES[PartName.NET_WORTH]


def _net_worth(net_worth: NetWorth | None, scopes: AbstractSet[Scope]) -> NetWorth | None:
    if net_worth is None or scopes >= SCOPES[PartName.NET_WORTH] | {Scope.EPF}:
        return net_worth
    assets = net_worth.assets if Scope.ASSETS in scopes else ()
    return NetWorth(
        assets=tuple(
            part for part in assets if Scope.EPF in scopes or part.asset_class is not AssetClass.EPF
        ),
        liabilities=net_worth.liabilities if Scope.LIABILITIES in scopes else (),
        stated_total_minor=None,
    )
