"""One debt from Fi's account and the report's line; what only one of them knows stays apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from future_finance.domain.asset_class import LiabilityClass
from future_finance.domain.bureau_code import DebtKind, known_months, late_months
from future_finance.domain.debt import Debt, debts_of
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.snapshot import Account, CreditReport, LiabilityPart, Tradeline

DAY = date(2026, 10, 31)


def account(
    minor: int | None, lender: str = "Tejas Finance", name: str = "a", original: int | None = None
) -> Account:
    return Account(name, "loan", lender, "1234", minor, None, original_minor=original, status="active")


def line(
    minor: int, kind: str = "05", lender: str = "TEJAS FINANCE", name: str = "t", original: int | None = None
) -> Tradeline:
    return Tradeline(
        name, lender, kind, "instalment", date(2025, 1, 1), DAY, False, "11", "0", "0" * 36, minor, 0, original, None,
        Decimal(12), 48,
    )  # fmt: skip


def found(
    lines: tuple[Tradeline, ...] = (),
    accounts: tuple[Account, ...] = (),
    stated: int | None = None,
    of_class: LiabilityClass = LiabilityClass.OTHER_LOAN,
) -> tuple[Debt, ...]:
    part = LiabilityPart(of_class, stated, accounts, DAY)
    report = CreditReport("Experian", 700, DAY, lines, (), None)
    held = ConnectionHoldings("c", "fi", True, (), (part,), None, report)
    return debts_of(Portfolio((held,)))


def test_an_account_and_a_line_within_two_percent_are_one_debt_with_fis_balance() -> None:
    (debt,) = found((line(10_000_00),), (account(10_200_00),))
    assert (debt.id, debt.balance_minor, debt.counted) == ("a", 10_200_00, True)
    assert debt.kind is DebtKind.PERSONAL


def test_beyond_two_percent_they_are_two_and_the_reports_is_not_counted() -> None:
    debts = found((line(10_000_00),), (account(10_300_00),))
    assert [(debt.id, debt.counted) for debt in debts] == [("a", True), ("t", False)]


def test_an_equal_sanctioned_amount_holds_them_together_when_the_report_is_older() -> None:
    (debt,) = found((line(10_000_00, original=50_000_00),), (account(8_000_00, original=50_000_00),))
    assert debt.balance_minor == 8_000_00


def test_another_lender_or_another_kind_is_another_debt() -> None:
    assert len(found((line(10_000_00, lender="Lotuslend"),), (account(10_000_00),))) == 2
    assert len(found((line(10_000_00, kind="02"),), (account(10_000_00),))) == 2


def test_a_line_is_matched_once() -> None:
    debts = found((line(10_000_00),), (account(10_000_00), account(10_000_00, name="b")))
    assert [debt.line is not None for debt in debts] == [True, False]
    assert [debt.name for debt in debts] == ["Tejas Finance loan (1)", "Tejas Finance loan (2)"]


def test_a_class_without_accounts_is_made_of_the_lines_that_sum_to_it() -> None:
    lines = (line(14_000_00, "53", name="x"), line(8_000_00, "04", name="y"), line(20_000_00, "06", name="z"))
    debts = found(lines, stated=42_000_00)
    assert [(debt.id, debt.counted) for debt in debts] == [("x", True), ("y", True), ("z", True)]


def test_a_class_that_no_line_explains_is_a_debt_itself() -> None:
    debts = found((line(1_000_00),), stated=42_000_00)
    assert [(debt.id, debt.balance_minor, debt.counted) for debt in debts] == [
        ("other_loan", 42_000_00, True),
        ("t", 1_000_00, False),
    ]


def test_a_debt_that_the_person_entered_is_theirs() -> None:
    entry = ManualEntry("M1", LiabilityClass.PERSONAL_DEBT, "From an uncle", 5_000_00, DAY)
    (debt,) = debts_of(Portfolio((), (entry,)))
    assert (debt.id, debt.source, debt.at_provider) == ("you-m1", "you", True)


def test_fis_own_class_is_enough_to_know_the_kind_without_the_report() -> None:
    (debt,) = found((), (account(10_000_00),), of_class=LiabilityClass.HOME_LOAN)
    assert debt.kind is DebtKind.HOME
    assert debt.kind_by_provider


def test_months_late_are_counted_over_the_months_that_are_known() -> None:
    assert (late_months("0016?????S"), known_months("0016?????S")) == (2, 4)
