"""A consent taken back while an answer is under way: nothing that rests on it is kept."""

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
from tests.emulator.visitor import eventually

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

NET_WORTH = {"message": "What is my net worth?"}


@pytest.fixture
def slow_model(stack: Stack) -> Iterator[str]:
    """Its next answer takes three seconds."""
    faults = f"{url(stack.at.vertex_ai)}/__faults"
    httpx2.post(faults, json={"mode": "slow", "times": 1, "seconds": 3})
    yield faults
    httpx2.delete(faults)


def test_a_turn_whose_scope_is_taken_back_meanwhile_leaves_nothing(
    stack: Stack, arrive: Arrive, slow_model: str
) -> None:
    visitor = arrive("aarav")
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    with ThreadPoolExecutor(1) as pool:
        turn = pool.submit(visitor.post, "/api/chat", NET_WORTH)
        eventually(lambda: not httpx2.get(slow_model).json()["faults"] or None, lambda: "no model was asked")
        assert visitor.delete("/api/consents/assets").status_code == 202
        assert error_of(turn.result()) == (403, "consent_missing")
    assert visitor.get("/api/chat/conversations").json()["conversations"] == []
    with Night.over(stack) as night:
        kept = night.database.collection("users", visitor.uid, "conversations").list_documents()
        assert list(kept) == []
