"""What consent covers of a fetch, which is all that is asked for and kept of it, and of what is stored."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.consent import Scope
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.snapshot import AssetPart, NetWorth, PartName, PartOutcome, PartStatus, Snapshot

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


def held_within(held: ConnectionHoldings, scopes: AbstractSet[Scope]) -> ConnectionHoldings:
    """What is stored of a connection without what consent does not cover (any more)."""
    either = bool(SCOPES[PartName.NET_WORTH] & scopes)
    every = scopes >= SCOPES[PartName.NET_WORTH] | {Scope.EPF}
    return replace(
        held,
        known=held.known and either,
        assets=_assets(held.assets, scopes),
        liabilities=held.liabilities if Scope.LIABILITIES in scopes else (),
        stated_total_minor=held.stated_total_minor if every else None,
        credit_report=held.credit_report if Scope.CREDIT_SCORE in scopes else None,
        epf=held.epf if Scope.EPF in scopes else None,
    )


def portfolio_within(portfolio: Portfolio, scopes: AbstractSet[Scope]) -> Portfolio:
    """What may be shown; what the person entered is their own, and always is."""
    return Portfolio(
        tuple(held_within(held, scopes) for held in portfolio.connections),
        portfolio.manual,
        frozenset(scopes),
    )


def is_whole(scopes: AbstractSet[Scope]) -> bool:
    """Whether a net worth can be told: both of its sides are agreed to."""
    return scopes >= SCOPES[PartName.NET_WORTH]


def _net_worth(net_worth: NetWorth | None, scopes: AbstractSet[Scope]) -> NetWorth | None:
    if net_worth is None or scopes >= SCOPES[PartName.NET_WORTH] | {Scope.EPF}:
        return net_worth
    return NetWorth(
        assets=_assets(net_worth.assets, scopes),
        liabilities=net_worth.liabilities if Scope.LIABILITIES in scopes else (),
        stated_total_minor=None,
    )


def _assets(assets: tuple[AssetPart, ...], scopes: AbstractSet[Scope]) -> tuple[AssetPart, ...]:
    if Scope.ASSETS not in scopes:
        return ()
    return tuple(part for part in assets if Scope.EPF in scopes or part.asset_class is not AssetClass.EPF)
