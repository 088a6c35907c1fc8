"""Loans against published formulas and closed forms."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain import loan
from tests.unit.domain.closed_form import balance_after

LAKH = Decimal(100_000)
PRINCIPALS = st.integers(min_value=10_000, max_value=50_000_000).map(Decimal)
RATES = st.integers(min_value=0, max_value=4800).map(lambda hundredths: Decimal(hundredths) / 100)
TENURES = st.integers(min_value=1, max_value=360)


@pytest.mark.parametrize(
    ("principal", "rate_pct", "months", "expected"),
    [
        (LAKH, "12", 12, "8884.88"),
        (75 * LAKH, "8.6", 240, "65562.21"),
        (Decimal(12_000), "0", 12, "1000.00"),
    ],
)
def test_an_emi_is_that_of_the_published_formula(
    principal: Decimal, rate_pct: str, months: int, expected: str
) -> None:
    assert loan.emi(principal, Decimal(rate_pct), months) == Decimal(expected)


def test_what_is_left_of_a_home_loan_is_what_its_contract_says() -> None:
    assert loan.to_paisa(loan.contract_balance(75 * LAKH, Decimal("8.6"), 240, 54)) == Decimal("6724472.82")


def test_five_lakh_off_a_home_loan_end_it_27_months_earlier() -> None:
    owed, rate_pct, paid = Decimal(6_724_473), Decimal("8.6"), Decimal(65_562)
    as_now = loan.repay(owed, rate_pct, paid)
    prepaid = loan.repay(owed - 5 * LAKH, rate_pct, paid)
    assert as_now is not None
    assert prepaid is not None
    assert (as_now.months, prepaid.months) == (187, 160)
    assert (as_now.months, prepaid.months) == tuple(
        loan.months_left(balance, rate_pct, paid) for balance in (owed, owed - 5 * LAKH)
    )
    assert loan.to_paisa(as_now.interest - prepaid.interest) == Decimal("1221872.17")


def test_a_payment_below_the_interest_never_ends() -> None:
    assert loan.months_left(LAKH, Decimal(12), Decimal(1000)) is None
    assert loan.repay(LAKH, Decimal(12), Decimal(1000)) is None


@pytest.mark.parametrize(
    ("principal", "rate_pct", "months"),
    [("200000", "60", 480), ("0.01", "8.5", 479), ("1.41", "8.5", 480), ("0.02", "0", 12)],
)
def test_an_emi_is_never_rounded_to_what_the_loan_outlives(
    principal: str, rate_pct: str, months: int
) -> None:
    payment = loan.emi(Decimal(principal), Decimal(rate_pct), months)
    assert loan.repay(Decimal(principal), Decimal(rate_pct), payment) is not None


@given(PRINCIPALS, RATES, TENURES)
def test_an_emi_pays_off_in_its_tenure_but_for_what_rounding_it_to_the_paisa_leaves(
    principal: Decimal, rate_pct: Decimal, months: int
) -> None:
    i = loan.monthly_rate(rate_pct)
    payment = loan.emi(principal, rate_pct, months)
    owed = principal
    for _ in range(months):
        owed = owed * (1 + i) - payment
    growth = (1 + i) ** months
    payments_at_the_end = Decimal(months) if i == 0 else (growth - 1) / i
    assert abs(owed) <= loan.PAISA / 2 * payments_at_the_end + loan.PAISA / 1000


@given(PRINCIPALS, RATES, TENURES)
def test_all_that_is_paid_is_principal_and_interest(
    principal: Decimal, rate_pct: Decimal, months: int
) -> None:
    payment = loan.emi(principal, rate_pct, months) + 1
    run = loan.repay(principal, rate_pct, payment)
    assert run is not None
    paid = principal + run.interest
    assert payment * (run.months - 1) <= paid <= payment * run.months + loan.PAISA


@given(PRINCIPALS, RATES, TENURES, st.integers(min_value=0, max_value=400))
def test_month_by_month_and_closed_form_agree(
    principal: Decimal, rate_pct: Decimal, months: int, after: int
) -> None:
    payment = loan.emi(principal, rate_pct, months) + 1
    run = loan.repay(principal, rate_pct, payment)
    assert run is not None
    stepped = run.balances[min(after, run.months)]
    assert abs(stepped - balance_after(principal, rate_pct, payment, after)) < loan.PAISA
