"""fetch_net_worth: figures, accounts and classes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.adapters.fi_mcp.net_worth import read_net_worth
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.reconciliation import check_asset, check_liability
from future_finance.domain.snapshot import AssetPart, LiabilityPart, NetWorth
from tests.fakes.fi_answers import account, attribute, net_worth, rupees, savings, scheme


def read(answer: dict[str, Any], warnings: set[str] | None = None) -> NetWorth:
    found = read_net_worth(Node(answer), set() if warnings is None else warnings)
    assert found is not None
    return found


def asset(found: NetWorth, asset_class: AssetClass) -> AssetPart:
    return next(part for part in found.assets if part.asset_class is asset_class)


def debt(found: NetWorth, debt_class: LiabilityClass) -> LiabilityPart:
    return next(part for part in found.liabilities if part.liability_class is debt_class)


def test_debts_are_positive_wherever_fi_puts_them() -> None:
    found = read(
        net_worth(
            [attribute("ASSET_TYPE_EPF", 900), attribute("LIABILITY_TYPE_CREDIT_CARD", -70)],
            liabilities=[
                attribute("LIABILITY_TYPE_HOME_LOAN", 500),
                attribute("LIABILITY_TYPE_VEHICLE_LOAN", -30),
            ],
            total=-299,
        )
    )
    assert [(part.liability_class, part.stated_minor) for part in found.liabilities] == [
        (LiabilityClass.HOME_LOAN, 50000),
        (LiabilityClass.VEHICLE_LOAN, 3000),
        (LiabilityClass.CREDIT_CARD, 7000),
    ]
    assert [part.asset_class for part in found.assets] == [AssetClass.EPF]
    assert found.stated_total_minor == -29900


def test_attributes_fi_has_not_told_us_of_still_count() -> None:
    warnings: set[str] = set()
    found = read(
        net_worth(
            [
                attribute("ASSET_TYPE_CRYPTO", 40),
                attribute("ASSET_TYPE_ART", 2),
                attribute("LIABILITY_TYPE_PAWN", -7),
                attribute("SOMETHING_ELSE", 1),
                attribute("SOMETHING_OWED", -3),
            ]
        ),
        warnings,
    )
    assert asset(found, AssetClass.OTHER_ASSET).stated_minor == 4300
    assert debt(found, LiabilityClass.OTHER_LOAN).stated_minor == 1000
    assert warnings == {"unknown_asset_type", "unknown_liability_type", "unknown_attribute"}


def test_an_overdrawn_class_of_assets_stays_negative() -> None:
    assert (
        asset(
            read(net_worth([attribute("ASSET_TYPE_SAVINGS_ACCOUNTS", -5)])), AssetClass.SAVINGS
        ).stated_minor
        == -500
    )


def dollars(units: int) -> dict[str, str]:
    return {"currencyCode": "USD", "units": str(units)}


def test_a_figure_in_dollars_is_shown_and_not_added_to_rupees() -> None:
    warnings: set[str] = set()
    us = account("US_SECURITIES", {"equitySummary": {"currentValue": dollars(9)}})
    in_dollars = {"netWorthAttribute": "ASSET_TYPE_US_SECURITIES", "value": dollars(9)}
    found = read(net_worth([attribute("ASSET_TYPE_EPF", 1), in_dollars], accounts={"a": us}), warnings)

    assert {part.asset_class: part.stated_minor for part in found.assets} == {
        AssetClass.US_SECURITIES: None,
        AssetClass.EPF: 100,
    }
    part = asset(found, AssetClass.US_SECURITIES)
    assert [(a.value_minor, a.currency) for a in part.accounts] == [(900, "USD")]
    assert [h.value_minor for h in part.holdings] == [None]
    (line,) = check_asset(part)
    assert (line.status, line.detail_minor) == ("incomplete", 0)
    assert warnings == {"figure_in_foreign_currency"}


def test_finances_that_are_all_in_dollars_are_not_none() -> None:
    owed = {"netWorthAttribute": "LIABILITY_TYPE_HOME_LOAN", "value": dollars(-500)}
    found = read(net_worth([owed]))
    assert debt(found, LiabilityClass.HOME_LOAN).stated_minor is None
    assert [line.status for line in check_liability(found.liabilities[0])] == ["incomplete"]


@pytest.mark.parametrize("dollars_first", [True, False])
def test_dollars_of_a_class_leave_its_rupees_as_they_are(dollars_first: bool) -> None:
    warnings: set[str] = set()
    listed = [
        {"netWorthAttribute": "ASSET_TYPE_US_SECURITIES", "value": dollars(9)},
        attribute("ASSET_TYPE_US_SECURITIES", 40),
    ]
    found = read(net_worth(listed if dollars_first else listed[::-1]), warnings)
    assert asset(found, AssetClass.US_SECURITIES).stated_minor == 4000
    assert warnings == {"figure_in_foreign_currency"}


@pytest.mark.parametrize("name", ["value", "limit", "scheme", "total"])
def test_any_amount_in_dollars_is_warned_of(name: str) -> None:
    warnings: set[str] = set()
    summary = {
        "currentBalance": dollars(5) if name == "value" else rupees(5),
        "creditLimit": dollars(5) if name == "limit" else rupees(5),
    }
    fund = scheme("INF000A01011", 5)
    fund["enrichedAnalytics"]["analytics"]["schemeDetails"] = {
        "currentValue": dollars(5) if name == "scheme" else rupees(5)
    }
    answer = net_worth(
        accounts={"a": account("CREDIT_CARD", {"creditCardSummary": summary})}, schemes=[fund], total=5
    )
    if name == "total":
        answer["netWorthResponse"]["totalNetWorthValue"] = dollars(5)
    found = read(answer, warnings)

    card = debt(found, LiabilityClass.CREDIT_CARD).accounts[0]
    assert card.currency == ("USD" if name == "value" else "INR")
    assert card.limit_minor == (None if name == "limit" else 500)
    assert found.assets[0].holdings[0].value_minor == (None if name == "scheme" else 500)
    assert found.stated_total_minor == (None if name == "total" else 500)
    assert warnings == {"figure_in_foreign_currency"}


@pytest.mark.parametrize(
    ("in_assets", "in_liabilities", "warning"),
    [
        ([-700], [700], "duplicate_liability"),
        ([-700], [-700], "duplicate_liability"),
        ([-400, -300], [700], "duplicate_liability"),
        ([-650], [700], "conflicting_liability"),
        ([-750], [400, 300], "conflicting_liability"),
    ],
)
@pytest.mark.parametrize("name", ["LIABILITY_TYPE_HOME_LOAN", "LIABILITY_TYPE_PAWN", "SOMETHING_OWED"])
def test_a_debt_in_both_lists_is_one_debt_as_the_list_of_debts_has_it(
    name: str, in_assets: list[int], in_liabilities: list[int], warning: str
) -> None:
    warnings: set[str] = set()
    found = read(
        net_worth(
            [attribute(name, units) for units in in_assets],
            liabilities=[attribute(name, units) for units in in_liabilities],
        ),
        warnings,
    )
    assert [part.stated_minor for part in found.liabilities] == [70000]
    assert not found.assets
    assert warnings & {"duplicate_liability", "conflicting_liability"} == {warning}


def test_two_debts_that_only_share_a_class_both_count() -> None:
    warnings: set[str] = set()
    found = read(
        net_worth(
            [attribute("LIABILITY_TYPE_PAWN", -7)],
            liabilities=[attribute("LIABILITY_TYPE_CHIT", 7), attribute("LIABILITY_TYPE_OTHER_LOAN", 7)],
        ),
        warnings,
    )
    assert debt(found, LiabilityClass.OTHER_LOAN).stated_minor == 2100
    assert warnings == {"unknown_liability_type"}


def test_a_debt_in_dollars_gives_way_to_the_same_one_in_rupees() -> None:
    warnings: set[str] = set()
    in_dollars = {"netWorthAttribute": "LIABILITY_TYPE_HOME_LOAN", "value": dollars(9)}
    found = read(net_worth([attribute("LIABILITY_TYPE_HOME_LOAN", -800)], liabilities=[in_dollars]), warnings)
    assert debt(found, LiabilityClass.HOME_LOAN).stated_minor == 80000
    assert warnings == {"figure_in_foreign_currency"}


def test_whatever_stands_among_the_debts_is_a_debt() -> None:
    found = read(net_worth(liabilities=[attribute("GOLD_PLEDGED", 5)]))
    assert not found.assets
    assert debt(found, LiabilityClass.OTHER_LOAN).stated_minor == 500


_NAMES = st.builds(
    "{}{}".format,
    st.sampled_from(["ASSET_TYPE_", "LIABILITY_TYPE_", ""]),
    st.text("ABCDEFGHIJ_", min_size=1, max_size=8),
)


@given(st.dictionaries(_NAMES, st.integers(-(10**9), 10**9), min_size=1, max_size=12))
def test_no_rupee_of_an_unknown_name_is_lost(listed: dict[str, int]) -> None:
    """Every type has a name of its own: what Fi lists once counts once, debts as what they take away."""
    found = read(net_worth([attribute(name, units) for name, units in listed.items()]))
    assets = sum(part.stated_minor or 0 for part in found.assets)
    debts = sum(part.stated_minor or 0 for part in found.liabilities)
    expected = sum(
        -abs(units) if name.startswith("LIABILITY_TYPE_") else units for name, units in listed.items()
    )
    assert assets - debts == expected * 100


def test_deposit_accounts_go_where_their_type_says() -> None:
    principal = {"currentPrincipalAmount": rupees(60)}
    accounts = {
        "a": savings(10),
        "b": savings(20, kind="CURRENT", number="XXXXXX0001"),
        "c": savings(30, kind="FIXED", number="XXXXXX0002"),
        "d": account("RECURRING_DEPOSIT", {"recurringDepositSummary": principal}),
        "e": account("RECURRING_DEPOSIT", number="XXXXXX0003"),
    }
    found = read(net_worth([attribute("ASSET_TYPE_SAVINGS_ACCOUNTS", 999)], accounts=accounts))

    cash, deposits = asset(found, AssetClass.SAVINGS), asset(found, AssetClass.DEPOSITS)
    assert [(a.kind, a.value_minor) for a in cash.accounts] == [("savings", 1000), ("current", 2000)]
    assert [(a.kind, a.value_minor) for a in deposits.accounts] == [
        ("fixed_deposit", 3000),
        ("recurring_deposit", 6000),
        ("recurring_deposit", None),
    ]
    assert cash.stated_minor == 99900
    assert deposits.stated_minor is None
    assert [(h.kind, h.value_minor, h.account_id) for h in cash.holdings] == [
        ("account", a.value_minor, a.id) for a in cash.accounts
    ]


def test_the_deposit_type_may_stand_in_the_details() -> None:
    entry = savings(10, accountType={"depositAccountType": "DEPOSIT_ACCOUNT_TYPE_FIXED"})
    del entry["depositSummary"]["depositAccountType"]
    assert read(net_worth(accounts={"a": entry})).assets[0].accounts[0].kind == "fixed_deposit"


def test_a_deposit_of_an_unknown_type_is_kept_with_the_savings() -> None:
    warnings: set[str] = set()
    found = read(net_worth(accounts={"a": savings(10, kind="FLEXI")}), warnings)
    assert [a.value_minor for a in asset(found, AssetClass.SAVINGS).accounts] == [1000]
    assert warnings == {"unknown_deposit_type"}


def test_an_account_whose_value_has_an_unknown_name_is_kept_and_warned_of() -> None:
    warnings: set[str] = set()
    nps = account("NPS", {"npsSummary": {"marketValue": rupees(8)}})
    part = asset(read(net_worth(accounts={"a": nps}), warnings), AssetClass.NPS)
    assert [a.value_minor for a in part.accounts] == [None]
    assert [line.status for line in check_asset(part)] == ["incomplete"]
    assert warnings == {"account_without_value"}


def test_an_instrument_fi_has_not_told_us_of_is_kept_but_not_counted() -> None:
    warnings: set[str] = set()
    found = read(
        net_worth(accounts={"a": account("BULLION", {"bullionSummary": {"currentValue": rupees(8)}})}),
        warnings,
    )

    part = asset(found, AssetClass.OTHER_ASSET)
    assert part.stated_minor is None
    assert part.accounts[0].value_minor == part.holdings[0].value_minor == 800
    assert warnings == {"unknown_instrument"}


@pytest.mark.parametrize(
    ("loan_type", "stated", "expected"),
    [
        ("HOME", ["HOME_LOAN", "LOAN"], LiabilityClass.HOME_LOAN),
        ("AUTO", ["VEHICLE_LOAN"], LiabilityClass.VEHICLE_LOAN),
        ("AUTO", ["LOAN"], LiabilityClass.LOAN),
        ("CONSUMER", ["LOAN"], LiabilityClass.LOAN),
        ("CONSUMER", ["OTHER_LOAN", "LOAN"], LiabilityClass.OTHER_LOAN),
        ("HOME", [], LiabilityClass.HOME_LOAN),
        ("PERSONAL", [], LiabilityClass.OTHER_LOAN),
        ("HOME", ["VEHICLE_LOAN"], LiabilityClass.HOME_LOAN),
    ],
)
def test_a_loan_joins_the_figure_that_holds_it(
    loan_type: str, stated: list[str], expected: LiabilityClass
) -> None:
    summary = {
        "currentOutstanding": rupees(-100),
        "originalLoanAmount": rupees(150),
        "amountPastDue": rupees(12),
        "loanStatus": "LOAN_STATUS_ACTIVE_DEFAULT",
    }
    loan = account(
        "LOAN", {"loanSummary": summary}, accountType={"loanAccountType": f"LOAN_ACCOUNT_TYPE_{loan_type}"}
    )
    found = read(
        net_worth([attribute(f"LIABILITY_TYPE_{name}", -100) for name in stated], accounts={"a": loan})
    )

    kept = debt(found, expected).accounts[0]
    assert (kept.value_minor, kept.original_minor, kept.overdue_minor, kept.status) == (
        10000,
        15000,
        1200,
        "active_default",
    )


def test_a_card_has_its_limit_and_what_is_overdue() -> None:
    summary = {"currentBalance": rupees(71), "creditLimit": rupees(75), "amountPastDue": rupees(8)}
    card = account("CREDIT_CARD", {"creditCardSummary": summary}, number="XXXX-XXXX-XXXX-5678")
    part = debt(read(net_worth(accounts={"a": card})), LiabilityClass.CREDIT_CARD)

    assert part.stated_minor is None
    assert (part.accounts[0].limit_minor, part.accounts[0].overdue_minor) == (7500, 800)
    assert part.accounts[0].masked_number == "5678"


def test_accounts_with_one_masked_number_keep_ids_of_their_own() -> None:
    accounts = {"b": savings(20), "a": savings(10), "c": account("EQUITIES")}
    found = read(net_worth(accounts=accounts))
    turned = read(net_worth(accounts=dict(reversed(accounts.items()))))

    ids = [a.id for part in found.assets for a in part.accounts]
    assert len(set(ids)) == 3
    assert ids == [a.id for part in turned.assets for a in part.accounts]
    assert [a.value_minor for a in found.assets[0].accounts] == [1000, 2000]


def test_a_class_is_as_old_as_its_newest_account() -> None:
    accounts = {
        "a": savings(1, day="2026-08-01T10:00:00Z"),
        "b": savings(2, day="2026-08-31T18:30:00Z"),
        "c": savings(3, day="soon"),
    }
    warnings: set[str] = set()
    part = asset(read(net_worth(accounts=accounts), warnings), AssetClass.SAVINGS)
    assert [a.as_of for a in part.accounts] == [date(2026, 8, 1), date(2026, 9, 1), None]
    assert part.as_of == date(2026, 9, 1)
    assert warnings == {"unreadable_date"}


def test_nothing_connected_is_empty() -> None:
    assert read_net_worth(Node(net_worth()), set()) is None


def test_accounts_without_the_net_worth_itself_are_refused() -> None:
    answer = net_worth(accounts={"a": savings(1)})
    del answer["netWorthResponse"]
    with pytest.raises(Refused) as refused:
        read_net_worth(Node(answer), set())
    assert refused.value.reason is Reason.UNKNOWN_SHAPE


@pytest.mark.parametrize("entry", [{"value": rupees(5)}, {"netWorthAttribute": "ASSET_TYPE_EPF"}])
def test_half_an_attribute_is_refused(entry: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        read(net_worth([entry]))
    assert refused.value.reason is Reason.UNKNOWN_SHAPE
