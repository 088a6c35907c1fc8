"""Purchases still held, first in, first out."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.lots import Lot, lots_left
from future_finance.domain.trades import Trade

FIRST = date(2024, 1, 1)


def trade(day: int, kind: str, units: str, price: str | None = "10", folio: str | None = None) -> Trade:
    on = FIRST + timedelta(days=day)
    amount = None if price is None else int(Decimal(units) * Decimal(price) * 100)
    return Trade(
        f"t{day}", "mf", on, kind, "INF0", Decimal(units), None if price is None else Decimal(price), amount,
        folio=folio,
    )  # fmt: skip


def test_a_sale_takes_the_oldest_units_first() -> None:
    left = lots_left([trade(2, "sell", "12"), trade(0, "buy", "10", "10"), trade(1, "buy", "5", "20")])
    assert left == [Lot(FIRST + timedelta(days=1), Decimal(3), Decimal(20))]
    assert left[0].cost == 60


def test_each_folio_sells_its_own_units() -> None:
    left = lots_left(
        [
            trade(0, "buy", "10", "10", "a"),
            trade(1, "buy", "10", "20", "b"),
            trade(2, "sell", "10", "30", "b"),
        ]
    )
    assert left == [Lot(FIRST, Decimal(10), Decimal(10))]


def test_a_bonus_costs_nothing() -> None:
    left = lots_left([trade(0, "buy", "10"), trade(1, "bonus", "10", None)])
    assert left is not None
    assert (sum(lot.units for lot in left), sum(lot.cost for lot in left)) == (20, 100)


def test_what_cannot_be_told_is_not_guessed() -> None:
    assert lots_left([trade(0, "buy", "10"), trade(1, "sell", "10.001")]) is None
    assert lots_left([trade(0, "sell", "1")]) is None
    assert lots_left([trade(0, "buy", "10", None)]) is None
    assert lots_left([trade(0, "buy", "10"), trade(1, "split", "10", None)]) is None


amounts = st.decimals("0.001", "1000", places=3)


@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=8), st.decimals(0, 1, places=3))
def test_units_left_are_those_bought_less_those_sold(
    bought: list[tuple[Decimal, Decimal]], share: Decimal
) -> None:
    held = sum((units for units, _ in bought), Decimal())
    sold = (held * share).quantize(Decimal("0.001"))
    buys = [trade(day, "buy", str(units), str(price)) for day, (units, price) in enumerate(bought)]
    left = lots_left([*buys, trade(99, "sell", str(sold))])
    assert left is not None
    assert sum((lot.units for lot in left), Decimal()) == held - sold
    assert {lot.price for lot in left} <= {price for _, price in bought}
