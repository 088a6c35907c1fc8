"""Sixty people through nights of schedules: two with everything going wrong that may, and a quiet one."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator

import pytest

from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.job import INSIGHTS_QUEUE, SYNC_QUEUE
from scripts.scale.real import census
from scripts.scale.real.population import Kind, people
from scripts.scale.real.run import NIGHT, PERIODS, Ran, nights, run
from scripts.scale.real.trouble import Trouble

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

PEOPLE = 60


@pytest.fixture(scope="module")
async def documents(firestore_emulator: str) -> AsyncIterator[Documents]:
    """A database without anybody else: the schedules reach whoever is there."""
    client = connect(f"demo-scale-{uuid.uuid4().hex[:8]}")
    yield Documents(client)
    await disconnect(client)


@pytest.fixture(scope="module")
async def ran(documents: Documents) -> Ran:
    return await run(documents, PEOPLE, Trouble())


def test_everybody_due_is_synced_once_a_period_and_nothing_is_lost(ran: Ran) -> None:
    assert ran.census.wrong == ()
    assert ran.census.jobs == ran.due * PERIODS
    assert ran.census.points == ran.due * PERIODS
    assert ran.census.dead_letters == 0


def test_of_each_sync_one_task_and_one_run_of_insights_is_named(ran: Ran) -> None:
    assert ran.named[SYNC_QUEUE] == ran.due * PERIODS
    assert ran.named[INSIGHTS_QUEUE] == ran.due * PERIODS


def test_deliveries_died_doubled_and_failed_on_the_way(ran: Ran) -> None:
    """Else the run proves little."""
    assert ran.ended["sync-connection: killed"] > 0
    assert ran.ended["fan-out: killed"] > 0
    assert ran.ended["sync-connection: 503"] > 0
    assert ran.trouble[f"delivered twice at once: {SYNC_QUEUE}"] > 0
    assert ran.trouble["fetch failed"] > 0
    assert ran.trouble["not enqueued"] > 0


def test_on_a_quiet_night_dispatch_reads_at_most_three_documents_of_each_who_is_due(ran: Ran) -> None:
    assert ran.quiet_reads <= 3 * ran.due


async def test_the_census_misses_nothing(ran: Ran, documents: Documents) -> None:
    """What is taken away, and what is too much, is told."""
    everyone = people(PEOPLE)
    first, second, third = [someone for someone in everyone if someone.kind is Kind.DUE][:3]
    asleep = next(someone for someone in everyone if someone.kind is Kind.ASLEEP)
    job = (await documents.query(documents.ref("users", first.uid).collection("jobs")))[0]
    await documents.ref("users", first.uid, "jobs", "again").set(job[1])
    for bucket, _ in await documents.query(documents.ref("users", second.uid).collection("ledger")):
        await documents.ref("users", second.uid, "ledger", bucket).delete()
    await documents.ref("users", third.uid, "netWorth", str(NIGHT.year)).update({"points": {}})
    await documents.ref("users", asleep.uid, "jobs", "stray").set(job[1])
    wrong = (await census.take(documents, everyone, nights())).wrong
    for someone in (first, second, third, asleep):
        assert sum(told.startswith(f"person {someone.number} ") for told in wrong) == 1
    assert len(wrong) == 4
