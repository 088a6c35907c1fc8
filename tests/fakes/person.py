"""A small person's finances as one fetch brings them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from future_finance.domain.asset_class import AssetClass, LiabilityClass
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
    TradeRow,
)

ALL_OK = {part: PartOutcome(PartStatus.OK) for part in PartName}
TODAY = date(2026, 11, 24)
SAVINGS = Account("acc1", "savings", "Sahyadri Bank", "XX1234", 1_500_000, date(2026, 11, 20))
CARD = Account(
    "acc2", "credit_card", "Sahyadri Bank", "XX9999", 250_000, date(2026, 11, 18), limit_minor=10_000_000
)
FUND = Holding(
    "h1",
    "Deccan Flexi Cap Fund - Direct Growth",
    4_000_000,
    "scheme",
    isin="INF000A01AB1",
    units=Decimal("123.456"),
    price=Decimal("324.0012"),
    price_as_of=date(2026, 11, 20),
)
CHAI = BankRow(date(2026, 11, 3), "debit", 2_000, 1_400_000, "UPI", "UPI-CHAI POINT")
SALARY = BankRow(date(2026, 10, 1), "credit", 7_500_000, 1_402_000, "NEFT", "NEFT-SALARY")

SNAPSHOT = Snapshot(
    outcomes=ALL_OK,
    net_worth=NetWorth(
        assets=(
            AssetPart(AssetClass.SAVINGS, 1_500_000, (), (SAVINGS,), date(2026, 11, 20)),
            AssetPart(AssetClass.MUTUAL_FUNDS, 4_000_000, (FUND,), (), None),
        ),
        liabilities=(LiabilityPart(LiabilityClass.CREDIT_CARD, 250_000, (CARD,), date(2026, 11, 18)),),
        stated_total_minor=5_250_000,
    ),
    credit_report=CreditReport("Experian", 746, date(2026, 6, 20), (), (), 0),
    epf=Epf(
        (EpfMembership("m1", "ACME", "XX12", date(2020, 1, 1), None, 900_000, 450_000, None, 450_000, None),),
        900_000,
        120_000,
    ),
    statements=(BankStatement("Sahyadri Bank", 0, (SALARY, CHAI, CHAI)),),
    mf_trades=(
        TradeRow(date(2025, 5, 5), "buy", "INF000A01AB1", Decimal("61.728"), Decimal("300"), 1_851_840),
        TradeRow(date(2026, 5, 5), "buy", "INF000A01AB1", Decimal("61.728"), Decimal("310"), 1_913_568),
    ),
    stock_trades=(TradeRow(date(2026, 6, 1), "buy", "INE000A01001", Decimal(10), Decimal("100.5"), None),),
)


def with_failed(part: PartName, reason: str = "timeout", status: PartStatus = PartStatus.FAILED) -> Snapshot:
    """The snapshot, but one part has failed, or has ended as `status` says."""
    field = {
        PartName.NET_WORTH: "net_worth",
        PartName.CREDIT_REPORT: "credit_report",
        PartName.EPF: "epf",
        PartName.MF_TRANSACTIONS: "mf_trades",
        PartName.BANK_TRANSACTIONS: "statements",
        PartName.STOCK_TRANSACTIONS: "stock_trades",
    }[part]
    outcomes = {**ALL_OK, part: PartOutcome(status, reason)}
    return replace(SNAPSHOT, outcomes=outcomes, **{field: None})
