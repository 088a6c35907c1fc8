"""Figures worked out by hand for recorded accounts, where a folder of recordings is at hand."""

from __future__ import annotations

from typing import Any

import pytest

from future_finance.adapters.fi_mcp.answer import read_text
from future_finance.adapters.fi_mcp.part import Part, read_part
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.snapshot import AssetPart, NetWorth, PartName, PartStatus
from tests.recordings import FOLDER, needs_recordings

pytestmark = needs_recordings


def part(account: str, name: PartName) -> Part:
    return read_part(name, read_text((FOLDER / account / f"{name}.json").read_text()))


def content(account: str, name: PartName) -> Any:
    found = part(account, name)
    assert found.outcome.status is PartStatus.OK
    return found.content


def net_worth(account: str) -> NetWorth:
    found = content(account, PartName.NET_WORTH)
    assert isinstance(found, NetWorth)
    return found


def asset(account: str, asset_class: AssetClass) -> AssetPart:
    return next(found for found in net_worth(account).assets if found.asset_class is asset_class)


def totals(found: AssetPart) -> tuple[int | None, int, int]:
    """Paise: as stated, by accounts, by holdings."""
    by_accounts = sum(account.value_minor or 0 for account in found.accounts)
    return found.stated_minor, by_accounts, sum(held.value_minor or 0 for held in found.holdings)


@pytest.mark.parametrize(
    ("account", "computed", "stated"),
    [
        ("1111111111", 1_86_726, 1_86_726),
        ("1313131313", 63_13_292, 63_08_292),
        ("1414141414", -44_65_000, -44_65_000),
        ("2222222222", 6_58_305, 6_58_305),
        ("4444444444", 12_97_285, 12_97_285),
        ("7777777777", -66_343, -66_343),
        ("8888888888", 11_35_627, 11_35_627),
    ],
)
def test_net_worth_from_its_parts(account: str, computed: int, stated: int) -> None:
    found = net_worth(account)
    assets = sum(owned.stated_minor or 0 for owned in found.assets)
    debts = [owed.stated_minor or 0 for owed in found.liabilities]
    assert min(debts, default=0) >= 0
    assert assets - sum(debts) == computed * 100
    assert found.stated_total_minor == stated * 100


def test_the_wrong_tool_s_answer_is_refused() -> None:
    assert part("2525252525", PartName.NET_WORTH).outcome.reason == "wrong_tool"


def test_the_three_totals_of_mutual_funds() -> None:
    assert totals(asset("1313131313", AssetClass.MUTUAL_FUNDS)) == (1413292_00, 2127182_00, 2235787_00)


def test_shares_whose_holdings_fall_short_of_the_figure() -> None:
    assert totals(asset("1313131313", AssetClass.INDIAN_SECURITIES)) == (1225000_00, 1225000_00, 1220000_00)


def test_savings_and_securities_that_their_accounts_do_not_explain() -> None:
    savings, securities = (
        totals(asset("2222222222", found)) for found in (AssetClass.SAVINGS, AssetClass.INDIAN_SECURITIES)
    )
    assert savings[:2] == (195297_00, 8571_00)
    assert securities[1] - (securities[0] or 0) == -101901_20


def test_dollar_shares_beside_a_figure_in_rupees() -> None:
    found = asset("1313131313", AssetClass.US_SECURITIES)
    assert found.stated_minor == 445000_00
    assert {held.value_minor for held in found.holdings} == {None}
    in_dollars = sum((held.units or 0) * (held.price or 0) for held in found.holdings)
    assert in_dollars == 3990


def test_recurring_deposits_without_a_figure_are_not_counted() -> None:
    found = asset("4444444444", AssetClass.DEPOSITS)
    assert found.stated_minor is None
    assert {account.value_minor for account in found.accounts} == {None}


def test_loans_join_the_one_figure_that_holds_them() -> None:
    loans = net_worth("1414141414").liabilities[0]
    assert loans.liability_class is LiabilityClass.LOAN
    assert loans.stated_minor == sum(account.value_minor or 0 for account in loans.accounts) == 4330000_00


@pytest.mark.parametrize(
    ("account", "rows"),
    [
        ("1313131313", [22]),
        ("1414141414", [19]),
        ("2222222222", [20, 20, 20]),
        ("2525252525", [14]),
        ("4444444444", [10, 14, 20, 10, 10, 14, 14, 20, 20]),
        ("7777777777", [19, 5]),
        ("8888888888", [20]),
    ],
)
def test_bank_rows(account: str, rows: list[int]) -> None:
    found = content(account, PartName.BANK_TRANSACTIONS)
    assert [len(statement.rows) for statement in found] == rows
    names = [(statement.bank, statement.ordinal) for statement in found]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("account", "funds", "shares"),
    [
        ("1313131313", 271, 73),
        ("2222222222", 4, 46),
        ("2525252525", 8, None),
        ("4444444444", 1, 46),
        ("7777777777", 19, None),
        ("8888888888", 89, None),
    ],
)
def test_trade_rows(account: str, funds: int, shares: int | None) -> None:
    assert len(content(account, PartName.MF_TRANSACTIONS)) == funds
    found = part(account, PartName.STOCK_TRANSACTIONS).content
    assert (len(found) if isinstance(found, tuple) else None) == shares


@pytest.mark.parametrize(
    ("account", "total", "past"),
    [
        ("1313131313", 17_80_000, 12_80_000),
        ("2222222222", 2_11_111, 2_11_111),
        ("4444444444", 2_11_111, 2_11_111),
        ("7777777777", 1_31_150, 3_150),
        ("8888888888", 2_25_000, 0),
    ],
)
def test_provident_fund(account: str, total: int, past: int) -> None:
    found = content(account, PartName.EPF)
    assert sum(member.net_minor for member in found.memberships) == found.stated_current_minor == total * 100
    assert sum(member.net_minor for member in found.memberships if member.left_on) == past * 100


def test_the_uan_that_is_listed_twice_is_said_to_be() -> None:
    assert part("4444444444", PartName.EPF).warnings == {"duplicate_uan"}


@pytest.mark.parametrize(
    ("account", "score", "overdue"),
    [
        ("1313131313", 795, 0),
        ("1414141414", 645, 11_300),
        ("2222222222", 746, 47_000),
        ("7777777777", 621, 20_500),
    ],
)
def test_credit_reports(account: str, score: int, overdue: int) -> None:
    found = content(account, PartName.CREDIT_REPORT)
    assert found.score == score
    assert sum(line.overdue_minor for line in found.tradelines) == overdue * 100


@pytest.mark.parametrize(
    "account", sorted(folder.name for folder in FOLDER.glob("*")) if FOLDER.is_dir() else []
)
def test_every_id_is_used_once(account: str) -> None:
    found = part(account, PartName.NET_WORTH).content
    if isinstance(found, NetWorth):
        accounts = [kept.id for owned in found.assets for kept in owned.accounts]
        accounts += [kept.id for owed in found.liabilities for kept in owed.accounts]
        holdings = [held.id for owned in found.assets for held in owned.holdings]
        assert len(set(accounts)) == len(accounts)
        assert len(set(holdings)) == len(holdings)
