"""fetch_net_worth: what Fi states for each class, beside the accounts and holdings that should sum to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from future_finance.adapters.fi_mcp.account import FoundAccount, read_accounts
from future_finance.adapters.fi_mcp.figure import Figures, read_figures
from future_finance.adapters.fi_mcp.identity import Identities
from future_finance.adapters.fi_mcp.money import rupees
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.adapters.fi_mcp.scheme import read_schemes
from future_finance.adapters.fi_mcp.security import read_holdings
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.snapshot import AssetPart, Holding, LiabilityPart, NetWorth

_ASSET_CLASSES = {
    "savings": AssetClass.SAVINGS,
    "current": AssetClass.SAVINGS,
    "fixed_deposit": AssetClass.DEPOSITS,
    "recurring_deposit": AssetClass.DEPOSITS,
    "equities": AssetClass.INDIAN_SECURITIES,
    "reit": AssetClass.INDIAN_SECURITIES,
    "invit": AssetClass.INDIAN_SECURITIES,
    "mutual_fund": AssetClass.MUTUAL_FUNDS,
    "us_securities": AssetClass.US_SECURITIES,
    "sgb": AssetClass.SGB,
    "epf": AssetClass.EPF,
    "nps": AssetClass.NPS,
}
_LOAN_CLASSES = {
    "HOME": LiabilityClass.HOME_LOAN,
    "AUTO": LiabilityClass.VEHICLE_LOAN,
    "VEHICLE": LiabilityClass.VEHICLE_LOAN,
    "TWO_WHEELER": LiabilityClass.VEHICLE_LOAN,
}


def read_net_worth(root: Node, warnings: set[str]) -> NetWorth | None:
    """None when nothing is connected. Raises Refused."""
    if "netWorthResponse" not in root:
        raise Refused(Reason.UNKNOWN_SHAPE)
    response, identities = root.child("netWorthResponse"), Identities()
    figures = read_figures(response, warnings)
    accounts = read_accounts(root.child("accountDetailsBulkResponse"), identities, warnings)
    schemes = read_schemes(root.child("mfSchemeAnalytics"), accounts, identities, warnings)
    assets = _assets(figures, accounts, schemes, identities, warnings)
    liabilities = _liabilities(figures, accounts)
    if not assets and not liabilities:
        return None
    return NetWorth(assets, liabilities, rupees(response.get("totalNetWorthValue"), warnings))


def _assets(
    figures: Figures,
    accounts: Sequence[FoundAccount],
    schemes: Sequence[Holding],
    identities: Identities,
    warnings: set[str],
) -> tuple[AssetPart, ...]:
    owned = [found for found in accounts if found.account.kind not in {"credit_card", "loan"}]
    by_class = _grouped(owned, lambda found: _asset_class(found, figures))
    parts = []
    for asset_class in AssetClass:
        members = by_class.get(asset_class, [])
        of_schemes = schemes if asset_class is AssetClass.MUTUAL_FUNDS else ()
        if asset_class not in figures.assets and not members and not of_schemes:
            continue
        holdings = tuple(of_schemes) or tuple(
            holding for found in members for holding in read_holdings(found, identities, warnings)
        )
        parts.append(
            AssetPart(
                asset_class=asset_class,
                stated_minor=figures.assets.get(asset_class),
                holdings=holdings,
                accounts=tuple(found.account for found in members),
                as_of=_newest(
                    *(found.account.as_of for found in members), *(held.price_as_of for held in holdings)
                ),
            )
        )
    return tuple(parts)


def _liabilities(figures: Figures, accounts: Sequence[FoundAccount]) -> tuple[LiabilityPart, ...]:
    owed = [found for found in accounts if found.account.kind in {"credit_card", "loan"}]
    by_class = _grouped(owed, lambda found: _liability_class(found, figures))
    return tuple(
        LiabilityPart(
            liability_class=debt,
            stated_minor=figures.liabilities.get(debt),
            accounts=tuple(found.account for found in by_class.get(debt, ())),
            as_of=_newest(*(found.account.as_of for found in by_class.get(debt, ()))),
        )
        for debt in LiabilityClass
        if debt in figures.liabilities or debt in by_class
    )


def _asset_class(found: FoundAccount, figures: Figures) -> AssetClass:
    """The class whose figure should hold the account: without an ETF figure, ETFs count as securities."""
    if found.account.kind == "etf":
        return AssetClass.ETF if AssetClass.ETF in figures.assets else AssetClass.INDIAN_SECURITIES
    return _ASSET_CLASSES.get(found.account.kind, AssetClass.OTHER_ASSET)


def _liability_class(found: FoundAccount, figures: Figures) -> LiabilityClass:
    """The class whose figure should hold the debt: Fi states loans by type, or all in one."""
    if found.account.kind == "credit_card":
        return LiabilityClass.CREDIT_CARD
    by_type = _LOAN_CLASSES.get(found.loan_type, LiabilityClass.OTHER_LOAN)
    in_one = by_type not in figures.liabilities and LiabilityClass.LOAN in figures.liabilities
    return LiabilityClass.LOAN if in_one else by_type


def _grouped[C](
    accounts: Sequence[FoundAccount], key: Callable[[FoundAccount], C]
) -> dict[C, list[FoundAccount]]:
    groups: dict[C, list[FoundAccount]] = {}
    for found in accounts:
        groups.setdefault(key(found), []).append(found)
    return groups


def _newest(*days: date | None) -> date | None:
    return max((day for day in days if day), default=None)
