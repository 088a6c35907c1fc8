"""The empty account that an export is imported into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from google.cloud.firestore_v1.transforms import DELETE_FIELD

from future_finance.adapters.firestore.documents import Documents, Fields
from future_finance.domain.export.collections import ACCOUNT, EXPORTED
from future_finance.domain.export.document import StoredDocument
from future_finance.domain.job import JobStatus
from future_finance.domain.user import shard_of
from scripts.importing.archive import Archive, ImportRefused

BATCH = (
    100  # documents of one write: with buckets of 700 KiB that is not more than a request may hold of most
)
BATCH_OF_LARGE = 8
_LARGE = frozenset({"ledger", "trades", "views"})
# Who somebody is says their own sign-in, not the export.
_OF_THE_SIGN_IN = frozenset({"email", "name", "avatar", "lastSeenAt", "isActive", "schemaVersion"})
_IMPORTING = "importing"  # the export whose import has begun: the same one may go on


async def import_into(documents: Documents, uid: str, archive: Archive) -> dict[str, int]:
    """Counts of documents by collection. Cut off in the midst, the same import can be run again.

    Raises ImportRefused where there is no such account, it is being erased, or it is not empty.
    """
    user_ref = documents.ref("users", uid)
    user = await documents.get("users", uid)
    if user is None or user.get("erasing"):
        raise ImportRefused("there is no such account; sign in once to make it")
    if user.get(_IMPORTING) != archive.export_id:
        if "consents" in user or [collection async for collection in user_ref.collections()]:
            raise ImportRefused("this account is not empty: nothing was changed in it")
        await user_ref.update({_IMPORTING: archive.export_id})
    counts = {}
    for collection in EXPORTED:
        if collection != ACCOUNT:
            counts[collection] = await _import_collection(documents, uid, archive, collection)
    (account,) = archive.documents(ACCOUNT)
    kept = {name: value for name, value in account.fields.items() if name not in _OF_THE_SIGN_IN}
    await user_ref.update(kept | {_IMPORTING: DELETE_FIELD})
    return counts


async def _import_collection(documents: Documents, uid: str, archive: Archive, collection: str) -> int:
    user_ref = documents.ref("users", uid)
    size = BATCH_OF_LARGE if collection in _LARGE else BATCH
    written = 0
    batch = documents.client.batch()
    for document in archive.documents(collection):
        fields = _as_of(document, uid)
        if fields is None:
            continue
        home = user_ref
        if document.parent_id is not None:
            home = user_ref.collection("conversations").document(document.parent_id)
        batch.set(home.collection(collection).document(document.id), fields)
        written += 1
        if written % size == 0:
            await batch.commit()
            batch = documents.client.batch()
    await batch.commit()
    return written


def _as_of(document: StoredDocument, uid: str) -> Fields | None:
    """As it is stored of this user; None for what is not brought along."""
    fields: Mapping[str, Any] = document.fields
    if document.collection == "jobs":
        if not JobStatus(fields["status"]).final:
            return None  # its task is the other account's
        settled = {name: value for name, value in fields.items() if name != "deadlineAt"}
        return settled | {"uid": uid, "followUps": []}
    if document.collection == "connections":
        return {**fields, "shard": shard_of(uid)}
    return dict(fields)
