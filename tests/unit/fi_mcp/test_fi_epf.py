"""fetch_epf_details: what counts once, and what stands apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from future_finance.adapters.fi_mcp.epf import read_epf
from future_finance.adapters.fi_mcp.node import Node
from future_finance.domain.snapshot import Epf
from tests.fakes.fi_answers import epf, membership, uan


def read(answer: dict[str, Any], warnings: set[str]) -> Epf:
    found = read_epf(Node(answer), warnings)
    assert found is not None
    return found


def test_a_membership_with_a_missing_share_and_no_day_of_leaving() -> None:
    found = read(epf(uan(membership())), set()).memberships[0]
    assert (found.joined_on, found.left_on) == (date(2020, 6, 15), None)
    assert (found.net_minor, found.employee_credit_minor, found.employee_balance_minor) == (
        12500000,
        7000000,
        6250000,
    )
    assert (found.employer_credit_minor, found.employer_balance_minor) == (7000000, None)


def test_a_uan_listed_twice_counts_once() -> None:
    warnings: set[str] = set()
    once = uan(membership(), membership("TULIP LLP", "11000"), current="136000")
    found = read(epf(once, once), warnings)

    assert warnings == {"duplicate_uan"}
    assert sum(m.net_minor for m in found.memberships) == found.stated_current_minor == 13600000
    assert found.pension_minor == 4000000


def test_two_uans_with_different_employers_both_count() -> None:
    warnings: set[str] = set()
    found = read(epf(uan(membership()), uan(membership("TULIP LLP", "11000"), current="11000")), warnings)

    assert not warnings
    assert sum(m.net_minor for m in found.memberships) == found.stated_current_minor == 13600000
    assert len({m.id for m in found.memberships}) == 2


def test_a_membership_repeated_under_another_uan_counts_once() -> None:
    warnings: set[str] = set()
    found = read(epf(uan(membership()), uan(membership(), membership("TULIP LLP"))), warnings)
    assert len(found.memberships) == 2
    assert warnings == {"duplicate_membership"}


def test_one_employer_joined_twice_is_two_memberships() -> None:
    again = membership(doj_epf="01-01-2024")
    assert len(read(epf(uan(membership(), again)), set()).memberships) == 2


@pytest.mark.parametrize("odd", ["00-00-0000", "XX-XX-2020", "2020-06-15", "-", 15062020, ["15-06-2020"]])
def test_an_odd_day_of_joining_or_leaving_costs_only_itself(odd: object) -> None:
    warnings: set[str] = set()
    found = read(epf(uan(membership(doj_epf=odd, doe_epf=odd))), warnings).memberships[0]
    assert (found.joined_on, found.left_on, found.net_minor) == (None, None, 12500000)
    assert warnings == {"unreadable_date"}


@pytest.mark.parametrize("unknown", ["", "N/A", "not available", None])
def test_no_day_of_joining_is_nothing_odd(unknown: str | None) -> None:
    warnings: set[str] = set()
    assert read(epf(uan(membership(doj_epf=unknown))), warnings).memberships[0].joined_on is None
    assert not warnings


def test_memberships_with_two_odd_days_of_joining_both_count() -> None:
    warnings: set[str] = set()
    found = read(epf(uan(membership(doj_epf="XX-06-2020"), membership(doj_epf="XX-01-2024"))), warnings)
    assert len({m.id for m in found.memberships}) == 2
    assert warnings == {"unreadable_date"}


def test_a_missing_net_balance_is_the_sum_of_the_shares_and_said_so() -> None:
    warnings: set[str] = set()
    sent = membership()
    del sent["pf_balance"]["net_balance"]
    assert read(epf(uan(sent)), warnings).memberships[0].net_minor == 6250000
    assert warnings == {"epf_net_balance_missing"}


def test_no_uan_is_empty() -> None:
    assert read_epf(Node(epf()), set()) is None
