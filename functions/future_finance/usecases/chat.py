"""A question to one's own finances: admitted, answered, ended. What an answer takes is loaded after its first event."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import replace
from datetime import datetime

from future_finance.domain.consent import Purpose
from future_finance.domain.conversation import MOST_TURNS, AnswerState, Conversation, title_of
from future_finance.domain.known_questions import known_question
from future_finance.domain.local_date import local_date
from future_finance.domain.tongue import Said
from future_finance.domain.under_age import ADULTS_ALONE, says_under_age
from future_finance.domain.urgent_help import urgent_help
from future_finance.errors import AppError, Conflict, ConsentMissing, NotFound
from future_finance.usecases.chat_events import ChatEvent, Finished, Started
from future_finance.usecases.chatting import Admitted, Chatting, Question, TurnUnderWay
from future_finance.usecases.model import Usage

DEADLINE_S = 50.0


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
        said=_said_before_any_figure(question.text, now),
    )
    if admitted.said is not None or admitted.known is not None:
        return admitted
    if not granted.scopes:
        raise ConsentMissing
    return replace(admitted, permit=await chatting.budget.begin(uid, now))


def _said_before_any_figure(text: str, now: datetime) -> Said | None:
    """Help is for whoever needs it, at any age."""
    if (help := urgent_help(text)) is not None:
        return help.said
    return ADULTS_ALONE if says_under_age(text, local_date(now).year) else None


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
    turn: TurnUnderWay | None = None
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
