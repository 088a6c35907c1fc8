"""What every simulation carries, whatever its kind."""

from __future__ import annotations

import re
import string
from datetime import date
from decimal import Decimal
from functools import cache
from typing import get_args

import pytest

from emulators.fi_mcp.people.catalogue import BY_SLUG
from future_finance.domain.advice_guard import review
from future_finance.domain.assumptions.assumed import IDS, Assumed
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet, Unit
from future_finance.domain.grounding import verify
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.engine import simulate
from future_finance.domain.simulation.result import Side, Simulation
from future_finance.domain.simulation.scenario import (
    AnyScenario,
    DebtPayoff,
    RupeeChange,
    Rupees,
    SipChange,
)
from future_finance.domain.simulation.sentences import SENTENCES, WARNINGS
from future_finance.errors import InvalidInput
from tests.dossiers import of_person
from tests.sheets import TODAY, TWO_LOANS
from tests.unit.domain.simulation.scenarios import ONE_OF_EACH

EACH = pytest.mark.parametrize("scenario", ONE_OF_EACH, ids=lambda scenario: scenario.kind)


@cache
def at(place: int) -> Simulation:
    """Each is worked out once for the tests that only look at it."""
    return simulate(TWO_LOANS, Profile(), ONE_OF_EACH[place], TODAY)


def test_each_kind_is_tried_here() -> None:
    assert {type(scenario) for scenario in ONE_OF_EACH} == set(get_args(AnyScenario))


@EACH
def test_every_figure_is_a_fact_of_a_formula_and_inputs_that_are_there(scenario: AnyScenario) -> None:
    found = at(ONE_OF_EACH.index(scenario))
    assert found.done
    assert found.figures
    facts = {fact.id: fact for fact in found.facts}
    there = facts.keys() | {fact.id for fact in found.used}
    for figure in found.figures:
        assert facts[figure.fact.id] == figure.fact
        assert figure.fact.formula
        assert set(figure.fact.inputs) <= there
        assert re.fullmatch(r"SIM:[0-9a-f]{6}:[a-z_]+:[a-z_]+", figure.fact.id)


@EACH
def test_a_figure_needs_the_consents_of_all_that_it_used(scenario: AnyScenario) -> None:
    found = at(ONE_OF_EACH.index(scenario))
    by_id = {fact.id: fact for fact in (*found.used, *found.facts)}
    for figure in found.figures:
        needed = frozenset[str]().union(*(by_id[name].scopes for name in figure.fact.inputs))
        assert figure.fact.scopes == needed
    if found.used and found.figures:
        last = max(found.figures, key=lambda figure: len(figure.fact.inputs))
        assert last.fact.scopes


@EACH
def test_what_is_said_stands_before_the_verifier(scenario: AnyScenario) -> None:
    found = at(ONE_OF_EACH.index(scenario))
    assert found.summary
    for text in (text for words in found.summary for text in (words.en, words.hi)):
        assert verify(text, (*found.facts, *found.used)).unsupported == ()
        assert review(text) == ()


@pytest.mark.slow
@EACH
def test_the_same_question_has_the_same_answer(scenario: AnyScenario) -> None:
    assert simulate(TWO_LOANS, Profile(), scenario, TODAY) == at(ONE_OF_EACH.index(scenario))


@EACH
def test_without_any_data_it_asks_or_does_without_and_never_fails(scenario: AnyScenario) -> None:
    found = simulate(FactSheet(TODAY), Profile(), scenario, TODAY)
    assert found.done or [lack for lack in found.lacks if lack.needed]
    assert all(fact.scopes == frozenset() for fact in found.facts)
    assert found.used == ()


@pytest.mark.slow
@pytest.mark.parametrize("person", BY_SLUG)
def test_it_works_with_the_figures_of_all_demo_people(person: str) -> None:
    sheet = build(of_person(person))
    for scenario in ONE_OF_EACH:
        found = simulate(sheet, Profile(birth_year=1980, retirement_age=60), scenario, TODAY)
        assert found.done or [lack for lack in found.lacks if lack.needed]


def test_a_card_that_is_paid_in_full_is_no_debt_to_pay_off() -> None:
    found = simulate(
        build(of_person("meenakshi")), Profile(), DebtPayoff(extra_month=Rupees(amount_minor=10**6)), TODAY
    )
    assert "cards_paid_in_full" in {notice.code for notice in found.warnings}
    (total,) = (figure.fact.number for figure in found.figures if figure.name == "debt_total")
    assert total == 6_724_473 + 647_798


def test_charts_end_where_the_plan_does_and_start_today() -> None:
    found = simulate(TWO_LOANS, Profile(), ONE_OF_EACH[1], TODAY)
    now, then = found.series
    assert (now.side, then.side) == (Side.AS_NOW, Side.SCENARIO)
    assert now.points[0].on == TODAY
    assert now.points[0].nominal == now.points[0].real
    assert now.points[-1].nominal == 0
    assert now.points[60].real < now.points[60].nominal if len(now.points) > 60 else True


def test_sensitivity_brackets_the_headline() -> None:
    found = simulate(TWO_LOANS, Profile(), ONE_OF_EACH[0], TODAY)
    (headline,) = (f.fact.number for f in found.figures if f.name == "gain_middle")
    tries = {tried.assumption_id: tried for tried in found.sensitivity}
    returns = tries["equity_return"]
    assert returns.low.number < headline < returns.high.number
    assert (returns.low_value, returns.high_value) == (9, 13)
    assert "correlation" not in tries


def test_more_ups_and_downs_never_look_like_a_gain() -> None:
    found = simulate(TWO_LOANS, Profile(), ONE_OF_EACH[0], TODAY)
    (tried,) = (tried for tried in found.sensitivity if tried.assumption_id == "equity_volatility")
    assert tried.high.number < tried.low.number


def test_a_rule_that_the_plan_outlives_may_have_changed() -> None:
    found = simulate(TWO_LOANS, Profile(), ONE_OF_EACH[2], TODAY)
    outlived = [notice.text.en for notice in found.warnings if notice.code == "rule_may_have_changed"]
    assert len(outlived) == 2
    assert "31 Mar 2027" in outlived[0]


def test_an_assumption_is_set_within_reason_and_shown_as_told() -> None:
    def sip(**assumptions: Decimal) -> SipChange:
        return SipChange(years=1, extra_month=RupeeChange(amount_minor=1), assumptions=assumptions)

    found = simulate(TWO_LOANS, Profile(), sip(equity_return=Decimal(8)), TODAY)
    (told,) = (a for a in found.assumptions if a.told)
    assert (told.id, told.fact.number, told.fact.sources) == ("equity_return", 8, ("you",))
    for wrong in ({"equity_return": 21}, {"equity_gains_tax": 0}, {"luck": 1}):
        with pytest.raises(InvalidInput):
            simulate(TWO_LOANS, Profile(), sip(**{k: Decimal(v) for k, v in wrong.items()}), TODAY)


@pytest.mark.parametrize("name", IDS)
def test_an_assumption_is_dated_sourced_and_within_its_limits(name: str) -> None:
    row = Assumed.on(TODAY).rows[name]
    assert row.source
    assert row.as_of <= TODAY
    assert not row.editable or row.lowest <= row.value <= row.highest
    assert row.label_hi != row.label
    assert row.unit in Unit


def test_a_rule_holds_from_its_day_and_the_last_known_one_after() -> None:
    for day in (date(2020, 1, 1), date(2040, 1, 1)):
        assert set(Assumed.on(day).rows) == set(IDS)


@pytest.mark.parametrize("words", [*SENTENCES.values(), *WARNINGS.values()], ids=lambda words: words.en[:30])
def test_both_languages_say_the_same_figures_and_no_others(words: object) -> None:
    en, hi = words.en, words.hi  # type: ignore[attr-defined]
    places = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (en, hi)]
    assert places[0] == places[1]
    assert not re.search(r"\d", en + hi)
