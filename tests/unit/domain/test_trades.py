"""Merging trades: nothing twice, twins stay two, two markets apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.snapshot import TradeRow
from future_finance.domain.trades import merge

rows = st.lists(
    st.builds(
        TradeRow,
        st.dates(date(2023, 1, 1), date(2026, 12, 31)),
        st.sampled_from(["buy", "sell"]),
        st.sampled_from(["INF000A01AB1", "INF000A01AB2"]),
        st.decimals(1, 100, places=3),
        st.one_of(st.none(), st.decimals(1, 100, places=2)),
        st.one_of(st.none(), st.integers(100, 10_000)),
    ),
    max_size=10,
)


@given(rows)
def test_a_second_sync_adds_nothing(found: list[TradeRow]) -> None:
    once = merge({}, found, "mf")
    assert merge(once, found, "mf") == once
    assert sum(map(len, once.values())) == len(found)


def test_the_same_trade_in_two_markets_is_two_trades() -> None:
    row = TradeRow(date(2026, 5, 4), "buy", "INE000A01001", Decimal(10), None, None)
    both = merge(merge({}, [row], "mf"), [row], "stock")
    assert [trade.market for trade in both[2026]] == ["mf", "stock"]


def test_trailing_noughts_do_not_make_another_trade() -> None:
    row = TradeRow(date(2026, 5, 4), "buy", "INF000A01AB1", Decimal("10.50"), Decimal("20.0"), 21_000)
    same = TradeRow(date(2026, 5, 4), "buy", "INF000A01AB1", Decimal("10.5"), Decimal("20"), 21_000)
    assert len(merge(merge({}, [row], "mf"), [same], "mf")[2026]) == 1
