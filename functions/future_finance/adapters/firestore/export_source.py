"""Everything that (default) keeps of a person, page by page, as of one moment."""

from __future__ import annotations

from collections.abc import AsyncIterator

from google.cloud.firestore_v1.async_collection import AsyncCollectionReference

from future_finance.adapters.firestore.consent_document import consents_of
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.consent import ConsentStatus, Purpose
from future_finance.domain.export.collections import ACCOUNT
from future_finance.domain.export.document import StoredDocument
from future_finance.errors import NotFound
from future_finance.usecases.export_ports import Opened

PAGE = 100
PAGE_OF_LARGE = 8  # documents of up to 700 KiB each
_LARGE = frozenset({"ledger", "trades", "views"})
# What the account's own document says of the machinery, not of the person.
_INNER = frozenset({"syncLease", "syncs", "shard", "erasing", "erasureId"})


class FirestoreExportSource:
    """ExportSource. Nothing is locked: what is written meanwhile is not seen."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def open(self, uid: str) -> Opened:
        user, at = await self._documents.as_of_now("users", uid)
        if user is None or user.get("erasing"):
            raise NotFound
        withdrawn = {
            scope
            for scope, purposes in consents_of(user).items()
            if (sync := purposes.get(Purpose.SYNC)) is not None and sync.status is ConsentStatus.REVOKED
        }
        account = {name: value for name, value in user.items() if name not in _INNER}
        return Opened(uid, at, user.get("consentVersion", 0), withdrawn, account)

    async def documents(self, opened: Opened, collection: str) -> AsyncIterator[StoredDocument]:
        user_ref = self._documents.ref("users", opened.uid)
        if collection == ACCOUNT:
            yield StoredDocument(ACCOUNT, ACCOUNT, opened.account)
        elif collection == "turns":
            async for conversation in self._pages(opened, user_ref.collection("conversations")):
                home = user_ref.collection("conversations").document(conversation.id).collection("turns")
                async for turn in self._pages(opened, home):
                    yield StoredDocument(collection, turn.id, turn.fields, conversation.id)
        else:
            async for document in self._pages(opened, user_ref.collection(collection)):
                yield document

    async def _pages(self, opened: Opened, home: AsyncCollectionReference) -> AsyncIterator[StoredDocument]:
        size = PAGE_OF_LARGE if home.id in _LARGE else PAGE
        ordered = home.order_by("__name__").limit(size)
        query = ordered
        while True:
            found = await self._documents.query(query, opened.at)
            for document_id, fields in found:
                yield StoredDocument(home.id, document_id, fields)
            if len(found) < size:
                return
            query = ordered.start_after({"__name__": home.document(found[-1][0])})
