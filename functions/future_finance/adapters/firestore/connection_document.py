"""users/{uid}/connections/{id} as a domain record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Fields
from future_finance.domain.connection import Connection, ConnectionStatus


def to_document(connection: Connection) -> Fields:
    return {
        "providerId": connection.provider_id,
        "status": connection.status.value,
        "shard": connection.shard,
        "createdAt": connection.created_at,
        "activeUntil": connection.active_until,
        "syncFrequencyHours": connection.sync_frequency_hours,
        "nextSyncDue": connection.next_sync_due,
        "dueAt": connection.next_sync_due or connection.created_at,  # what the schedules ask for: never none
        "loginStartedAt": connection.login_started_at,
        "schemaVersion": SCHEMA_VERSION,
    }


def from_document(connection_id: str, fields: Mapping[str, Any]) -> Connection:
    return Connection(
        id=connection_id,
        provider_id=fields["providerId"],
        status=ConnectionStatus(fields["status"]),
        shard=fields["shard"],
        created_at=fields["createdAt"],
        active_until=fields["activeUntil"],
        sync_frequency_hours=fields["syncFrequencyHours"],
        next_sync_due=fields["nextSyncDue"],
        login_started_at=fields["loginStartedAt"],
    )
