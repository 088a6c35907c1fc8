"""A consent taken back while an answer or a sync is under way: nothing that rests on it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from tests.answer import error_of
from tests.emulator.conftest import Arrive
from tests.emulator.night import Night
from tests.emulator.visitor import EVERY_PURPOSE, Hands, eventually

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

NET_WORTH = {"message": "What is my net worth?"}


@pytest.fixture
def model_faults(stack: Stack) -> Iterator[str]:
    """Where the model's stand-in is told how to fail."""
    faults = f"{url(stack.at.vertex_ai)}/__faults"
    yield faults
    httpx2.delete(faults)


@pytest.mark.parametrize(
    ("given_again", "refusal"), [(False, (403, "consent_missing")), (True, (409, "conflict"))]
)
def test_a_turn_whose_scope_is_taken_back_meanwhile_leaves_nothing(
    stack: Stack,
    arrive: Arrive,
    hands: Hands,
    model_faults: str,
    given_again: bool,
    refusal: tuple[int, str],
) -> None:
    visitor = arrive("aarav")
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    hands.wait_until_queues_are_idle()  # the insights that follow ask the model, too
    httpx2.post(model_faults, json={"mode": "slow", "times": 1, "seconds": 3})
    with ThreadPoolExecutor(1) as pool:
        turn = pool.submit(visitor.post, "/api/chat", NET_WORTH)
        eventually(
            lambda: not httpx2.get(model_faults).json()["faults"] or None, lambda: "no model was asked"
        )
        assert visitor.delete("/api/consents/assets").status_code == 202
        if given_again:
            visitor.agree(*EVERY_PURPOSE, scopes=["assets"])
        assert error_of(turn.result()) == refusal
    assert visitor.get("/api/chat/conversations").json()["conversations"] == []
    with Night.over(stack) as night:
        kept = night.database.collection("users", visitor.uid, "conversations").list_documents()
        assert list(kept) == []


def test_a_sync_whose_scope_is_taken_back_meanwhile_stores_nothing_of_it(
    stack: Stack, arrive: Arrive, hands: Hands
) -> None:
    visitor = arrive("aarav")
    visitor.link()
    hands.fi_fails("slow", visitor.who.phone, tool="fetch_net_worth", seconds=3)
    try:
        (job_id,) = visitor.ask()
        hands.wait_until_fi_is_asked()
        assert visitor.delete("/api/consents/transactions").status_code == 202
        assert visitor.ended(job_id)["status"] == "succeeded"
    finally:
        hands.all_is_well()
    overview = visitor.overview()
    assert "transactions" in overview["withoutConsent"]
    assert overview["netWorth"] is not None
    assert overview["coverage"]["ledgerMonths"] == []
    with Night.over(stack) as night:
        user = night.database.document("users", visitor.uid)
        assert [
            each.id for name in ("ledger", "trades") for each in user.collection(name).list_documents()
        ] == []
