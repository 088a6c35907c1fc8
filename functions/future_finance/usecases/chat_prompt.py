"""What the model is told of the chat: the same for everybody first, the person's own last."""

from __future__ import annotations

import json
from datetime import date

from future_finance.domain.private_numbers import masked
from future_finance.domain.profile import Language
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.usecases.model import Role, TextPart, Turn
from future_finance.usecases.prompts import prompt

PROMPT = "chat"
PROMPT_VERSION = "v1"
_NAMES = {Language.ENGLISH: "English", Language.HINDI: "Hindi in Devanagari"}
SYSTEM = prompt(PROMPT, PROMPT_VERSION)


def question_turn(question: str, today: date, answer_in: Language | None, pseudonyms: Pseudonyms) -> Turn:
    """The question with what it needs to be understood; names and private numbers stay here.

    `answer_in` None: the answer speaks as the question does.
    """
    asked = {
        "today": today.isoformat(),
        "answerIn": "the language of the question" if answer_in is None else _NAMES[answer_in],
        "question": pseudonyms.hide_said(masked(question)),
    }
    return Turn(Role.USER, (TextPart(json.dumps(asked, ensure_ascii=False)),))
