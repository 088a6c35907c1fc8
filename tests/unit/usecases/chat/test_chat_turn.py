"""A turn of the chat, from the question to what is kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from future_finance.domain.consent import Scope
from future_finance.domain.conversation import (
    MOST_TURNS,
    AnsweredBy,
    AnswerState,
    Conversation,
    MessageType,
    Speaker,
)
from future_finance.domain.profile import Language
from future_finance.errors import (
    Conflict,
    ConsentMissing,
    ModelBlocked,
    ModelUnavailable,
    NotFound,
    QuotaSpent,
    Unavailable,
)
from future_finance.usecases.chat_events import Cited, Finished, Started, TextReleased, ToolUsed
from future_finance.usecases.chat_reply import MOST_ROUNDS
from future_finance.usecases.chat_tools import MOST_CALLS
from future_finance.usecases.chatting import Question
from future_finance.usecases.model import (
    Finish,
    ModelReply,
    ModelRequest,
    Role,
    TextPart,
    ToolCall,
    ToolResult,
    Usage,
)
from tests.chatting import NOW, UID, Talk
from tests.dossiers import of_person
from tests.fakes.scripted_model import ScriptedModel

OVERVIEW = ToolCall("c1", "overview", {}, signature=b"signed")
NET_WORTH = "Your net worth is ₹21,93,738 as of 23 Nov 2026."


def results_of(request: ModelRequest) -> list[ToolResult]:
    return [part for turn in request.turns for part in turn.parts if isinstance(part, ToolResult)]


async def test_events_come_in_order_and_the_end_is_what_was_said() -> None:
    talk = Talk(ScriptedModel([OVERVIEW], f"{NET_WORTH} Property is not in it."))
    told = await talk.ask("What is my net worth?")
    kinds = [type(event) for event in told.events]
    assert kinds == [Started, ToolUsed, TextReleased, Cited, TextReleased, Finished]
    question, answer = told.messages[:2]
    assert (question.speaker, question.text) == (Speaker.PERSON, "What is my net worth?")
    assert answer.text == told.text.strip() == f"{NET_WORTH} Property is not in it."
    assert list(talk.kept) == list(told.messages)


async def test_a_citation_leads_to_the_figure_its_formula_and_its_sources() -> None:
    told = await Talk(ScriptedModel([OVERVIEW], NET_WORTH)).ask("What is my net worth?")
    (cited,) = told.citations
    assert (cited.fact_id, cited.text, cited.value) == ("N01", "₹21,93,738", "2193738.00")
    assert cited.formula
    assert any(source.startswith("assets/") for source in cited.sources)
    assert set(cited.inputs) == {"N01A", "N01L"}
    assert told.messages[1].citations == (cited,)


async def test_it_says_who_worded_it_and_that_it_was_checked() -> None:
    told = await Talk(ScriptedModel([OVERVIEW], NET_WORTH)).ask("What is my net worth?")
    made = told.messages[1].provenance
    assert made is not None
    assert (made.answered_by, made.model, made.prompt_version) == (AnsweredBy.MODEL, "scripted-1", "chat/v1")
    assert made.checked
    assert told.messages[1].disclosures == ("not_advice",)


async def test_the_model_gets_its_call_back_with_the_result_and_the_signature() -> None:
    model = ScriptedModel([OVERVIEW], NET_WORTH)
    await Talk(model).ask("What is my net worth?")
    *_, said, result = model.asked[1].turns
    assert said.role is Role.MODEL
    assert said.parts == (OVERVIEW,)
    (answered,) = result.parts
    assert isinstance(answered, ToolResult)
    assert (answered.id, answered.name) == ("c1", "overview")


async def test_what_was_sent_is_logged_by_ids_and_scopes_alone() -> None:
    talk = Talk(ScriptedModel([OVERVIEW], NET_WORTH))
    await talk.ask("What is my net worth?")
    ((uid, access),) = talk.log.recorded
    assert uid == UID
    assert {"N01", "Q01"} <= set(access.fact_ids)
    assert access.scopes == {"assets", "liabilities", "credit_score", "epf"}
    assert (access.calls, access.usage) == (2, Usage(prompt=200, output=40))
    assert access.prompt_version == "chat/v1"


async def test_the_permit_is_given_back_with_what_was_used() -> None:
    talk = Talk(ScriptedModel([OVERVIEW], NET_WORTH))
    await talk.ask("What is my net worth?")
    assert talk.budget.open == set()
    assert talk.budget.spent == [Usage(prompt=200, output=40)]


async def test_a_conversation_goes_on_with_what_was_said_before() -> None:
    model = ScriptedModel([OVERVIEW], NET_WORTH, "It is what I said.")
    talk = Talk(model)
    first = await talk.ask("What is my net worth?")
    second = await talk.ask(Question("And what is in it?", first.conversation_id))
    assert second.conversation_id == first.conversation_id
    words = [part.text for turn in model.asked[-1].turns for part in turn.parts if isinstance(part, TextPart)]
    assert words[:2] == ["What is my net worth?", NET_WORTH]
    assert json.loads(words[2])["question"] == "And what is in it?"
    assert len(talk.kept) == 4


async def test_a_figure_of_an_earlier_answer_may_be_said_again() -> None:
    talk = Talk(ScriptedModel([OVERVIEW], NET_WORTH, f"As I said: {NET_WORTH}"))
    first = await talk.ask("What is my net worth?")
    second = await talk.ask(Question("Say it again", first.conversation_id))
    assert "₹21,93,738" in second.text
    assert [cited.fact_id for cited in second.citations] == ["N01"]


async def test_of_another_persons_conversation_there_is_nothing_and_the_model_is_not_asked() -> None:
    talk = Talk(ScriptedModel())
    talk.conversations.conversations["somebody"]["theirs"] = Conversation("theirs", "t", NOW, NOW, 1)
    with pytest.raises(NotFound):
        await talk.ask(Question("What is my net worth?", "theirs"))
    assert talk.budget.open == set()
    assert talk.kept == []


async def test_a_full_conversation_takes_no_more() -> None:
    talk = Talk(ScriptedModel())
    talk.conversations.conversations[UID]["full"] = Conversation("full", "t", NOW, NOW, MOST_TURNS)
    with pytest.raises(Conflict):
        await talk.ask(Question("What is my net worth?", "full"))


async def test_without_any_consent_nothing_is_read() -> None:
    talk = Talk(ScriptedModel())
    talk.consents.scopes = frozenset()
    with pytest.raises(ConsentMissing):
        await talk.ask("What is my net worth?")


async def test_a_spent_budget_is_said_before_anything_else() -> None:
    talk = Talk(ScriptedModel())
    talk.budget.refusal = QuotaSpent(retry_after_s=600)
    with pytest.raises(QuotaSpent):
        await talk.ask("What is my net worth?")


async def test_the_same_call_is_answered_once() -> None:
    twice = [OVERVIEW, ToolCall("c2", "overview", {})]
    model = ScriptedModel(twice, [ToolCall("c3", "overview", {})], NET_WORTH)
    talk = Talk(model)
    await talk.ask("What is my net worth?")
    first, second, third = results_of(model.asked[-1])
    assert first.content is second.content is third.content


async def test_a_model_that_never_stops_calling_is_stopped_and_the_person_gets_the_figures() -> None:
    endless = [[ToolCall(f"c{n}", "spending", {"month": f"20{n:02d}-01"})] for n in range(10, 30)]
    model = ScriptedModel([OVERVIEW], *endless)
    talk = Talk(model)
    told = await talk.ask("What is my net worth?")
    assert len(model.asked) == MOST_ROUNDS
    assert model.asked[-1].tools == ()
    assert "₹21,93,738" in told.text
    assert told.messages[1].state is AnswerState.COMPLETE


async def test_more_calls_than_a_turn_may_make_are_refused() -> None:
    many = [ToolCall(f"c{n}", "spending", {"month": f"19{n:02d}-01"}) for n in range(MOST_CALLS + 5)]
    model = ScriptedModel(many, "I do not know.")
    await Talk(model).ask("How much do I spend?")
    answers = [result.content.get("error") for result in results_of(model.asked[-1])]
    assert answers.count("too_many_calls") == 5


async def test_an_unknown_tool_and_bad_arguments_are_answers_with_a_hint() -> None:
    calls = [
        ToolCall("c1", "transfer_money", {"to": "me"}),
        ToolCall("c2", "spending", {"month": "October"}),
        ToolCall("c3", "transactions", {"category": "gifts to ministers"}),
    ]
    model = ScriptedModel(calls, "I do not know.")
    told = await Talk(model).ask("How much do I spend?")
    assert [result.content["error"] for result in results_of(model.asked[-1])] == [
        "no_such_tool", "invalid_arguments", "unknown_category",
    ]  # fmt: skip
    assert all(result.content["hint"] for result in results_of(model.asked[-1]))
    assert [status for _, status in told.tools] == ["error"] * 3


async def test_a_call_that_cannot_be_read_is_asked_for_again() -> None:
    malformed = ModelReply((), Finish.MALFORMED, Usage(1, 1), "scripted-1")
    model = ScriptedModel(malformed, [OVERVIEW], NET_WORTH)
    told = await Talk(model).ask("What is my net worth?")
    assert told.text.strip() == NET_WORTH


async def test_a_second_one_that_cannot_be_read_is_the_models_failure() -> None:
    malformed = ModelReply((), Finish.MALFORMED, Usage(1, 1), "scripted-1")
    model = ScriptedModel(malformed, malformed)
    told = await Talk(model).ask("What is my net worth?")
    assert len(model.asked) == 2
    assert "Net worth: ₹21,93,738" in told.text


async def test_a_cut_sentence_of_a_truncated_answer_is_not_shown() -> None:
    cut = ModelReply(
        (TextPart(f"{NET_WORTH} Your debts are ₹31,7"),), Finish.TRUNCATED, Usage(1, 1), "scripted-1"
    )
    told = await Talk(ScriptedModel([OVERVIEW], cut)).ask("What is my net worth?")
    assert told.text.startswith(f"{NET_WORTH} The answer was cut off. These are your figures:\n")
    assert "31,7 " not in told.text
    assert "Total debts: ₹31,700 (as of 23 Nov 2026)." in told.text


@pytest.mark.parametrize("failure", [ModelUnavailable(), ModelBlocked()])
async def test_when_the_model_fails_the_person_gets_the_figures_plainly(failure: Exception) -> None:
    told = await Talk(ScriptedModel(failure)).ask("What is my net worth?")
    assert "The assistant does not answer right now." in told.text
    assert "Net worth: ₹21,93,738 (as of 23 Nov 2026)." in told.text
    made = told.messages[1].provenance
    assert made is not None
    assert made.answered_by is AnsweredBy.CODE
    assert "N01" in {cited.fact_id for cited in told.citations}


async def test_and_in_hindi_where_the_question_is() -> None:
    told = await Talk(ScriptedModel(ModelUnavailable())).ask("मेरी नेट वर्थ कितनी है?")
    assert "नेट वर्थ: ₹21,93,738" in told.text
    assert "सहायक" in told.text


@pytest.mark.parametrize("failure", [ModelUnavailable(), ModelBlocked()])
async def test_where_no_figure_answers_the_failure_is_told_and_nothing_is_kept(failure: Exception) -> None:
    talk = Talk(ScriptedModel(failure))
    with pytest.raises(type(failure)):
        await talk.ask("Who wrote the Gitanjali?")
    assert talk.kept == []
    assert talk.budget.open == set()
    assert talk.budget.spent[0].total > 0
    assert len(talk.log.recorded) == 1


async def test_a_stream_that_is_cut_keeps_what_was_checked_and_goes_on_plainly() -> None:
    class Cut(ScriptedModel):
        async def stream(self, request: ModelRequest):  # type: ignore[no-untyped-def]
            if not results_of(request):
                async for item in super().stream(request):
                    yield item
                return
            yield TextPart(f"{NET_WORTH} ")
            yield TextPart("Your debts are ₹31,7")
            raise ModelUnavailable

    talk = Talk(Cut([OVERVIEW]))
    told = await talk.ask("What is my net worth?")
    assert told.text.startswith(NET_WORTH)
    assert "The answer was cut off." in told.text
    assert "₹31,7 " not in told.text
    assert told.messages[1].text == told.text.strip()


async def test_what_cannot_be_kept_is_said_to_be_so() -> None:
    talk = Talk(ScriptedModel([OVERVIEW], NET_WORTH))

    async def down(*arguments: object) -> None:
        raise Unavailable

    talk.conversations.add_turn = down  # type: ignore[assignment, method-assign]
    with pytest.raises(Unavailable):
        await talk.ask("What is my net worth?")
    assert talk.budget.open == set()


async def test_a_tool_without_consent_says_so_and_the_others_answer() -> None:
    calls = [ToolCall("c1", "credit", {}), ToolCall("c2", "retirement_fund", {})]
    model = ScriptedModel(calls, "You have not agreed to share your credit score.")
    talk = Talk(model)
    talk.consents.scopes = frozenset({Scope.EPF})
    told = await talk.ask("What is my score?")
    refused, fund = results_of(model.asked[-1])
    assert refused.content == {"unavailable": "consent", "scope": "credit_score"}
    assert fund.content["facts"]
    assert [status for _, status in told.tools] == ["unavailable", "ok"]


async def test_a_chart_of_facts_comes_as_a_message_of_its_own() -> None:
    history = ToolCall("c1", "net_worth_history", {"period": "1y"})
    told = await Talk(ScriptedModel([history], "It has changed over the months.")).ask("How has it grown?")
    chart = told.messages[-1]
    assert chart.type is MessageType.CHART
    assert chart.chart is not None
    assert len(chart.chart.points) == 12
    assert chart.disclosures == ("market_risk",)
    assert all(point.fact_id == f"P01:{point.at}" for point in chart.chart.points)


async def test_the_answer_speaks_as_asked() -> None:
    model = ScriptedModel("I see.", "Samajh gaya.", "ठीक है।")
    talk = Talk(model)
    await talk.ask(Question("What is a SIP?", language=Language.HINDI))
    await talk.ask("SIP kya hota hai?")
    await talk.ask("एसआईपी क्या है?")
    asked = [json.loads(request.turns[-1].parts[0].text) for request in model.asked]  # type: ignore[union-attr]
    assert [each["answerIn"] for each in asked] == [
        "Hindi in Devanagari", "the language of the question", "Hindi in Devanagari",
    ]  # fmt: skip
    assert asked[0]["today"] == "2026-11-24"


async def test_somebody_whose_account_is_being_erased_gets_no_answer() -> None:
    talk = Talk(ScriptedModel([OVERVIEW], NET_WORTH))
    talk.conversations.gone.add(UID)
    with pytest.raises(NotFound):
        await talk.ask("What is my net worth?")
    assert talk.kept == []


async def test_a_person_without_any_data_is_told_so() -> None:
    talk = Talk(ScriptedModel([OVERVIEW], "I do not have that yet."))
    assert talk.sheet is not None
    talk.sheet = replace(talk.sheet, facts={}, missing={})
    told = await talk.ask("What is my net worth?")
    assert told.text.strip() == "I do not have that yet."


async def test_why_something_is_missing_may_be_said_in_the_words_of_code() -> None:
    history = ToolCall("c1", "net_worth_history", {})

    def tell(request: ModelRequest) -> str:
        (gone,) = results_of(request)[0].content["missing"]
        return f"I cannot tell that yet. {gone['needs']}"

    talk = Talk(ScriptedModel([history], tell), papers=of_person("priya", 1))
    told = await talk.ask("Why did my net worth drop last month?")
    assert talk.sheet is not None
    assert talk.sheet.missing["N03"].needs in told.text


async def test_a_figure_does_not_say_its_period_twice() -> None:
    told = await Talk(ScriptedModel(ModelUnavailable())).ask("How much do I earn a month?")
    assert "Income a month: ₹" in told.text
    assert " a month (as of" not in told.text
