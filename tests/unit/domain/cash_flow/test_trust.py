"""The ledger gate: rows bear each other out, or nothing is said on them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.cash_flow.entry import Flow, Trust
from future_finance.domain.cash_flow.trust import Stretch, audit
from future_finance.domain.ledger import LedgerRow
from tests.unit.domain.cash_flow.rows import book, row, statement

START = date(2026, 6, 1)
LINES = st.lists(
    st.tuples(st.integers(0, 90), st.sampled_from(["credit", "debit", "instalment"]), st.integers(1, 90_000)),
    min_size=5,
    max_size=40,
)


def chain(lines: Sequence[tuple[int, str, int]]) -> list[LedgerRow]:
    return statement(
        (START + timedelta(days=day), kind, rupees, "X") for day, kind, rupees in sorted(lines)
    )  # fmt: skip


@given(LINES, st.integers())
def test_a_complete_statement_is_trusted_and_hides_nothing_in_whatever_order_it_comes(
    lines: list[tuple[int, str, int]], seed: int
) -> None:
    rows = chain(lines)
    random.Random(seed).shuffle(rows)
    account = audit(rows).account
    assert account.trust is Trust.TRUSTED
    assert account.linked >= account.rows - 1


@given(LINES, st.integers(1, 500_000))
def test_money_that_moved_between_two_statements_is_the_unseen_movement(
    lines: list[tuple[int, str, int]], unseen: int
) -> None:
    first = statement((START, "debit", 100 + n, "X") for n in range(6))
    later = [
        replace(one, on=one.on + timedelta(days=60), balance_minor=(one.balance_minor or 0) + unseen * 100)
        for one in statement(
            [(START, "debit", 50 + n, "X") for n in range(6)],
            opening=(first[-1].balance_minor or 0) // 100,
        )
    ]
    assert audit([*later, *first]).account.unseen_minor == unseen * 100


@pytest.mark.parametrize(
    ("linked", "trust"),
    [
        (9, Trust.TRUSTED),
        (8, Trust.TRUSTED),
        (7, Trust.PARTIAL),
        (3, Trust.PARTIAL),
        (2, Trust.REJECTED),
        (0, Trust.REJECTED),
    ],
)
def test_an_account_is_judged_by_the_share_of_rows_that_link(linked: int, trust: Trust) -> None:
    linking = statement((START, "debit", 10 + n, "X") for n in range(linked + 1))
    loose = [row(START, "debit", 10, "X", balance=10**6 + 1_000 * n) for n in range(9 - linked)]
    judged = audit([*linking, *loose]).account
    assert (judged.linked, judged.rows, judged.trust) == (linked, 10, trust)


def test_rows_without_balances_are_not_trusted() -> None:
    assert audit([row(START, "debit", 10, "X"), row(START, "debit", 20, "X")]).account.trust is Trust.REJECTED


def test_opening_and_closing_lines_are_no_rows() -> None:
    rows = statement((START, "debit", 10 + n, "X") for n in range(5))
    judged = audit([row(START, "opening", 0, "OPENING", 10_000), *rows]).account
    assert (judged.rows, judged.linked) == (5, 4)


def test_a_row_of_no_known_kind_went_the_way_its_balance_tells() -> None:
    rows = statement([(START, "debit", 100, "X"), (START, "debit", 200, "X")])
    charged = row(START + timedelta(days=1), "other", 59, "SMS", balance=10_000 - 359)
    given_back = row(START + timedelta(days=2), "other", 40, "ROUNDING", balance=10_000 - 319)
    flows = {entry.row.id: entry.flow for entry in book(*rows, charged, given_back).entries}
    assert flows[charged.id] is Flow.OUTFLOW
    assert flows[given_back.id] is Flow.OTHER_CREDIT


def test_a_row_of_which_nothing_tells_the_direction_counts_nowhere() -> None:
    (entry,) = book(row(START, "other", 59, "SOMETHING")).entries
    assert entry.flow is Flow.MARKER


def test_a_long_gap_ends_a_stretch_unless_the_balance_went_on() -> None:
    lines = [(START, "debit", 10, "X"), (START + timedelta(days=40), "debit", 20, "X")]
    whole = statement(lines)
    assert audit(whole).stretches == (Stretch(START, START + timedelta(days=40)),)
    broken = [whole[0], replace(whole[1], balance_minor=123)]
    assert len(audit(broken).stretches) == 2


def test_nothing_of_a_rejected_account_counts() -> None:
    rejected = book(*(row(START, "credit", 1_000 + n, "SALARY", 7 * n * n, "fi_bank_1") for n in range(20)))
    assert rejected.accounts[0].trust is Trust.REJECTED
    assert (rejected.usable, rejected.events, rejected.full_months) == ((), (), ())
