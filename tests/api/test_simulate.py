"""/api/simulate."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from future_finance import bootstrap
from future_finance.domain.consent import Scope
from future_finance.domain.facts import FactSheet
from future_finance.domain.profile import Profile
from future_finance.errors import AiStopped, ModelBlocked, ModelUnavailable, QuotaSpent
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import Finances
from tests.fakes.ai import InMemoryAccessLog, InMemoryBudget, InMemoryConsents, InMemoryFacts
from tests.fakes.scripted_model import ScriptedModel
from tests.sheets import TODAY, TWO_LOANS

PREPAY = {"kind": "loan_prepayment", "debt": "home", "amount": {"amountMinor": 500_000_00}}


class Room:
    """What stands behind the endpoint."""

    def __init__(self) -> None:
        self.model = ScriptedModel()
        self.consents, self.log, self.budget = InMemoryConsents(), InMemoryAccessLog(), InMemoryBudget()
        bootstrap.replace(
            fact_store=InMemoryFacts(TWO_LOANS),
            consents=self.consents,
            model=self.model,
            ai_budget=self.budget,
            access_log=self.log,
        )


@pytest.fixture
def room(finances: Finances) -> Room:
    return Room()


async def post(api: Api, body: dict[str, Any]) -> Any:
    return await api.send("simulate", "POST", user="asha", json=body)


async def test_a_scenario_is_worked_out_on_ones_own_figures(api: Api, room: Room) -> None:
    answer = await post(api, {"scenario": PREPAY})
    assert answer.status_code == 200
    found = answer.json()
    assert found["done"] is True
    assert found["understoodAs"]["en"] == "₹5,00,000 now into the loan “Home loan”; the EMI stays."
    saved = next(figure for figure in found["figures"] if figure["name"] == "interest_saved")
    assert saved["amount"] == {"amountMinor": 122_187_217, "currency": "INR"}
    assert (saved["unit"], saved["value"], saved["side"]) == ("INR", "1221872.17", "difference")
    assert "L01:home" in saved["inputs"]
    assert found["series"][0]["points"][0] == {
        "on": "2026-11-24", "nominalMinor": 672_447_300, "realMinor": 672_447_300,
    }  # fmt: skip
    assert found["reading"] is None
    assert room.model.asked == []


async def test_a_fan_a_chance_and_what_they_rest_on(api: Api, room: Room) -> None:
    body = {"kind": "sip_change", "years": 10, "extraMonth": {"amountMinor": 500_000}}
    found = (await post(api, {"scenario": body})).json()
    scenario = found["fans"][1]
    assert (scenario["side"], scenario["percentiles"]) == ("scenario", [5, 25, 50, 75, 95])
    assert len(scenario["bands"]) == 11
    assert found["chance"]["paths"] == 2000
    assert {a["id"] for a in found["assumptions"]} >= {"equity_return", "inflation", "correlation"}
    assert found["sensitivity"][0]["low"]["amount"]["currency"] == "INR"
    assert "market_risk" in {notice["code"] for notice in found["warnings"]}


async def test_words_are_understood_and_said_back(api: Api, room: Room) -> None:
    room.model.script = [json.dumps({"kind": "sip_change", "extraMonth": 5000, "years": 10})]
    found = (await post(api, {"text": "SIP 5000 badha dun to 10 saal mein?"})).json()
    assert found["understoodAs"]["hi"] == "10 साल तक SIP में हर महीने ₹5,000 ज़्यादा।"
    reading = found["reading"]
    assert (reading["model"], reading["standIn"], reading["guessed"]) == ("scripted-1", False, [])
    assert len(room.log.recorded) == 1


async def test_what_words_were_read_as_can_be_asked_again_with_another_assumption(
    api: Api, room: Room
) -> None:
    room.model.script = [
        json.dumps({"kind": "sip_change", "extraMonth": 5000, "years": 10, "stepUpPct": 7.5})
    ]
    read = (await post(api, {"text": "SIP 5000 badha dun, har saal 7.5% zyada, 10 saal mein?"})).json()
    scenario = read["reading"]["scenario"]
    same = (await post(api, {"scenario": scenario})).json()
    other = (await post(api, {"scenario": scenario | {"assumptions": {"equity_return": 8}}})).json()
    assert _values(same) == _values(read)
    assert _values(other) != _values(read)


def _values(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(figure["name"], figure["side"], figure["value"]) for figure in found["figures"]]


async def test_words_that_are_no_scenario_are_answered_with_the_kinds(api: Api, room: Room) -> None:
    room.model.script = ['{"kind": "none"}']
    answer = await post(api, {"text": "which fund is best?"})
    assert error_of(answer) == (422, "not_understood")
    assert "retirement" in answer.json()["error"]["details"]["kinds"]


async def test_what_the_data_lacks_is_asked_and_may_be_told(api: Api, room: Room) -> None:
    bootstrap.replace(fact_store=InMemoryFacts(replace(TWO_LOANS, facts={})))
    asked = (await post(api, {"scenario": {"kind": "job_loss", "months": 3}})).json()
    assert asked["done"] is False
    assert {lack["field"] for lack in asked["unavailable"]} == {
        "spendMonth", "liquid", "incomeMonth", "investMonth",
    }  # fmt: skip
    told = {field: {"amountMinor": 10_000_000} for field in ("spendMonth", "liquid", "incomeMonth")}
    answered = (await post(api, {"scenario": {"kind": "job_loss", "months": 3, **told}})).json()
    assert answered["done"] is True
    assert answered["lowPoint"]["amount"]["amountMinor"] == -20_000_000


@pytest.mark.slow
async def test_the_profile_knows_age_and_retirement(api: Api, room: Room, finances: Finances) -> None:
    profile = Profile(birth_year=1985, retirement_age=60)
    await api.profiles.replace("asha", profile, None, finances.clock.now())
    body = {"kind": "retirement", "invested": {"amountMinor": 10**9}}
    found = (await post(api, {"scenario": body})).json()
    assert found["months"] == (90 - 41) * 12


async def test_without_consent_data_is_not_used_and_words_are_not_sent(api: Api, room: Room) -> None:
    room.consents.scopes = frozenset()
    found = (await post(api, {"scenario": PREPAY})).json()
    assert (found["done"], found["figures"]) == (False, [])
    assert error_of(await post(api, {"text": "prepay 5 lakh"})) == (403, "consent_missing")
    room.consents.scopes = frozenset({Scope.LIABILITIES, Scope.CREDIT_SCORE, Scope.TRANSACTIONS})
    found = (await post(api, {"scenario": PREPAY})).json()
    assert found["done"] is True
    assert "liquid_after" not in {figure["name"] for figure in found["figures"]}


def sip(**more: Any) -> dict[str, Any]:
    return {"scenario": {"kind": "sip_change", "years": 10, "extraMonth": {"amountMinor": 1}} | more}


@pytest.mark.parametrize(
    ("body", "path", "problem", "limit"),
    [
        ({}, "", "either_scenario_or_text", None),
        (sip() | {"text": "both"}, "", "either_scenario_or_text", None),
        ({"text": "x"}, "text", "string_too_short", None),
        ({"scenario": {"kind": "teleport"}}, "scenario.kind", "unknown", None),
        ({"scenario": {}}, "scenario.kind", "missing", None),
        (sip(incomeMonth={"amountMinor": -1}), "scenario.incomeMonth.amountMinor", "greater_than_equal", "0"),
        (sip(stepUpPct=300), "scenario.stepUpPct", "less_than_equal", "100"),
        (sip(years=0), "scenario.years", "greater_than_equal", "1"),
        (sip(years=51), "scenario.years", "less_than_equal", "50"),
        (sip(years="10"), "scenario.years", "int_type", None),
        (sip(extraMonth={"amountMinor": 1.5}), "scenario.extraMonth.amountMinor", "int_type", None),
        (sip(extraMonth={"amountMinor": 1, "currency": "USD"}), "scenario.extraMonth.currency", "literal_error", None),
        (sip(luck=1), "scenario.luck", "unexpected_keyword_argument", None),
        (sip(assumptions={"equity_return": 500}), "scenario.assumptions.equity_return", "out_of_range", None),
        (sip(assumptions={"equity_gains_tax": 0}), "scenario.assumptions.equity_gains_tax", "not_editable", None),
        (sip(assumptions={"equity_return": "NaN"}), "scenario.assumptions.equity_return", "finite_number", None),
        ({"text": "x" * 501}, "text", "string_too_long", None),
        ({"scenario": {"kind": "salary_change", "changePct": -300, "years": 5}}, "scenario.changePct", "greater_than", "-100"),
        ({"scenario": {"kind": "loan_prepayment", "amount": {"amountMinor": -1}, "debt": "home"}}, "scenario.amount.amountMinor", "greater_than_equal", "0"),
        ({"scenario": {"kind": "goal", "target": {"amountMinor": 1}, "by": "2020-01-01"}}, "scenario.by", "end_before_start", None),
        ({"scenario": {"kind": "retirement", "age": 40, "ageNow": 50}}, "scenario", "end_before_start", None),
        ({"scenario": {"kind": "rate_rise", "debt": "home", "points": -9}}, "scenario.points", "rate_below_zero", None),
        ({"scenario": {"kind": "loan_prepayment", "amount": {"amountMinor": 1}, "loan": {"balance": {"amountMinor": 1}, "ratePct": 300, "months": 1}}}, "scenario.loan.ratePct", "less_than_equal", "60"),
    ],
)  # fmt: skip
async def test_numbers_that_cannot_be_are_named_with_their_limit(
    api: Api, room: Room, body: dict[str, Any], path: str, problem: str, limit: str | None
) -> None:
    answer = await post(api, body)
    assert error_of(answer) == (422, "invalid_input")
    rows = answer.json()["error"]["details"]["fields"]
    assert {"path": path, "problem": problem} | ({"limit": limit} if limit else {}) in rows


@pytest.mark.parametrize(
    "body", [b'{"scenario": {"kind"', b"[]", b'{"scenario": {"kind": "sip_change", "years": Infinity}}']
)
async def test_a_body_that_is_no_scenario_asks_nobody(api: Api, room: Room, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await api.send("simulate", "POST", user="asha", content=body, headers=headers)
    assert answer.status_code in {400, 422}
    assert (room.model.asked, room.log.recorded, room.budget.open) == ([], [], set())


async def test_it_takes_a_post_from_who_is_signed_in(api: Api, room: Room) -> None:
    assert error_of(await api.send("simulate", user="asha"))[0] == 405
    assert error_of(await api.send("simulate", "POST", json={"scenario": PREPAY}))[0] == 401


WORDS = {"text": "prepay 5 lakh on my home loan"}


@pytest.mark.parametrize(
    ("refusal", "status"), [(QuotaSpent(retry_after_s=7200), 429), (AiStopped(retry_after_s=60), 503)]
)
async def test_a_spent_budget_says_when_to_come_back_and_a_scenario_needs_none(
    api: Api, room: Room, refusal: QuotaSpent, status: int
) -> None:
    room.budget.refusal = refusal
    answer = await post(api, WORDS)
    assert error_of(answer) == (status, refusal.code)
    assert answer.headers["retry-after"] == str(refusal.retry_after_s)
    assert (room.model.asked, room.log.recorded) == ([], [])
    assert (await post(api, {"scenario": PREPAY})).json()["done"] is True


@pytest.mark.parametrize("failure", [ModelUnavailable(), ModelBlocked()])
async def test_a_model_that_does_not_answer_is_a_clear_error_and_costs_no_permit(
    api: Api, room: Room, failure: ModelUnavailable | ModelBlocked
) -> None:
    room.model.script = [failure]
    assert error_of(await post(api, WORDS)) == (failure.status, failure.code)
    assert room.budget.open == set()
    ((_, sent),) = room.log.recorded
    assert sent.calls == 1


async def test_who_has_no_data_yet_is_asked_for_what_it_takes(api: Api, room: Room) -> None:
    bootstrap.replace(fact_store=InMemoryFacts(FactSheet(TODAY)))
    found = (await post(api, {"scenario": PREPAY})).json()
    assert found["done"] is False
    assert found["unavailable"]
