"""What the chat says to whoever needs help first. The model has no part in it."""

from __future__ import annotations

import pytest

from future_finance.domain.profile import Language
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
