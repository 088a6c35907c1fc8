"""The figures Fi states for classes of assets and debts, wherever and with whatever sign it puts them."""

from __future__ import annotations

from dataclasses import dataclass, field

from future_finance.adapters.fi_mcp.money import money
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.money import INR

_ASSETS = {
    "MUTUAL_FUND": AssetClass.MUTUAL_FUNDS,
    "EPF": AssetClass.EPF,
    "INDIAN_SECURITIES": AssetClass.INDIAN_SECURITIES,
    "SAVINGS_ACCOUNTS": AssetClass.SAVINGS,
    "US_SECURITIES": AssetClass.US_SECURITIES,
    "DEPOSITS": AssetClass.DEPOSITS,
    "ETF": AssetClass.ETF,
    "SGB": AssetClass.SGB,
    "NPS": AssetClass.NPS,
}
_LIABILITIES = {
    "VEHICLE_LOAN": LiabilityClass.VEHICLE_LOAN,
    "HOME_LOAN": LiabilityClass.HOME_LOAN,
    "OTHER_LOAN": LiabilityClass.OTHER_LOAN,
    "LOAN": LiabilityClass.LOAN,
    "CREDIT_CARD": LiabilityClass.CREDIT_CARD,
}
_ASSET_PREFIX, _LIABILITY_PREFIX = "ASSET_TYPE_", "LIABILITY_TYPE_"


@dataclass(slots=True)
class Figures:
    """Paise by class; debts are positive. A class is missing where Fi states nothing for it."""

    assets: dict[AssetClass, int] = field(default_factory=dict)
    liabilities: dict[LiabilityClass, int] = field(default_factory=dict)


def read_figures(response: Node, warnings: set[str]) -> Figures:
    """The attributes of netWorthResponse. An attribute of an unknown name still counts, with a warning."""
    figures = Figures()
    for entry in (*response.children("assetValues"), *response.children("liabilityValues")):
        name, value = entry.text("netWorthAttribute"), money(entry.get("value"))
        if not name or value is None:
            raise Refused(Reason.UNKNOWN_SHAPE)
        if value.currency != INR:
            warnings.add("figure_in_foreign_currency")
            continue
        _count(figures, name, value.amount_minor, warnings)
    return figures


def _count(figures: Figures, name: str, amount_minor: int, warnings: set[str]) -> None:
    asset: AssetClass | None = None
    if name.startswith(_ASSET_PREFIX):
        asset = _ASSETS.get(name.removeprefix(_ASSET_PREFIX))
        if asset is None:
            warnings.add("unknown_asset_type")
            asset = AssetClass.OTHER_ASSET
    elif not name.startswith(_LIABILITY_PREFIX):
        warnings.add("unknown_attribute")
        asset = AssetClass.OTHER_ASSET if amount_minor >= 0 else None
    if asset is not None:
        figures.assets[asset] = figures.assets.get(asset, 0) + amount_minor
        return
    debt = _LIABILITIES.get(name.removeprefix(_LIABILITY_PREFIX))
    if debt is None:
        warnings.add("unknown_liability_type")
        debt = LiabilityClass.OTHER_LOAN
    figures.liabilities[debt] = figures.liabilities.get(debt, 0) + abs(amount_minor)
