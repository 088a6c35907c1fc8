"""Self-transfers and what other rows tell about a row."""

from __future__ import annotations

from datetime import date

import pytest

from future_finance.domain.cash_flow.entry import Cashbook, Category, Flow
from tests.unit.domain.cash_flow.rows import book, row, statement

DAY = date(2026, 9, 10)
TRANSFER_OUT = "NEFT DR-HDFC0000001-RAVI KUMAR-N123456789012345-"
TRANSFER_IN = "NEFT CR-ICIC0000001-RAVI KUMAR-ICICN123456789"
FILLER = [(date(2026, 9, n), "debit", 100 + n, "UPI-SHOP-S@YBL-YESB0YBLUPI-412345678901-UPI") for n in range(1, 10)]  # fmt: skip


def flows(cashbook: Cashbook, rupees: int) -> list[Flow]:
    return [entry.flow for entry in cashbook.entries if entry.amount_minor == rupees * 100]


def two_accounts(out: tuple[date, str], back: tuple[date, str], kinds: tuple[str, str] = ("debit", "credit")) -> Cashbook:  # fmt: skip
    one = statement([*FILLER, (out[0], kinds[0], 50_000, out[1])], account="fi_icici_1")
    other = statement([*FILLER, (back[0], kinds[1], 50_000, back[1])], account="fi_hdfc_1")
    return book(*one, *other)


@pytest.mark.parametrize("day", [9, 10, 11])
def test_the_same_amount_from_one_own_account_to_another_within_a_day_is_a_self_transfer(day: int) -> None:
    cashbook = two_accounts((DAY, TRANSFER_OUT), (date(2026, 9, day), TRANSFER_IN))
    assert flows(cashbook, 50_000) == [Flow.SELF_TRANSFER, Flow.SELF_TRANSFER]


def test_two_days_apart_they_are_two_payments() -> None:
    cashbook = two_accounts((DAY, TRANSFER_OUT), (date(2026, 9, 12), TRANSFER_IN))
    assert sorted(flows(cashbook, 50_000)) == [Flow.OTHER_CREDIT, Flow.OUTFLOW]


def test_a_payment_whose_words_say_what_it_is_is_no_transfer() -> None:
    rent = two_accounts((DAY, "IMPS-412345678901-OWNER-HDFC-XXXXXXX3578-RENT"), (DAY, TRANSFER_IN))
    assert sorted(flows(rent, 50_000)) == [Flow.OTHER_CREDIT, Flow.OUTFLOW]
    salary = two_accounts((DAY, TRANSFER_OUT), (DAY, "NEFT CR-ICIC0000001-ACME-SALARY-ICICN1234"))
    assert sorted(flows(salary, 50_000)) == [Flow.INCOME, Flow.OUTFLOW]


def test_one_debit_answers_one_credit() -> None:
    one = statement([*FILLER, (DAY, "debit", 50_000, TRANSFER_OUT), (DAY, "debit", 50_000, TRANSFER_OUT)], account="fi_icici_1")  # fmt: skip
    other = statement([*FILLER, (DAY, "credit", 50_000, TRANSFER_IN)], account="fi_hdfc_1")
    assert sorted(flows(book(*one, *other), 50_000)) == [
        Flow.OUTFLOW,
        Flow.SELF_TRANSFER,
        Flow.SELF_TRANSFER,
    ]


def test_within_one_account_nothing_is_a_self_transfer() -> None:
    rows = statement([*FILLER, (DAY, "debit", 50_000, TRANSFER_OUT), (DAY, "credit", 50_000, TRANSFER_IN)])
    assert sorted(flows(book(*rows), 50_000)) == [Flow.OTHER_CREDIT, Flow.OUTFLOW]


def test_an_emi_that_passes_through_two_accounts_is_paid_once_by_its_mandate() -> None:
    cashbook = two_accounts(
        (DAY, "NEFT DR-HDFCBANK-AUTOLOAN-N451241328608485-EMI"),
        (DAY, "ACH D-ICIC0001234-AUTOLOAN-EMI DEBIT"),
        kinds=("debit", "instalment"),
    )
    emis = {entry.row.account_id: entry.flow for entry in cashbook.entries if entry.category is Category.EMI}
    assert emis == {"fi_icici_1": Flow.SELF_TRANSFER, "fi_hdfc_1": Flow.OUTFLOW}


def test_two_emis_of_one_amount_from_one_account_are_two() -> None:
    emi = "ACH D-SBIN0001234-HOME LOAN EMI-HL"
    rows = statement(
        [*FILLER, (DAY, "instalment", 9_000, f"{emi}1111"), (DAY, "instalment", 9_000, f"{emi}2222")]
    )
    assert flows(book(*rows), 9_000) == [Flow.OUTFLOW, Flow.OUTFLOW]


def test_other_money_of_the_employer_is_salary_where_its_words_say_nothing_else() -> None:
    rows = statement(
        [
            (date(2026, 8, 1), "credit", 80_000, "NEFT CR-CITI0000003-ACME PVT LTD-SALARY AUG-CITIN2412345"),
            (date(2026, 8, 20), "credit", 5_000, "NEFT CR-CITI0000003-ACME PVT LTD-AUG PAYOUT-CITIN2412346"),
            (date(2026, 8, 21), "credit", 700, "NEFT CR-CITI0000003-ACME PVT LTD-REIMBURSEMENT-CITIN2412347"),
        ]
    )
    assert [entry.flow for entry in book(*rows).entries] == [Flow.INCOME, Flow.INCOME, Flow.OTHER_CREDIT]


def test_rent_by_upi_is_income_of_a_landlord_and_a_share_of_a_tenant() -> None:
    share = (date(2026, 9, 4), "credit", 9_000, "UPI-FLATMATE-F@OKSBI-SBIN0000001-412345678901-RENT")
    rent = (date(2026, 9, 3), "debit", 30_000, "IMPS-412345678901-OWNER-HDFC-XXXXXXX3578-RENT")
    assert flows(book(*statement([share])), 9_000) == [Flow.INCOME]
    assert flows(book(*statement([rent, share])), 9_000) == [Flow.OTHER_CREDIT]


def test_lines_of_the_statement_itself_are_markers() -> None:
    assert book(row(DAY, "opening", 0, "OPENING BALANCE", 5)).entries[0].flow is Flow.MARKER


def test_a_transfer_that_reached_the_other_account_without_a_row_is_told_by_its_balance() -> None:
    one = statement([*FILLER, (DAY, "debit", 50_000, TRANSFER_OUT)], account="fi_icici_1")
    later = [(date(2026, 9, n), "debit", 300 + n, "UPI-SHOP-S@YBL-YESB0YBLUPI-412345678901-UPI") for n in range(11, 16)]  # fmt: skip
    before = statement(FILLER, account="fi_hdfc_1")
    closing = (before[-1].balance_minor or 0) // 100
    after = statement(later, opening=closing + 50_000, account="fi_hdfc_1")
    cashbook = book(*one, *before, *after)
    assert flows(cashbook, 50_000) == [Flow.SELF_TRANSFER]
    assert {account.unseen_minor for account in cashbook.accounts} == {0}
    elsewhere = book(*one, *before, *statement(later, opening=closing + 49_999, account="fi_hdfc_1"))
    assert flows(elsewhere, 50_000) == [Flow.OUTFLOW]
    assert max(account.unseen_minor for account in elsewhere.accounts) == 49_999_00


def test_what_a_company_pays_month_after_month_is_income_though_no_word_says_so() -> None:
    pay = "NEFT CR-CITI0000003-ACME TECHNOLOGIES PVT LTD-R KUMAR-CITIN2412345"
    friend = "NEFT CR-SBIN0000003-RAMESH KUMAR-R KUMAR-SBINN2412345"

    def credits(text: str, months: int) -> set[Flow]:
        lines = [(date(2026, month, 1), "credit", 80_000, text) for month in range(1, months + 1)]
        return {entry.flow for entry in book(*statement(lines)).entries}

    assert credits(pay, 3) == {Flow.INCOME}
    assert credits(pay, 2) == {Flow.OTHER_CREDIT}
    assert credits(friend, 6) == {Flow.OTHER_CREDIT}
