"""Conversations and messages as documents."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from future_finance.adapters.firestore.codec import dump, load
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Fields
from future_finance.domain.conversation import RETENTION, Conversation, Message


def of_conversation(conversation: Conversation) -> Fields:
    return {
        "schemaVersion": SCHEMA_VERSION,
        "title": conversation.title,
        "createdAt": conversation.created_at,
        "updatedAt": conversation.updated_at,
        "turns": conversation.turns,
        "expireAt": conversation.expire_at,
    }


def conversation(conversation_id: str, fields: Fields) -> Conversation:
    return Conversation(
        conversation_id,
        fields["title"],
        cast(datetime, fields["createdAt"]),
        cast(datetime, fields["updatedAt"]),
        fields["turns"],
    )


def of_message(message: Message) -> Fields:
    fields = dump(message)
    del fields["id"]
    return fields | {
        "schemaVersion": SCHEMA_VERSION,
        "at": message.at,
        "expireAt": message.at + RETENTION,
    }


def message(message_id: str, fields: Fields) -> Message:
    return load(Message, {**fields, "id": message_id})
