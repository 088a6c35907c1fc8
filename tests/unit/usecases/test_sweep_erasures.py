"""Erasures that were left lying, and keys that belong to nobody."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest

from future_finance.domain.erasure import ERASURE_DEADLINE
from future_finance.usecases import sweep_erasures as sweep
from future_finance.usecases.ports import Purpose
from future_finance.usecases.sweep import GIVE_UP_AFTER
from tests.fakes.erasures import InMemoryErasures
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue
from tests.fakes.in_memory_vault import InMemoryVault

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # a Tuesday
SUNDAY = NOW + timedelta(days=5)


async def test_an_erasure_past_its_deadline_is_delivered_again_once_a_day() -> None:
    erasures, queue = InMemoryErasures(asha=1, ravi=1), InMemoryTaskQueue()
    await erasures.begin("asha", NOW - ERASURE_DEADLINE)
    await erasures.begin("ravi", NOW)
    for _ in range(2):
        counts = await sweep.sweep_erasures(erasures, queue, NOW)
        assert counts == {"requeued": 1, "vault": 0, "failed": 0}
    (task,) = queue.tasks
    assert (task.queue, task.payload) == ("erase-data", {"uid": "asha", "erasureId": "receipt-of-asha"})


@pytest.mark.parametrize(("old", "told"), [(GIVE_UP_AFTER, 0), (GIVE_UP_AFTER + timedelta(seconds=1), 1)])
async def test_operators_hear_of_an_erasure_that_no_night_could_end(
    old: timedelta, told: int, caplog: pytest.LogCaptureFixture
) -> None:
    erasures, queue = InMemoryErasures(asha=1), InMemoryTaskQueue()
    await erasures.begin("asha", NOW - old)
    with caplog.at_level(logging.INFO, "future_finance"):
        assert (await sweep.sweep_erasures(erasures, queue, NOW))["requeued"] == 1
    assert [record.message for record in caplog.records] == ["dead_letter"] * told


async def test_on_sundays_the_vault_is_swept() -> None:
    queue = InMemoryTaskQueue()
    assert (await sweep.sweep_erasures(InMemoryErasures(), queue, SUNDAY))["vault"] == 1
    assert [task.payload for task in queue.tasks] == [{"sweep": "vault"}]


async def test_a_queue_that_is_down_is_counted() -> None:
    erasures, queue = InMemoryErasures(asha=1), InMemoryTaskQueue()
    await erasures.begin("asha", NOW - ERASURE_DEADLINE)
    queue.available = False
    assert await sweep.sweep_erasures(erasures, queue, SUNDAY) == {"requeued": 0, "vault": 0, "failed": 2}


@pytest.mark.parametrize("begin_after", ["", "a", "m", "m5", "z"])
@pytest.mark.parametrize("page_size", [1, 2, 3, 200])
async def test_wherever_it_begins_it_goes_round_all_keys_and_takes_those_of_nobody(
    begin_after: str, page_size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep, "PAGE_SIZE", page_size)
    vault = InMemoryVault()
    people = [f"{letter}{number}" for letter in "am" for number in range(8)]
    for uid in people:
        await vault.seal(uid, "c1", Purpose.FI_SESSION, {"id": "s"})
    known = {uid: 1 for uid in people if not uid.endswith(("0", "5", "7"))}
    sweeping = sweep.VaultSweeping(vault, InMemoryErasures(**known))
    assert await sweep.sweep_vault(sweeping, begin_after) == 6
    assert await vault.key_holders(None, 99) == sorted(known)
    assert await sweep.sweep_vault(sweeping, begin_after) == 0
