"""Payments that come back every month."""

from __future__ import annotations

from datetime import date

import pytest

from future_finance.domain.mandate import Mandate, mandates_of

UNTIL = date(2026, 10, 31)


def monthly(amount: int, *months: int, day: int = 5) -> list[tuple[date, int]]:
    return [(date(2026, month, day), amount) for month in months]


def test_two_payments_a_month_apart_are_a_mandate() -> None:
    assert mandates_of(monthly(10_000, 9, 10), UNTIL) == [
        Mandate(10_000, date(2026, 9, 5), date(2026, 10, 5), 2)
    ]


def test_two_mandates_with_one_payee_stay_two() -> None:
    found = mandates_of([*monthly(10_000, 9, 10), *monthly(5_000, 9, 10, day=10)], UNTIL)
    assert sorted(mandate.amount_minor for mandate in found) == [5_000, 10_000]


@pytest.mark.parametrize(
    "payments",
    [
        monthly(10_000, 10),
        monthly(10_000, 7, 10),
        [(date(2026, 10, 1), 10_000), (date(2026, 10, 15), 10_000)],
        [*monthly(10_000, 9), *monthly(11_001, 10)],
        monthly(10_000, 7, 8),
    ],
    ids=["once", "a quarter apart", "a fortnight apart", "another amount", "lapsed"],
)
def test_what_is_no_mandate(payments: list[tuple[date, int]]) -> None:
    assert mandates_of(payments, UNTIL) == []


def test_a_step_up_of_a_tenth_goes_on() -> None:
    (mandate,) = mandates_of([*monthly(10_000, 8, 9), *monthly(11_000, 10)], UNTIL)
    assert (mandate.amount_minor, mandate.payments) == (11_000, 3)
