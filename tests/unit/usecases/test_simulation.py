"""Simulating from words: what is sent, what is logged, and what comes of bad answers."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.facts import FactSheet
from future_finance.domain.money import minor_of
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.scenario import RupeeChange, SipChange
from future_finance.errors import (
    AdultsOnly,
    AiStopped,
    ConsentMissing,
    InvalidInput,
    ModelUnavailable,
    NotUnderstood,
)
from future_finance.usecases.model import Finish, ModelReply, TextPart, Usage
from future_finance.usecases.scenario_words import KINDS, required_fields, scenario_schema
from future_finance.usecases.simulation import Simulating, simulate_for_chat, simulate_scenario
from future_finance.usecases.simulation_words import Interpreting, as_said, request_of
from tests.fakes.ai import InMemoryAccessLog, InMemoryBudget, InMemoryConsents, InMemoryFacts
from tests.fakes.clock import FixedClock
from tests.fakes.profile import InMemoryProfileStore
from tests.fakes.scripted_model import Say, ScriptedModel
from tests.sheets import TODAY, TWO_LOANS

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
SIP: dict[str, Any] = {"kind": "sip_change", "extraMonth": 5000, "years": 10}
ASKED = "SIP 5000 badha dun to 10 saal mein?"


class Room:
    """Everything that a simulation touches."""

    def __init__(self, *script: Say, scopes: frozenset[Scope] = frozenset(Scope)) -> None:
        self.model = ScriptedModel(*script)
        self.budget, self.access = InMemoryBudget(), InMemoryAccessLog()
        self.consents = InMemoryConsents(scopes, version=3)
        self.simulating = Simulating(
            InMemoryFacts(TWO_LOANS), InMemoryProfileStore(), self.consents, FixedClock(NOW)
        )
        self.interpreting = Interpreting(self.model, self.budget, self.access)

    async def ask(self, text: str = ASKED) -> Any:
        return await self.interpreting.simulate(self.simulating, "u1", text)


async def test_words_become_a_scenario_that_is_said_back() -> None:
    room = Room(json.dumps(SIP))
    understood, found = await room.ask()
    assert understood.scenario == SipChange(extra_month=RupeeChange(amount_minor=5_000_00), years=10)
    assert understood.guessed == ()
    assert found.understood_as.en == "₹5,000 more in SIPs a month, for 10 years."
    assert found.done


async def test_the_same_form_and_the_same_words_give_the_same_result() -> None:
    _, asked = await Room(json.dumps(SIP)).ask()
    assert asked == simulate_for_chat(TWO_LOANS, Profile(), SIP, TODAY)


async def test_nothing_but_the_words_is_sent_and_numbers_that_name_somebody_are_masked() -> None:
    room = Room(json.dumps(SIP))
    await room.ask(f"{ASKED} call me on 98765 43210")
    (request,) = room.model.asked
    (part,) = request.turns[0].parts
    assert isinstance(part, TextPart)
    assert json.loads(part.text) == {"today": "2026-11-24", "text": f"{ASKED} call me on [phone]"}
    assert request.tools == ()
    everything = request.system + part.text
    for figure in ("5240000", "95000", "6724473"):
        assert figure not in everything.replace(",", "")


def test_the_prompt_stands_first_and_is_the_same_for_everybody() -> None:
    one, other = request_of("a", date(2026, 1, 1)), request_of("b", date(2027, 1, 1))
    assert one.system == other.system
    assert one.system.startswith("You read one what-if question")
    assert one.schema == other.schema
    assert one.schema is not None
    assert one.schema["properties"]["kind"]["enum"][-1] == "none"
    assert one.temperature == 0


async def test_a_number_that_nobody_said_is_told() -> None:
    understood, _ = await Room(json.dumps(SIP | {"stepUpPct": 10.5})).ask()
    assert understood.guessed == ("stepUpPct",)


async def test_an_assumption_that_only_the_model_made_is_not_made() -> None:
    form = SIP | {"assumptions": {"equity_return": 25, "inflation": 7}}
    understood, found = await Room(json.dumps(form)).ask(f"{ASKED} inflation 7% maan lo")
    assert understood.scenario.assumptions == {"inflation": Decimal(7)}
    assert [each.id for each in found.assumptions if each.told] == ["inflation"]


async def test_a_number_that_nobody_said_is_told_of_a_loan_too() -> None:
    form = {
        "kind": "loan_prepayment",
        "amount": 500000,
        "loan": {"balance": 2000000, "ratePct": 9, "months": 60},
    }
    understood, _ = await Room(json.dumps(form)).ask("5 lakh into my loan of 20 lakh at 9%")
    assert understood.guessed == ("months",)


async def test_a_time_said_in_years_may_be_filled_in_in_months() -> None:
    form = {"kind": "debt_consolidation", "ratePct": 11, "months": 60}
    understood, _ = await Room(json.dumps(form)).ask("one loan at 11% for 5 years for all debts")
    assert understood.guessed == ()


GOAL = {"kind": "goal", "target": 5_000_000, "by": "2030-03-31"}


@pytest.mark.parametrize(
    ("words", "guessed"),
    [
        ("50 lakh for a house by March 2030", ()),
        ("50 lakh for a house by 31 March 2030", ()),
        ("50 lakh for a house in 40 months", ()),
        ("50 lakh for a house", ("by",)),
        ("50 lakh for a house by 2030", ("by",)),
        ("50 lakh for a house by March 2031", ("by",)),
        ("50 lakh for a house by 30 March 2030", ("by",)),
        ("50 lakh for a house in 3 years", ("by",)),
    ],
)
def test_a_date_that_nobody_said_is_told(words: str, guessed: tuple[str, ...]) -> None:
    assert as_said(GOAL, words, TODAY)[1] == guessed


def test_a_date_so_many_years_from_today_was_said() -> None:
    assert as_said(GOAL | {"by": "2031-11-24"}, "50 lakh 5 saal mein", TODAY)[1] == ()


async def test_what_was_sent_is_logged_without_words_and_the_turn_is_given_back() -> None:
    room = Room(json.dumps(SIP))
    await room.ask()
    ((uid, access),) = room.access.recorded
    assert (uid, access.purpose, access.scopes, access.fact_ids) == (
        "u1", Purpose.PORTFOLIO_ANALYSIS, frozenset(), (),
    )  # fmt: skip
    assert (access.prompt_version, access.consent_version) == ("simulation/v1", 3)
    assert room.budget.open == set()
    assert room.budget.spent == [Usage(prompt=100, output=20)]


@pytest.mark.parametrize("said", ["no json", "[]", '{"kind": "none"}', '{"kind": "fly"}', "{}"])
async def test_what_is_not_understood_is_answered_with_the_kinds(said: str) -> None:
    room = Room(said)
    with pytest.raises(NotUnderstood) as refused:
        await room.ask()
    kinds = refused.value.details["kinds"]
    assert isinstance(kinds, list)
    assert len(kinds) == 13
    assert room.budget.open == set()


async def test_an_answer_that_was_cut_is_not_read() -> None:
    cut = ModelReply((TextPart(json.dumps(SIP)),), Finish.TRUNCATED, Usage(1, 1), "m")
    with pytest.raises(NotUnderstood):
        await Room(cut).ask()


async def test_a_model_that_fills_in_the_impossible_is_refused_like_anybody() -> None:
    with pytest.raises(InvalidInput) as refused:
        await Room(json.dumps({"kind": "rate_rise", "points": 300})).ask()
    assert not isinstance(refused.value, NotUnderstood)


async def test_a_model_that_is_down_gives_the_turn_back() -> None:
    room = Room(ModelUnavailable())
    with pytest.raises(ModelUnavailable):
        await room.ask()
    assert room.budget.open == set()
    assert len(room.access.recorded) == 1


async def test_without_consent_no_word_is_sent() -> None:
    room = Room(json.dumps(SIP), scopes=frozenset())
    with pytest.raises(ConsentMissing):
        await room.ask()
    assert room.model.asked == []


async def test_the_words_of_a_minor_are_not_sent() -> None:
    room = Room(json.dumps(SIP))
    with pytest.raises(AdultsOnly):
        await room.ask("I am 16, what if I save 5,000 a month?")
    assert room.model.asked == []


async def test_a_spent_budget_sends_nothing() -> None:
    room = Room(json.dumps(SIP))
    room.budget.refusal = AiStopped()
    with pytest.raises(AiStopped):
        await room.ask()
    assert (room.model.asked, room.access.recorded) == ([], [])


async def test_a_scenario_touches_neither_model_nor_budget_nor_log() -> None:
    room = Room()
    found = await simulate_scenario(
        room.simulating, "u1", SipChange(years=1, extra_month=RupeeChange(amount_minor=1))
    )
    assert found.done
    assert (room.model.asked, room.budget.spent, room.access.recorded) == ([], [], [])
    assert room.consents.asked == [Purpose.PORTFOLIO_ANALYSIS]


async def test_data_that_nobody_agreed_to_is_asked_for_instead() -> None:
    room = Room(scopes=frozenset({Scope.TRANSACTIONS}))
    found = await simulate_scenario(
        room.simulating, "u1", SipChange(years=1, extra_month=RupeeChange(amount_minor=1))
    )
    assert {fact.id for fact in found.used} == {"M06B"}
    (lack,) = found.lacks
    assert (lack.what, lack.reason) == ("M01", "consent")
    assert all(fact.scopes <= {Scope.TRANSACTIONS} for fact in found.facts)


def test_the_chat_gets_facts_that_it_may_cite() -> None:
    found = simulate_for_chat(
        TWO_LOANS, Profile(), {"kind": "loan_prepayment", "debt": "home", "amount": 500000}, TODAY
    )
    sheet = FactSheet(TODAY).plus(found.facts)
    (saved,) = (fact for fact in sheet.facts.values() if ":interest_saved:" in fact.id)
    assert saved.number == Decimal("1221872.17")
    with pytest.raises(InvalidInput):
        simulate_for_chat(TWO_LOANS, Profile(), {"kind": "loan_prepayment"}, TODAY)


PROPERTIES = scenario_schema()["properties"]
POOLS: dict[str, list[Any]] = {
    "number": [0, 1, 9.5, 12, 100, 5_000, 65_562, 500_000, 10**7, 10**11],
    "integer": [1, 2, 10, 12, 40, 60, 90, 240, 480],
    "boolean": [True, False],
    "array": [[], ["home"], ["home", "car"]],
}
TEXTS = {
    "debt": ["home", "car", "none such"],
    "by": ["2026-12-31", "2031-01-01", "2070-01-01"],
    "on": ["2026-11-24", "2031-05-05"],
}
LOANS = [{"balance": 10**6, "ratePct": 9, "months": 120}, {"balance": 10**11, "ratePct": 60, "emi": 1}]


def filled(name: str) -> st.SearchStrategy[Any]:
    form = PROPERTIES[name]
    if name == "loan":
        return st.sampled_from(LOANS)
    if name == "assumptions":
        return st.dictionaries(st.sampled_from(list(form["properties"])), st.integers(0, 110), max_size=3)
    return st.sampled_from(form.get("enum") or TEXTS.get(name) or POOLS[form["type"]])


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.sampled_from(list(KINDS)), st.data())
def test_whatever_is_asked_is_worked_out_asked_back_or_refused_by_name(
    kind: str, data: st.DataObject
) -> None:
    needed = required_fields(kind)
    others = data.draw(st.lists(st.sampled_from([name for name in PROPERTIES if name != "kind"]), max_size=6))
    form = {name: data.draw(filled(name)) for name in (*needed, *others)} | {"kind": kind}
    try:
        found = simulate_for_chat(TWO_LOANS, Profile(birth_year=1985, retirement_age=60), form, TODAY)
    except InvalidInput as refusal:
        event(f"refused: {refusal.details['fields']}"[:80])
        return
    event("done" if found.done else "asked")
    assert found.done or [lack for lack in found.lacks if lack.needed]
    assert all(minor_of(f.fact.number) for f in found.figures if f.fact.unit == "INR" and f.fact.value)


@pytest.mark.parametrize(
    ("form", "words", "guessed"),
    [
        ({"kind": "job_loss"}, "What if I lose my job?", ("months",)),
        ({"kind": "job_loss", "months": 6}, "What if I lose my job for 6 months?", ()),
        ({"kind": "emergency_fund_build"}, "Build an emergency fund", ("months",)),
    ],
)
def test_months_that_are_filled_in_for_the_person_are_told(
    form: dict[str, object], words: str, guessed: tuple[str, ...]
) -> None:
    assert as_said(form, words, TODAY)[1] == guessed
