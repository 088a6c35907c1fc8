"""What goes to the model: no names, no private numbers, no narrations, and only what was agreed to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.consent import Scope
from future_finance.domain.dossier import Dossier
from future_finance.domain.private_names import names_of, private_names, telling
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.usecases.chat import admit, answer
from future_finance.usecases.chat_tools import BY_NAME
from future_finance.usecases.chatting import Question
from future_finance.usecases.model import ModelRequest, ToolCall, ToolResult
from tests.chatting import UID, Talk
from tests.dossiers import of_person
from tests.fakes.scripted_model import ScriptedModel

PEOPLE = ("aarav", "priya", "rohan", "meenakshi", "farida", "harpreet", "lakshmi", "kabir")
EVERY_TOOL = [ToolCall(f"c{n}", name, {}) for n, name in enumerate(BY_NAME)] + [
    ToolCall("a1", "assets", {"about": "funds"}),
    ToolCall("a2", "assets", {"about": "shares"}),
    ToolCall("s1", "spending", {"month": "2026-10"}),
    ToolCall("t1", "transactions", {"month": "2026-10"}),
    ToolCall("t2", "transactions", {"direction": "in"}),
]


def names_in(talk: Talk) -> frozenset[str]:
    assert talk.sheet is not None
    return names_of(talk.sheet, "Priya Nair")


@pytest.mark.parametrize("slug", PEOPLE)
async def test_no_name_and_no_narration_of_anybody_is_sent(slug: str) -> None:
    model = ScriptedModel(EVERY_TOOL, "That is what there is.")
    talk = Talk(model, papers=of_person(slug))
    await talk.ask(Question("Show me everything", own_name="Priya Nair"))
    sent = repr(model.asked[-1].turns).casefold()
    assert [name for name in names_in(talk) if name.casefold() in sent] == []
    narrations = {row.narration for row in talk.papers.rows if len(row.narration) > 12}
    assert [narration for narration in narrations if narration.casefold() in sent] == []


async def test_a_payee_comes_back_by_name_to_the_person_alone() -> None:
    papers = of_person("priya")
    cashbook = read_rows(papers)
    paid = next(e for e in cashbook.entries if e.payee and not e.brand and not e.institution)
    talk = Talk(ScriptedModel(), papers=papers)
    hidden = Pseudonyms(UID, names_in(talk))

    def tell(request: ModelRequest) -> str:
        return f"You paid {hidden.of(str(paid.payee))}."

    talk.model = ScriptedModel([ToolCall("c1", "transactions", {"search": hidden.of(str(paid.payee))})], tell)
    told = await talk.ask(f"How much did I pay {paid.payee}?")
    assert str(paid.payee) in told.text
    assert "Person " not in told.text
    assert str(paid.payee).casefold() not in repr(talk.model.asked).casefold()
    found = [
        part for turn in talk.model.asked[-1].turns for part in turn.parts if isinstance(part, ToolResult)
    ]
    assert found[0].content["found"] > 0


async def test_a_pseudonym_that_the_model_made_up_names_nobody() -> None:
    told = await Talk(ScriptedModel("You paid Person QQQ.")).ask("Whom did I pay?")
    assert told.text.strip() == "You paid someone."


async def test_phone_and_account_numbers_of_a_question_stay_here() -> None:
    model = ScriptedModel("I cannot look that up.")
    talk = Talk(model)
    await talk.ask(
        Question("I am Priya Nair, 98765 43210, a/c 123456789012. Who am I?", own_name="Priya Nair")
    )
    sent = repr(model.asked)
    assert not any(each in sent for each in ("Priya", "Nair", "98765", "123456789012"))
    assert talk.kept[0].text.startswith("I am Priya Nair")


@pytest.mark.parametrize("scope", Scope)
async def test_without_a_scope_none_of_its_figures_leaves(scope: Scope) -> None:
    model = ScriptedModel(EVERY_TOOL, "That is what there is.")
    talk = Talk(model)
    talk.consents.scopes = frozenset(Scope) - {scope}
    await talk.ask("Show me everything")
    ((_, access),) = talk.log.recorded
    assert scope not in access.scopes
    assert talk.sheet is not None
    for fact_id in access.fact_ids:
        fact = talk.sheet.get(fact_id)
        assert fact is None or scope not in fact.scopes
    assert (scope is Scope.TRANSACTIONS) == (access.rows_sent == 0)


async def test_an_earlier_answer_is_forgotten_when_its_scope_is_taken_back() -> None:
    talk = Talk(
        ScriptedModel([ToolCall("c1", "credit", {})], "Your credit score is 791.", "Hello.", "Hello.")
    )
    first = await talk.ask("What is my credit score?")
    assert "791" in first.text
    assert isinstance(talk.model, ScriptedModel)
    await talk.ask(Question("Thanks", first.conversation_id))
    assert "791" in repr(talk.model.asked[-1].turns)
    talk.consents.scopes = frozenset(Scope) - {Scope.CREDIT_SCORE}
    await talk.ask(Question("Thanks again", first.conversation_id))
    sent = repr(talk.model.asked[-1].turns)
    assert "791" not in sent
    assert "credit score" not in sent
    assert "Thanks" in sent


async def test_figures_of_earlier_answers_that_are_sent_again_are_logged_again() -> None:
    talk = Talk(ScriptedModel([ToolCall("c1", "credit", {})], "Your credit score is 791.", "Hello."))
    first = await talk.ask("What is my credit score?")
    await talk.ask(Question("Thanks", first.conversation_id))
    _, again = talk.log.recorded
    assert "C01" in again[1].fact_ids
    assert Scope.CREDIT_SCORE in again[1].scopes


async def test_the_user_id_is_the_sessions_whatever_the_model_says() -> None:
    model = ScriptedModel([ToolCall("c1", "overview", {"uid": "someone-else", "user": "rohan"})], "Fine.")
    talk = Talk(model)
    told = await talk.ask("What is my net worth?")
    assert told.tools == [("overview", "ok")]
    assert talk.log.recorded[0][0] == UID
    assert "someone-else" not in repr([tool.parameters for tool in model.asked[0].tools])


async def test_a_first_name_in_a_question_is_hidden_where_the_payee_is_known_by_the_whole_one() -> None:
    """And the rows of that person are found with it."""
    model = ScriptedModel("Fine.")
    talk = Talk(model)
    assert talk.sheet is not None
    talk.sheet = replace(talk.sheet, names=talk.sheet.names | {"GEETHA RAMESH"})
    await talk.ask("How much did I send to Geetha since January?")
    sent = model.asked[0].turns[-1].parts[0].text  # type: ignore[union-attr]
    assert "geetha" not in sent.casefold()
    assert "Person " in sent


async def test_names_of_rows_that_came_after_the_facts_are_hidden_too() -> None:
    model = ScriptedModel([ToolCall("c1", "transactions", {})], "Fine.")
    talk = Talk(model)
    assert talk.sheet is not None
    talk.sheet = replace(talk.sheet, names=frozenset())
    await talk.ask("Show my payments")
    sent = repr(model.asked[-1].turns).casefold()
    cashbook = read_rows(talk.papers)
    payees = telling(private_names(cashbook, talk.papers.portfolio))
    assert payees
    assert not [name for name in payees if name.casefold() in sent]


async def test_rows_are_read_by_the_tools_alone_that_need_them() -> None:
    for call, reads in ((ToolCall("c1", "overview", {}), 0), (ToolCall("c1", "transactions", {}), 1)):
        talk = Talk(ScriptedModel([call, replace(call, id="c2")], "Fine."))
        facts = talk.chatting.facts
        read: list[str] = []

        async def dossier(uid: str, today: date, read: list[str] = read, talk: Talk = talk) -> Dossier:
            read.append(uid)
            return talk.papers

        facts.dossier = dossier  # type: ignore[method-assign]
        admitted = await admit(replace(talk.chatting, facts=facts), UID, Question("Show me"))
        async for _ in answer(replace(talk.chatting, facts=facts), admitted):
            pass
        assert len(read) == reads
