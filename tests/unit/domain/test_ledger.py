"""Merging statements into the ledger: nothing twice, no twin lost, whatever the order."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.ledger import LedgerRow, merge, month_of
from future_finance.domain.snapshot import BankRow, BankStatement

START = date(2026, 9, 1)


def row(
    day: int, amount: int = 10_000, narration: str = "UPI-CHAI", balance: int | None = 5_00_000
) -> BankRow:
    return BankRow(START + timedelta(days=day), "debit", amount, balance, "UPI", narration)


rows = st.builds(
    row,
    st.integers(0, 60),
    st.sampled_from([5_000, 10_000]),
    st.sampled_from(["UPI-CHAI", "NEFT-RENT"]),
    st.sampled_from([None, 100, 200]),
)
statements = st.lists(rows, max_size=12).map(lambda found: BankStatement("Sahyadri Bank", 0, tuple(found)))


def count(buckets: dict[str, list[LedgerRow]]) -> int:
    return sum(len(found) for found in buckets.values())


@given(statements)
def test_a_second_sync_adds_nothing(statement: BankStatement) -> None:
    once = merge({}, [statement], "c1")
    assert merge(once, [statement], "c1") == once


@given(statements)
def test_every_row_is_kept_twins_too(statement: BankStatement) -> None:
    assert count(merge({}, [statement], "c1")) == len(statement.rows)


@given(statements, st.randoms())
def test_another_order_of_rows_makes_the_same_ids(statement: BankStatement, random: object) -> None:
    shuffled = list(statement.rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = merge(merge({}, [statement], "c1"), [BankStatement(statement.bank, 0, tuple(shuffled))], "c1")
    assert count(again) == len(statement.rows)


@given(statements, st.integers(0, 12))
def test_a_window_that_moved_on_keeps_what_it_left_behind(statement: BankStatement, cut: int) -> None:
    ordered = sorted(statement.rows, key=lambda r: r.on)
    day = ordered[min(cut, len(ordered) - 1)].on if ordered else START
    early = BankStatement(statement.bank, 0, tuple(r for r in ordered if r.on <= day))
    late = BankStatement(statement.bank, 0, tuple(r for r in ordered if r.on >= day))
    assert count(merge(merge({}, [early], "c1"), [late], "c1")) == len(ordered)


def test_rows_fall_into_the_month_of_their_date() -> None:
    buckets = merge({}, [BankStatement("Sahyadri Bank", 0, (row(0), row(31)))], "c1")
    assert sorted(buckets) == ["2026-09", "2026-10"]
    assert all(month_of(kept.on) == month for month, found in buckets.items() for kept in found)


def test_two_accounts_of_one_bank_stay_apart_when_their_order_changes() -> None:
    first = BankStatement("HDFC Bank", 0, (row(1, balance=100), row(2, balance=200)))
    second = BankStatement("HDFC Bank", 1, (row(1, balance=900), row(2, balance=800)))
    once = merge({}, [first, second], "c1")
    swapped = merge(
        once, [BankStatement("HDFC Bank", 0, second.rows), BankStatement("HDFC Bank", 1, first.rows)], "c1"
    )
    assert swapped == once
    assert {kept.account_id for kept in once["2026-09"]} == {"c1_hdfc-bank_1", "c1_hdfc-bank_2"}


def test_equal_rows_of_two_accounts_are_two_rows() -> None:
    twin = (row(1),)
    buckets = merge({}, [BankStatement("HDFC Bank", 0, twin), BankStatement("HDFC Bank", 1, twin)], "c1")
    assert count(buckets) == 2


def test_after_a_long_pause_a_bank_keeps_its_account() -> None:
    once = merge({}, [BankStatement("Sahyadri Bank", 0, (row(1),))], "c1")
    later = merge(once, [BankStatement("Sahyadri Bank", 0, (row(50),))], "c1")
    assert {kept.account_id for found in later.values() for kept in found} == {"c1_sahyadri-bank_1"}


def test_a_balance_or_a_fuller_narration_that_comes_later_is_no_other_row() -> None:
    first = BankStatement("Sahyadri Bank", 0, (row(1, balance=None), row(2, narration="UPI-CH")))
    later = BankStatement("Sahyadri Bank", 0, (row(1, balance=700), row(2, narration="UPI-CHAI POINT")))
    once = merge({}, [first], "c1")
    assert merge(once, [later], "c1") == once


def test_a_second_purchase_of_the_same_amount_on_one_day_is_another_row() -> None:
    first = BankStatement("Sahyadri Bank", 0, (row(1, narration="UPI-CHAI"),))
    later = BankStatement("Sahyadri Bank", 0, (row(1, narration="UPI-SAMOSA"), row(1, narration="UPI-CHAI")))
    rows = merge(merge({}, [first], "c1"), [later], "c1")["2026-09"]
    assert [kept.narration for kept in rows] == ["UPI-CHAI", "UPI-SAMOSA"]
    assert len({kept.id for kept in rows}) == 2
