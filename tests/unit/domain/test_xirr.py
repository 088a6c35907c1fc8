"""XIRR against published examples, and against its own definition."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from future_finance.domain.xirr import xirr_pct


def test_the_example_of_excels_own_documentation() -> None:
    flows = [
        (date(2008, 1, 1), Decimal(-10_000)),
        (date(2008, 3, 1), Decimal(2_750)),
        (date(2008, 10, 30), Decimal(4_250)),
        (date(2009, 2, 15), Decimal(3_250)),
        (date(2009, 4, 1), Decimal(2_750)),
    ]
    assert xirr_pct(flows) == Decimal("37.34")


@pytest.mark.parametrize(("end", "pct"), [("1100", "10.00"), ("1000", "0.00"), ("500", "-50.00")])
def test_a_year_brings_what_it_brings(end: str, pct: str) -> None:
    flows = [(date(2025, 1, 1), Decimal(-1000)), (date(2026, 1, 1), Decimal(end))]
    assert xirr_pct(flows) == Decimal(pct)


@pytest.mark.parametrize("end", ["1601", "399"])
def test_beyond_sixty_percent_the_data_is_doubted(end: str) -> None:
    flows = [(date(2025, 1, 1), Decimal(-1000)), (date(2026, 1, 1), Decimal(end))]
    assert xirr_pct(flows) is None


def test_payments_without_any_return_have_no_rate() -> None:
    flows = [(date(2025, 1, 1), Decimal(-1000)), (date(2026, 1, 1), Decimal(-1))]
    assert xirr_pct(flows) is None


@given(
    st.lists(
        st.tuples(st.integers(0, 1500), st.decimals(100, 50_000, places=2)),
        min_size=1,
        max_size=20,
        unique_by=lambda flow: flow[0],
    ),
    st.decimals("0.7", "1.4", places=2),
)
def test_at_the_rate_all_flows_are_worth_nothing(paid: list[tuple[int, Decimal]], growth: Decimal) -> None:
    start = date(2022, 1, 1)
    flows = [(start + timedelta(days=day), -amount) for day, amount in paid]
    whole = sum((amount for _, amount in paid), Decimal())
    end = start + timedelta(days=2000)
    rate = xirr_pct([*flows, (end, whole * growth)])
    assume(rate is not None)
    assert rate is not None
    worth = sum(
        float(amount) * (1 + float(rate) / 100) ** ((end - on).days / 365) for on, amount in flows
    ) + float(whole * growth)
    assert abs(worth) <= 0.002 * float(whole)  # the rate is rounded to two decimals
