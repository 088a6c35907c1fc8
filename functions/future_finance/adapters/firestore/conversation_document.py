"""Conversations and their turns as documents."""

from __future__ import annotations

from collections.abc import Sequence
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


def of_turn(messages: Sequence[Message]) -> Fields:
    """A question with its answer: read and deleted together, they are one document."""
    at = messages[0].at
    return {
        "schemaVersion": SCHEMA_VERSION,
        "at": at,
        "messages": [dump(message) for message in messages],
        "expireAt": at + RETENTION,
    }


def messages(fields: Fields) -> list[Message]:
    return [load(Message, each) for each in fields["messages"]]
