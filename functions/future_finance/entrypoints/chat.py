"""POST /api/chat: a question about one's own money, answered as JSON or as it is made."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, Literal

from pydantic import StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.conversation import LONGEST_MESSAGE
from future_finance.domain.profile import Language
from future_finance.domain.text import clean
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, Id, parse_body
from future_finance.entrypoints.chat_view import answer_view, citation_view
from future_finance.entrypoints.event_stream import EventStream, ServerEvent, wants_events
from future_finance.entrypoints.request import query_of, require_method
from future_finance.errors import AppError, InvalidInput
from future_finance.usecases.chat import admit, answer
from future_finance.usecases.chat_events import ChatEvent, Cited, Finished, Started, TextReleased, ToolUsed
from future_finance.usecases.chatting import Admitted, Chatting, Question
from future_finance.usecases.event import Event, report


class NewMessage(Body):
    """Body of POST /api/chat. Without a conversationId a conversation is begun; without a language the answer
    speaks as the question does. Words of help do so in any case, unless the language is Hindi."""

    message: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_MESSAGE)]
    conversation_id: Id | None = None
    language: Literal["en", "hi"] | None = None


async def chat(request: Request, user: User) -> Response:
    """POST /api/chat; server-sent events where the caller accepts them."""
    require_method(request, "POST")
    query_of(request, ())
    body = await parse_body(request, NewMessage)
    text = clean(body.message, LONGEST_MESSAGE)
    if not text:
        raise InvalidInput(details={"fields": [{"path": "message", "problem": "empty"}]})
    chatting = Chatting(
        begin=bootstrap.chat_turn,
        model=bootstrap.model,
        facts=bootstrap.fact_store(),
        profiles=bootstrap.profile_store(),
        consents=bootstrap.consents(),
        budget=bootstrap.ai_budget(),
        access_log=bootstrap.access_log(),
        conversations=bootstrap.conversation_store(),
        insights=bootstrap.insight_store(),
        clock=bootstrap.clock(),
    )
    language = None if body.language is None else Language(body.language)
    question = Question(text, body.conversation_id, language, user.name)
    admitted = await admit(chatting, user.uid, question)
    if wants_events(request):
        return EventStream(_events(chatting, admitted))
    async with aclosing(answer(chatting, admitted)) as events:
        async for event in events:
            if isinstance(event, Finished):
                return json_response(answer_view(event.conversation, event.messages))
    raise AppError


async def _events(chatting: Chatting, admitted: Admitted) -> AsyncGenerator[ServerEvent]:
    started, silent = time.perf_counter(), True
    async with aclosing(answer(chatting, admitted)) as events:
        async for event in events:
            if silent and isinstance(event, TextReleased):
                silent = False
                report(Event.FIRST_TOKEN, duration_s=round(time.perf_counter() - started, 3))
            yield _told(event)


def _told(event: ChatEvent) -> ServerEvent:
    match event:
        case Started(conversation_id, language):
            return ServerEvent("start", {"conversationId": conversation_id, "language": language})
        case ToolUsed(name, status):
            return ServerEvent("tool", {"name": name, "status": status})
        case TextReleased(text):
            return ServerEvent("delta", {"text": text})
        case Cited(citation):
            return ServerEvent("citation", {**citation_view(citation)})
        case Finished(conversation, messages):
            return ServerEvent("done", {**answer_view(conversation, messages)})
