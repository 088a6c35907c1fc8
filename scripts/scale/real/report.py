"""The real run's part of docs/scale.md."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime

from future_finance.domain.job import INSIGHTS_QUEUE, SYNC_QUEUE
from future_finance.domain.schedule import FAN_OUT_QUEUE, ScheduleName
from scripts.scale.real.run import Ran

HEADING = "\n## A real run\n"


def report(ran: Ran) -> str:
    syncs = ran.due * ran.periods
    fan_out, sync = ran.meters[FAN_OUT_QUEUE], ran.meters[SYNC_QUEUE]
    died = sum(times for what, times in ran.ended.items() if what.endswith("killed"))
    again = sum(times for what, times in ran.ended.items() if what.endswith("503"))
    twice = sum(times for what, times in ran.trouble.items() if what.startswith("delivered twice"))
    rows = [
        ("people, of whom due", f"{ran.people:,}, {ran.due:,}"),
        ("nights, the last one without any trouble", f"{ran.periods}"),
        ("deliveries that died on the way", f"{died:,}"),
        ("deliveries that came twice at once", f"{twice:,}"),
        ("fetches that failed", f"{ran.trouble['fetch failed']:,}"),
        ("tasks that could not be enqueued at first", f"{ran.trouble['not enqueued']:,}"),
        ("deliveries put off (503) and tried again", f"{again:,}"),
        ("deliveries of syncs, over syncs", f"{_deliveries(ran, SYNC_QUEUE) / syncs:.2f}"),
        ("sync tasks named, over syncs", f"{ran.named[SYNC_QUEUE] / syncs:.2f}"),
        ("insights tasks named, over syncs", f"{ran.named[INSIGHTS_QUEUE] / syncs:.2f}"),
        ("reads of dispatch and fan-out, over syncs", f"{fan_out.firestore_reads / syncs:.2f}"),
        ("the same, on the night without trouble", f"{ran.quiet_reads / ran.due:.2f}"),
        ("reads of the sync worker, over syncs", f"{sync.firestore_reads / syncs:.2f}"),
        ("writes of the sync worker, over syncs", f"{sync.firestore_writes / syncs:.2f}"),
        ("jobs found", f"{ran.census.jobs:,}"),
        ("ledger rows found", f"{ran.census.ledger_rows:,}"),
        ("net worth points found", f"{ran.census.points:,}"),
        ("dead letters", f"{ran.census.dead_letters}"),
        ("people not as they must be", f"{len(ran.census.wrong)}"),
        ("simulated time of a night, slow-downs included", f"{ran.simulated_s / 60:.1f} min"),
        ("real time", f"{ran.took_s:.0f} s"),
        ("CPU of this process a sync, fan-out included", f"{1000 * ran.cpu_s / syncs:.1f} ms"),
    ]
    table = "\n".join(f"| {what} | {value} |" for what, value in rows)
    return f"""{HEADING}
`scripts/simulate-scale --real {ran.people} --write`: the product's own `{ScheduleName.DAILY_SYNC}`, `{FAN_OUT_QUEUE}` and `{SYNC_QUEUE}` handlers in one
process, against the official Firestore emulator, behind the rules of the emulated queues (rates, back-off, names) in
simulated time, with a source that answers at once. Of twenty people three are not due: the session is over, nothing
was agreed to, synced already. On the nights with trouble the trigger fires twice at once, again when all is done, and
again when the names of tasks are forgotten. Who dies can call nothing more; its lease stays until it runs out. At the end every document is
counted: each person due has exactly one job a period that ended well, exactly their own ledger rows and points, owes
nothing, and nobody else was synced. Commits take turns: on the emulator those of different people were seen to wait for
each other for as long as we watched. A page is read again whole where it dies, comes twice, or one of its up to 200 tasks
cannot be enqueued, which is made to happen to nearly every page: hence the reads of dispatch over all nights. On the last
night they are those of the tables above, and two of everybody who has agreed to nothing.

{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} cores, shared with others.

| what | found |
|---|---:|
{table}
"""


def _deliveries(ran: Ran, queue: str) -> int:
    return sum(times for what, times in ran.ended.items() if what.startswith(f"{queue}:"))
