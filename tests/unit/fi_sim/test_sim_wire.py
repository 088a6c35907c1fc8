"""The six answers in Fi's shape, at the end of the twelve months and on the way there."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.everyone import EVERYONE
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.tools import TOOLS
from emulators.fi_mcp.wire import bank, trades
from emulators.fi_mcp.wire.answers import answer_text
from emulators.fi_mcp.wire.money import indian_midnight, money, paise

TODAY = date(2026, 11, 24)
NOW = View.at(TODAY, TODAY)
WELL_BEHAVED = [
    pytest.param(person, id=person.identity.slug) for person in EVERYONE.values() if not person.every_trap
]
VIEWS = [View.at(date(2026 - (back > 10), (10 - back) % 12 + 1, 3), TODAY) for back in range(13)]


def read(person: Person, tool: str, view: View = NOW) -> Any:
    return json.loads(answer_text(person, tool, view))


def rupees(value: dict[str, Any]) -> Decimal:
    return Decimal(value.get("units", "0")) + Decimal(value.get("nanos", 0)) / 10**9


def summary(account: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    [(name, content)] = [(k, v) for k, v in account.items() if k.endswith("Summary")]
    return name, content


WORTH = {
    "depositSummary": "currentBalance",
    "recurringDepositSummary": "currentPrincipalAmount",
    "equitySummary": "currentValue",
    "mutualFundSummary": "currentValue",
    "sgbSummary": "currentValue",
    "epfSummary": "currentBalance",
    "npsSummary": "currentValue",
    "creditCardSummary": "currentBalance",
    "loanSummary": "currentOutstanding",
}
DEBTS = ("creditCardSummary", "loanSummary")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: str(view.last))
@pytest.mark.parametrize("person", WELL_BEHAVED)
def test_the_stated_figures_are_the_sums_of_their_details(person: Person, view: View) -> None:
    answer = read(person, "fetch_net_worth", view)
    response = answer["netWorthResponse"]
    assets = sum(rupees(value["value"]) for value in response["assetValues"])
    debts = sum(rupees(value["value"]) for value in response.get("liabilityValues", []))
    assert rupees(response["totalNetWorthValue"]) == assets - debts
    accounts = [summary(a) for a in answer["accountDetailsBulkResponse"]["accountDetailsMap"].values()]
    assert sum(rupees(s[WORTH[name]]) for name, s in accounts if name not in DEBTS) == assets
    assert sum(rupees(s[WORTH[name]]) for name, s in accounts if name in DEBTS) == debts
    stated = [v["value"] for v in response["assetValues"] if v["netWorthAttribute"].endswith("FUND")]
    schemes = answer["mfSchemeAnalytics"].get("schemeAnalytics", [])
    values = [s["enrichedAnalytics"]["analytics"]["schemeDetails"]["currentValue"] for s in schemes]
    assert sum(map(rupees, values)) == sum(map(rupees, stated))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: str(view.last))
@pytest.mark.parametrize("person", WELL_BEHAVED)
def test_nothing_is_dated_after_the_moved_clock(person: Person, view: View) -> None:
    for tool in TOOLS:
        text = answer_text(person, tool, view)
        days = [date.fromisoformat(day) for day in re.findall(r'"(\d{4}-\d\d-\d\d)(?=["T])', text)]
        maturities = re.findall(r'"maturityDate":"(\d{4}-\d\d-\d\d)', text)
        assert all(day <= view.today for day in days if day.isoformat() not in maturities)


@pytest.mark.parametrize("person", WELL_BEHAVED)
def test_only_the_last_two_months_of_the_bank_are_served(person: Person) -> None:
    for view in VIEWS:
        answer = read(person, "fetch_bank_transactions", view)
        assert answer["schemaDescription"] == bank.LAYOUT
        months = {row[2][:7] for row in answer["bankTransactions"][0]["txns"]}
        assert months == {
            f"{view.window.end(index):%Y-%m}" for index in (view.last, view.last - 1) if index >= 0
        }


@pytest.mark.parametrize("person", WELL_BEHAVED)
def test_twelve_syncs_bring_the_whole_ledger(person: Person) -> None:
    seen: set[tuple[Any, ...]] = set()
    for view in VIEWS:
        seen |= {
            tuple(row) for row in read(person, "fetch_bank_transactions", view)["bankTransactions"][0]["txns"]
        }
    assert seen == {tuple(bank.positional(row)) for row in person.rows(NOW)}


def test_bank_rows_carry_the_codes_of_interest_tds_instalments_and_charges() -> None:
    rows = [
        row
        for person in EVERYONE.values()
        for view in VIEWS
        for account in read(person, "fetch_bank_transactions", view)["bankTransactions"]
        for row in account["txns"]
    ]
    assert {row[3] for row in rows} == {1, 2, 4, 5, 6, 8}
    assert all(len(row) == 6 and float(row[0]) > 0 for row in rows)


def test_one_person_gets_the_production_form_of_fund_transactions() -> None:
    answers = {p.identity.slug: read(p, "fetch_mf_transactions") for p in EVERYONE.values() if p.schemes}
    [slug] = [slug for slug, answer in answers.items() if "transactions" in answer]
    row = answers[slug]["transactions"][-1]
    assert slug == "meenakshi"
    assert row["transactionDate"].endswith("T18:30:00Z")
    assert rupees(row["purchasePrice"]) * Decimal(str(row["transactionUnits"])) == pytest.approx(
        rupees(row["transactionAmount"]), rel=Decimal("0.0003")
    )
    others = [answer for other, answer in answers.items() if other != slug]
    assert all(answer["schemaDescription"] == trades.FUND_LAYOUT for answer in others)


def test_midnight_in_india_is_the_evening_before_in_utc() -> None:
    assert indian_midnight(date(2023, 1, 1)) == "2022-12-31T18:30:00Z"


def test_nothing_connected_is_an_empty_object_and_an_investor_without_funds_has_no_list() -> None:
    harpreet, lakshmi = EVERYONE["9000000006"], EVERYONE["9000000007"]
    assert read(harpreet, "fetch_epf_details") == {}
    assert read(lakshmi, "fetch_credit_report") == {}
    assert read(lakshmi, "fetch_stock_transactions") == {}
    assert set(read(harpreet, "fetch_mf_transactions")) == {"schemaDescription"}


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (0, {"currencyCode": "INR"}),
        (81.38, {"currencyCode": "INR", "units": "81", "nanos": 380_000_000}),
        (-3103.46, {"currencyCode": "INR", "units": "-3103", "nanos": -460_000_000}),
        (-0.5, {"currencyCode": "INR", "nanos": -500_000_000}),
    ],
)
def test_money_carries_its_sign_on_both_parts(amount: float, expected: dict[str, Any]) -> None:
    assert money(amount) == expected


@pytest.mark.parametrize(("minor", "text"), [(35_000, "350"), (35_050, "350.5"), (-1, "-0.01"), (5, "0.05")])
def test_bank_amounts_are_plain_decimals(minor: int, text: str) -> None:
    assert paise(minor) == text


@pytest.mark.parametrize(
    ("slug_phone", "score"),
    [("9000000001", 712), ("9000000002", 791), ("9000000003", 628)],
)
def test_the_credit_report_is_all_strings_and_ends_at_the_known_score(slug_phone: str, score: int) -> None:
    data = read(EVERYONE[slug_phone], "fetch_credit_report")["creditReports"][0]["creditReportData"]
    assert data["score"]["bureauScore"] == str(score)
    assert not re.search(r":\s*-?\d", json.dumps(data))


def test_a_loan_at_fi_and_its_tradeline_are_of_one_lender_and_amount() -> None:
    for person in (EVERYONE["9000000003"], EVERYONE["9000000004"], EVERYONE["9000000006"]):
        data = read(person, "fetch_credit_report")["creditReports"][0]["creditReportData"]
        lines = {
            (line["subscriberName"], int(line["currentBalance"]))
            for line in data["creditAccount"]["creditAccountDetails"]
        }
        accounts = read(person, "fetch_net_worth")["accountDetailsBulkResponse"]["accountDetailsMap"].values()
        loans = {
            (a["accountDetails"]["fipMeta"]["name"], int(a["loanSummary"]["currentOutstanding"]["units"]))
            for a in accounts
            if "loanSummary" in a
        }
        assert loans
        assert loans <= lines


def test_rohan_was_asked_about_five_times_within_ninety_days_of_the_report() -> None:
    data = read(EVERYONE["9000000003"], "fetch_credit_report")["creditReports"][0]["creditReportData"]
    asked = [date.fromisoformat(e["DateOfRequest"]) for e in data["caps"]["capsApplicationDetailsArray"]]
    reported = date.fromisoformat(data["creditProfileHeader"]["reportDate"])
    assert sum(timedelta(0) <= reported - day < timedelta(days=90) for day in asked) == 5
    assert data["caps"]["capsSummary"]["capsLast90Days"] == "5"


def test_aarav_has_nine_known_months_at_the_bureau() -> None:
    data = read(EVERYONE["9000000001"], "fetch_credit_report")["creditReports"][0]["creditReportData"]
    [line] = data["creditAccount"]["creditAccountDetails"]
    assert line["paymentHistoryProfile"] == "0" * 9 + "?" * 27


@pytest.mark.parametrize("person", WELL_BEHAVED)
def test_the_same_question_gets_the_same_answer(person: Person) -> None:
    for tool in TOOLS:
        assert answer_text(person, tool, NOW) == answer_text(person, tool, NOW)
