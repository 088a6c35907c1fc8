"""Transactions on Firestore: repeated where another came between, and cut off without a trace."""

from __future__ import annotations

import asyncio
import uuid

import pytest

from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.errors import Busy, NotFound

pytestmark = pytest.mark.emulator


async def test_two_transactions_at_once_both_count(documents: Documents) -> None:
    ref = documents.ref("counters", uuid.uuid4().hex)

    async def add(transaction: Transaction) -> None:
        (fields,) = await transaction.get_all([ref])
        transaction.set(ref, {"count": (fields or {"count": 0})["count"] + 1})

    await asyncio.gather(*(documents.transact(add) for _ in range(3)))
    assert await documents.get("counters", ref.id) == {"count": 3}


@pytest.mark.parametrize("steps", range(12))
async def test_a_transaction_cut_off_inside_any_call_is_a_cancellation(
    documents: Documents, steps: int
) -> None:
    ref = documents.ref("counters", uuid.uuid4().hex)

    async def work(transaction: Transaction) -> None:
        await transaction.get_all([ref])
        transaction.set(ref, {"count": 1})

    running = asyncio.create_task(documents.transact(work))
    for _ in range(steps):
        await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_what_the_work_refuses_is_not_tried_again(documents: Documents) -> None:
    tries: list[int] = []

    async def refuse(transaction: Transaction) -> None:
        tries.append(1)
        raise Busy

    with pytest.raises(Busy):
        await documents.transact(refuse)
    assert len(tries) == 1

    async def absent(transaction: Transaction) -> None:
        raise NotFound

    with pytest.raises(NotFound):
        await documents.transact(absent)
