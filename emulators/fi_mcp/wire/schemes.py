"""The fund part of fetch_net_worth: scheme analytics, worked out from the purchases."""

from __future__ import annotations

from emulators.fi_mcp.people.calendar import LAST, View
from emulators.fi_mcp.people.funds import Scheme, xirr_pct
from emulators.fi_mcp.wire.money import Json, money
from emulators.fi_mcp.wire.trades import trades_until


def nav(scheme: Scheme, view: View) -> float:
    return scheme.price(view.last + 1)


def units(scheme: Scheme, view: View) -> float:
    if view.last == LAST:
        return scheme.units
    return round(sum(trade.units for trade in trades_until(scheme, view)), 3)


def worth(scheme: Scheme, view: View) -> float:
    """Rupees to the paisa; at the end of the twelve months exactly the stated value."""
    return round(units(scheme, view) * nav(scheme, view), 2)


def scheme_analytics(scheme: Scheme, view: View) -> Json:
    trades = trades_until(scheme, view)
    value = worth(scheme, view)
    invested = round(sum(trade.rupees for trade in trades), 2)
    flows = [(trade.on, -trade.rupees) for trade in trades]
    return {
        "schemeDetail": {
            "amc": scheme.house.amc,
            "nameData": {"longName": scheme.name},
            "planType": scheme.plan,
            "investmentType": "OPEN",
            "optionType": "GROWTH",
            "divReinvOptionType": "NOT_APPLICABLE",
            "nav": money(nav(scheme, view), decimals=4),
            "assetClass": scheme.asset_class,
            "isinNumber": scheme.isin,
            "categoryName": scheme.category,
            "fundhouseDefinedRiskLevel": scheme.risk,
        },
        "enrichedAnalytics": {
            "analytics": {
                "schemeDetails": {
                    "currentValue": money(value),
                    "investedValue": money(invested),
                    "XIRR": xirr_pct([*flows, (view.priced_on, value)]),
                    "absoluteReturns": money(value - invested),
                    "unrealisedReturns": money(value - invested),
                    "navValue": money(nav(scheme, view), decimals=4),
                    "units": units(scheme, view),
                }
            }
        },
    }
