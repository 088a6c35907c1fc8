"""Conversations in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from future_finance.domain.consent import Scope
from future_finance.domain.conversation import Conversation, Message, message_id
from future_finance.errors import Conflict, ConsentMissing, InvalidInput, NotFound
from future_finance.usecases.chat_ports import ConversationPage


class InMemoryConversationStore:
    """ConversationStore. `gone` are users who may keep nothing; `agreed` are the scopes that all others let it use,
    as of `consent_version`."""

    def __init__(self) -> None:
        self.conversations: defaultdict[str, dict[str, Conversation]] = defaultdict(dict)
        self.kept: defaultdict[tuple[str, str], list[Message]] = defaultdict(list)
        self.gone: set[str] = set()
        self.agreed: set[str] = set(Scope)
        self.consent_version = 0

    async def get(self, uid: str, conversation_id: str, now: datetime) -> Conversation | None:
        found = self.conversations[uid].get(conversation_id)
        return None if found is None or found.expire_at <= now else found

    async def messages(self, uid: str, conversation: Conversation, last_turns: int) -> Sequence[Message]:
        first = message_id(max(1, conversation.turns - last_turns + 1), 0)
        return [message for message in self.kept[uid, conversation.id] if message.id >= first]

    async def add_turn(
        self,
        uid: str,
        conversation: Conversation,
        messages: Sequence[Message],
        consent_version: int,
        now: datetime,
    ) -> tuple[Conversation, tuple[Message, ...]]:
        found = self.conversations[uid].get(conversation.id)
        if uid in self.gone or (found is None and conversation.turns):
            raise NotFound
        rests_on = {scope for message in messages for scope in message.scopes}
        if not rests_on <= self.agreed:
            raise ConsentMissing
        if rests_on and consent_version != self.consent_version:
            raise Conflict
        stored = found or conversation
        grown = replace(stored, updated_at=now, turns=stored.turns + 1)
        kept = tuple(replace(each, id=message_id(grown.turns, n)) for n, each in enumerate(messages))
        self.conversations[uid][grown.id] = grown
        self.kept[uid, grown.id] += kept
        return grown, kept

    async def list(self, uid: str, limit: int, cursor: str | None, now: datetime) -> ConversationPage:
        newest_first = sorted(
            (each for each in self.conversations[uid].values() if each.expire_at > now),
            key=lambda each: (each.updated_at, each.id),
            reverse=True,
        )
        start = 0
        if cursor is not None:
            ids = [each.id for each in newest_first]
            if cursor not in ids:
                raise InvalidInput(details={"fields": [{"path": "cursor", "problem": "not_ours"}]})
            start = ids.index(cursor) + 1
        page = tuple(newest_first[start : start + limit])
        more = len(newest_first) > start + limit
        return ConversationPage(page, page[-1].id if more else None)

    async def delete(self, uid: str, conversation_id: str) -> None:
        if self.conversations[uid].pop(conversation_id, None) is None:
            raise NotFound
        self.kept.pop((uid, conversation_id), None)
