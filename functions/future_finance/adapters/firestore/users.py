"""users/{uid}: created at the first sign-in, and by nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.domain.erasure import one_way_id
from future_finance.domain.retention import SEEN_EVERY
from future_finance.domain.user import shard_of
from future_finance.errors import Forbidden
from future_finance.usecases.ports import SignedInPerson

_COLLECTION = "users"


class FirestoreUserStore:
    """UserStore in (default)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def ensure(self, person: SignedInPerson, now: datetime) -> bool:
        ref = self._documents.ref(_COLLECTION, person.uid)
        erased_ref = self._documents.ref("processingLog", one_way_id(person.uid))

        async def create_or_refresh(transaction: Transaction) -> bool:
            (found,) = await transaction.get_all([ref])
            if found is None:
                (erased,) = await transaction.get_all([erased_ref])
                if erased is not None:  # by whatever was still under way: a uid is never given twice
                    raise Forbidden("This account was erased.")
                transaction.set(ref, _new(person, now))
                return True
            if found.get("erasing"):
                raise Forbidden("This account is being erased.")
            changed = {key: value for key, value in _shown(person).items() if found.get(key) != value}
            if changed or now - found["lastSeenAt"] >= SEEN_EVERY:
                transaction.update(ref, changed | {"lastSeenAt": now})
            return False

        return await self._documents.transact(create_or_refresh)


def _shown(person: SignedInPerson) -> dict[str, Any]:
    return {"email": person.email, "name": person.name, "avatar": person.picture}


def _new(person: SignedInPerson, now: datetime) -> dict[str, Any]:
    return _shown(person) | {
        "schemaVersion": SCHEMA_VERSION,
        "locale": "en-IN",
        "createdAt": now,
        "lastSeenAt": now,
        "isActive": True,
        "erasing": False,
        "consentVersion": 0,
        "shard": shard_of(person.uid),
    }
