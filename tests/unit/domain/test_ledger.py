"""Merging statements into the ledger: nothing twice, no twin lost, whatever the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import pytest
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


rewritings = st.lists(st.sampled_from(["nothing", "balance", "narration", "both"]), min_size=12, max_size=12)


def rewritten(sent: Sequence[BankRow], what: Sequence[str]) -> list[BankRow]:
    """The same rows as a bank may write them the next time."""
    changed = []
    for number, (one, part) in enumerate(zip(sent, what, strict=False)):
        if part in {"balance", "both"}:
            one = replace(one, balance_minor=900_000 + number)
        if part in {"narration", "both"}:
            one = replace(one, narration=f"REWRITTEN-{number}")
        changed.append(one)
    return changed


def strangers(sent: Sequence[BankRow]) -> list[BankRow]:
    """Rows with a narration and a balance of their own."""
    return [
        replace(one, balance_minor=700_000 + number, narration=f"NEW-{number}")
        for number, one in enumerate(sent)
    ]


def count(buckets: dict[str, list[LedgerRow]]) -> int:
    return sum(len(found) for found in buckets.values())


def said(buckets: dict[str, list[LedgerRow]]) -> Counter[BankRow]:
    """What the rows say, as often as they say it."""
    return Counter(
        BankRow(r.on, r.kind, r.amount_minor, r.balance_minor, r.mode, r.narration)
        for found in buckets.values()
        for r in found
    )


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


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("rewritten_row", [row(1, balance=999), row(1, narration="UPI-CHAI POINT")])
def test_a_new_row_is_told_from_an_old_one_that_the_bank_rewrote(rewritten_row: BankRow, order: int) -> None:
    new = row(1, narration="UPI-SAMOSA", balance=400)
    once = merge({}, [BankStatement("Sahyadri Bank", 0, (row(1),))], "c1")
    again = merge(once, [BankStatement("Sahyadri Bank", 0, (rewritten_row, new)[::order])], "c1")
    assert said(again) == Counter([row(1), new])


@given(st.lists(rows, max_size=12), rewritings, st.lists(rows, max_size=5), st.randoms())
def test_however_stored_rows_are_rewritten_each_new_row_is_added_once(
    old: list[BankRow], what: list[str], new: list[BankRow], random: object
) -> None:
    once = merge({}, [BankStatement("Sahyadri Bank", 0, tuple(old))], "c1")
    sent = [*rewritten(old, what), *new]
    random.shuffle(sent)  # type: ignore[attr-defined]
    later = BankStatement("Sahyadri Bank", 0, tuple(sent))
    again = merge(once, [later], "c1")
    assert count(again) == len(old) + len(new)
    assert merge(again, [later], "c1") == again
    ids = [kept.id for found in again.values() for kept in found]
    assert len(set(ids)) == len(ids)


@given(st.lists(rows, max_size=12), rewritings, st.lists(rows, max_size=5), st.randoms())
def test_what_is_added_is_what_shares_neither_balance_nor_narration(
    old: list[BankRow], what: list[str], new: list[BankRow], random: object
) -> None:
    """A row of which the bank rewrote both cannot be told from a new one: one of the two stays as it was."""
    once = merge({}, [BankStatement("Sahyadri Bank", 0, tuple(old))], "c1")
    sent = [*rewritten(old, ["balance" if part == "both" else part for part in what]), *strangers(new)]
    random.shuffle(sent)  # type: ignore[attr-defined]
    again = merge(once, [BankStatement("Sahyadri Bank", 0, tuple(sent))], "c1")
    assert said(again) == Counter(old) + Counter(strangers(new))


def test_two_accounts_of_one_bank_stay_apart_when_balances_come_later_and_in_another_order() -> None:
    first = (row(1, 10_000, balance=None), row(2, 20_000, balance=None))
    second = (row(1, 30_000, balance=None), row(2, 40_000, balance=None))
    once = merge({}, [BankStatement("HDFC Bank", 0, first), BankStatement("HDFC Bank", 1, second)], "c1")
    filled = [tuple(replace(one, balance_minor=77) for one in sent) for sent in (second, first)]
    again = merge(once, [BankStatement("HDFC Bank", index, sent) for index, sent in enumerate(filled)], "c1")
    assert again == once


def test_one_row_that_both_accounts_have_does_not_swap_them() -> None:
    charge = row(1, 10, "SMS CHARGES", None)
    first, second = (charge,), (charge, row(2, 40_000, balance=1))
    once = merge({}, [BankStatement("HDFC Bank", 0, first), BankStatement("HDFC Bank", 1, second)], "c1")
    later = (charge, row(2, 40_000, balance=2))
    assert (
        merge(once, [BankStatement("HDFC Bank", 0, later), BankStatement("HDFC Bank", 1, first)], "c1")
        == once
    )


@given(st.lists(rows, max_size=12), st.lists(rows, max_size=12), rewritings, rewritings)
def test_no_row_of_namesakes_is_booked_again_in_another_order(
    first: list[BankRow], second: list[BankRow], of_first: list[str], of_second: list[str]
) -> None:
    once = merge(
        {}, [BankStatement("HDFC Bank", 0, tuple(first)), BankStatement("HDFC Bank", 1, tuple(second))], "c1"
    )
    swapped = [tuple(rewritten(second, of_second)), tuple(rewritten(first, of_first))]
    again = merge(once, [BankStatement("HDFC Bank", index, sent) for index, sent in enumerate(swapped)], "c1")
    assert again == once


@pytest.mark.slow
def test_ten_thousand_rows_of_one_day_are_merged_in_no_time() -> None:
    old = tuple(row(1, narration=f"UPI-{number}", balance=number) for number in range(10_000))
    once = merge({}, [BankStatement("Sahyadri Bank", 0, old)], "c1")
    later = (*rewritten(old, ["balance", "narration", "both", "nothing"] * 2_500), row(1, narration="NEW"))
    begun = process_time()
    again = merge(once, [BankStatement("Sahyadri Bank", 0, later)], "c1")
    assert process_time() - begun < 2  # pairing each with each would take minutes
    assert count(again) == 10_001
