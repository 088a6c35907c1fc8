"""The overview: one pure function of what is stored."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.overview import build
from future_finance.domain.overview_view import BUILT_BY, for_reader
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio, absorb
from future_finance.domain.snapshot import (
    Account,
    AssetPart,
    BankRow,
    BankStatement,
    CreditReport,
    Epf,
    EpfMembership,
    Holding,
    LiabilityPart,
    NetWorth,
    PartName,
    PartOutcome,
    PartStatus,
    Snapshot,
)
from future_finance.domain.sync_state import Coverage, SyncState
from tests.fakes.person import SNAPSHOT

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ALL_OK = {part: PartOutcome(PartStatus.OK) for part in PartName}
CONNECTION = Connection("c1", "fi_money", ConnectionStatus.ACTIVE, 3, NOW, NOW + timedelta(minutes=30))
SHARE = Holding("h1", "Reliance", 40_000_000, "share", isin="INE002A01018")
HELD = ConnectionHoldings(
    "c1",
    "fi_money",
    known=True,
    assets=(
        AssetPart(AssetClass.SAVINGS, 20_000_000, (), (), date(2026, 11, 20)),
        AssetPart(AssetClass.INDIAN_SECURITIES, 80_000_000, (SHARE, SHARE), (), None),
    ),
    liabilities=(LiabilityPart(LiabilityClass.CREDIT_CARD, 6_500_000, (), date(2026, 10, 1)),),
    stated_total_minor=93_000_000,
)


def overview(portfolio: Portfolio, *syncs: SyncState) -> dict[str, object]:
    states = {"c1": syncs[0]} if syncs else {}
    return dict(build(portfolio, (CONNECTION,), states, Coverage()))


def amount(money: object) -> int:
    assert isinstance(money, dict)
    return int(money["amountMinor"])


def test_debts_are_taken_off_and_never_negative() -> None:
    worth = overview(Portfolio((HELD,)))["netWorth"]
    assert isinstance(worth, dict)
    assert [amount(worth[k]) for k in ("assets", "liabilities", "net")] == [
        100_000_000,
        6_500_000,
        93_500_000,
    ]


def test_a_stated_total_that_is_off_stays_visible_beside_ours() -> None:
    found = overview(Portfolio((HELD,)))["reconciliation"]
    assert isinstance(found, dict)
    assert (found["status"], amount(found["difference"])) == ("differs", -500_000)


def test_shares_of_the_allocation_are_of_all_assets() -> None:
    lines = overview(Portfolio((HELD,)))["allocation"]
    assert isinstance(lines, list)
    assert [(line["class"], line["sharePct"]) for line in lines] == [
        ("indian_securities", 80.0),
        ("savings", 20.0),
    ]


def test_one_security_in_two_accounts_is_one_holding() -> None:
    (line,) = overview(Portfolio((HELD,)))["topHoldings"]  # type: ignore[misc]
    assert (amount(line["value"]), line["sharePct"]) == (80_000_000, 80.0)  # type: ignore[index]


def in_class(asset_class: AssetClass, *holdings: Holding) -> AssetPart:
    return AssetPart(asset_class, sum(h.value_minor or 0 for h in holdings), holdings)


def test_one_isin_in_two_classes_is_one_holding_of_the_class_that_has_most_of_it() -> None:
    fund = Holding("h2", "Nifty BeES", 10_000_000, "security", isin="INF204KB14I2")
    here = ConnectionHoldings("c1", "fi_money", known=True, assets=(in_class(AssetClass.ETF, fund),))
    more = replace(fund, id="h3", name="NIPPON NIFTY BEES", value_minor=30_000_000)
    there = ConnectionHoldings(
        "c2", "fi_money", known=True, assets=(in_class(AssetClass.INDIAN_SECURITIES, more),)
    )
    for portfolio in (Portfolio((here, there)), Portfolio((there, here))):
        (line,) = build(portfolio, (), {}, Coverage())["topHoldings"]
        assert (line["class"], line["name"]) == ("indian_securities", "NIPPON NIFTY BEES")
        assert (line["value"]["amountMinor"], line["sharePct"]) == (40_000_000, 100.0)


def test_one_ticker_in_two_markets_is_two_holdings() -> None:
    share = Holding("h1", "ABB India", 10_000_000, "security", ticker="ABB")
    parts = (in_class(AssetClass.INDIAN_SECURITIES, share), in_class(AssetClass.US_SECURITIES, share))
    held = ConnectionHoldings("c1", "fi_money", known=True, assets=parts)
    lines = build(Portfolio((held,)), (), {}, Coverage())["topHoldings"]
    assert [line["class"] for line in lines] == ["indian_securities", "us_securities"]


def test_debts_come_the_largest_first_and_are_shares_of_nothing() -> None:
    loan = ManualEntry("m1", LiabilityClass.PERSONAL_DEBT, "Uncle", 9_000_000, date(2026, 1, 1))
    lines = build(Portfolio((HELD,), (loan,)), (), {}, Coverage())["liabilities"]
    assert [(line["class"], line["source"], line["sharePct"]) for line in lines] == [
        ("personal_debt", "you", None),
        ("credit_card", "fi_money", None),
    ]
    assert [line.get("connectionId") for line in lines] == [None, "c1"]


def test_shares_of_a_class_that_does_not_add_up_are_no_top_holdings() -> None:
    part = AssetPart(AssetClass.INDIAN_SECURITIES, 100_000_000, (SHARE,), (), None)
    assert (
        overview(Portfolio((ConnectionHoldings("c1", "fi_money", known=True, assets=(part,)),)))[
            "topHoldings"
        ]
        == []
    )


def test_the_oldest_date_is_that_of_the_oldest_account() -> None:
    old = Account("a", "savings", "HDFC", "XX1", 5, date(2025, 1, 1))
    part = AssetPart(AssetClass.SAVINGS, 5, (), (old,), date(2026, 11, 20))
    held = ConnectionHoldings("c1", "fi_money", known=True, assets=(part,))
    worth = build(Portfolio((held,)), (), {}, Coverage())["netWorth"]
    assert worth is not None
    assert (worth["asOf"], worth["oldestAsOf"]) == ("2026-11-20", "2025-01-01")


def test_what_was_odd_in_the_answers_is_told() -> None:
    body = build(
        Portfolio((HELD,)), (CONNECTION,), {"c1": SyncState(warnings=("duplicate_uan",))}, Coverage()
    )
    assert body["connections"][0]["warnings"] == ["duplicate_uan"]


def test_what_the_person_entered_counts_and_is_told_apart() -> None:
    home = ManualEntry("m1", AssetClass.PROPERTY, "Flat", 500_000_000, date(2026, 1, 1))
    body = overview(Portfolio((HELD,), (home,)))
    worth = body["netWorth"]
    assert isinstance(worth, dict)
    assert amount(worth["manualAssets"]) == 500_000_000
    assert amount(worth["assets"]) == 600_000_000
    assert worth["excludes"] == ["vehicles", "gold"]
    assert amount(body["reconciliation"]["computed"]) == 93_500_000  # type: ignore[index]


def test_without_data_there_is_no_figure_but_a_reason() -> None:
    body = overview(Portfolio((ConnectionHoldings("c1", "fi_money"),)))
    assert (body["netWorth"], body["unavailable"]) == (None, "not_synced")
    refused = SyncState(NOW, {PartName.NET_WORTH: PartOutcome(PartStatus.FAILED, "wrong_tool")})
    assert overview(Portfolio((ConnectionHoldings("c1", "fi_money"),)), refused)["unavailable"] == "failed"
    assert build(Portfolio(), (), {}, Coverage())["unavailable"] == "no_connection"


def test_a_session_that_ran_out_needs_a_login_when_it_is_read() -> None:
    body = build(Portfolio((HELD,)), (CONNECTION,), {}, Coverage())
    assert for_reader(body, NOW)["connections"][0]["status"] == "active"
    assert for_reader(body, NOW + timedelta(minutes=30))["connections"][0]["status"] == "needs_login"


def test_an_undated_class_is_as_of_the_newest_date_in_the_persons_data() -> None:
    statement = BankStatement("HDFC Bank", 0, (BankRow(date(2024, 7, 20), "debit", 1, None, "UPI", "x"),))
    snapshot = Snapshot(
        ALL_OK,
        net_worth=NetWorth((AssetPart(AssetClass.SAVINGS, 1),), (), 1),
        statements=(statement,),
    )
    held = absorb(ConnectionHoldings("c1", "fi_money"), snapshot, TODAY)
    (line,) = build(Portfolio((held,)), (), {}, Coverage())["allocation"]
    assert (line["asOf"], line["asOfStated"]) == ("2024-07-20", False)


def test_without_any_date_a_class_is_as_of_the_day_it_was_fetched() -> None:
    snapshot = Snapshot(ALL_OK, net_worth=NetWorth((AssetPart(AssetClass.SAVINGS, 1),), (), 1))
    held = absorb(ConnectionHoldings("c1", "fi_money"), snapshot, date(2026, 11, 24))
    assert held.assets[0].as_of == date(2026, 11, 24)


def test_an_account_that_two_connections_bring_is_reported() -> None:
    account = Account("same", "savings", "HDFC", "XX1", 5, None)
    part = AssetPart(AssetClass.SAVINGS, 5, (), (account,), date(2026, 11, 24))
    both = tuple(ConnectionHoldings(name, "fi_money", known=True, assets=(part,)) for name in ("c1", "c2"))
    assert build(Portfolio(both), (), {}, Coverage())["reconciliation"]["sharedAccounts"] == 1
    assert build(Portfolio(both[:1]), (), {}, Coverage())["reconciliation"]["sharedAccounts"] == 0


def test_accounts_without_a_number_are_not_taken_for_one() -> None:
    fund = Account("same", "epf", "EPFO", "", 5, None)
    part = AssetPart(AssetClass.EPF, 5, (), (fund,), date(2026, 11, 24))
    both = tuple(ConnectionHoldings(name, "fi_money", known=True, assets=(part,)) for name in ("c1", "c2"))
    assert build(Portfolio(both), (), {}, Coverage())["reconciliation"]["sharedAccounts"] == 0


def test_epf_counts_each_membership_once_and_keeps_the_pension_apart() -> None:
    member = EpfMembership("m", "ACME", "XX12", None, date(2022, 1, 31), 20_000_00, None, None, None, None)
    fund = Epf((member, member), 30_000_00, 10_000_00)
    body = build(Portfolio((ConnectionHoldings("c1", "fi_money", known=True, epf=fund),)), (), {}, Coverage())
    epf = body["epf"]
    assert epf is not None
    assert (epf["total"]["amountMinor"], epf["pastEmployers"]["amountMinor"]) == (20_000_00, 20_000_00)
    assert epf["pension"] == {"amountMinor": 10_000_00, "currency": "INR"}


def test_a_failed_part_keeps_its_old_data() -> None:
    outcomes = {part: PartOutcome(PartStatus.FAILED, "timeout") for part in PartName}
    assert absorb(HELD, Snapshot(outcomes), TODAY) == HELD


def test_prose_never_empties_what_we_have() -> None:
    outcomes = {part: PartOutcome(PartStatus.NOT_AVAILABLE) for part in PartName}
    assert absorb(HELD, Snapshot(outcomes), TODAY) == HELD


def test_an_empty_answer_means_nothing_is_connected_any_more() -> None:
    outcomes = {part: PartOutcome(PartStatus.EMPTY) for part in PartName}
    report = CreditReport("Experian", 746, date(2021, 6, 20), (), (), None)
    held = absorb(
        ConnectionHoldings("c1", "fi_money", known=True, assets=HELD.assets, credit_report=report),
        Snapshot(outcomes),
        TODAY,
    )
    assert (held.known, held.assets, held.credit_report) == (False, (), report)


def test_an_older_credit_report_does_not_replace_a_newer_one() -> None:
    new = CreditReport("Experian", 750, date(2026, 6, 20), (), (), None)
    old = CreditReport("Experian", 700, date(2021, 6, 20), (), (), None)
    outcomes = {part: PartOutcome(PartStatus.OK) for part in PartName}
    held = ConnectionHoldings("c1", "fi_money", credit_report=new)
    snapshot = Snapshot(outcomes, net_worth=NetWorth((), (), 0), credit_report=old)
    assert absorb(held, snapshot, TODAY).credit_report == new


def test_accounts_sum_beside_the_stated_class() -> None:
    accounts = (Account("a", "savings", "HDFC", "XX1", 857_100, None),)
    held = ConnectionHoldings(
        "c1", "fi_money", known=True, assets=(AssetPart(AssetClass.SAVINGS, 19_529_700, (), accounts),)
    )
    line = build(Portfolio((held,)), (), {}, Coverage())["reconciliation"]["lines"][0]
    assert line["gap"] == {"amountMinor": -18_672_600, "currency": "INR"}


def test_the_body_changes_only_together_with_its_version() -> None:
    """Another body of the same parts must be told from the stored one: then raise BUILT_BY, and note both."""
    held = absorb(ConnectionHoldings("c1", "fi_money"), SNAPSHOT, TODAY)
    state = SyncState().advanced(SNAPSHOT, NOW)
    gold = ManualEntry("m1", AssetClass.GOLD, "Ring", 5_000_000, TODAY)
    body = build(Portfolio((held,), (gold,)), (CONNECTION,), {"c1": state}, Coverage())
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16]
    assert (BUILT_BY, digest) == (4, "a70961235511c051")
