"""The figures Fi states for classes of assets and debts, wherever and with whatever sign it puts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from future_finance.adapters.fi_mcp.money import money, rupees
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.asset_class import AssetClass, LiabilityClass

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
    """Paise by class; debts are positive. A class is missing where Fi states nothing for it.

    None: Fi states the class, but not in rupees.
    """

    assets: dict[AssetClass, int | None] = field(default_factory=dict)
    liabilities: dict[LiabilityClass, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Attribute:
    """One attribute of netWorthResponse; `amount_minor` None: not in rupees."""

    name: str
    part_class: AssetClass | LiabilityClass
    amount_minor: int | None


def read_figures(response: Node, warnings: set[str]) -> Figures:
    """The attributes of netWorthResponse. An attribute of an unknown name still counts, with a warning.

    A debt that both lists name is one debt, as liabilityValues states it.
    """
    listed = [_attribute(entry, False, warnings) for entry in response.children("assetValues")]
    owed = [_attribute(entry, True, warnings) for entry in response.children("liabilityValues")]
    figures = Figures()
    for attribute in (*_without_debts_of(owed, listed, warnings), *owed):
        if isinstance(attribute.part_class, AssetClass):
            _add(figures.assets, attribute.part_class, attribute.amount_minor)
        else:
            _add(figures.liabilities, attribute.part_class, attribute.amount_minor)
    return figures


def _attribute(entry: Node, is_debt: bool, warnings: set[str]) -> _Attribute:
    """`is_debt`: what an attribute is whose name does not say; a negative figure is one anyway."""
    name, value = entry.text("netWorthAttribute"), money(entry.get("value"))
    if not name or value is None:
        raise Refused(Reason.UNKNOWN_SHAPE)
    part_class = _class(name, is_debt or value.amount_minor < 0, warnings)
    amount_minor = rupees(entry.get("value"), warnings)
    if amount_minor is not None and isinstance(part_class, LiabilityClass):
        amount_minor = abs(amount_minor)
    return _Attribute(name, part_class, amount_minor)


def _class(name: str, is_debt: bool, warnings: set[str]) -> AssetClass | LiabilityClass:
    if name.startswith(_ASSET_PREFIX):
        asset = _ASSETS.get(name.removeprefix(_ASSET_PREFIX))
        if asset is None:
            warnings.add("unknown_asset_type")
        return asset or AssetClass.OTHER_ASSET
    if name.startswith(_LIABILITY_PREFIX):
        debt = _LIABILITIES.get(name.removeprefix(_LIABILITY_PREFIX))
        if debt is None:
            warnings.add("unknown_liability_type")
        return debt or LiabilityClass.OTHER_LOAN
    warnings.add("unknown_attribute")
    return LiabilityClass.OTHER_LOAN if is_debt else AssetClass.OTHER_ASSET


def _without_debts_of(
    owed: Iterable[_Attribute], listed: Sequence[_Attribute], warnings: set[str]
) -> list[_Attribute]:
    """What is only in `listed`. Two debts are one by name, not by class: unknown names share a class."""
    first, second = _debts(listed), _debts(owed)
    twice = first.keys() & second.keys()
    for name in twice:
        warnings.add("duplicate_liability" if first[name] == second[name] else "conflicting_liability")
    return [
        attribute
        for attribute in listed
        if attribute.name not in twice or isinstance(attribute.part_class, AssetClass)
    ]


def _debts(attributes: Iterable[_Attribute]) -> Counter[str]:
    """Paise owed by name, of those in rupees."""
    debts: Counter[str] = Counter()
    for attribute in attributes:
        if isinstance(attribute.part_class, LiabilityClass) and attribute.amount_minor is not None:
            debts[attribute.name] += attribute.amount_minor
    return debts


def _add[C](figures: dict[C, int | None], part_class: C, amount_minor: int | None) -> None:
    """A figure in another currency leaves the rupees of its class as they are."""
    known = figures.get(part_class)
    figures[part_class] = known if amount_minor is None else (known or 0) + amount_minor
