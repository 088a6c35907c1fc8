"""Recorded accounts against figures worked out independently."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.cash_flow.entry import Cashbook, Category, Flow, Trust
from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.cash_flow.recurring import recurring
from tests.dossiers import of_recording
from tests.recordings import needs_recordings

pytestmark = needs_recordings
LAST_DAY = {
    "7777777777": date(2024, 7, 22),
    "1313131313": date(2024, 7, 20),
    "1414141414": date(2024, 7, 25),
    "2525252525": date(2024, 7, 28),
    "8888888888": date(2024, 7, 25),
    "2222222222": date(2025, 7, 9),
    "4444444444": date(2025, 7, 9),
}


def read(account: str) -> Cashbook:
    return read_rows(of_recording(account, LAST_DAY[account]))


@pytest.mark.parametrize(
    ("account", "bank", "linked", "rows", "trust"),
    [
        ("7777777777", "ICICI Bank", 17, 19, Trust.TRUSTED),
        ("7777777777", "HDFC Bank", 2, 5, Trust.PARTIAL),
        ("8888888888", "HDFC Bank", 18, 20, Trust.TRUSTED),
        ("1313131313", "HDFC Bank", 20, 22, Trust.TRUSTED),
        ("1414141414", "Kotak Mahindra Bank", 17, 19, Trust.TRUSTED),
        ("2525252525", "HDFC Bank", 12, 14, Trust.TRUSTED),
    ],
)
def test_accounts_are_judged_by_their_links(
    account: str, bank: str, linked: int, rows: int, trust: Trust
) -> None:
    (judged,) = [one for one in read(account).accounts if one.bank == bank]
    assert (judged.linked, judged.rows, judged.trust) == (linked, rows, trust)


@pytest.mark.parametrize(("account", "rows"), [("2222222222", 60), ("4444444444", 132)])
def test_rows_that_do_not_link_at_all_are_rejected(account: str, rows: int) -> None:
    accounts = read(account).accounts
    assert sum(one.rows for one in accounts) == rows
    assert {(one.linked, one.trust) for one in accounts} == {(0, Trust.REJECTED)}


@pytest.mark.parametrize(
    ("account", "rupees"),
    [
        ("7777777777", -30_410),
        ("1313131313", 41_000),
        ("8888888888", -2_300),
        ("1414141414", -3_180),
        ("2525252525", -11_111),
    ],
)
def test_what_moved_unseen_between_the_months_is_known(account: str, rupees: int) -> None:
    trusted = [one for one in read(account).accounts if one.trust is Trust.TRUSTED]
    assert sum(one.unseen_minor for one in trusted) == rupees * 100


def test_a_car_loan_that_passes_through_two_banks_is_counted_once_a_month() -> None:
    emis = [
        entry
        for entry in read("7777777777").events
        if entry.amount_minor == 8_530_00 and entry.flow is Flow.OUTFLOW
    ]
    assert [(entry.on, entry.row.bank) for entry in emis] == [
        (date(2024, 6, 5), "ICICI Bank"),
        (date(2024, 7, 5), "ICICI Bank"),
    ]


@pytest.mark.parametrize(
    ("account", "streams"),
    [
        ("7777777777", {(Category.EMI, 12_500), (Category.EMI, 8_530)}),
        (
            "1313131313",
            {
                (Category.EMI, 45_000),
                (Category.MUTUAL_FUND, 20_000),
                (Category.MUTUAL_FUND, 15_000),
                (Category.MUTUAL_FUND, 10_000),
            },
        ),
        (
            "8888888888",
            {
                (Category.RENT, 30_000),
                (Category.MUTUAL_FUND, 10_000),
                (Category.MUTUAL_FUND, 7_500),
                (Category.MUTUAL_FUND, 5_000),
                (Category.MUTUAL_FUND, 4_000),
            },
        ),
    ],
)
def test_what_comes_back_is_found(account: str, streams: set[tuple[Category, int]]) -> None:
    assert {(one.category, one.monthly) for one in recurring(read(account))} == {
        (category, Decimal(rupees)) for category, rupees in streams
    }


def test_the_only_row_without_a_known_purpose_is_a_friend_s() -> None:
    unknown = [
        entry
        for account in ("7777777777", "1313131313", "1414141414", "2525252525", "8888888888")
        for entry in read(account).entries
        if entry.category is Category.UNKNOWN
    ]
    assert [(entry.flow, entry.amount_minor) for entry in unknown] == [(Flow.OTHER_CREDIT, 1_800_00)]


def test_money_from_a_parent_is_no_income_and_a_stipend_is() -> None:
    credits = {entry.category: entry.flow for entry in read("2525252525").entries if entry.row.kind == "credit"}  # fmt: skip
    assert credits == {Category.FAMILY: Flow.OTHER_CREDIT, Category.SALARY: Flow.INCOME}


def test_minimum_and_partial_card_payments_are_marked() -> None:
    assert sum(entry.minimum_due for entry in read("1414141414").usable) == 2
