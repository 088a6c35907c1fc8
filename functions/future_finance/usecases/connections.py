"""Connecting to a provider: start a login, see that it happened, end the link."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from future_finance.domain.connection import SESSION_LIFETIME, Connection, ConnectionStatus
from future_finance.domain.consent import Purpose as ConsentPurpose
from future_finance.domain.consented import parts_to_fetch
from future_finance.domain.local_date import local_date
from future_finance.domain.profile import require_adult
from future_finance.domain.provider import PROVIDERS
from future_finance.domain.snapshot import PartName
from future_finance.domain.user import shard_of
from future_finance.errors import (
    Conflict,
    ConnectionChanged,
    ConsentMissing,
    InvalidInput,
    LoginRequired,
    NotFound,
    SealBroken,
)
from future_finance.usecases.ai_ports import ConsentReader
from future_finance.usecases.ports import (
    ConnectionStore,
    FinancialSource,
    FiSession,
    ProfileStore,
    Purpose,
    Vault,
)

MOST_CONNECTIONS = 5  # they sync one after the other, within the attempts that a task has
LOGIN_LINK_LIFETIME = timedelta(minutes=10)  # a pending login younger than this is shown again

PENDING = ConnectionStatus.PENDING_LOGIN


@dataclass(frozen=True, slots=True)
class Linking:
    """What linking needs."""

    connections: ConnectionStore
    vault: Vault
    source: FinancialSource
    profiles: ProfileStore
    consents: ConsentReader


@dataclass(frozen=True, slots=True)
class Link:
    """A connection, with the login URL for its owner while a login is pending."""

    connection: Connection
    login_url: str | None = None


async def connect(
    linking: Linking,
    uid: str,
    provider_id: str,
    now: datetime,
    *,
    another: bool = False,
    connection_id: str | None = None,
) -> Link:
    """Begin a login: at the link of that id, `another` one, or else the newest to this provider.

    An active link is answered as it is, and so is a login that has just begun, here or by another click;
    a further link whose first login has just begun is the one that `another` means.
    Raises InvalidInput, BirthYearNeeded, AdultsOnly, ConsentMissing, NotFound, Conflict, ConnectionChanged,
    SourceUnavailable, LoginUrlRefused.
    """
    if provider_id not in {provider.id for provider in PROVIDERS}:
        raise InvalidInput("This provider is not known.")
    require_adult((await linking.profiles.get(uid)).profile, local_date(now))
    await _consented(linking, uid, now)
    existing = await linking.connections.list(uid)
    before = (
        _just_added(existing, uid, provider_id, now)
        if another
        else _to_log_in_at(existing, provider_id, connection_id)
    )
    begins = before is None or before.status is ConnectionStatus.REVOKED
    if begins and sum(link.status is not ConnectionStatus.REVOKED for link in existing) >= MOST_CONNECTIONS:
        raise Conflict("You have as many connections as are possible. Remove one first.")
    if before is None:
        own_id = _further_id(uid, provider_id, existing) if another else _first_id(uid, provider_id)
        connection = Connection(own_id, provider_id, PENDING, shard_of(uid), now, login_started_at=now)
    elif before.status_at(now) is ConnectionStatus.ACTIVE:
        return Link(before)
    elif _login_is_fresh(before, now) and (link := await show(linking, uid, before.id)).login_url:
        return link
    else:
        connection = replace(before, status=PENDING, active_until=None, login_started_at=now)
    session = await linking.source.start()
    try:
        await linking.connections.put(uid, connection, expected=before)
    except ConnectionChanged:  # another click came first: its login counts
        return await show(linking, uid, connection.id)
    await _seal(linking, uid, connection, {"id": session.id, "loginUrl": session.login_url or ""})
    return Link(connection, session.login_url)


async def confirm(linking: Linking, uid: str, connection_id: str, now: datetime) -> Link:
    """See whether the person has logged in; then the link is active for the session's lifetime.

    Fi is asked for something that consent covers. Raises NotFound, ConsentMissing, ConnectionChanged,
    LoginPending, LoginRefused, LoginRequired (the session is gone: connect again).
    """
    connection = await _existing(linking.connections, uid, connection_id)
    if connection.status_at(now) is ConnectionStatus.ACTIVE:
        return Link(connection)
    secret = await _opened(linking.vault, uid, connection_id)
    if connection.status is not PENDING or secret is None:
        raise LoginRequired
    wanted = await _consented(linking, uid, now)
    try:
        await linking.source.probe(FiSession(secret["id"]), wanted)
    except LoginRequired:
        ended = replace(connection, status=ConnectionStatus.NEEDS_LOGIN)
        await linking.connections.put(uid, ended, expected=connection)
        raise
    active = replace(connection, status=ConnectionStatus.ACTIVE, active_until=now + SESSION_LIFETIME)
    try:
        await linking.connections.put(uid, active, expected=connection)
    except ConnectionChanged:
        latest = await linking.connections.get(uid, connection_id)
        if latest is not None and latest.status_at(now) is ConnectionStatus.ACTIVE:
            return Link(latest)  # another click came first
        raise
    await _seal(linking, uid, active, {"id": secret["id"]})
    return Link(active)


async def show(linking: Linking, uid: str, connection_id: str) -> Link:
    """One link; the login URL only while its login is pending. Raises NotFound."""
    connection = await _existing(linking.connections, uid, connection_id)
    if connection.status is not ConnectionStatus.PENDING_LOGIN:
        return Link(connection)
    secret = await _opened(linking.vault, uid, connection_id)
    return Link(connection, secret.get("loginUrl") if secret else None)


async def disconnect(linking: Linking, uid: str, connection_id: str, *, with_data: bool) -> None:
    """End the link: its secret, then the link and, asked for, all data that came by it.

    The secret goes first, so that a call cut off leaves no secret without its link.

    Raises NotFound.
    """
    await _existing(linking.connections, uid, connection_id)
    await linking.vault.discard(uid, connection_id, Purpose.FI_SESSION)
    await linking.connections.delete(uid, connection_id, with_data=with_data)
    await linking.vault.discard(uid, connection_id, Purpose.FI_SESSION)  # what was sealed in between


async def _consented(linking: Linking, uid: str, now: datetime) -> frozenset[PartName]:
    """The parts that the provider may be asked for. Raises ConsentMissing where there is none."""
    granted = await linking.consents.granted(uid, ConsentPurpose.SYNC, now)
    if not granted.scopes:
        raise ConsentMissing
    return parts_to_fetch(granted.scopes)


async def _existing(connections: ConnectionStore, uid: str, connection_id: str) -> Connection:
    connection = await connections.get(uid, connection_id)
    if connection is None:
        raise NotFound
    return connection


async def _seal(linking: Linking, uid: str, connection: Connection, secret: Mapping[str, str]) -> None:
    """Seal the session of a link that was just written, and take it back where the link ended meanwhile.

    Raises ConnectionChanged then: no secret is left without its link.
    """
    await linking.vault.seal(uid, connection.id, Purpose.FI_SESSION, secret)
    still = await linking.connections.get(uid, connection.id)
    if still is None or still.status is ConnectionStatus.REVOKED:
        await linking.vault.discard(uid, connection.id, Purpose.FI_SESSION)
        raise ConnectionChanged


async def _opened(vault: Vault, uid: str, connection_id: str) -> Mapping[str, str] | None:
    """The sealed session; one that cannot be opened any more is as good as none."""
    try:
        return await vault.open(uid, connection_id, Purpose.FI_SESSION)
    except SealBroken:
        return None


def _to_log_in_at(
    existing: Sequence[Connection], provider_id: str, connection_id: str | None
) -> Connection | None:
    """The one asked for, else the newest that has not been ended, else the newest. Raises NotFound."""
    own = [connection for connection in existing if connection.provider_id == provider_id]
    if connection_id is not None:
        own = [connection for connection in own if connection.id == connection_id]
        if not own:
            raise NotFound
    return max(own, key=lambda c: (c.status is not ConnectionStatus.REVOKED, c.created_at), default=None)


def _first_id(uid: str, provider_id: str) -> str:
    """The id of a person's first link to a provider: two clicks at once cannot make two."""
    return _id_of(uid, provider_id)


def _further_id(uid: str, provider_id: str, existing: Sequence[Connection]) -> str:
    """The id of the link that comes beside those `existing`: two clicks that see the same ones make one."""
    return _id_of(uid, provider_id, *sorted(connection.id for connection in existing), "another")


def _id_of(*named: str) -> str:
    return hashlib.sha256("\x1f".join(named).encode()).hexdigest()[:24]


def _just_added(
    existing: Sequence[Connection], uid: str, provider_id: str, now: datetime
) -> Connection | None:
    """The newest further link whose first login has just begun."""
    first = _first_id(uid, provider_id)
    added = (
        connection
        for connection in existing
        if connection.provider_id == provider_id
        and connection.id != first
        and connection.login_started_at == connection.created_at
        and _login_is_fresh(connection, now)
    )
    return max(added, key=lambda connection: connection.created_at, default=None)


def _login_is_fresh(connection: Connection, now: datetime) -> bool:
    started = connection.login_started_at
    return connection.status is PENDING and started is not None and now - started < LOGIN_LINK_LIFETIME
