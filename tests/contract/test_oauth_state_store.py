"""What every store of sign-ins begun does."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.oauth_states import FirestoreOAuthStateStore
from future_finance.usecases.ports import OAuthState, OAuthStateStore
from tests.fakes.oauth_states import InMemoryOAuthStateStore

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
BROWSER = "a" * 64


@pytest.fixture(params=["in_memory", pytest.param("on_firestore", marks=pytest.mark.emulator)])
async def states(request: pytest.FixtureRequest) -> AsyncIterator[OAuthStateStore]:
    if request.param == "in_memory":
        yield InMemoryOAuthStateStore()
        return
    client = connect(request.getfixturevalue("firestore_emulator"))
    yield FirestoreOAuthStateStore(Documents(client))
    await disconnect(client)


def begun() -> OAuthState:
    return OAuthState(
        state=secrets.token_hex(32),
        browser_hash=BROWSER,
        code_verifier="verifier",
        nonce="nonce",
        redirect_uri="https://app.example.in/",
        expire_at=NOW + timedelta(minutes=10),
    )


async def test_a_state_is_taken_once_as_it_was_put(states: OAuthStateStore) -> None:
    state = begun()
    await states.put(state)
    assert await states.take(state.state, BROWSER, NOW) == state
    assert await states.take(state.state, BROWSER, NOW) is None


async def test_of_two_callbacks_at_once_one_wins(states: OAuthStateStore) -> None:
    state = begun()
    await states.put(state)
    taken = await asyncio.gather(*(states.take(state.state, BROWSER, NOW) for _ in range(2)))
    assert sorted(found is None for found in taken) == [False, True]


async def test_another_browser_takes_nothing_and_leaves_it_to_the_right_one(states: OAuthStateStore) -> None:
    state = begun()
    await states.put(state)
    assert await states.take(state.state, "b" * 64, NOW) is None
    assert await states.take(state.state, BROWSER, NOW) == state


async def test_a_state_past_its_time_is_not_there_though_its_document_may_be(states: OAuthStateStore) -> None:
    state = begun()
    await states.put(state)
    assert await states.take(state.state, BROWSER, state.expire_at) is None
    late = replace(begun(), expire_at=NOW)
    await states.put(late)
    assert await states.take(late.state, BROWSER, NOW) is None


async def test_a_state_nobody_put_is_not_there(states: OAuthStateStore) -> None:
    assert await states.take("0" * 64, BROWSER, NOW) is None
