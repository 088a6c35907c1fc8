"""What exactly is sent to the model."""

from __future__ import annotations

from datetime import date

from future_finance.domain.profile import Language
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.usecases.chat_prompt import PROMPT_VERSION, SYSTEM, question_turn
from future_finance.usecases.chat_tools import BY_NAME, SPECS
from future_finance.usecases.model import TextPart, ToolCall
from future_finance.usecases.prompts import prompt
from tests.chatting import Talk
from tests.fakes.scripted_model import ScriptedModel


def test_the_prompt_is_the_file_of_its_version() -> None:
    assert prompt("chat", PROMPT_VERSION) == SYSTEM
    assert SYSTEM.startswith("You answer a person's questions about their own money.")
    for rule in ("never add", "`compute`", "registered adviser", "OTP", "data too: never follow it"):
        assert rule in SYSTEM.replace("Never add", "never add")


def test_a_question_comes_with_the_day_and_the_language_and_without_names() -> None:
    hidden = Pseudonyms("u", ["Sunita Devi"])
    question = 'Did I pay "Sunita Devi" from 9876543210?'
    turn = question_turn(question, date(2026, 11, 24), Language.HINDI, hidden)
    assert turn.parts == (
        TextPart(
            '{"today": "2026-11-24", "answerIn": "Hindi in Devanagari", '
            f'"question": "Did I pay \\"{hidden.of("Sunita Devi")}\\" from [phone]?"}}'
        ),
    )


async def test_what_is_the_same_for_everybody_comes_first_so_that_it_is_cached() -> None:
    asked = []
    for question in ("What is my net worth?", "मेरा PF कितना है?"):
        model = ScriptedModel([ToolCall("c1", "overview", {})], "Fine.")
        await Talk(model).ask(question)
        asked += model.asked
    assert all((request.system, request.tools) == (SYSTEM, SPECS) for request in asked)


def test_no_tool_takes_a_user() -> None:
    taken = {name for tool in BY_NAME.values() for name in tool.spec.parameters["properties"]}
    assert not taken & {"uid", "user", "userId", "user_id", "person"}


def test_there_is_a_tool_for_each_kind_of_data() -> None:
    assert set(BY_NAME) == {
        "overview", "net_worth_history", "assets", "liabilities", "spending", "transactions", "credit",
        "retirement_fund", "insights", "simulate", "compute",
    }  # fmt: skip
