"""What is left of erasures: those that were never finished, and keys in the vault that belong to nobody."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from future_finance.domain.job import ERASE_QUEUE
from future_finance.errors import AppError
from future_finance.usecases.erasure_ports import ErasureStore, KeyShredder
from future_finance.usecases.event import Event, report
from future_finance.usecases.ports import TaskQueuePort
from future_finance.usecases.sweep import GIVE_UP_AFTER

MOST_AT_ONCE = 1_000
VAULT_SWEEP_WEEKDAY = 6  # Sunday, UTC: looking through all keys reads twice per person
PAGE_SIZE = 200
MOST_PAGES = 500  # of one sweep

logger = logging.getLogger(__name__)


async def sweep_erasures(erasures: ErasureStore, queue: TaskQueuePort, now: datetime) -> dict[str, int]:
    """Deliver overdue erasures again, and on Sundays ask for a sweep of the vault, which only its worker
    reaches. Operators hear of those that no night could end. Counts by what was done: requeued, vault, failed.
    Running it again the same day changes nothing.
    """
    counts = {"requeued": 0, "vault": 0, "failed": 0}
    overdue = await erasures.overdue(now, MOST_AT_ONCE)
    tasks = [
        ("requeued", f"erasure-{one.id}-sweep-{now:%Y%m%d}", {"uid": one.uid or "", "erasureId": one.id})
        for one in overdue
    ]
    if any(now - one.requested_at > GIVE_UP_AFTER for one in overdue):
        report(Event.DEAD_LETTER, queue=ERASE_QUEUE, error="deadline_passed")
    if now.weekday() == VAULT_SWEEP_WEEKDAY:
        tasks.append(("vault", f"vault-sweep-{now:%Y%m%d}", {"sweep": "vault"}))
    for counted, task_id, payload in tasks:
        try:
            await queue.enqueue(ERASE_QUEUE, task_id, payload)
            counts[counted] += 1
        except AppError as error:
            logger.warning("an erasure could not be swept: %s", error.code)
            counts["failed"] += 1
    return counts


@dataclass(frozen=True, slots=True)
class VaultSweeping:
    """What sweeping the vault needs."""

    vault: KeyShredder
    erasures: ErasureStore


async def sweep_vault(sweeping: VaultSweeping, begin_after: str) -> int:
    """Shred the keys of users that are no more; how many. A request that was under way while its person was
    erased may have left one: it is sealed after the user is made, so that none of a new user is taken.

    It goes round all keys, from after the uid `begin_after`, until MOST_PAGES.
    """
    shredded = 0
    after: str | None = begin_after
    round_over = False
    for _ in range(MOST_PAGES):
        holders = await sweeping.vault.key_holders(after, PAGE_SIZE)
        page = [uid for uid in holders if not round_over or uid <= begin_after]
        for uid in await sweeping.erasures.unknown(page):
            await sweeping.vault.shred(uid)
            shredded += 1
        if len(page) < PAGE_SIZE:
            if round_over:
                break
            after, round_over = None, True
        else:
            after = page[-1]
    return shredded
