"""A scope that was not agreed to, on real figures: no fact of it is sent, stored in an insight, or used in a what-if.

The chat's part of this is in chat/test_chat_privacy.py.
"""

from __future__ import annotations

import pytest

from future_finance.domain.consent import Scope
from future_finance.domain.detectors import detect
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet
from future_finance.domain.simulation.scenario import EmergencyFundBuild, LoanPrepayment, RupeeChange
from future_finance.usecases.generate_insights import Generating, InsightDelivery, generate_insights
from future_finance.usecases.simulation import Simulating, simulate_scenario
from tests.dossiers import of_person
from tests.fakes.ai import InMemoryConsents, InMemoryFacts
from tests.fakes.clock import FixedClock
from tests.fakes.profile import InMemoryProfileStore
from tests.unit.usecases.insight_desk import NOW, UID, Desk

PEOPLE = ("rohan", "meenakshi")


@pytest.fixture(scope="module", params=PEOPLE)
def sheet(request: pytest.FixtureRequest) -> FactSheet:
    return build(of_person(request.param))


@pytest.mark.parametrize("scope", Scope)
async def test_no_insight_rests_on_it_and_nothing_of_it_is_sent(sheet: FactSheet, scope: Scope) -> None:
    desk = Desk("no words")
    desk.consents.scopes = frozenset(Scope) - {scope}
    generating = Generating(
        jobs=desk.jobs,
        insights=desk.insights,
        facts=InMemoryFacts(sheet),
        profiles=desk.profiles,
        consents=desk.consents,
        budget=desk.budget,
        access=desk.access,
        model=lambda: desk.model,
        detect=detect,
        clock=desk.clock,
    )
    assert await generate_insights(generating, InsightDelivery(UID, "sync-1", True, False)) == "succeeded"
    assert desk.insights.by_user[UID]
    for insight in desk.insights.by_user[UID].values():
        for figure in insight.figures:
            assert scope not in figure.scopes, (insight.id, figure.fact_id)
    for _, access in desk.access.recorded:
        assert scope not in access.scopes
        for fact_id in access.fact_ids:
            fact = sheet.get(fact_id)
            assert fact is None or scope not in fact.scopes
    sent = "".join(desk.sent(call) for call in range(len(desk.model.asked)))
    withheld = {fact_id for fact_id, fact in sheet.facts.items() if scope in fact.scopes}
    assert withheld
    assert not [fact_id for fact_id in withheld if f'"{fact_id}"' in sent]


@pytest.mark.parametrize("scope", Scope)
async def test_no_what_if_uses_it(sheet: FactSheet, scope: Scope) -> None:
    simulating = Simulating(
        InMemoryFacts(sheet),
        InMemoryProfileStore(),
        InMemoryConsents(frozenset(Scope) - {scope}),
        FixedClock(NOW),
    )
    for scenario in (
        EmergencyFundBuild(months=6),
        LoanPrepayment(debt="home", amount=RupeeChange(amount_minor=500_000_00)),
    ):
        found = await simulate_scenario(simulating, UID, scenario)
        assert all(scope not in fact.scopes for fact in (*found.facts, *found.used))
