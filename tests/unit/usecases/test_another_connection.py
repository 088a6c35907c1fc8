"""A further link to a provider: how many there may be, and that a doubled click makes one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from future_finance.domain.connection import ConnectionStatus
from future_finance.errors import Conflict
from future_finance.usecases.connections import LOGIN_LINK_LIFETIME, MOST_CONNECTIONS, confirm, connect, show
from future_finance.usecases.ports import FiSession
from tests.unit.usecases.linking_world import NOW, UID, World, link


async def test_another_link_can_be_asked_for_up_to_a_limit() -> None:
    world = World(link(ConnectionStatus.ACTIVE, NOW + timedelta(minutes=5)))
    for _ in range(2, MOST_CONNECTIONS + 1):
        made = await connect(world.linking, UID, "fi_money", NOW, another=True)
        await confirm(world.linking, UID, made.connection.id, NOW)
    assert len(world.store.of[UID]) == MOST_CONNECTIONS
    with pytest.raises(Conflict):
        await connect(world.linking, UID, "fi_money", NOW, another=True)


async def test_another_link_clicked_twice_is_one() -> None:
    world = World(link(ConnectionStatus.ACTIVE, NOW + timedelta(minutes=5)))
    one = await connect(world.linking, UID, "fi_money", NOW, another=True)
    two = await connect(world.linking, UID, "fi_money", NOW + timedelta(seconds=1), another=True)
    assert two == one
    assert (world.source.started, len(world.store.of[UID])) == (1, 2)


async def test_another_link_clicked_twice_at_once_is_one() -> None:
    world = World(link(ConnectionStatus.ACTIVE, NOW + timedelta(minutes=5)))
    start = world.source.start

    async def started_while_another_click_came_first() -> FiSession:
        world.source.start = start  # type: ignore[method-assign]
        await connect(world.linking, UID, "fi_money", NOW, another=True)
        return await start()

    world.source.start = started_while_another_click_came_first  # type: ignore[method-assign]
    late = await connect(world.linking, UID, "fi_money", NOW + timedelta(milliseconds=5), another=True)
    assert late == await show(world.linking, UID, late.connection.id)
    assert late.login_url
    assert len(world.store.of[UID]) == 2


async def test_the_last_link_there_is_room_for_is_one_however_often_it_is_clicked() -> None:
    known = [replace(link(ConnectionStatus.NEEDS_LOGIN), id=f"c{n}") for n in range(1, MOST_CONNECTIONS)]
    world = World(*known)
    one = await connect(world.linking, UID, "fi_money", NOW, another=True)
    assert await connect(world.linking, UID, "fi_money", NOW, another=True) == one


async def test_another_link_is_a_new_one_where_the_last_was_logged_in_at_or_left_lying() -> None:
    world = World(link(ConnectionStatus.NEEDS_LOGIN))
    one = await connect(world.linking, UID, "fi_money", NOW, another=True)
    await confirm(world.linking, UID, one.connection.id, NOW)
    two = await connect(world.linking, UID, "fi_money", NOW, another=True)
    three = await connect(world.linking, UID, "fi_money", NOW + LOGIN_LINK_LIFETIME, another=True)
    assert len({one.connection.id, two.connection.id, three.connection.id}) == 3


async def test_a_new_login_at_an_older_link_is_not_another_one() -> None:
    world = World(link(ConnectionStatus.NEEDS_LOGIN))
    again = await connect(world.linking, UID, "fi_money", NOW + timedelta(days=1))
    made = await connect(world.linking, UID, "fi_money", NOW + timedelta(days=1), another=True)
    assert made.connection.id != again.connection.id


async def test_a_first_link_is_not_another_one() -> None:
    world = World()
    first = await connect(world.linking, UID, "fi_money", NOW)
    assert (
        await connect(world.linking, UID, "fi_money", NOW, another=True)
    ).connection.id != first.connection.id


async def test_links_that_were_ended_leave_room_for_new_ones() -> None:
    ended = [replace(link(ConnectionStatus.REVOKED), id=f"c{n}") for n in range(MOST_CONNECTIONS)]
    made = await connect(World(*ended).linking, UID, "fi_money", NOW, another=True)
    assert made.connection.status is ConnectionStatus.PENDING_LOGIN
