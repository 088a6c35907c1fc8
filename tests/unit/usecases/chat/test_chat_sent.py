"""What was sent to the model is told from the log."""

from __future__ import annotations

from dataclasses import replace

from future_finance.domain.consent import Purpose
from future_finance.usecases.model import ToolCall
from tests.chatting import Talk
from tests.fakes.scripted_model import ScriptedModel


async def test_it_names_the_day_the_model_the_figures_and_the_rows() -> None:
    calls = [ToolCall("c1", "overview", {}), ToolCall("c2", "transactions", {"month": "2026-10"})]
    talk = Talk(ScriptedModel(calls, "Fine."))
    await talk.ask("What is my net worth?")
    told = await talk.ask("What did you send to Google?")
    assert told.text.startswith("This went to Google's Gemini lately")
    assert "24 Nov 2026, scripted-1" in told.text
    assert "Net worth" in told.text
    assert "bank rows (under pseudonyms): 15" in told.text
    assert talk.kept[-1].text == told.text


async def test_a_turn_that_was_cut_off_is_told_as_one() -> None:
    talk = Talk(ScriptedModel([ToolCall("c1", "overview", {})], "Fine."))
    await talk.ask("What is my net worth?")
    ((owner, access),) = talk.log.recorded
    talk.log.recorded = [(owner, replace(access, calls=0, fact_ids=()))]
    told = await talk.ask("What did you send to Google?")
    assert "24 Nov 2026: begun and cut off" in told.text


async def test_in_hindi_too() -> None:
    talk = Talk(ScriptedModel([ToolCall("c1", "overview", {})], "ठीक है।"))
    await talk.ask("मेरी नेट वर्थ कितनी है?")
    told = await talk.ask("गूगल को क्या भेजा?")
    assert "नेट वर्थ" in told.text


async def test_to_ask_for_it_sends_nothing_and_costs_nothing() -> None:
    talk = Talk(ScriptedModel())
    told = await talk.ask("What did you send to Google?")
    assert told.text == "Nothing of yours has been sent to Google's Gemini so far."
    assert talk.log.recorded == []
    assert talk.budget.spent == []


async def test_nobody_elses_log_is_told() -> None:
    talk = Talk(ScriptedModel([ToolCall("c1", "overview", {})], "Fine."))
    await talk.ask("What is my net worth?")
    talk.log.recorded = [("somebody-else", access) for _, access in talk.log.recorded]
    told = await talk.ask("What did you send to Google?")
    assert told.text.startswith("Nothing of yours")


async def test_of_insights_no_question_is_said_to_have_been_sent() -> None:
    talk = Talk(ScriptedModel([ToolCall("c1", "overview", {})], "Fine."))
    await talk.ask("What is my net worth?")
    ((owner, access),) = talk.log.recorded
    talk.log.recorded = [(owner, access), (owner, replace(access, purpose=Purpose.INSIGHTS))]
    told = await talk.ask("What did you send to Google?")
    assert told.text.count("your question") == 1
    assert told.text.count("Net worth") == 2
