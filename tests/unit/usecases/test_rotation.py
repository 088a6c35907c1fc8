"""Rotating all data keys."""

import pytest

from future_finance.errors import VaultUnavailable
from future_finance.usecases.ports import Purpose
from future_finance.usecases.rotation import Rotation, rotate_keys
from tests.fakes.in_memory_vault import InMemoryVault

SESSION = {"id": "s"}


async def a_vault(users: int) -> InMemoryVault:
    vault = InMemoryVault()
    for number in range(users):
        await vault.seal(f"user-{number:03}", "fi", Purpose.FI_SESSION, SESSION)
    return vault


def ignore(_: Rotation) -> None:
    pass


async def test_every_page_is_rewrapped_and_a_second_run_finds_nothing_to_do() -> None:
    vault = await a_vault(7)
    vault.rotate()
    first = await rotate_keys(vault, Rotation(), ignore, page_size=3)
    second = await rotate_keys(vault, Rotation(), ignore, page_size=3)
    assert (first.rewrapped, first.current) == (7, 0)
    assert (second.rewrapped, second.current) == (0, 7)


async def test_an_interrupted_run_goes_on_after_the_last_whole_page() -> None:
    vault = await a_vault(7)
    vault.rotate()
    rotation = Rotation()

    def fail_after_second_page(so_far: Rotation) -> None:
        vault.available = so_far.last_uid != "user-005"

    with pytest.raises(VaultUnavailable):
        await rotate_keys(vault, rotation, fail_after_second_page, page_size=3)
    assert rotation.last_uid == "user-005"
    vault.available = True
    rest = await rotate_keys(vault, Rotation(last_uid=rotation.last_uid), ignore, page_size=3)
    assert rest.rewrapped == 1


async def test_a_key_that_cannot_be_opened_is_counted_and_does_not_stop_the_others() -> None:
    vault = await a_vault(3)
    vault.rotate()
    vault.broken.add("user-001")
    rotation = await rotate_keys(vault, Rotation(), ignore)
    assert (rotation.rewrapped, rotation.unopenable) == (2, 1)


async def test_no_keys_at_all_is_a_finished_rotation() -> None:
    assert await rotate_keys(InMemoryVault(), Rotation(), ignore) == Rotation()
