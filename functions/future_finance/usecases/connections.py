"""Connecting to a provider: start a login, see that it happened, end the link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from future_finance.domain.connection import SESSION_LIFETIME, Connection, ConnectionStatus
from future_finance.domain.provider import PROVIDERS
from future_finance.domain.user import shard_of
from future_finance.errors import Conflict, InvalidInput, LoginRequired, NotFound, SealBroken
from future_finance.usecases.ports import ConnectionStore, FinancialSource, FiSession, Purpose, Vault

MOST_CONNECTIONS = 10
LOGIN_LINK_LIFETIME = timedelta(minutes=10)  # a pending login younger than this is shown again


@dataclass(frozen=True, slots=True)
class Linking:
    """What linking needs."""

    connections: ConnectionStore
    vault: Vault
    source: FinancialSource


@dataclass(frozen=True, slots=True)
class Link:
    """A connection, with the login URL for its owner while a login is pending."""

    connection: Connection
    login_url: str | None = None


async def connect(
    linking: Linking, uid: str, provider_id: str, now: datetime, new_id: str, *, another: bool = False
) -> Link:
    """Begin a login: at the existing link to this provider, or a new one.

    An active link is answered as it is. The link is written before its secret, so that no secret is
    ever left without its link. Raises InvalidInput, Conflict, SourceUnavailable, LoginUrlRefused.
    """
    if provider_id not in {provider.id for provider in PROVIDERS}:
        raise InvalidInput("This provider is not known.")
    existing = await linking.connections.list(uid)
    connection = None if another else _latest(existing, provider_id)
    if connection is None:
        if len(existing) >= MOST_CONNECTIONS:
            raise Conflict("You have as many connections as are possible. Remove one first.")
        connection = Connection(new_id, provider_id, ConnectionStatus.PENDING_LOGIN, shard_of(uid), now)
    elif connection.status_at(now) is ConnectionStatus.ACTIVE:
        return Link(connection)
    elif connection.status is ConnectionStatus.PENDING_LOGIN:
        pending = await _opened(linking.vault, uid, connection.id)
        if pending and _is_fresh(pending, now):
            return Link(connection, pending.get("loginUrl"))
    session = await linking.source.start()
    connection = replace(connection, status=ConnectionStatus.PENDING_LOGIN, active_until=None)
    await linking.connections.put(uid, connection)
    secret = {"id": session.id, "loginUrl": session.login_url or "", "startedAt": now.isoformat()}
    await linking.vault.seal(uid, connection.id, Purpose.FI_SESSION, secret)
    return Link(connection, session.login_url)


async def confirm(linking: Linking, uid: str, connection_id: str, now: datetime) -> Link:
    """See whether the person has logged in; then the link is active for the session's lifetime.

    Raises NotFound, LoginPending, LoginRefused, LoginRequired (the session is gone: connect again).
    """
    connection = await _existing(linking.connections, uid, connection_id)
    if connection.status_at(now) is ConnectionStatus.ACTIVE:
        return Link(connection)
    secret = await _opened(linking.vault, uid, connection_id)
    if connection.status is not ConnectionStatus.PENDING_LOGIN or secret is None:
        raise LoginRequired
    try:
        await linking.source.probe(FiSession(secret["id"]))
    except LoginRequired:
        await linking.connections.put(uid, replace(connection, status=ConnectionStatus.NEEDS_LOGIN))
        raise
    active = replace(connection, status=ConnectionStatus.ACTIVE, active_until=now + SESSION_LIFETIME)
    await linking.connections.put(uid, active)
    await linking.vault.seal(uid, connection_id, Purpose.FI_SESSION, {"id": secret["id"]})
    return Link(active)


async def show(linking: Linking, uid: str, connection_id: str) -> Link:
    """One link; the login URL only while its login is pending. Raises NotFound."""
    connection = await _existing(linking.connections, uid, connection_id)
    if connection.status is not ConnectionStatus.PENDING_LOGIN:
        return Link(connection)
    secret = await _opened(linking.vault, uid, connection_id)
    return Link(connection, secret.get("loginUrl") if secret else None)


async def disconnect(linking: Linking, uid: str, connection_id: str, *, with_data: bool) -> None:
    """End the link: first the secret, then the link and, asked for, all data that came by it.

    Raises NotFound.
    """
    await _existing(linking.connections, uid, connection_id)
    await linking.vault.discard(uid, connection_id, Purpose.FI_SESSION)
    await linking.connections.delete(uid, connection_id, with_data=with_data)


async def _existing(connections: ConnectionStore, uid: str, connection_id: str) -> Connection:
    connection = await connections.get(uid, connection_id)
    if connection is None:
        raise NotFound
    return connection


async def _opened(vault: Vault, uid: str, connection_id: str) -> Mapping[str, str] | None:
    """The sealed session; one that cannot be opened any more is as good as none."""
    try:
        return await vault.open(uid, connection_id, Purpose.FI_SESSION)
    except SealBroken:
        return None


def _latest(existing: Sequence[Connection], provider_id: str) -> Connection | None:
    own = [connection for connection in existing if connection.provider_id == provider_id]
    return max(own, key=lambda connection: connection.created_at, default=None)


def _is_fresh(secret: Mapping[str, str], now: datetime) -> bool:
    started = secret.get("startedAt")
    return started is not None and now - datetime.fromisoformat(started) < LOGIN_LINK_LIFETIME
