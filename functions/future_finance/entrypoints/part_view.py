"""Classes of assets and debts, with what they are made of, as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NotRequired, TypedDict

from future_finance.domain.asset_class import LABELS, AssetClass, LiabilityClass
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.overview_view import MoneyView, money


class AccountView(TypedDict):
    """An account at an institution; at most the last four digits of its number."""

    id: str
    kind: str
    institution: str
    maskedNumber: str
    value: MoneyView | None
    asOf: str | None
    limit: NotRequired[MoneyView]
    overdue: NotRequired[MoneyView]
    original: NotRequired[MoneyView]
    status: NotRequired[str]


class PriceView(TypedDict):
    """A price per unit as decimal text; it may have more places than money."""

    amount: str
    currency: str
    asOf: str | None


class HoldingView(TypedDict):
    """A security, scheme or account. `statedXirrPct` is the provider's figure, not checked."""

    id: str
    kind: str
    name: str
    value: MoneyView | None
    units: str | None
    price: PriceView | None
    isin: NotRequired[str]
    ticker: NotRequired[str]
    accountId: NotRequired[str]
    invested: NotRequired[MoneyView]
    statedXirrPct: NotRequired[str]
    plan: NotRequired[str]
    fundClass: NotRequired[str]
    category: NotRequired[str]
    amc: NotRequired[str]


PartView = TypedDict(
    "PartView",
    {
        "class": str,
        "label": str,
        "value": MoneyView | None,
        "asOf": str | None,
        "asOfStated": bool,
        "source": str,
        "connectionId": NotRequired[str],
        "name": NotRequired[str],
        "accounts": list[AccountView],
    },
)


class LiabilityView(PartView):
    """A class of debts, or one that the person entered."""


class AssetView(PartView):
    """A class of assets, or one that the person entered."""

    holdings: list[HoldingView]


class AssetsView(TypedDict):
    """Answer of GET /api/financial/assets; the largest class first."""

    assets: list[AssetView]


class LiabilitiesView(TypedDict):
    """Answer of GET /api/financial/liabilities; amounts are positive, the largest first."""

    liabilities: list[LiabilityView]


def assets_view(documents: Iterable[Mapping[str, Any]], manual: Iterable[ManualEntry]) -> AssetsView:
    """Classes as stored, and what the person entered."""
    views: list[AssetView] = [
        {
            **_stored(AssetClass(fields["assetClass"]), fields, fields),
            "holdings": [_holding(holding) for holding in fields.get("holdings", ())],
        }
        for fields in documents
    ]
    views += [
        {**_entered(entry), "holdings": []} for entry in manual if isinstance(entry.entry_class, AssetClass)
    ]
    return {"assets": sorted(views, key=_largest_first)}


def liabilities_view(
    documents: Iterable[Mapping[str, Any]], manual: Iterable[ManualEntry]
) -> LiabilitiesView:
    """Classes of debts as stored, and what the person entered."""
    views: list[LiabilityView] = [
        _stored(LiabilityClass(part["liabilityClass"]), part, fields)
        for fields in documents
        for part in fields["parts"]
    ]
    views += [_entered(entry) for entry in manual if isinstance(entry.entry_class, LiabilityClass)]
    return {"liabilities": sorted(views, key=_largest_first)}


def _stored(
    of_class: AssetClass | LiabilityClass, part: Mapping[str, Any], document: Mapping[str, Any]
) -> PartView:
    """What every class has; `document` says where it is from."""
    return {
        "class": of_class,
        "label": LABELS[of_class],
        "value": _money(part.get("statedMinor")),
        "asOf": part.get("asOf"),
        "asOfStated": part.get("asOfStated", True),
        "source": document["source"],
        "connectionId": document["connectionId"],
        "accounts": [_account(account) for account in part.get("accounts", ())],
    }


def _entered(entry: ManualEntry) -> PartView:
    return {
        "class": entry.entry_class,
        "label": LABELS[entry.entry_class],
        "value": money(entry.amount_minor),
        "asOf": entry.as_of.isoformat(),
        "asOfStated": True,
        "source": "you",
        "name": entry.name,
        "accounts": [],
    }


def _largest_first(view: PartView) -> tuple[int, str]:
    value = view["value"]
    return (-(value["amountMinor"] if value else 0), view["class"])


def _money(minor: int | None, currency: str = "INR") -> MoneyView | None:
    return None if minor is None else {"amountMinor": minor, "currency": currency}


def _account(stored: Mapping[str, Any]) -> AccountView:
    view: AccountView = {
        "id": stored["id"],
        "kind": stored["kind"],
        "institution": stored["institution"],
        "maskedNumber": stored["maskedNumber"],
        "value": _money(stored.get("valueMinor"), stored.get("currency", "INR")),
        "asOf": stored.get("asOf"),
    }
    if (limit := _money(stored.get("limitMinor"))) is not None:
        view["limit"] = limit
    if (overdue := _money(stored.get("overdueMinor"))) is not None:
        view["overdue"] = overdue
    if (original := _money(stored.get("originalMinor"))) is not None:
        view["original"] = original
    if "status" in stored:
        view["status"] = stored["status"]
    return view


def _holding(stored: Mapping[str, Any]) -> HoldingView:
    price = stored.get("price")
    view: HoldingView = {
        "id": stored["id"],
        "kind": stored["kind"],
        "name": stored["name"],
        "value": _money(stored.get("valueMinor")),
        "units": stored.get("units"),
        "price": None
        if price is None
        else {
            "amount": price,
            "currency": stored.get("priceCurrency", "INR"),
            "asOf": stored.get("priceAsOf"),
        },
    }
    if (invested := _money(stored.get("investedMinor"))) is not None:
        view["invested"] = invested
    for name in ("isin", "ticker", "accountId", "statedXirrPct", "plan", "fundClass", "category", "amc"):
        if name in stored:
            view[name] = stored[name]
    return view
