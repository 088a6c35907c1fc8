"""Payments that come back, found and told from those that only look like it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from future_finance.domain.cash_flow.entry import Category, Flow, Recurring
from future_finance.domain.cash_flow.recurring import recurring
from tests.unit.domain.cash_flow.rows import book, statement

RENT = "IMPS-412345678901-OWNER KUMAR-HDFC-XXXXXXX3578-RENT"
POWER = "BILLPAY-MAHAVIDYUT-ELECTRICITY-5977905534"
CARD = "BILLPAY-HDFC CREDIT CARD-XXXX2222-FULL PAYMENT"
SHOP = "UPI-KIRANA KING-KK@YBL-YESB0YBLUPI-412345678901-GROCERIES"


def found(*lines: tuple[str, int, str]) -> tuple[Recurring, ...]:
    days = sorted((date.fromisoformat(day), "debit", rupees, text) for day, rupees, text in lines)
    return recurring(book(*statement(days, opening=10_00_000)))


def monthly(text: str, amounts: Sequence[int], day: int = 3) -> list[tuple[str, int, str]]:
    return [(f"2026-{month:02}-{day:02}", rupees, text) for month, rupees in enumerate(amounts, start=3)]


def test_two_like_payments_a_month_apart_are_fixed_and_the_latest_amount_counts() -> None:
    (rent,) = found(*monthly(RENT, (30_000, 31_500)))
    assert (rent.category, rent.monthly, rent.hits, rent.fixed) == (
        Category.RENT,
        Decimal("31500.00"),
        2,
        True,
    )
    assert (rent.first, rent.last) == (date(2026, 3, 3), date(2026, 4, 3))
    assert not rent.institution


def test_two_unlike_payments_are_not_yet_recurring_three_are() -> None:
    assert found(*monthly(POWER, (1_000, 2_000))) == ()
    (power,) = found(*monthly(POWER, (1_000, 2_000, 900)))
    assert not power.fixed


def test_card_bills_take_three_months_even_if_alike() -> None:
    assert found(*monthly(CARD, (70_000, 69_000))) == ()
    (card,) = found(*monthly(CARD, (70_000, 69_000, 68_000)))
    assert (card.fixed, card.reference) == (False, "2222")


def test_two_sips_of_one_fund_house_are_two_streams() -> None:
    sips = [
        *monthly("ACH D-NILGIRI MF-SIP FLEXI-NL8841", (10_000,) * 4, day=5),
        *monthly("ACH D-NILGIRI MF-SIP ELSS-NL8842", (5_000,) * 4, day=5),
    ]
    assert [(one.monthly, one.hits, one.flow) for one in found(*sips)] == [
        (Decimal("10000.00"), 4, Flow.INVESTMENT),
        (Decimal("5000.00"), 4, Flow.INVESTMENT),
    ]


def test_two_cards_of_one_bank_are_told_apart() -> None:
    other = CARD.replace("2222", "3333")
    assert len(found(*monthly(CARD, (5_000,) * 3), *monthly(other, (7_000,) * 3))) == 2


def test_a_salary_or_emi_that_comes_late_at_times_still_comes_back() -> None:
    days = ["2026-03-30", "2026-04-10", "2026-05-10", "2026-06-14", "2026-07-10", "2026-08-14"]
    (emi,) = found(*((day, 10_574, "ACH D-LOTUSLEND CAPITAL-PERSONAL LOAN EMI-LL2270") for day in days))
    assert (emi.hits, emi.fixed) == (6, True)


def test_a_shop_that_is_paid_now_and_then_is_not_recurring() -> None:
    often = [
        ((date(2026, 3, 1) + timedelta(days=6 * n)).isoformat(), 300 + 37 * n % 411, SHOP) for n in range(20)
    ]
    assert found(*often) == ()


def test_the_same_price_twice_at_a_shop_is_not_recurring() -> None:
    assert found(("2026-03-01", 300, SHOP), ("2026-03-09", 410, SHOP), ("2026-03-31", 300, SHOP)) == ()


def test_income_is_found_when_asked_for() -> None:
    salary = [
        (date(2026, month, 1), "credit", 80_000, "NEFT CR-CITI0000003-ACME PVT LTD-SALARY-CITIN2412345")
        for month in (3, 4, 5)
    ]
    cashbook = book(*statement(salary))
    assert recurring(cashbook) == ()
    (paid,) = recurring(cashbook, frozenset({Flow.INCOME}))
    assert paid.monthly == 80_000
