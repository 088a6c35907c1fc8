"""What a turn of the chat begins with: the question, what answers it, and that it was let in."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from future_finance.domain.consent import Granted
from future_finance.domain.conversation import AnswerState, Conversation
from future_finance.domain.known_questions import KnownQuestion
from future_finance.domain.profile import Language
from future_finance.domain.tongue import Said, Tongue, tongue_of
from future_finance.usecases.ai_ports import AccessLog, AiBudget, ConsentReader, FactStore, TurnPermit
from future_finance.usecases.chat_events import ChatEvent
from future_finance.usecases.model import Model

if TYPE_CHECKING:
    from future_finance.domain.conversation import Message
    from future_finance.usecases.chat_ports import ConversationStore, InsightReader
    from future_finance.usecases.ports import Clock, ProfileStore


class TurnUnderWay(Protocol):
    """A turn that has begun."""

    def events(self) -> AsyncGenerator[ChatEvent]: ...

    async def settle(self) -> None:
        """Log what was sent, and give the permit back with what was used. Once, whatever happened."""
        ...

    async def keep(self, state: AnswerState) -> tuple[Conversation, tuple[Message, ...]]:
        """Store the turn, once. Raises NotFound where nothing was said, or the conversation is gone."""
        ...


@dataclass(frozen=True, slots=True)
class Chatting:
    """What a turn needs. What takes a while to load is asked for once the first event is out."""

    begin: Callable[[], Callable[[Chatting, Admitted], TurnUnderWay]]
    model: Callable[[], Model]
    facts: FactStore
    profiles: ProfileStore
    consents: ConsentReader
    budget: AiBudget
    access_log: AccessLog
    conversations: ConversationStore
    insights: InsightReader
    clock: Clock


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks. `language` None: as the question is written. `own_name` is hidden from the model."""

    text: str
    conversation_id: str | None = None
    language: Language | None = None
    own_name: str | None = None

    @property
    def of_code(self) -> Language:
        """The language of figures and of what code says."""
        if self.language is not None:
            return self.language
        return Language.HINDI if tongue_of(self.text) is Tongue.HINDI else Language.ENGLISH

    @property
    def of_help(self) -> Tongue:
        """What is said to whoever needs help: Hindi where it was chosen, else as the person writes."""
        return Tongue.HINDI if self.language is Language.HINDI else tongue_of(self.text)


@dataclass(frozen=True, slots=True)
class Admitted:
    """A question that will be answered. Without a `permit` the model is not asked."""

    uid: str
    question: Question
    conversation: Conversation
    granted: Granted
    at: datetime
    deadline: float  # the loop's time
    permit: TurnPermit | None = None
    known: KnownQuestion | None = None
    said: Said | None = None  # the whole answer, before any figure
