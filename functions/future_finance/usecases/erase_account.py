"""Erasing an account: asked for once, done in steps that may each run again."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime

from future_finance.domain.erasure import Erasure, ErasureState
from future_finance.domain.job import ERASE_QUEUE
from future_finance.errors import AppError, NotFound, Unavailable
from future_finance.usecases.erasure_ports import (
    AccountRemover,
    ErasureStore,
    GoogleGrants,
    KeyShredder,
    UserObjects,
)
from future_finance.usecases.event import Event, report
from future_finance.usecases.ports import Clock, Purpose, TaskQueuePort, Vault
from future_finance.usecases.sign_in import GOOGLE_CONNECTION

WITHDRAWAL_TIMEOUT_S = 5.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AskingForErasure:
    """What asking to be erased needs."""

    erasures: ErasureStore
    vault: Vault
    google: GoogleGrants
    queue: TaskQueuePort


@dataclass(frozen=True, slots=True)
class Erasing:
    """What erasing an account needs."""

    erasures: ErasureStore
    vault: KeyShredder
    objects: UserObjects
    accounts: AccountRemover
    clock: Clock


async def ask_for_erasure(asking: AskingForErasure, uid: str, now: datetime) -> Erasure:
    """From here on nothing is written for the person. Asking again is the same erasure.

    What Google granted us goes first, at best effort: once the key is shredded, nobody can open it any more.
    Raises NotFound, Unavailable (the erasure is noted; the sweeper would take it up, too).
    """
    erasure = await asking.erasures.begin(uid, now)
    await _withdraw_from_google(asking, uid)
    await asking.queue.enqueue(ERASE_QUEUE, f"erasure-{erasure.id}", {"uid": uid, "erasureId": erasure.id})
    return erasure


async def erase_account(erasing: Erasing, uid: str, erasure_id: str, *, last: bool) -> str:
    """One delivery: do it, or what of it is left; answers how it ended, for the log.

    It is never given up: the sweeper delivers it anew every night. But operators hear of a last delivery that fails.
    Raises Unavailable and its like when the task should be delivered again.
    """
    error_code, settled = AppError.code, False
    try:
        ended = await _erase(erasing, uid, erasure_id)
        settled = True
    except AppError as error:
        error_code = error.code
        raise
    finally:
        if last and not settled:
            report(Event.DEAD_LETTER, queue=ERASE_QUEUE, error=error_code)
    return ended


async def _erase(erasing: Erasing, uid: str, erasure_id: str) -> str:
    """The keys go first, so that sealed values are lost whatever comes after; the account of Firebase Auth goes
    before the user's own document, so that no session can make another. Raises Unavailable, too, where something was
    written in between.
    """
    erasure = await erasing.erasures.get(erasure_id)
    if erasure is None:
        return "gone"
    if erasure.state is ErasureState.ERASED:
        return "finished"
    if erasure.uid != uid:
        return "malformed"
    await erasing.vault.shred(uid)
    await erasing.erasures.write_processing_log(uid, erasing.clock.now())
    await erasing.erasures.add_counts(erasure, {"objects": await erasing.objects.delete_all(uid)})
    await erasing.erasures.delete_documents(erasure)
    await erasing.accounts.delete_account(uid)
    await erasing.vault.shred(uid)  # what a request that was under way has sealed
    left = await erasing.erasures.count_left(uid) + await erasing.objects.count(uid)
    if left:
        raise Unavailable
    await erasing.erasures.finish(erasure, left, erasing.clock.now())
    return ErasureState.ERASED.value


async def _withdraw_from_google(asking: AskingForErasure, uid: str) -> None:
    try:
        async with asyncio.timeout(WITHDRAWAL_TIMEOUT_S):
            sealed = await asking.vault.open(uid, GOOGLE_CONNECTION, Purpose.GOOGLE_REFRESH)
            if sealed is not None:
                await asking.google.withdraw(sealed["refreshToken"])
    except (AppError, TimeoutError) as error:
        logger.warning("a grant of Google was not withdrawn: %s", type(error).__name__)


async def erasure_receipt(erasures: ErasureStore, erasure_id: str) -> Erasure:
    """For whoever has the receipt's id, which cannot be guessed. Raises NotFound."""
    erasure = await erasures.get(erasure_id)
    if erasure is None:
        raise NotFound
    return erasure
