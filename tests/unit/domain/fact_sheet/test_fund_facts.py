"""Facts of funds at their gates: what passes, and why the rest does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.funds import enter
from future_finance.domain.facts import FactSheet
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.snapshot import Account, AssetPart, Holding
from future_finance.domain.trades import Trade

TODAY = date(2026, 11, 24)
ISIN = "INF000A01AB1"
FUND = Holding(
    "h1", "Deccan Flexi Cap Fund - Direct Growth", 12_000_00, "scheme", ISIN, units=Decimal(100),
    price=Decimal(120), price_as_of=date(2026, 11, 23), invested_minor=10_000_00, plan="direct",
    fund_class="equity", category="flexi_cap_fund", amc="DECCAN_MUTUAL_FUND",
)  # fmt: skip


def bought(on: date, units: str = "100", price: str = "100", kind: str = "buy", isin: str = ISIN) -> Trade:
    minor = int(Decimal(units) * Decimal(price) * 100)
    return Trade(f"{on}{kind}", "mf", on, kind, isin, Decimal(units), Decimal(price), minor, FUND.name)


A_YEAR_AGO = bought(date(2025, 11, 23))


def facts(
    *holdings: Holding,
    trades: tuple[Trade, ...] = (A_YEAR_AGO,),
    accounts: tuple[Account, ...] = (),
    **part: Any,
) -> FactSheet:
    stated = sum(holding.value_minor or 0 for holding in holdings)
    funds = AssetPart(AssetClass.MUTUAL_FUNDS, stated, holdings, (), part.get("as_of", date(2026, 11, 23)))
    savings = AssetPart(AssetClass.SAVINGS, 0, (), accounts, None)
    held = ConnectionHoldings("c1", "fi_money", known=True, assets=(funds, savings))
    book = FactBook(TODAY)
    enter(Dossier(TODAY, Portfolio((held,)), trades=trades), Cashbook(), book)
    return book.sheet()


def with_(**changes: Any) -> Holding:
    return replace(FUND, **changes)


def why(sheet: FactSheet, fact_id: str) -> str:
    return sheet.missing[fact_id].reason


def test_a_fund_that_passes_every_gate_has_cost_and_xirr() -> None:
    sheet = facts(FUND)
    assert (sheet.number(f"M02S:{ISIN}"), sheet.number("M02")) == (10_000, 10_000)
    assert sheet.number(f"M03:{ISIN}") == 20
    assert sheet.facts[f"M03:{ISIN}"].caveats == ()


@pytest.mark.parametrize(
    ("units", "passes"), [("99", True), ("101", True), ("98.99", False), ("101.01", False)]
)
def test_units_may_be_off_by_a_hundredth(units: str, passes: bool) -> None:
    sheet = facts(FUND, trades=(bought(date(2025, 11, 23), units),))
    assert (f"M02S:{ISIN}" in sheet.facts) is passes
    if not passes:
        assert {why(sheet, name) for name in (f"M02S:{ISIN}", f"M03:{ISIN}", "M02", "M09")} == {
            "units_differ"
        }


def test_xirr_needs_a_year() -> None:
    assert why(facts(FUND, trades=(bought(date(2025, 11, 24)),)), f"M03:{ISIN}") == "too_short"


def test_xirr_needs_a_price_of_the_time() -> None:
    old = with_(price_as_of=date(2026, 11, 15))
    assert why(facts(old), f"M03:{ISIN}") == "undated"
    assert (
        f"M03:{ISIN}"
        in facts(with_(price_as_of=date(2026, 11, 16)), trades=(bought(date(2025, 11, 1)),)).facts
    )


def test_a_purchase_after_the_price_makes_it_one_of_another_time() -> None:
    trades = (bought(date(2025, 1, 1), "50"), bought(date(2026, 11, 24), "50"))
    assert why(facts(FUND, trades=trades), f"M03:{ISIN}") == "undated"


def balance(on: date) -> Account:
    return Account(f"a{on}", "savings", "Bank", "XX1", 0, on)


def test_a_price_without_a_date_takes_the_day_that_all_balances_share() -> None:
    sheet = facts(
        with_(price_as_of=None), accounts=(balance(date(2026, 11, 20)),), trades=(bought(date(2025, 11, 20)),)
    )
    fact = sheet.facts[f"M03:{ISIN}"]
    assert (fact.number, fact.as_of, fact.caveats) == (20, date(2026, 11, 20), ("undated",))


def test_balances_of_several_days_leave_it_without() -> None:
    days = (balance(date(2026, 11, 20)), balance(date(2026, 10, 20)))
    assert why(facts(with_(price_as_of=None), accounts=days), f"M03:{ISIN}") == "undated"


@pytest.mark.parametrize("value", [17_000_00, 3_000_00, 0])
def test_a_return_that_cannot_be_true_is_not_told(value: int) -> None:
    assert why(facts(with_(value_minor=value)), f"M03:{ISIN}") == "out_of_range"


def test_plans_must_be_what_the_names_say() -> None:
    assert facts(FUND).number("M04") == 0
    regular = with_(name="Deccan Flexi Cap Fund - Regular Growth", plan="regular")
    own = replace(A_YEAR_AGO, name="Deccan Flexi Cap Fund")
    assert facts(regular, trades=(own,)).number("M04") == 100
    assert why(facts(with_(plan="regular")), "M04") == "plan_conflict"
    assert why(
        facts(with_(name="Deccan Flexi Cap"), trades=(replace(own, name="Deccan Regular"),)), "M05"
    ) == ("plan_conflict")
    assert why(facts(with_(name="Deccan Flexi Cap", plan=None), trades=()), "M04V") == "plan_conflict"


def test_the_extra_cost_of_regular_plans_is_a_range() -> None:
    regular = with_(name="Deccan Fund - Regular", plan="regular")
    sheet = facts(regular, trades=())
    assert (sheet.number("M05:low"), sheet.number("M05:high")) == (60, 144)
    assert "as of 2026-04-01" in sheet.facts["M05:low"].formula
    assert "M05" not in sheet.facts


ELSS = with_(category="elss")


@pytest.mark.parametrize(
    ("on", "free"),
    [(date(2023, 11, 23), Decimal(12_000)), (date(2023, 11, 24), None), (date(2020, 2, 29), Decimal(12_000))],
)
def test_elss_is_free_on_the_day_three_years_later(on: date, free: Decimal | None) -> None:
    sheet = facts(ELSS, trades=(bought(on),))
    assert sheet.number("M08") == free
    assert free is not None or why(sheet, "M08") == "still_locked"


def test_long_term_begins_after_twelve_months_and_leaves_locked_units_out() -> None:
    assert facts(FUND, trades=(bought(date(2025, 11, 22)),)).number("M09") == 2_000
    assert why(facts(FUND), "M09") == "too_short"
    assert why(facts(ELSS, trades=(bought(date(2024, 1, 1)),)), "M09") == "too_short"
    assert why(facts(with_(category="international_funds")), "M09") == "no_equity_funds"
    assert why(facts(with_(fund_class="hybrid")), "M09") == "no_equity_funds"


def test_units_bought_before_2018_say_so() -> None:
    assert facts(FUND, trades=(bought(date(2018, 1, 31)),)).facts["M09"].caveats == ("before_2018",)
    assert facts(FUND, trades=(bought(date(2018, 2, 1)),)).facts["M09"].caveats == ()


def test_two_folios_of_one_scheme_are_one_fund() -> None:
    half = with_(value_minor=6_000_00, units=Decimal(50), invested_minor=5_000_00)
    sheet = facts(half, replace(half, id="h2"))
    assert sheet.number(f"M01S:{ISIN}") == sheet.number("M01") == 12_000
    assert (sheet.number(f"M02F:{ISIN}"), sheet.number(f"M03:{ISIN}")) == (10_000, 20)


def test_a_scheme_without_a_value_makes_the_sum_incomplete() -> None:
    other = with_(id="h2", isin="INF000B01AB1", value_minor=None)
    assert "incomplete" in facts(FUND, other).facts["M01"].caveats


def test_monthly_purchases_that_run_are_the_sip_of_their_house() -> None:
    trades = tuple(bought(date(2026, month, 5), "10") for month in (9, 10, 11))
    sheet = facts(FUND, trades=trades)
    assert (sheet.number("M06M"), sheet.number("M06M:deccan")) == (1_000, 1_000)
    assert sheet.facts["M06M:deccan"].label == "SIP with Deccan by the fund records"
    assert why(sheet, "M06B") == "ledger"


def test_who_has_no_funds_is_told_so() -> None:
    sheet = facts(trades=())
    assert {why(sheet, code) for code in ("M01", "M02", "M04", "M05", "M07", "M08", "M09", "M06M")} == {
        "no_funds"
    }
