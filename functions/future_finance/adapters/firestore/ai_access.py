"""users/{uid}/aiAccess/{id}: what was sent to the language model, when, and under which consent."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from google.cloud.firestore_v1.base_query import BaseQuery

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain.consent import Purpose
from future_finance.domain.retention import KEPT
from future_finance.errors import NotFound
from future_finance.usecases.ai_ports import AiAccess
from future_finance.usecases.model import Usage


class FirestoreAccessLog:
    """AccessLog in (default). An entry that has ended is never changed; TTL deletes it after a year."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def begin(self, uid: str, access: AiAccess) -> str:
        """In a transaction: nothing may be written below a person who is going."""
        user_ref = self._documents.ref("users", uid)
        entry_id = secrets.token_hex(10)
        ref = user_ref.collection("aiAccess").document(entry_id)

        async def work(transaction: Transaction) -> None:
            (user,) = await transaction.get_all([user_ref])
            if user is None or user.get("erasing"):
                raise NotFound
            transaction.set(ref, _to_document(access))

        await self._documents.transact(work)
        return entry_id

    async def end(self, uid: str, entry_id: str, access: AiAccess | None) -> None:
        """Reads nothing: what is gone is not brought back by an update."""
        path = ("users", uid, "aiAccess", entry_id)
        if access is None:
            await self._documents.delete(*path)
        else:
            await self._documents.update_if_there(_to_document(access), *path)

    async def recent(self, uid: str, limit: int) -> Sequence[AiAccess]:
        """The newest first."""
        entries = self._documents.ref("users", uid).collection("aiAccess")
        newest = entries.order_by("at", direction=BaseQuery.DESCENDING).limit(limit)
        return [_from_document(fields) for _, fields in await self._documents.query(newest)]


def _to_document(access: AiAccess) -> Fields:
    return {
        "schemaVersion": SCHEMA_VERSION,
        "at": access.at,
        "purpose": access.purpose.value,
        "model": access.model,
        "promptVersion": access.prompt_version,
        "consentVersion": access.consent_version,
        "scopes": sorted(access.scopes),
        "factIds": list(access.fact_ids),
        "rowsSent": access.rows_sent,
        "usage": {
            "prompt": access.usage.prompt,
            "output": access.usage.output,
            "cached": access.usage.cached,
        },
        "calls": access.calls,
        "expireAt": access.at + KEPT["aiAccess"],
    }


def _from_document(fields: dict[str, Any]) -> AiAccess:
    return AiAccess(
        at=fields["at"],
        purpose=Purpose(fields["purpose"]),
        model=fields["model"],
        prompt_version=fields["promptVersion"],
        consent_version=fields["consentVersion"],
        scopes=frozenset(fields["scopes"]),
        fact_ids=tuple(fields["factIds"]),
        rows_sent=fields["rowsSent"],
        usage=Usage(**fields["usage"]),
        calls=fields["calls"],
    )
