"""users/{uid}/conversations/{id}/turns/{id}: a turn is kept whole, or not at all."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from google.cloud.firestore_v1.async_collection import AsyncCollectionReference
from google.cloud.firestore_v1.async_document import AsyncDocumentReference
from google.cloud.firestore_v1.base_query import BaseQuery

from future_finance.adapters.firestore import conversation_document as document
from future_finance.adapters.firestore.consent_document import granted_by
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.domain.consent import Purpose
from future_finance.domain.conversation import Conversation, Message, message_id, turn_id
from future_finance.errors import Conflict, ConsentMissing, InvalidInput, NotFound
from future_finance.usecases.chat_ports import ConversationPage

_DELETED_AT_ONCE = 200
_ID = re.compile("[0-9a-zA-Z]{1,128}")  # ours are hexadecimal


class FirestoreConversationStore:
    """ConversationStore in (default). TTL deletes late, so that what has expired is passed over here too."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def get(self, uid: str, conversation_id: str, now: datetime) -> Conversation | None:
        fields = await self._documents.get("users", uid, "conversations", conversation_id)
        if fields is None or fields["expireAt"] <= now:
            return None
        return document.conversation(conversation_id, fields)

    async def messages(self, uid: str, conversation: Conversation, last_turns: int) -> Sequence[Message]:
        home = self._ref(uid, conversation.id).collection("turns")
        first = home.document(turn_id(max(1, conversation.turns - last_turns + 1)))
        found = await self._documents.query(home.order_by("__name__").start_at({"__name__": first}))
        return [message for _, fields in found for message in document.messages(fields)]

    async def add_turn(
        self,
        uid: str,
        conversation: Conversation,
        messages: Sequence[Message],
        consent_version: int,
        now: datetime,
    ) -> tuple[Conversation, tuple[Message, ...]]:
        user_ref = self._documents.ref("users", uid)
        ref = self._ref(uid, conversation.id)
        rests_on = {scope for message in messages for scope in message.scopes}

        async def work(transaction: Transaction) -> tuple[Conversation, tuple[Message, ...]]:
            user, found = await transaction.get_all([user_ref, ref])
            if user is None or user.get("erasing") or (found is None and conversation.turns):
                raise NotFound
            granted = granted_by(user, Purpose.CHAT, now)
            if not rests_on <= granted.scopes:
                raise ConsentMissing
            if rests_on and granted.version != consent_version:
                raise Conflict("What you agreed to has changed meanwhile. Ask again.")
            stored = conversation if found is None else document.conversation(conversation.id, found)
            grown = replace(stored, updated_at=now, turns=stored.turns + 1)
            kept = tuple(
                replace(message, id=message_id(grown.turns, place)) for place, message in enumerate(messages)
            )
            transaction.set(ref, document.of_conversation(grown))
            transaction.set(ref.collection("turns").document(turn_id(grown.turns)), document.of_turn(kept))
            return grown, kept

        return await self._documents.transact(work)

    async def list(self, uid: str, limit: int, cursor: str | None, now: datetime) -> ConversationPage:
        home = self._documents.ref("users", uid).collection("conversations")
        query = home.order_by("updatedAt", direction=BaseQuery.DESCENDING).order_by(
            "__name__", direction=BaseQuery.DESCENDING
        )
        if cursor is not None:
            query = query.start_after(_position(home, cursor))
        found = await self._documents.query(query.limit(limit + 1))
        alive = [(key, fields) for key, fields in found[:limit] if fields["expireAt"] > now]
        page = tuple(document.conversation(key, fields) for key, fields in alive)
        if len(found) <= limit:
            return ConversationPage(page)
        key, last = found[limit - 1]
        return ConversationPage(page, _cursor(last["updatedAt"], key))

    async def delete(self, uid: str, conversation_id: str) -> None:
        """Turns go first: what is cut off in the midst can be deleted again."""
        ref = self._ref(uid, conversation_id)
        if await self._documents.get("users", uid, "conversations", conversation_id) is None:
            raise NotFound
        while await self._documents.transact(lambda transaction: _delete_some(transaction, ref)):
            pass

    def _ref(self, uid: str, conversation_id: str) -> AsyncDocumentReference:
        return self._documents.ref("users", uid, "conversations", conversation_id)


async def _delete_some(transaction: Transaction, ref: AsyncDocumentReference) -> bool:
    """Delete some turns, or the conversation where there are none left; whether there was more to do.

    A turn that is kept at the same time changes the conversation, which is read here: one of both comes first.
    """
    await transaction.get_all([ref])
    found = await transaction.query(ref.collection("turns").select([]).limit(_DELETED_AT_ONCE))
    for key, _ in found:
        transaction.delete(ref.collection("turns").document(key))
    if len(found) < _DELETED_AT_ONCE:
        transaction.delete(ref)
        return False
    return True


def _cursor(updated_at: datetime, conversation_id: str) -> str:
    position = json.dumps([updated_at.astimezone(UTC).isoformat(), conversation_id])
    return base64.urlsafe_b64encode(position.encode()).decode().rstrip("=")


def _position(home: AsyncCollectionReference, cursor: str) -> dict[str, object]:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        updated_at, conversation_id = json.loads(text)
        if not _ID.fullmatch(conversation_id):
            raise ValueError
        return {
            "updatedAt": datetime.fromisoformat(updated_at).astimezone(UTC),
            "__name__": home.document(conversation_id),
        }
    except (ValueError, TypeError, OverflowError):
        raise InvalidInput(details={"fields": [{"path": "cursor", "problem": "not_ours"}]}) from None
