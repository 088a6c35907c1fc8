"""What every vault does."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from future_finance.usecases.ports import Purpose
from tests.contract.vault_cases import VaultCase, in_memory, on_firestore

SESSION = {"id": "mcp-session-1", "login_url": "https://fi.money/login?x=₹"}


@pytest.fixture(params=["in_memory", pytest.param("on_firestore", marks=pytest.mark.emulator)])
async def case(request: pytest.FixtureRequest) -> AsyncIterator[VaultCase]:
    if request.param == "on_firestore":
        request.getfixturevalue("firestore_emulator")
    async with {"in_memory": in_memory, "on_firestore": on_firestore}[request.param]() as case:
        yield case


async def test_what_was_sealed_opens_as_it_was(case: VaultCase) -> None:
    await case.vault.seal("asha", "fi-1", Purpose.FI_SESSION, SESSION)
    assert await case.vault.open("asha", "fi-1", Purpose.FI_SESSION) == SESSION


async def test_nothing_sealed_opens_as_nothing(case: VaultCase) -> None:
    await case.vault.seal("asha", "fi-1", Purpose.FI_SESSION, SESSION)
    assert await case.vault.open("ravi", "fi-1", Purpose.FI_SESSION) is None
    assert await case.vault.open("asha", "fi-2", Purpose.FI_SESSION) is None
    assert await case.vault.open("asha", "fi-1", Purpose.GOOGLE_REFRESH) is None


async def test_ids_that_would_run_into_each_other_are_kept_apart(case: VaultCase) -> None:
    await case.vault.seal("a_b", "c", Purpose.FI_SESSION, {"id": "1"})
    await case.vault.seal("a", "b_c", Purpose.FI_SESSION, {"id": "2"})
    assert await case.vault.open("a_b", "c", Purpose.FI_SESSION) == {"id": "1"}
    assert await case.vault.open("a", "b_c", Purpose.FI_SESSION) == {"id": "2"}
    await case.vault.shred("a")
    assert await case.vault.open("a_b", "c", Purpose.FI_SESSION) == {"id": "1"}


async def test_sealing_again_replaces_what_was_there(case: VaultCase) -> None:
    await case.vault.seal("asha", "fi-1", Purpose.FI_SESSION, SESSION)
    await case.vault.seal("asha", "fi-1", Purpose.FI_SESSION, {"id": "mcp-session-2"})
    assert await case.vault.open("asha", "fi-1", Purpose.FI_SESSION) == {"id": "mcp-session-2"}


async def test_discarding_one_value_leaves_the_others_and_may_be_repeated(case: VaultCase) -> None:
    await case.vault.seal("asha", "fi-1", Purpose.FI_SESSION, SESSION)
    await case.vault.seal("asha", "fi-1", Purpose.GOOGLE_REFRESH, {"token": "r"})
    await case.vault.discard("asha", "fi-1", Purpose.FI_SESSION)
    await case.vault.discard("asha", "fi-1", Purpose.FI_SESSION)
    assert await case.vault.open("asha", "fi-1", Purpose.FI_SESSION) is None
    assert await case.vault.open("asha", "fi-1", Purpose.GOOGLE_REFRESH) == {"token": "r"}


async def test_shredding_a_user_removes_everything_of_theirs_alone_and_may_be_repeated(
    case: VaultCase,
) -> None:
    for uid in ("asha", "ravi"):
        await case.vault.seal(uid, "fi-1", Purpose.FI_SESSION, {"id": uid})
    await case.vault.shred("asha")
    await case.vault.shred("asha")
    assert await case.vault.open("asha", "fi-1", Purpose.FI_SESSION) is None
    assert await case.vault.open("ravi", "fi-1", Purpose.FI_SESSION) == {"id": "ravi"}
    assert await case.vault.key_holders(None, 10) == ["ravi"]


async def test_a_user_can_seal_again_after_shredding(case: VaultCase) -> None:
    await case.vault.seal("asha", "fi-1", Purpose.FI_SESSION, SESSION)
    await case.vault.shred("asha")
    await case.vault.seal("asha", "fi-1", Purpose.FI_SESSION, {"id": "new"})
    assert await case.vault.open("asha", "fi-1", Purpose.FI_SESSION) == {"id": "new"}


async def test_rewrapping_is_needed_once_after_a_rotation(case: VaultCase) -> None:
    await case.vault.seal("asha", "fi-1", Purpose.FI_SESSION, SESSION)
    assert not await case.vault.rewrap("asha")
    case.rotate()
    assert await case.vault.open("asha", "fi-1", Purpose.FI_SESSION) == SESSION
    assert await case.vault.rewrap("asha")
    assert not await case.vault.rewrap("asha")
    assert await case.vault.open("asha", "fi-1", Purpose.FI_SESSION) == SESSION


async def test_a_user_without_a_key_has_nothing_to_rewrap(case: VaultCase) -> None:
    assert not await case.vault.rewrap("nobody")


async def test_users_with_keys_are_listed_page_by_page(case: VaultCase) -> None:
    for uid in ("c", "a", "d", "b"):
        await case.vault.seal(uid, "fi-1", Purpose.FI_SESSION, SESSION)
    assert await case.vault.key_holders(None, 3) == ["a", "b", "c"]
    assert await case.vault.key_holders("c", 3) == ["d"]
    assert await case.vault.key_holders("d", 3) == []
