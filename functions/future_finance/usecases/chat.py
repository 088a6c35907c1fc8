"""A question to one's own finances: admitted, answered, ended. What an answer takes is loaded after its first event."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from future_finance.domain.consent import Granted, Purpose
from future_finance.domain.conversation import MOST_TURNS, AnswerState, Conversation, title_of
from future_finance.domain.known_questions import KnownQuestion, known_question
from future_finance.domain.profile import Language
from future_finance.domain.urgent_help import Help, urgent_help
from future_finance.errors import AppError, Conflict, ConsentMissing, NotFound
from future_finance.usecases.ai_ports import AccessLog, AiBudget, ConsentReader, FactStore, TurnPermit
from future_finance.usecases.chat_events import ChatEvent, Finished, Started
from future_finance.usecases.model import Model, Usage

if TYPE_CHECKING:
    from future_finance.usecases.chat_ports import ConversationStore, InsightReader
    from future_finance.usecases.chat_turn import Turn
    from future_finance.usecases.ports import Clock, ProfileStore

DEADLINE_S = 50.0
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


@dataclass(frozen=True, slots=True)
class Chatting:
    """What a turn needs. What takes a while to load is asked for once the first event is out."""

    begin: Callable[[], type[Turn]]
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
        return Language.HINDI if _DEVANAGARI.search(self.text) else Language.ENGLISH


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
    help: Help | None = None


async def admit(chatting: Chatting, uid: str, question: Question) -> Admitted:
    """Nothing is computed and the model is not asked yet.

    Raises NotFound (no such conversation of this user), Conflict (it is full), ConsentMissing, QuotaSpent,
    TurnsInFlight, AiStopped.
    """
    now = chatting.clock.now()
    deadline = asyncio.get_running_loop().time() + DEADLINE_S
    conversation, granted = await asyncio.gather(
        _conversation(chatting, uid, question, now), chatting.consents.granted(uid, Purpose.CHAT, now)
    )
    admitted = Admitted(
        uid,
        question,
        conversation,
        granted,
        now,
        deadline,
        known=known_question(question.text),
        help=urgent_help(question.text),
    )
    if admitted.help is not None or admitted.known is not None:
        return admitted
    if not granted.scopes:
        raise ConsentMissing
    return replace(admitted, permit=await chatting.budget.begin(uid, now))


async def _conversation(chatting: Chatting, uid: str, question: Question, now: datetime) -> Conversation:
    if question.conversation_id is None:
        return Conversation(secrets.token_hex(12), title_of(question.text), now, now)
    found = await chatting.conversations.get(uid, question.conversation_id, now)
    if found is None:
        raise NotFound
    if found.turns >= MOST_TURNS:
        raise Conflict("This conversation is full. Begin a new one.")
    return found


async def answer(chatting: Chatting, admitted: Admitted) -> AsyncGenerator[ChatEvent]:
    """The turn's events. Kept whole at its end; where the person leaves, what was shown by then is kept.

    Raises AppError where there is no answer at all; then nothing is kept.
    """
    turn: Turn | None = None
    try:
        yield Started(admitted.conversation.id, admitted.question.of_code.value)
        turn = chatting.begin()(chatting, admitted)
        async with aclosing(turn.events()) as events:
            async for event in events:
                yield event
        await turn.settle()
        conversation, messages = await turn.keep(AnswerState.COMPLETE)
        yield Finished(conversation, messages)
    except (asyncio.CancelledError, GeneratorExit):
        if turn is not None:
            with suppress(AppError):
                await turn.settle()
                await turn.keep(AnswerState.STOPPED)
        raise
    finally:
        with suppress(AppError):
            if turn is not None:
                await turn.settle()
            elif admitted.permit is not None:
                await chatting.budget.end(admitted.permit, Usage())
