"""One turn of the chat: what code answers by itself, what the model is asked with, and what is logged and kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace

from future_finance.domain.advice_guard import review
from future_finance.domain.consent import Purpose
from future_finance.domain.conversation import (
    AnsweredBy,
    AnswerState,
    Conversation,
    Message,
    MessageType,
    Provenance,
    Speaker,
)
from future_finance.domain.known_questions import KnownQuestion
from future_finance.domain.local_date import local_date
from future_finance.domain.private_names import names_of
from future_finance.domain.profile import Language, Profile
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.domain.under_age import ADULTS_ALONE
from future_finance.errors import NotFound
from future_finance.usecases.ai_ports import AiAccess
from future_finance.usecases.chat_check import SentenceCheck
from future_finance.usecases.chat_events import ChatEvent, TextReleased
from future_finance.usecases.chat_history import (
    REMEMBERED_TURNS,
    fact_ids_of,
    said_in,
    turns_of,
    within,
)
from future_finance.usecases.chat_prompt import PROMPT, PROMPT_VERSION, question_turn
from future_finance.usecases.chat_reply import Reply
from future_finance.usecases.chat_sent import what_was_sent
from future_finance.usecases.chat_tools.desk import Desk, without_names
from future_finance.usecases.chat_tools.records import Records
from future_finance.usecases.chat_words import Line, line
from future_finance.usecases.chatting import Admitted, Chatting
from future_finance.usecases.model import Usage

UNKNOWN_MODEL = "unknown"  # none has answered yet
NOT_ADVICE = "not_advice"
MARKET_RISK = "market_risk"


class Turn:
    """A turn under way."""

    def __init__(self, chatting: Chatting, admitted: Admitted) -> None:
        self._chatting = chatting
        self._admitted = admitted
        self._text = ""
        self._reply: Reply | None = None
        self._desk: Desk | None = None
        self._remembered: Sequence[Message] = ()
        self._entry: str | None = None  # of the access log
        self._settled = False
        self._kept = False

    async def events(self) -> AsyncGenerator[ChatEvent]:
        said = await self._said_by_code()
        if said is not None:
            self._text = said
            yield TextReleased(said)
            return
        self._reply = reply = await self._prepared()
        if reply is None:
            self._text = ADULTS_ALONE.told(self._admitted.question.of_help)
            yield TextReleased(self._text)
            return
        async with aclosing(reply.happenings()) as happenings:
            async for happening in happenings:
                self._text = reply.told.text
                yield happening

    async def _said_by_code(self) -> str | None:
        admitted, language = self._admitted, self._admitted.question.of_code
        if admitted.said is not None:
            return admitted.said.told(admitted.question.of_help)
        match admitted.known:
            case KnownQuestion.WHAT_WAS_SENT:
                return await what_was_sent(self._chatting.access_log, admitted.uid, language)
            case KnownQuestion.NOT_YOURS:
                return line(Line.NOT_YOURS, language)
            case None:
                return None

    async def _prepared(self) -> Reply | None:
        """Facts with the names in them, and history, read at once.

        None where the conversation is one of somebody who says that they are no adult: that answer repeats itself.
        """
        admitted, question, uid = self._admitted, self._admitted.question, self._admitted.uid
        today = local_date(admitted.at)
        model = self._chatting.model()
        sheet, remembered, *_ = await asyncio.gather(
            self._chatting.facts.sheet(uid, today),
            self._history(),
            self._begin_log(),
            asyncio.to_thread(review, ""),  # its patterns are ready when the first sentence comes
        )
        if any(ADULTS_ALONE.is_said(message.text) for message in remembered):
            return None
        history = within(remembered, admitted.granted.scopes)
        pseudonyms = Pseudonyms(uid, names_of(sheet, question.own_name))
        consented = without_names(sheet.within(admitted.granted.scopes), pseudonyms)
        said = f"{said_in(history)}\n{question.text}"
        self._desk = desk = Desk(
            sheet=consented,
            records=Records(lambda: self._chatting.facts.dossier(uid, today), self._profile, pseudonyms),
            scopes=frozenset(admitted.granted.scopes),
            pseudonyms=pseudonyms,
            language=question.of_code,
            insights=lambda: self._chatting.insights.open(uid),
            said=said,
        )
        self._remembered = history
        check = SentenceCheck(said)
        earlier = {cited.fact_id for message in history for cited in message.citations}
        check.know(consented.facts[fact_id] for fact_id in sorted(earlier) if fact_id in consented.facts)
        answer_in = question.language or (Language.HINDI if question.of_code is Language.HINDI else None)
        turns = (*turns_of(history, pseudonyms), question_turn(question.text, today, answer_in, pseudonyms))
        return Reply(model, desk, check, turns, question.text, admitted.deadline)

    async def _profile(self) -> Profile:
        return (await self._chatting.profiles.get(self._admitted.uid)).profile

    async def _history(self) -> Sequence[Message]:
        conversation = self._admitted.conversation
        if not conversation.turns:
            return ()
        return await self._chatting.conversations.messages(self._admitted.uid, conversation, REMEMBERED_TURNS)

    async def settle(self) -> None:
        """Log what was sent, and give the permit back with what was used. Once, whatever happened."""
        if self._settled:
            return
        self._settled = True
        try:
            await self._end_log()
        finally:
            if self._admitted.permit is not None:
                usage = self._reply.usage if self._reply else Usage()
                await self._chatting.budget.end(self._admitted.permit, usage)

    async def _begin_log(self) -> None:
        """Before the model is asked: a turn that is killed leaves what it may have sent."""
        granted = self._admitted.granted
        self._entry = await self._chatting.access_log.begin(
            self._admitted.uid, self._access(frozenset(str(scope) for scope in granted.scopes))
        )

    async def _end_log(self) -> None:
        reply, desk = self._reply, self._desk
        if self._entry is None:
            return
        sent = None
        if reply is not None and desk is not None and reply.calls:
            sent = replace(
                self._access(desk.scopes_sent.union(*(message.scopes for message in self._remembered))),
                model=reply.model or UNKNOWN_MODEL,
                fact_ids=tuple(sorted(desk.fact_ids_sent.union(*map(fact_ids_of, self._remembered)))),
                rows_sent=desk.rows_sent,
                usage=reply.usage,
                calls=reply.calls,
            )
        await self._chatting.access_log.end(self._admitted.uid, self._entry, sent)

    def _access(self, scopes: frozenset[str]) -> AiAccess:
        return AiAccess(
            at=self._admitted.at,
            purpose=Purpose.CHAT,
            model=UNKNOWN_MODEL,
            prompt_version=f"{PROMPT}/{PROMPT_VERSION}",
            consent_version=self._admitted.granted.version,
            scopes=scopes,
            fact_ids=(),
            rows_sent=0,
            usage=Usage(),
            calls=0,
        )

    async def keep(self, state: AnswerState) -> tuple[Conversation, tuple[Message, ...]]:
        """Store the turn, once. Raises NotFound where nothing was said, or the conversation is gone."""
        if self._kept or not self._text.strip():
            raise NotFound
        self._kept = True
        return await self._chatting.conversations.add_turn(
            self._admitted.uid,
            self._admitted.conversation,
            self._messages(state),
            self._admitted.granted.version,
            self._chatting.clock.now(),
        )

    def _scopes(self) -> tuple[str, ...]:
        """Of all that the model was shown, and of facts that code stated or an earlier answer had."""
        reply, desk = self._reply, self._desk
        if reply is None or desk is None:
            return ()
        cited = [fact for fact_id in reply.told.citations if (fact := desk.sheet.get(fact_id)) is not None]
        return tuple(sorted(desk.scopes_sent.union(*(fact.scopes for fact in cited))))

    def _messages(self, state: AnswerState) -> list[Message]:
        at, reply = self._admitted.at, self._reply
        messages = [
            Message(Speaker.PERSON, MessageType.TEXT, at, self._admitted.question.text),
            Message(
                Speaker.ASSISTANT,
                MessageType.TEXT,
                at,
                self._text.strip(),
                state,
                citations=tuple(reply.told.citations.values()) if reply else (),
                provenance=_provenance(reply),
                disclosures=(NOT_ADVICE,),
                scopes=self._scopes(),
            ),
        ]
        if reply is None or state is AnswerState.STOPPED:
            return messages
        if reply.chart is not None:
            risk = (MARKET_RISK,) if reply.chart.investments else ()
            messages.append(
                Message(Speaker.ASSISTANT, MessageType.CHART, at, chart=reply.chart, disclosures=risk)
            )
        if reply.insight_ids:
            messages.append(
                Message(Speaker.ASSISTANT, MessageType.INSIGHT, at, insight_ids=reply.insight_ids)
            )
        return messages


def _provenance(reply: Reply | None) -> Provenance:
    if reply is None or reply.told.answered_by is AnsweredBy.CODE:
        return Provenance(AnsweredBy.CODE)
    return Provenance(AnsweredBy.MODEL, reply.model, reply.stand_in, f"{PROMPT}/{PROMPT_VERSION}")
