"""Mutual fund schemes: Fi's analytics of each, with the folios its accounts name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from future_finance.adapters.fi_mcp.account import FoundAccount
from future_finance.adapters.fi_mcp.day import optional_day
from future_finance.adapters.fi_mcp.identity import Identities
from future_finance.adapters.fi_mcp.money import price, rupees
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.number import number
from future_finance.adapters.fi_mcp.text import last_four
from future_finance.domain.money import INR
from future_finance.domain.snapshot import Holding


def read_schemes(
    analytics: Node, accounts: Sequence[FoundAccount], identities: Identities, warnings: set[str]
) -> list[Holding]:
    """The schemes of mfSchemeAnalytics. One scheme may be listed several times, with different figures."""
    return [_scheme(entry, accounts, identities, warnings) for entry in analytics.children("schemeAnalytics")]


def _scheme(
    entry: Node, accounts: Iterable[FoundAccount], identities: Identities, warnings: set[str]
) -> Holding:
    detail = entry.child("schemeDetail")
    figures = entry.child("enrichedAnalytics", "analytics", "schemeDetails")
    isin, name = detail.text("isinNumber") or None, detail.child("nameData").text("longName")
    positions = [
        (found.account.id, holding)
        for found in accounts
        for holding in found.holdings
        if isin and holding.text("isin") == isin
    ]
    owners = {account_id for account_id, _ in positions}
    folios = {last_four(holding.text("folioNumber")) for _, holding in positions} - {""}
    dates = [optional_day(holding.get("lastNavDate"), warnings) for _, holding in positions]
    quote = price(figures.get("navValue")) or price(detail.get("nav"))
    return Holding(
        id=identities.take("scheme", isin or name),
        name=name or isin or "",
        value_minor=rupees(figures.get("currentValue"), warnings),
        kind="scheme",
        isin=isin,
        account_id=owners.pop() if len(owners) == 1 else None,
        units=number(figures.get("units")),
        price=quote[0] if quote else None,
        price_currency=quote[1] if quote else INR,
        price_as_of=max((day for day in dates if day), default=None),
        invested_minor=rupees(figures.get("investedValue"), warnings),
        stated_xirr_pct=number(figures.get("XIRR")),
        plan=detail.text("planType").lower() or None,
        fund_class=detail.text("assetClass").lower() or None,
        category=detail.text("categoryName").lower() or None,
        amc=detail.text("amc") or None,
        folios=tuple(sorted(folios)),
    )
