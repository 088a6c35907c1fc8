"""Connecting, confirming and ending a link: the state machine, and who gets to see what."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import timedelta

import pytest

from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.consent import Scope
from future_finance.domain.profile import Profile, VersionedProfile
from future_finance.domain.snapshot import PartName
from future_finance.errors import (
    AdultsOnly,
    AppError,
    BirthYearNeeded,
    Conflict,
    ConnectionChanged,
    ConsentMissing,
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
    confirm,
    connect,
    disconnect,
    show,
)
from future_finance.usecases.ports import FiSession, Purpose
from tests.unit.usecases.linking_world import FIRST, NOW, UID, World, link


async def test_connecting_gives_the_owner_a_login_url_and_seals_the_session() -> None:
    world = World()
    made = await connect(world.linking, UID, "fi_money", NOW)
    assert (made.connection.status, made.login_url) == (
        ConnectionStatus.PENDING_LOGIN,
        "https://fi.example/login?s=1",
    )
    assert (await world.sealed())["id"] == "session-1"


@pytest.mark.parametrize(
    ("birth_year", "error"), [(None, BirthYearNeeded), (2009, AdultsOnly), (2026, AdultsOnly)]
)
async def test_nobody_connects_without_saying_that_they_are_an_adult(
    birth_year: int | None, error: type[AppError]
) -> None:
    world = World()
    world.profiles.kept[UID] = VersionedProfile(Profile(birth_year=birth_year), 1)
    with pytest.raises(error):
        await connect(world.linking, UID, "fi_money", NOW)
    assert (world.source.started, list(world.store.of[UID])) == (0, [])


async def test_nobody_connects_before_they_agree_to_anything() -> None:
    world = World()
    world.consents.scopes = frozenset()
    with pytest.raises(ConsentMissing):
        await connect(world.linking, UID, "fi_money", NOW)
    assert (world.source.started, list(world.store.of[UID])) == (0, [])


async def test_whether_a_person_has_logged_in_is_seen_by_what_they_agreed_to() -> None:
    world = World()
    made = await connect(world.linking, UID, "fi_money", NOW)
    world.consents.scopes = frozenset({Scope.CREDIT_SCORE})
    await confirm(world.linking, UID, made.connection.id, NOW)
    assert world.source.probed == {PartName.CREDIT_REPORT}


async def test_a_consent_taken_back_before_the_login_is_seen_stops_it() -> None:
    world = World()
    made = await connect(world.linking, UID, "fi_money", NOW)
    world.consents.scopes = frozenset()
    with pytest.raises(ConsentMissing):
        await confirm(world.linking, UID, made.connection.id, NOW)
    assert world.source.probed == frozenset()


async def test_a_second_click_shows_the_same_login() -> None:
    world = World()
    first = await connect(world.linking, UID, "fi_money", NOW)
    second = await connect(world.linking, UID, "fi_money", NOW + timedelta(minutes=1))
    assert second == first
    assert (world.source.started, list(world.store.of[UID])) == (1, [FIRST])


async def test_a_login_link_that_grew_old_is_replaced() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    again = await connect(world.linking, UID, "fi_money", NOW + LOGIN_LINK_LIFETIME)
    assert (again.connection.id, again.login_url) == (FIRST, "https://fi.example/login?s=2")


async def test_an_active_link_is_answered_as_it_is() -> None:
    world = World(link(ConnectionStatus.ACTIVE, NOW + timedelta(minutes=5)))
    assert (await connect(world.linking, UID, "fi_money", NOW)).login_url is None
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
    made = await connect(world.linking, UID, "fi_money", NOW)
    assert (made.connection.id, made.connection.status) == ("c1", ConnectionStatus.PENDING_LOGIN)


async def test_the_first_link_to_a_provider_has_one_id_however_often_it_is_begun() -> None:
    one = await connect(World().linking, UID, "fi_money", NOW)
    two = await connect(World().linking, UID, "fi_money", NOW)
    elsewhere = World()
    elsewhere.profiles.kept["u2"] = elsewhere.profiles.kept[UID]
    other = await connect(elsewhere.linking, "u2", "fi_money", NOW)
    assert one.connection.id == two.connection.id != other.connection.id


async def test_a_link_that_is_ended_while_fi_is_asked_does_not_come_back() -> None:
    world = World()
    link_id = (await connect(world.linking, UID, "fi_money", NOW)).connection.id

    async def ended(session: FiSession, wanted: AbstractSet[PartName]) -> None:
        await disconnect(world.linking, UID, link_id, with_data=True)

    world.source.probe = ended  # type: ignore[method-assign]
    with pytest.raises(ConnectionChanged):
        await confirm(world.linking, UID, link_id, NOW)
    assert world.store.of[UID] == {}
    assert await world.sealed(link_id) == {}


async def test_a_secret_sealed_as_its_link_ended_is_taken_back() -> None:
    world = World()
    seal = world.vault.seal

    async def sealed_too_late(uid: str, link_id: str, purpose: Purpose, secret: Mapping[str, str]) -> None:
        await world.store.delete(uid, link_id, with_data=True)
        await seal(uid, link_id, purpose, secret)

    world.vault.seal = sealed_too_late  # type: ignore[method-assign]
    with pytest.raises(ConnectionChanged):
        await connect(world.linking, UID, "fi_money", NOW)
    assert await world.vault.open(UID, FIRST, Purpose.FI_SESSION) is None


async def test_a_link_in_use_is_chosen_before_a_newer_one_that_was_ended() -> None:
    ended = replace(link(ConnectionStatus.REVOKED), id="c2", created_at=NOW + timedelta(days=1))
    world = World(link(ConnectionStatus.NEEDS_LOGIN), ended)
    assert (await connect(world.linking, UID, "fi_money", NOW)).connection.id == "c1"


async def test_the_older_of_two_links_can_be_logged_in_at_anew() -> None:
    younger = replace(link(ConnectionStatus.NEEDS_LOGIN), id="c2", created_at=NOW + timedelta(days=1))
    world = World(link(ConnectionStatus.NEEDS_LOGIN), younger)
    made = await connect(world.linking, UID, "fi_money", NOW, connection_id="c1")
    assert (made.connection.id, made.connection.status) == ("c1", ConnectionStatus.PENDING_LOGIN)
    assert world.store.of[UID]["c2"] == younger


async def test_a_link_that_is_not_there_cannot_be_logged_in_at() -> None:
    world = World(link(ConnectionStatus.NEEDS_LOGIN))
    with pytest.raises(NotFound):
        await connect(world.linking, UID, "fi_money", NOW, connection_id="c2")
    assert world.source.started == 0


async def test_a_link_that_was_ended_comes_back_only_where_there_is_room() -> None:
    ended = replace(link(ConnectionStatus.REVOKED), id="ended")
    full = [replace(link(ConnectionStatus.NEEDS_LOGIN), id=f"c{n}") for n in range(MOST_CONNECTIONS)]
    with pytest.raises(Conflict):
        await connect(World(*full, ended).linking, UID, "fi_money", NOW, connection_id="ended")
    world = World(*full[1:], ended)
    made = await connect(world.linking, UID, "fi_money", NOW, connection_id="ended")
    assert made.connection.status is ConnectionStatus.PENDING_LOGIN


async def test_a_provider_that_does_not_answer_leaves_nothing_behind() -> None:
    world = World()
    world.source.refusal = SourceUnavailable()
    with pytest.raises(SourceUnavailable):
        await connect(world.linking, UID, "fi_money", NOW)
    assert world.store.of[UID] == {}


async def test_an_unknown_provider_is_refused() -> None:
    with pytest.raises(InvalidInput):
        await connect(World().linking, UID, "no_bank", NOW)


async def test_kms_down_leaves_a_pending_link_that_can_be_connected_again() -> None:
    world = World()
    world.vault.available = False
    with pytest.raises(VaultUnavailable):
        await connect(world.linking, UID, "fi_money", NOW)
    world.vault.available = True
    assert (await show(world.linking, UID, FIRST)).login_url is None
    assert (await connect(world.linking, UID, "fi_money", NOW)).login_url


async def test_confirming_makes_the_link_active_and_forgets_the_login_url() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    done = await confirm(world.linking, UID, FIRST, NOW)
    assert done.connection.status is ConnectionStatus.ACTIVE
    assert done.connection.active_until == NOW + timedelta(minutes=30)
    assert await world.sealed() == {"id": "session-1"}
    assert await confirm(world.linking, UID, FIRST, NOW) == done


@pytest.mark.parametrize("refusal", [LoginPending(), LoginRefused()])
async def test_a_login_fi_has_not_seen_keeps_the_link_pending(refusal: AppError) -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    world.source.refusal = refusal
    with pytest.raises(type(refusal)):
        await confirm(world.linking, UID, FIRST, NOW)
    assert (await show(world.linking, UID, FIRST)).login_url == "https://fi.example/login?s=1"


async def test_a_session_fi_no_longer_knows_needs_a_login() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    world.source.refusal = LoginRequired()
    with pytest.raises(LoginRequired):
        await confirm(world.linking, UID, FIRST, NOW)
    assert world.store.of[UID][FIRST].status is ConnectionStatus.NEEDS_LOGIN


async def test_a_broken_seal_is_as_good_as_no_session() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    world.vault.broken.add(UID)
    with pytest.raises(LoginRequired):
        await confirm(world.linking, UID, FIRST, NOW)


async def test_a_login_url_is_shown_only_while_pending() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    assert (await show(world.linking, UID, FIRST)).login_url
    await confirm(world.linking, UID, FIRST, NOW)
    assert (await show(world.linking, UID, FIRST)).login_url is None


@pytest.mark.parametrize("with_data", [True, False])
async def test_ending_a_link_discards_its_session(with_data: bool) -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    await disconnect(world.linking, UID, FIRST, with_data=with_data)
    assert await world.sealed() == {}
    assert world.store.deleted_data == ([FIRST] if with_data else [])


async def test_what_is_not_there_cannot_be_confirmed_shown_or_ended() -> None:
    world = World()
    with pytest.raises(NotFound):
        await confirm(world.linking, UID, "c9", NOW)
    with pytest.raises(NotFound):
        await show(world.linking, UID, "c9")
    with pytest.raises(NotFound):
        await disconnect(world.linking, UID, "c9", with_data=True)


@pytest.mark.parametrize("known", [False, True], ids=["first link", "stale login"])
async def test_two_clicks_at_once_end_at_one_login(known: bool) -> None:
    world = World()
    now = NOW + timedelta(hours=1)
    if known:
        await connect(world.linking, UID, "fi_money", NOW)
    start = world.source.start

    async def started_while_another_click_came_first() -> FiSession:
        world.source.start = start  # type: ignore[method-assign]
        await connect(world.linking, UID, "fi_money", now)
        return await start()

    world.source.start = started_while_another_click_came_first  # type: ignore[method-assign]
    late = await connect(world.linking, UID, "fi_money", now)
    assert late == await show(world.linking, UID, FIRST)
    assert (await world.sealed(FIRST))["loginUrl"] == late.login_url


async def test_a_session_sealed_while_its_link_ends_is_discarded_too() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    delete = world.store.delete

    async def deleted_late(uid: str, link_id: str, *, with_data: bool) -> None:
        await world.vault.seal(uid, link_id, Purpose.FI_SESSION, {"id": "late"})
        await delete(uid, link_id, with_data=with_data)

    world.store.delete = deleted_late  # type: ignore[method-assign]
    await disconnect(world.linking, UID, FIRST, with_data=True)
    assert await world.sealed(FIRST) == {}


async def test_a_second_confirm_at_once_is_answered_like_the_first() -> None:
    world = World()
    await connect(world.linking, UID, "fi_money", NOW)
    probe = world.source.probe

    async def probed_while_another_click_came_first(
        session: FiSession, wanted: AbstractSet[PartName]
    ) -> None:
        world.source.probe = probe  # type: ignore[method-assign]
        await confirm(world.linking, UID, FIRST, NOW)

    world.source.probe = probed_while_another_click_came_first  # type: ignore[method-assign]
    late = await confirm(world.linking, UID, FIRST, NOW)
    assert late.connection.status is ConnectionStatus.ACTIVE
