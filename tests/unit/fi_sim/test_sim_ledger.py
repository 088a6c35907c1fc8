"""Statement lines: balances that link, days that exist, words that banks use."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.everyone import EVERYONE
from emulators.fi_mcp.people.ledger import split
from emulators.fi_mcp.people.person import Person

PEOPLE = [pytest.param(person, id=person.identity.slug) for person in EVERYONE.values()]
TODAY = date(2026, 11, 24)
NOW = View.at(TODAY, TODAY)


@pytest.mark.parametrize("person", PEOPLE)
def test_every_balance_links_to_the_one_before(person: Person) -> None:
    balance = person.opening * 100
    for row in person.rows(NOW):
        balance += row.amount_minor if row.incoming else -row.amount_minor
        assert row.balance_minor == balance
        assert row.amount_minor > 0


@pytest.mark.parametrize("person", PEOPLE)
def test_no_account_is_overdrawn(person: Person) -> None:
    assert min(row.balance_minor for row in person.rows(NOW)) >= 0


@pytest.mark.parametrize("person", PEOPLE)
def test_rows_are_in_order_and_spread_over_the_month(person: Person) -> None:
    days = [row.on for row in person.rows(NOW)]
    assert days == sorted(days)
    for index in range(12):
        assert len({day for day in days if NOW.window.index(day) == index}) >= 10


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("today", [date(2026, 3, 1), date(2028, 3, 15), date(2031, 1, 31)])
def test_another_window_shifts_the_days_and_keeps_the_amounts(person: Person, today: date) -> None:
    def amounts(view: View) -> list[tuple[int, int]]:
        return sorted((view.window.index(row.on), row.amount_minor) for row in person.rows(view))

    assert amounts(View.at(today, today)) == amounts(NOW)


def test_a_debit_that_bounced_came_before_the_late_salary_and_with_too_little_in_the_account() -> None:
    rows = EVERYONE["9000000003"].rows(NOW)
    emis = {"LLPL0002270": 10_574, "TFPL0028841": 19_660}
    bounces = [(n, row) for n, row in enumerate(rows) if "RETURN CHGS" in row.narration]
    assert len(bounces) == 3
    for place, bounce in bounces:
        mandate = next(name for name in emis if name in bounce.narration)
        assert rows[place - 1].balance_minor < emis[mandate] * 100
        collected = next(row for row in rows[place:] if mandate in row.narration and row.mode == "ACH")
        assert (collected.on.year, collected.on.month) == (bounce.on.year, bounce.on.month)


def test_the_same_payee_is_always_at_the_same_branch() -> None:
    rows = EVERYONE["9000000001"].rows(NOW)
    branches = {
        row.narration.split("-")[3] for row in rows if row.narration.startswith("UPI-SHREE GANESH PG")
    }
    assert len(branches) == 1


def test_three_house_styles_are_spoken() -> None:
    starts = {row.narration.split("-")[0].split("/")[0] for p in EVERYONE.values() for row in p.rows(NOW)}
    assert {"UPI", "TO TRANSFER", "BIL", "ACH D", "NEFT CR", "IMPS", "MMT"} <= starts


def test_lakshmis_last_month_holds_a_scam_bait() -> None:
    baits = [row for row in EVERYONE["9000000007"].rows(NOW) if "KYC" in row.narration]
    assert [(row.amount_minor, NOW.window.index(row.on)) for row in baits] == [(100, 11)]


@given(st.integers(10_000, 50_000_000), st.integers(2, 14), st.integers())
def test_pieces_add_up_and_are_positive(total_minor: int, pieces: int, seed: int) -> None:
    parts = split(total_minor, pieces, Random(seed))
    assert sum(parts) == total_minor
    assert len(parts) == pieces
    assert all(part > 0 for part in parts)
