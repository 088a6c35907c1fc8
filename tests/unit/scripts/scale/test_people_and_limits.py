"""What people do, and where it meets a limit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts.scale.assumptions import Assumptions
from scripts.scale.limits import limits
from scripts.scale.people import day, month
from scripts.scale.schedules import sync_flow

A = Assumptions()


def _bound_of(what: str) -> float:
    (found,) = [limit.users for limit in limits(A) if limit.what.startswith(what)]
    return found


@pytest.mark.parametrize("what", ["syncs in the busiest hour", "insights after syncs"])
def test_below_its_limit_a_queue_keeps_up_and_above_it_people_wait(what: str) -> None:
    bound = _bound_of(what)

    def waits_s(users: float) -> float:
        found = day(round(users), A)
        return (found.syncs if what.startswith("syncs") else found.insights).longest_wait_s

    assert waits_s(0.99 * bound) < 65  # a minute's worth arrives at once
    assert waits_s(1.2 * bound) > 300


def test_all_of_a_days_syncs_are_done_in_the_end() -> None:
    found = day(10_000_000, A)
    assert found.syncs.tasks == pytest.approx(found.logins)
    assert found.insights.tasks == pytest.approx(found.logins * A.changed_share)


def test_limits_come_in_the_order_in_which_they_bind() -> None:
    users = [limit.users for limit in limits(A)]
    assert users == sorted(users)
    assert users[0] > 0


def test_a_month_s_units_are_the_accounts_times_one_account_s() -> None:
    small, large = month(1_000, A), month(1_000_000, A)
    for what, usage in small.items():
        assert large[what].reads == pytest.approx(usage.reads * 1_000)
        assert large[what].tokens_in == pytest.approx(usage.tokens_in * 1_000)


def test_a_slower_provider_slows_the_queue_when_its_slots_are_full() -> None:
    slow = replace(A, slowest_tool_s=10.0)
    assert sync_flow(slow).tasks_per_s == pytest.approx(20 / 10.2 * 0.95)
    assert _bound_of("syncs in the busiest hour") > min(
        limit.users for limit in limits(slow) if limit.what.startswith("syncs")
    )
