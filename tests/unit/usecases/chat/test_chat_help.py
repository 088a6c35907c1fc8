"""What the chat says to whoever needs help first. The model has no part in it."""

from __future__ import annotations

import pytest

from future_finance.domain.profile import Language
from future_finance.usecases.chat_history import REMEMBERED_TURNS
from future_finance.usecases.chatting import Question
from tests.chatting import Talk
from tests.fakes.scripted_model import ScriptedModel


@pytest.mark.parametrize(
    ("text", "language", "begins"),
    [
        ("Bank se phone aaya, OTP maang rahe hain", None, "Yeh fraud lagta hai."),
        ("Bank se phone aaya, OTP maang rahe hain", Language.ENGLISH, "Yeh fraud lagta hai."),
        ("Bank se phone aaya, OTP maang rahe hain", Language.HINDI, "यह धोखाधड़ी लगती है।"),
        ("मेरे साथ धोखा हुआ है", Language.ENGLISH, "यह धोखाधड़ी लगती है।"),
        ("I shared my OTP", Language.ENGLISH, "This sounds like fraud."),
        ("I shared my OTP", Language.HINDI, "यह धोखाधड़ी लगती है।"),
    ],
)
async def test_help_speaks_as_the_person_writes_or_in_the_hindi_they_chose(
    text: str, language: Language | None, begins: str
) -> None:
    told = await Talk(ScriptedModel()).ask(Question(text, language=language))
    assert told.text.startswith(begins)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("I am 16, how do I save?", "This service is for adults alone"),
        ("main 15 saal ka hoon, SIP kaise karun?", "Yeh service sirf adults ke liye hai"),
        ("मैं 16 साल का हूँ", "यह सेवा सिर्फ़ वयस्कों के लिए है"),
    ],
)
async def test_who_says_that_they_are_a_minor_is_answered_by_code_alone(text: str, begins: str) -> None:
    talk = Talk(model := ScriptedModel())
    assert (await talk.ask(text)).text.startswith(begins)
    assert model.asked == []
    assert talk.budget.spent == []
    assert talk.log.recorded == []


async def test_a_minors_conversation_stays_one_whatever_is_asked_next() -> None:
    talk = Talk(model := ScriptedModel())
    talk_id = (await talk.ask("I am 16")).conversation_id
    for number in range(REMEMBERED_TURNS + 2):
        told = await talk.ask(Question(f"What is my net worth? {number}", talk_id))
        assert told.text.startswith("This service is for adults alone")
    assert model.asked == []
    assert talk.budget.open == set()


async def test_a_minor_in_need_gets_help_first() -> None:
    told = await Talk(ScriptedModel()).ask("I am 16 and I want to die")
    assert "14416" in told.text
