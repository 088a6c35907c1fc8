"""A person who leaves, and a model that is too slow: what was shown is kept, and the budget is given back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from future_finance.domain.consent import Scope
from future_finance.domain.conversation import AnswerState
from future_finance.errors import Conflict, NotFound
from future_finance.usecases import chat
from future_finance.usecases.ai_ports import AiAccess
from future_finance.usecases.chat import admit, answer
from future_finance.usecases.chat_events import ChatEvent, Finished, Started, TextReleased
from future_finance.usecases.chatting import Question
from future_finance.usecases.model import ModelRequest, StreamItem, TextPart, ToolCall
from tests.chatting import UID, Talk
from tests.fakes.scripted_model import ScriptedModel

OVERVIEW = ToolCall("c1", "overview", {})
NET_WORTH = "Your net worth is ₹21,93,738. "


class Hanging(ScriptedModel):
    """Says one sentence and the beginning of another, and then nothing more."""

    def __init__(self) -> None:
        super().__init__([OVERVIEW], "")
        self.closed = False
        self.waiting = asyncio.Event()

    async def stream(self, request: ModelRequest) -> AsyncIterator[StreamItem]:
        if len(request.turns) == 1:
            async for item in super().stream(request):
                yield item
            return
        try:
            yield TextPart(NET_WORTH + "And your")
            self.waiting.set()
            await asyncio.Event().wait()
        finally:
            self.closed = True


async def test_who_leaves_stops_the_model_and_keeps_what_was_shown() -> None:
    model = Hanging()
    talk = Talk(model)
    admitted = await admit(talk.chatting, UID, Question("What is my net worth?"))
    events = answer(talk.chatting, admitted)
    async for event in events:
        if isinstance(event, TextReleased):
            break
    await events.aclose()
    assert model.closed
    _, kept = talk.kept
    assert (kept.text, kept.state) == (NET_WORTH.strip(), AnswerState.STOPPED)
    assert [cited.fact_id for cited in kept.citations] == ["N01"]
    assert talk.budget.open == set()
    assert talk.budget.spent[0].total > 0
    assert len(talk.log.recorded) == 1


async def test_a_turn_that_is_killed_while_the_model_speaks_is_in_the_log_of_what_was_sent() -> None:
    """The process is gone: nothing after the model's call runs any more."""
    model = Hanging()
    talk = Talk(model)
    admitted = await admit(talk.chatting, UID, Question("What is my net worth?"))
    events = answer(talk.chatting, admitted)
    async for event in events:
        if isinstance(event, TextReleased):
            break
    ((owner, begun),) = talk.log.recorded
    assert (owner, begun.calls, begun.usage.total) == (UID, 0, 0)
    assert begun.scopes == {str(scope) for scope in Scope}
    await events.aclose()
    ((_, ended),) = talk.log.recorded
    assert ended.calls == 2
    assert ended.usage.total > 0
    assert ended.scopes < begun.scopes


async def test_a_turn_that_cannot_be_logged_asks_no_model() -> None:
    model = ScriptedModel("Fine.")
    talk = Talk(model)

    async def gone(uid: str, access: AiAccess) -> str:
        raise NotFound

    talk.log.begin = gone  # type: ignore[method-assign]
    with pytest.raises(NotFound):
        await talk.ask("What is my net worth?")
    assert model.asked == []
    assert talk.budget.open == set()


async def test_a_turn_that_is_cancelled_in_the_midst_of_the_model_ends_the_same() -> None:
    model = Hanging()
    talk = Talk(model)
    admitted = await admit(talk.chatting, UID, Question("What is my net worth?"))

    async def all_of_it() -> list[ChatEvent]:
        return [event async for event in answer(talk.chatting, admitted)]

    running = asyncio.create_task(all_of_it())
    await model.waiting.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert model.closed
    assert [message.state for message in talk.kept] == [AnswerState.COMPLETE, AnswerState.STOPPED]
    assert talk.budget.open == set()


async def test_who_leaves_before_a_word_leaves_nothing_behind() -> None:
    talk = Talk(Hanging())
    admitted = await admit(talk.chatting, UID, Question("What is my net worth?"))
    events = answer(talk.chatting, admitted)
    assert isinstance(await anext(events), Started)
    await events.aclose()
    assert talk.kept == []
    assert talk.budget.open == set()


async def test_who_leaves_after_the_end_has_the_whole_answer_once() -> None:
    talk = Talk(ScriptedModel([OVERVIEW], NET_WORTH))
    admitted = await admit(talk.chatting, UID, Question("What is my net worth?"))
    events = answer(talk.chatting, admitted)
    async for event in events:
        if isinstance(event, Finished):
            break
    await events.aclose()
    assert [message.state for message in talk.kept] == [AnswerState.COMPLETE] * 2
    assert len(talk.budget.spent) == len(talk.log.recorded) == 1


async def test_the_turn_has_a_deadline_and_ends_with_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "DEADLINE_S", 0.3)
    talk = Talk(Hanging())
    told = await talk.ask("What is my net worth?")
    assert told.text.startswith(NET_WORTH)
    assert "This takes too long to word." in told.text
    assert told.messages[1].state is AnswerState.COMPLETE


async def test_the_first_event_comes_before_anything_is_read() -> None:
    talk = Talk(ScriptedModel())
    admitted = await admit(talk.chatting, UID, Question("What is my net worth?"))
    broken = talk.chatting.facts

    async def never(*arguments: object) -> None:
        raise AssertionError("facts were read")

    broken.sheet = never  # type: ignore[assignment, method-assign]
    events = answer(talk.chatting, admitted)
    assert isinstance(await anext(events), Started)
    await events.aclose()


async def test_a_sentence_is_shown_before_the_next_one_is_finished() -> None:
    talk = Talk(Hanging())
    admitted = await admit(talk.chatting, UID, Question("What is my net worth?"))
    events = answer(talk.chatting, admitted)
    async for event in events:
        if isinstance(event, TextReleased):
            assert event.text == NET_WORTH
            break
    await events.aclose()


async def test_an_answer_is_kept_only_under_the_consents_it_was_asked_under() -> None:
    """Taken back and given again while the model thinks: the scopes are the same, the consent is not."""

    def meanwhile(request: ModelRequest) -> str:
        talk.consents.version += 2
        talk.conversations.consent_version += 2
        return NET_WORTH

    talk = Talk(ScriptedModel([OVERVIEW], meanwhile))
    with pytest.raises(Conflict):
        await talk.ask("What is my net worth?")
    assert talk.kept == []
    assert talk.budget.open == set()
    talk.model = ScriptedModel([OVERVIEW], NET_WORTH)
    await talk.ask("What is my net worth?")
    assert [each.text for each in talk.kept][1:] == [NET_WORTH.strip()]
