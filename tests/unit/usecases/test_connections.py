"""Connecting, confirming and ending a link: the state machine, and who gets to see what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.errors import (
    AppError,
    Conflict,
    InvalidInput,
    LoginPending,
    LoginRefused,
    LoginRequired,
    NotFound,
    SourceUnavailable,
    VaultUnavailable,
)
from future_finance.usecases.connections import (
    LOGIN_LINK_LIFETIME,
    MOST_CONNECTIONS,
    Linking,
    confirm,
    connect,
    disconnect,
    show,
)
from future_finance.usecases.ports import Purpose
from tests.fakes.connections import InMemoryConnectionStore
from tests.fakes.in_memory_vault import InMemoryVault
from tests.fakes.source import ScriptedSource

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
UID = "u1"


class World:
    """One user's links."""

    def __init__(self, *connections: Connection) -> None:
        self.store = InMemoryConnectionStore(*connections)
        self.vault = InMemoryVault()
        self.source = ScriptedSource()
        self.linking = Linking(self.store, self.vault, self.source)

    async def sealed(self, connection_id: str = "c1") -> dict[str, str]:
        return dict(await self.vault.open(UID, connection_id, Purpose.FI_SESSION) or {})


def link(status: ConnectionStatus, until: datetime | None = None) -> Connection:
    return Connection("c1", "fi_money", status, 5, NOW, active_until=until)


async def test_connecting_gives_the_owner_a_login_url_and_seals_the_session() -> None:
    world = World()
    made = await connect(world.linking, UID, "fi_money", NOW, "c1")
    assert (made.connection.status, made.login_url) == (
        ConnectionStatus.PENDING_LOGIN,
        "https://fi.example/login?s=1",
    )
    assert (await world.sealed())["id"] == "session-1"


async def test_a_second_click_shows_the_same_login() -> None:
    world = World()
    first = await connect(world.linking, UID, "fi_money", NOW, "c1")
    second = await connect(world.linking, UID, "fi_money", NOW + timedelta(minutes=1), "c2")
    assert second == first
    assert (world.source.started, list(world.store.of[UID])) == (1, ["c1"])


async def test_a_login_link_that_grew_old_is_replaced() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW, "c1")
    again = await connect(world.linking, UID, "fi_money", NOW + LOGIN_LINK_LIFETIME, "c2")
    assert (again.connection.id, again.login_url) == ("c1", "https://fi.example/login?s=2")


async def test_an_active_link_is_answered_as_it_is() -> None:
    world = World(link(ConnectionStatus.ACTIVE, NOW + timedelta(minutes=5)))
    assert (await connect(world.linking, UID, "fi_money", NOW, "c2")).login_url is None
    assert world.source.started == 0


@pytest.mark.parametrize(
    "connection",
    [
        link(ConnectionStatus.NEEDS_LOGIN),
        link(ConnectionStatus.REVOKED),
        link(ConnectionStatus.ACTIVE, NOW - timedelta(minutes=1)),
    ],
    ids=["needs_login", "revoked", "lapsed"],
)
async def test_a_link_that_ended_is_taken_up_again_under_its_id(connection: Connection) -> None:
    world = World(connection)
    made = await connect(world.linking, UID, "fi_money", NOW, "c2")
    assert (made.connection.id, made.connection.status) == ("c1", ConnectionStatus.PENDING_LOGIN)


async def test_another_link_can_be_asked_for_up_to_a_limit() -> None:
    world = World(link(ConnectionStatus.ACTIVE, NOW + timedelta(minutes=5)))
    for number in range(2, MOST_CONNECTIONS + 1):
        await connect(world.linking, UID, "fi_money", NOW, f"c{number}", another=True)
    with pytest.raises(Conflict):
        await connect(world.linking, UID, "fi_money", NOW, "c99", another=True)


async def test_a_provider_that_does_not_answer_leaves_nothing_behind() -> None:
    world = World()
    world.source.refusal = SourceUnavailable()
    with pytest.raises(SourceUnavailable):
        await connect(world.linking, UID, "fi_money", NOW, "c1")
    assert world.store.of[UID] == {}


async def test_an_unknown_provider_is_refused() -> None:
    with pytest.raises(InvalidInput):
        await connect(World().linking, UID, "no_bank", NOW, "c1")


async def test_kms_down_leaves_a_pending_link_that_can_be_connected_again() -> None:
    world = World()
    world.vault.available = False
    with pytest.raises(VaultUnavailable):
        await connect(world.linking, UID, "fi_money", NOW, "c1")
    world.vault.available = True
    assert (await show(world.linking, UID, "c1")).login_url is None
    assert (await connect(world.linking, UID, "fi_money", NOW, "c2")).login_url


async def test_confirming_makes_the_link_active_and_forgets_the_login_url() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW, "c1")
    done = await confirm(world.linking, UID, "c1", NOW)
    assert done.connection.status is ConnectionStatus.ACTIVE
    assert done.connection.active_until == NOW + timedelta(minutes=30)
    assert await world.sealed() == {"id": "session-1"}
    assert await confirm(world.linking, UID, "c1", NOW) == done


@pytest.mark.parametrize("refusal", [LoginPending(), LoginRefused()])
async def test_a_login_fi_has_not_seen_keeps_the_link_pending(refusal: AppError) -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW, "c1")
    world.source.refusal = refusal
    with pytest.raises(type(refusal)):
        await confirm(world.linking, UID, "c1", NOW)
    assert (await show(world.linking, UID, "c1")).login_url == "https://fi.example/login?s=1"


async def test_a_session_fi_no_longer_knows_needs_a_login() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW, "c1")
    world.source.refusal = LoginRequired()
    with pytest.raises(LoginRequired):
        await confirm(world.linking, UID, "c1", NOW)
    assert world.store.of[UID]["c1"].status is ConnectionStatus.NEEDS_LOGIN


async def test_a_broken_seal_is_as_good_as_no_session() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW, "c1")
    world.vault.broken.add(UID)
    with pytest.raises(LoginRequired):
        await confirm(world.linking, UID, "c1", NOW)


async def test_a_login_url_is_shown_only_while_pending() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW, "c1")
    assert (await show(world.linking, UID, "c1")).login_url
    await confirm(world.linking, UID, "c1", NOW)
    assert (await show(world.linking, UID, "c1")).login_url is None


@pytest.mark.parametrize("with_data", [True, False])
async def test_ending_a_link_discards_its_session(with_data: bool) -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW, "c1")
    await disconnect(world.linking, UID, "c1", with_data=with_data)
    assert await world.sealed() == {}
    assert world.store.deleted_data == (["c1"] if with_data else [])


async def test_what_is_not_there_cannot_be_confirmed_shown_or_ended() -> None:
    world = World()
    with pytest.raises(NotFound):
        await confirm(world.linking, UID, "c9", NOW)
    with pytest.raises(NotFound):
        await show(world.linking, UID, "c9")
    with pytest.raises(NotFound):
        await disconnect(world.linking, UID, "c9", with_data=True)
