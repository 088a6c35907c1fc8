"""Securities inside accounts, and mutual fund schemes."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from future_finance.adapters.fi_mcp.answer import read_text
from future_finance.adapters.fi_mcp.net_worth import read_net_worth
from future_finance.adapters.fi_mcp.node import Node
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.snapshot import AssetPart
from tests.fakes.fi_answers import account, attribute, net_worth, rupees, scheme


def part(answer: dict[str, Any], asset_class: AssetClass) -> AssetPart:
    root = read_text(json.dumps(answer))
    assert isinstance(root, Node)
    found = read_net_worth(root, set())
    assert found is not None
    return next(part for part in found.assets if part.asset_class is asset_class)


def broker(
    instrument: str, summary: str, value: int, *holdings: dict[str, Any], number: str = "XXXXXX4417"
) -> Any:
    return account(
        instrument, {summary: {"currentValue": rupees(value), "holdingsInfo": list(holdings)}}, number=number
    )


SHARE = {
    "isin": "INE000A01011",
    "issuerName": "ORCHID LTD",
    "units": 12,
    "lastTradedPrice": rupees(5, 850_000_000),
}


def test_a_share_is_worth_units_times_price_beside_what_the_account_says() -> None:
    answer = net_worth(
        [attribute("ASSET_TYPE_INDIAN_SECURITIES", 500)],
        accounts={
            "a": broker("EQUITIES", "equitySummary", 120, SHARE),
            "b": broker("EQUITIES", "equitySummary", 80, SHARE),
        },
    )
    found = part(answer, AssetClass.INDIAN_SECURITIES)

    assert found.stated_minor == 50000
    assert [a.value_minor for a in found.accounts] == [12000, 8000]
    assert [h.value_minor for h in found.holdings] == [7020, 7020]
    assert len({h.id for h in found.holdings}) == 2
    assert found.holdings[0].price == Decimal("5.85")


def test_trusts_are_securities_and_may_lack_a_price() -> None:
    reit = {
        "isin": "INE0A0025010",
        "isinDescription": "LOTUS REIT",
        "totalNumberUnits": 10,
        "lastClosingRate": rupees(14),
    }
    invit = {"isin": "INE0B0023010", "isinDescription": "GRID TRUST", "totalNumberUnits": 7}
    accounts = {
        "a": broker("REIT", "reitSummary", 140, reit),
        "b": broker("INVIT", "invitSummary", 90, invit),
    }
    found = part(net_worth(accounts=accounts), AssetClass.INDIAN_SECURITIES)

    assert [(h.kind, h.name, h.value_minor, h.units) for h in found.holdings] == [
        ("reit", "LOTUS REIT", 14000, Decimal(10)),
        ("invit", "GRID TRUST", None, Decimal(7)),
    ]


def test_exchange_traded_funds_are_a_class_only_where_fi_makes_them_one() -> None:
    etf = {"isin": "INF000A01012", "units": 2, "nav": rupees(216), "lastNavDate": "2026-09-29T18:30:00Z"}
    accounts = {"a": broker("ETF", "etfSummary", 432, etf)}

    own = part(net_worth([attribute("ASSET_TYPE_ETF", 432)], accounts=accounts), AssetClass.ETF)
    joined = part(
        net_worth([attribute("ASSET_TYPE_INDIAN_SECURITIES", 9)], accounts=accounts),
        AssetClass.INDIAN_SECURITIES,
    )
    assert own.holdings == joined.holdings
    assert own.holdings[0].price_as_of == own.as_of == own.accounts[0].as_of == date(2026, 9, 30)


def test_dollar_holdings_have_no_value_in_rupees_of_their_own() -> None:
    us = {
        "ticker": "AAPL",
        "issuerName": "Apple Inc.",
        "units": 5,
        "lastTradedPrice": {"currencyCode": "USD", "units": "210"},
    }
    answer = net_worth(
        [attribute("ASSET_TYPE_US_SECURITIES", 90000)],
        accounts={"a": broker("US_SECURITIES", "equitySummary", 90000, us)},
    )
    found = part(answer, AssetClass.US_SECURITIES)

    assert found.stated_minor == 9000000
    held = found.holdings[0]
    assert (held.kind, held.ticker, held.value_minor, held.price, held.price_currency) == (
        "us_share",
        "AAPL",
        None,
        Decimal(210),
        "USD",
    )


def test_an_account_without_details_is_its_own_holding() -> None:
    found = part(net_worth(accounts={"a": broker("SGB", "sgbSummary", 700)}), AssetClass.SGB)
    assert [(h.kind, h.name, h.value_minor) for h in found.holdings] == [("account", "Lotus 4417", 70000)]


def test_three_totals_of_mutual_funds_can_be_told_apart() -> None:
    folio = {"isin": "INF000A01011", "folioNumber": "WG-45001", "lastNavDate": "2026-09-30T00:00:00Z"}
    answer = net_worth(
        [attribute("ASSET_TYPE_MUTUAL_FUND", 1000)],
        accounts={"a": broker("MUTUAL_FUNDS", "mutualFundSummary", 1500, folio)},
        schemes=[
            scheme("INF000A01011", 900),
            scheme("INF000A01011", 800, XIRR=-82.35),
            scheme("INF000B01019", 20),
        ],
    )
    found = part(answer, AssetClass.MUTUAL_FUNDS)

    assert found.stated_minor == 100000
    assert sum(a.value_minor or 0 for a in found.accounts) == 150000
    assert sum(h.value_minor or 0 for h in found.holdings) == 172000
    assert len({h.id for h in found.holdings}) == 3
    first, twin, other = found.holdings
    assert (first.plan, first.fund_class, first.category) == ("direct", "equity", "flexi_cap_fund")
    assert first.folios == ("5001",)
    assert (first.account_id, other.account_id, other.folios) == (found.accounts[0].id, None, ())
    assert (first.invested_minor, first.units, first.price) == (80000, Decimal("12.5"), Decimal(80))
    assert (first.stated_xirr_pct, twin.stated_xirr_pct) == (Decimal("11.5"), Decimal("-82.35"))
    assert first.price_as_of == found.as_of == date(2026, 9, 30)


def test_the_scheme_s_own_nav_goes_before_the_general_one() -> None:
    answer = net_worth(schemes=[scheme("INF000A01011", 900, navValue=rupees(72))])
    assert part(answer, AssetClass.MUTUAL_FUNDS).holdings[0].price == Decimal(72)


def test_funds_without_analytics_are_shown_by_account() -> None:
    found = part(
        net_worth(accounts={"a": broker("MUTUAL_FUNDS", "mutualFundSummary", 15)}), AssetClass.MUTUAL_FUNDS
    )
    assert [(h.kind, h.value_minor) for h in found.holdings] == [("account", 1500)]
