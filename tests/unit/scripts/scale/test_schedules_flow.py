"""Dispatch costs a user the same, however many there are."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from future_finance.domain.schedule import FAN_OUT_QUEUE
from future_finance.domain.shard_page import TOGETHER
from future_finance.domain.user import SHARDS
from future_finance.usecases.fan_out import PAGE
from scripts.scale.assumptions import LOGINS_BY_HOUR, Assumptions
from scripts.scale.fan_out_flow import fan_out, spread
from scripts.scale.prices import total_inr
from scripts.scale.queue_flow import worker_of
from scripts.scale.schedules import ScheduleRun, monthly, nightly, nightly_of_all, weekly

A = Assumptions()
GROWING = (10_000, 100_000, 1_000_000, 10_000_000)


@pytest.mark.parametrize("run", [nightly_of_all, weekly, monthly])
def test_the_cost_of_a_dispatched_user_does_not_grow_with_their_number(
    run: Callable[[int, Assumptions], ScheduleRun],
) -> None:
    each = [
        total_inr(found.usage, with_free=False) / found.due for found in (run(users, A) for users in GROWING)
    ]
    assert all(later <= earlier * 1.0001 for earlier, later in itertools.pairwise(each))


@pytest.mark.parametrize("users", GROWING)
def test_dispatch_takes_at_most_three_reads_and_one_task_of_each_due_user(users: int) -> None:
    run = nightly_of_all(users, A)
    assert run.dispatch.reads <= 3 * run.due
    assert run.done.tasks == pytest.approx(run.due)
    assert run.tasks - run.done.tasks == run.pages


@pytest.mark.parametrize("users", [10_000, 1_000_000, 10_000_000])
def test_a_night_that_finds_next_to_nobody_costs_next_to_nothing(users: int) -> None:
    """Sessions last half an hour: at two in the morning next to nobody is due."""
    run = nightly(users, A)
    assert run.due < 0.0001 * users
    assert run.pages == len(TOGETHER)
    assert run.dispatch.reads <= 2 * run.due + 2 * len(TOGETHER)
    assert run.due == 0 or run.dispatch.reads <= 3 * run.due


def test_a_page_is_read_once_and_each_of_its_documents_counted_once() -> None:
    fanned = fan_out(worker_of(FAN_OUT_QUEUE), 123_457, 1.0, 0.5)
    assert sum(tasks for _, tasks in fanned.arrivals) == 123_457
    assert fanned.reads == 123_457
    assert (
        -(-123_457 // PAGE)
        <= fanned.pages
        <= len(TOGETHER) + sum(-(-left // PAGE) for left in spread(123_457))
    )
    assert [at_s for at_s, _ in fanned.arrivals] == sorted(at_s for at_s, _ in fanned.arrivals)


def test_a_shard_s_pages_follow_one_another() -> None:
    """All in one chain as deep as a shard: no faster than its pages, however many may run at once."""
    fanned = fan_out(worker_of(FAN_OUT_QUEUE), SHARDS * PAGE * 10, 1.0, 30.0)
    assert fanned.done_at_s >= 10 * 30.0


def test_a_day_has_all_its_logins() -> None:
    assert len(LOGINS_BY_HOUR) == 24
    assert sum(LOGINS_BY_HOUR) == pytest.approx(1)
