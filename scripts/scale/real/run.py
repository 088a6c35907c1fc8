"""The run: nights of syncs with everything going wrong that may, one on which nothing does, and a census."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from future_finance import bootstrap, upkeep
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.adapters.metering import Meter
from future_finance.domain.job import FollowUp, Job
from future_finance.domain.local_date import IST, local_date
from future_finance.domain.schedule import FAN_OUT_QUEUE, ScheduleName
from future_finance.domain.snapshot import Snapshot
from future_finance.usecases.ports import LeaseTaken
from scripts.scale.real import census
from scripts.scale.real.census import Census
from scripts.scale.real.cloud import SimulatedCloud, schedule_row
from scripts.scale.real.population import Kind, OpenVault, SyntheticSource, log_in, people, settle_in
from scripts.scale.real.trouble import Mortal, Trouble

NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=IST)
PERIODS = 3  # the last one without any trouble
_SYNCS_PER_DAY = 50


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run was, and what it left."""

    people: int
    due: int
    periods: int
    took_s: float
    cpu_s: float
    simulated_s: float  # the longest period, from its trigger to its last delivery
    quiet_reads: int  # of dispatch and fan-out, in the period without trouble
    named: Counter[str]
    ended: Counter[str]
    trouble: Counter[str]
    meters: Mapping[str, Meter]
    census: Census


class _OneCommitAtATime(FirestoreSyncStore):
    """On the emulator, commits of different people at once were seen to wait for each other without an end; each
    reads by queries over collections that are still empty, which it seems to lock for everybody."""

    def __init__(self, documents: Documents) -> None:
        super().__init__(documents)
        self._turn = asyncio.Lock()

    async def commit(
        self, taken: LeaseTaken, fetched: Snapshot, follow_ups: Sequence[FollowUp], now: datetime
    ) -> Job:
        async with self._turn:
            return await super().commit(taken, fetched, follow_ups, now)


async def run(documents: Documents, count: int, trouble: Trouble) -> Ran:
    """`count` people in an empty database. Leaves the parts of this process as if nothing had been built."""
    cloud = SimulatedCloud(NIGHT, trouble)
    everyone = people(count)
    await settle_in(documents, everyone, cloud)
    source = SyntheticSource(everyone, cloud, trouble, local_date(NIGHT))
    started, cpu = time.monotonic(), time.process_time()
    simulated_s, quiet_reads = 0.0, 0
    try:
        _furnish(documents, cloud, source)
        for number in range(PERIODS):
            night = NIGHT + timedelta(days=number)
            cloud.travel(night)
            await log_in(documents, everyone, night)
            if number + 1 < PERIODS:
                await _period(cloud, str(number))
            else:
                trouble.rests = True
                quiet_reads = await _quiet_period(cloud)
            simulated_s = max(simulated_s, cloud.worked_until_s - night.timestamp())
    finally:
        await bootstrap.aclose()
    took_s, cpu_s = time.monotonic() - started, time.process_time() - cpu
    return Ran(
        people=count,
        due=sum(someone.kind is Kind.DUE for someone in everyone),
        periods=PERIODS,
        took_s=took_s,
        cpu_s=cpu_s,
        simulated_s=simulated_s,
        quiet_reads=quiet_reads,
        named=cloud.named,
        ended=cloud.ended,
        trouble=trouble.happened,
        meters=cloud.meters,
        census=await census.take(documents, everyone, nights()),
    )


def nights() -> list[date]:
    """The days of the periods, in India."""
    return [local_date(NIGHT + timedelta(days=number)) for number in range(PERIODS)]


async def _period(cloud: SimulatedCloud, name: str) -> None:
    """The trigger fires twice at once, again when all is done, and again when the names of tasks are forgotten."""
    nightly = schedule_row(ScheduleName.DAILY_SYNC)
    await asyncio.gather(*(cloud.trigger(nightly, f"{name}-{firing}") for firing in "ab"))
    await cloud.run()
    await cloud.trigger(nightly, f"{name}-c")
    await cloud.run()
    cloud.forget_names()
    await cloud.trigger(nightly, f"{name}-d")
    await cloud.run()


async def _quiet_period(cloud: SimulatedCloud) -> int:
    """One trigger; what finding everybody who is due reads."""
    nightly = schedule_row(ScheduleName.DAILY_SYNC)

    def reads() -> int:
        return sum(cloud.meters[name].firestore_reads for name in (nightly.name, FAN_OUT_QUEUE))

    before = reads()
    await cloud.trigger(nightly, "quiet")
    await cloud.run()
    return reads() - before


def _furnish(documents: Documents, cloud: SimulatedCloud, source: SyntheticSource) -> None:
    """Everything that a handler calls is mortal with it, but for the clock."""
    parts: dict[str, Any] = {
        "task_queue": cloud,
        "fi_source": source,
        "vault": OpenVault(),
        "job_store": FirestoreJobStore(documents, syncs_per_day=_SYNCS_PER_DAY),
        "sync_store": _OneCommitAtATime(documents),
    }
    bootstrap.replace(clock=cloud, documents=documents)
    bootstrap.replace(**{name: Mortal(part) for name, part in parts.items()})
    bootstrap.replace(due_store=Mortal(upkeep.due_store()))
