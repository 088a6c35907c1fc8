"""What the chat needs from outside, as roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from future_finance.domain.conversation import Conversation, Message
    from future_finance.domain.insight import Insight


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """Conversations, the one last spoken in first; `cursor` leads to those after them."""

    conversations: tuple[Conversation, ...]
    cursor: str | None = None


class ConversationStore(Protocol):
    """users/{uid}/conversations/{id}/turns/{id}. What has expired is not there."""

    async def get(self, uid: str, conversation_id: str, now: datetime) -> Conversation | None: ...
    async def messages(self, uid: str, conversation: Conversation, last_turns: int) -> Sequence[Message]:
        """Messages of the last turns, the oldest first."""
        ...

    async def add_turn(
        self,
        uid: str,
        conversation: Conversation,
        messages: Sequence[Message],
        consent_version: int,
        now: datetime,
    ) -> tuple[Conversation, tuple[Message, ...]]:
        """Keep a whole turn, or nothing, in one transaction; the messages come back with their ids.

        A conversation whose `turns` is 0 is begun by it. Raises NotFound where the user is gone or being
        erased, or where the conversation was deleted meanwhile; ConsentMissing where a scope that the messages
        rest on may not be used for the chat any more; Conflict where they rest on any and consents are not those
        of `consent_version`: taken back and given again, they do not cover what was asked under the earlier ones.
        """
        ...

    async def list(self, uid: str, limit: int, cursor: str | None, now: datetime) -> ConversationPage:
        """Raises InvalidInput for a cursor that is not one of ours."""
        ...

    async def delete(self, uid: str, conversation_id: str) -> None:
        """With every message. Raises NotFound."""
        ...


class InsightReader(Protocol):
    """users/{uid}/insights."""

    async def open(self, uid: str) -> Sequence[Insight]:
        """Those that are neither dismissed nor resolved."""
        ...
