"""A link's states, and when it is looked at next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from future_finance.domain.connection import Connection, ConnectionStatus

NOW = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)  # 10:00 in India
ACTIVE = Connection("c1", "fi_money", ConnectionStatus.ACTIVE, 5, NOW, NOW + timedelta(minutes=30))


def test_an_active_link_needs_a_login_once_its_session_is_over() -> None:
    assert ACTIVE.status_at(NOW + timedelta(minutes=29)) is ConnectionStatus.ACTIVE
    assert ACTIVE.status_at(NOW + timedelta(minutes=30)) is ConnectionStatus.NEEDS_LOGIN


@pytest.mark.parametrize("synced_at", [NOW, datetime(2026, 11, 23, 20, 30, tzinfo=UTC)], ids=["day", "night"])
def test_a_sync_is_due_at_the_next_nightly_run(synced_at: datetime) -> None:
    nightly = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)  # 02:00 on the 25th in India
    due = ACTIVE.due_after(synced_at)
    assert nightly - timedelta(hours=2) <= due <= nightly


def test_two_syncs_of_one_day_are_due_at_the_same_time() -> None:
    assert ACTIVE.due_after(NOW) == ACTIVE.due_after(NOW + timedelta(hours=3))


@pytest.mark.parametrize(("hours", "days"), [(24, 1), (48, 2), (7 * 24, 7)])
def test_a_link_that_is_synced_seldom_is_due_as_many_days_later(hours: int, days: int) -> None:
    seldom = replace(ACTIVE, sync_frequency_hours=hours)
    assert seldom.due_after(NOW) == ACTIVE.due_after(NOW) + timedelta(days=days - 1)
