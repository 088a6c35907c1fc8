"""What was given up, found and delivered again by an operator's command on the running cloud."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from emulators.children import ROOT
from emulators.supervisor.addresses import base_environment
from emulators.supervisor.stack import Stack
from future_finance.domain.schedule import ScheduleName, period_at
from future_finance.domain.shard_page import TOGETHER, ShardPage, text_of
from future_finance.endpoints import BY_ENTRY_POINT, TaskQueue
from tests.emulator.conftest import Arrive
from tests.emulator.night import Night
from tests.emulator.visitor import Hands, eventually

pytestmark = [pytest.mark.emulator, pytest.mark.slow]


def dead_letters(stack: Stack, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["scripts/dead-letters", *words],
        cwd=ROOT,
        env=base_environment() | stack.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_poison_task_is_buried_shown_and_replayed_once_it_is_cured(
    stack: Stack, arrive: Arrive, hands: Hands
) -> None:
    trigger = BY_ENTRY_POINT["sync_connection"].trigger
    assert isinstance(trigger, TaskQueue)
    visitor = arrive("aarav")
    visitor.link()
    hands.fi_fails("500", visitor.who.phone, times=1_000)
    with hands.paused_queue():
        (job_id,) = visitor.ask()
        task = {"uid": visitor.uid, "jobId": job_id, "connectionId": "-"}
        assert hands.deliver(task, retries=0).status_code == 503
        given_up = hands.deliver(task, retries=trigger.max_attempts - 1)
        assert given_up.status_code == 200, given_up.text
    assert visitor.job(job_id)["status"] == "failed"
    letter_id = f"sync-connection_{visitor.uid}_{job_id}"
    listed = dead_letters(stack, "list")
    assert listed.returncode == 0, listed.stderr
    (line,) = [line for line in listed.stdout.splitlines() if letter_id in line]
    assert "replayed" not in line
    shown = dead_letters(stack, "show", letter_id)
    assert f"job_id: {job_id}" in shown.stdout
    for word in (visitor.who.email, visitor.who.name, visitor.who.phone):
        assert word not in listed.stdout + shown.stdout

    hands.all_is_well()
    replayed = dead_letters(stack, "replay", letter_id)
    assert (replayed.returncode, replayed.stdout) == (0, "delivered again\n"), replayed.stderr
    ended = eventually(
        lambda: job if (job := visitor.job(job_id))["status"] == "succeeded" else None,
        lambda: str(visitor.job(job_id)),
    )
    assert ended["jobId"] == job_id
    assert visitor.overview()["netWorth"] is not None
    again = dead_letters(stack, "list")
    (line,) = [line for line in again.stdout.splitlines() if letter_id in line]
    assert "replayed" in line

    hands.delete_user(visitor.uid)
    gone = dead_letters(stack, "replay", letter_id)
    assert (gone.returncode, "nothing to do" in gone.stdout) == (0, True), gone.stderr
    unknown = dead_letters(stack, "show", "nothing")
    assert unknown.returncode == 1


def test_a_page_that_was_given_up_reaches_who_was_left_once_it_is_replayed(
    stack: Stack, arrive: Arrive, hands: Hands
) -> None:
    visitor = arrive("aarav")
    visitor.link()
    assert visitor.overview()["netWorth"] is None
    now = datetime.now(UTC)
    schedule = ScheduleName.DAILY_SYNC
    with Night.over(stack) as night:
        account = night.user(visitor.uid)
        assert account is not None
        (shards,) = [shards for shards in TOGETHER if account["shard"] in shards]
        page = ShardPage(schedule, period_at(schedule, now), shards)
        letter = night.database.document("deadLetters", f"fan-out_{page.task_id}")
        written = {"schedule": schedule.value, "period": page.period, "shards": text_of(shards)}
        said = {"queue": "fan-out", "error": "unavailable", "at": now, "expireAt": now + timedelta(days=90)}
        letter.set(written | said)
        try:
            shown = dead_letters(stack, "show", letter.id)
            assert f"shards: {text_of(shards)}" in shown.stdout, shown.stderr
            replayed = dead_letters(stack, "replay", letter.id)
            assert (replayed.returncode, replayed.stdout) == (0, "delivered again\n"), replayed.stderr
            eventually(lambda: visitor.overview().get("netWorth"), lambda: str(visitor.overview()))
            assert letter.get().to_dict()["replayedAt"] is not None
        finally:
            letter.delete()
