"""A run of insights: what is found is worded once, checked, and never half-stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.insight import Action, InsightState, Wording, act
from future_finance.domain.job import JobStatus
from future_finance.errors import AiStopped, Busy, ModelBlocked, ModelUnavailable, QuotaSpent
from future_finance.usecases.model import Finish, ModelReply, ModelRequest, TextPart, Usage
from tests.fakes.scripted_model import Say
from tests.unit.usecases.insight_desk import (
    GOOD,
    INTEREST,
    LIE,
    NOW,
    OVERDUE,
    UID,
    Desk,
    finding,
    said,
)


async def test_one_call_words_all_findings_and_their_provenance_is_kept() -> None:
    desk = Desk(said(("D02", "Card interest a year is ₹80,700."), ("D01", "The overdue amount is ₹20,500.")))
    desk.findings.append(finding(OVERDUE, "D01"))
    assert await desk.run() == "succeeded"
    assert len(desk.model.asked) == 1
    stored = desk.insights.by_user[UID]["D02"]
    assert stored.texts["en"].description == "Card interest a year is ₹80,700."
    assert stored.texts["en"].wording is Wording.MODEL
    assert (stored.model, stored.prompt_version, stored.tokens) == ("scripted-1", "v1", 120)
    assert [(f.fact_id, f.value) for f in stored.figures] == [("L07", "80700.00")]
    assert stored.texts["hi"].wording is Wording.TEMPLATE


async def test_a_text_with_a_figure_of_its_own_is_asked_for_once_more_with_the_reason() -> None:
    desk = Desk(LIE, GOOD)
    await desk.run()
    assert "90,700" in desk.sent(1)
    assert "wrong_value: ₹90,700" in desk.sent(1)
    assert desk.one.texts["en"].description == "Card interest a year is ₹80,700."
    assert desk.budget.spent == [Usage(200, 40)]


async def test_a_model_that_lies_twice_is_not_stored() -> None:
    desk = Desk(LIE, LIE)
    await desk.run()
    assert desk.one.texts["en"].wording is Wording.TEMPLATE
    assert "90,700" not in repr(desk.one)
    assert desk.one.model is None


async def test_only_the_text_that_failed_falls_back() -> None:
    wrong = ("D01", "The overdue amount is ₹25,000.")
    desk = Desk(said(("D02", "Card interest a year is ₹80,700."), wrong), said(wrong))
    desk.findings.append(finding(OVERDUE, "D01"))
    await desk.run()
    wordings = {key: kept.texts["en"].wording for key, kept in desk.insights.by_user[UID].items()}
    assert wordings == {"D02": Wording.MODEL, "D01": Wording.TEMPLATE}


async def test_a_right_figure_of_another_finding_is_no_figure_of_this_one() -> None:
    desk = Desk(said(("D02", "Card interest a year is ₹20,500.")), GOOD)
    await desk.run()
    assert desk.one.texts["en"].description == "Card interest a year is ₹80,700."


async def test_advice_is_refused_however_right_its_figures_are() -> None:
    advice = said(("D02", "Card interest a year is ₹80,700. You should sell HDFC Flexi Cap Fund now."))
    desk = Desk(advice, advice)
    await desk.run()
    assert desk.one.texts["en"].wording is Wording.TEMPLATE


@pytest.mark.parametrize(
    "failure",
    [
        ModelUnavailable(),
        ModelBlocked(),
        "no json",
        "{",
        ModelReply((TextPart(GOOD),), Finish.TRUNCATED, Usage(9, 9), "scripted-1"),
    ],
    ids=["down", "blocked", "prose", "cut", "truncated"],
)
async def test_a_model_that_is_no_help_leaves_our_own_words(failure: Say) -> None:
    desk = Desk(failure)
    assert await desk.run() == "succeeded"
    assert desk.one.texts["en"].wording is Wording.TEMPLATE
    assert desk.budget.open == set()


@pytest.mark.parametrize("refusal", [QuotaSpent(), AiStopped()])
async def test_a_spent_budget_costs_the_words_and_not_the_findings(refusal: Any) -> None:
    desk = Desk()
    desk.budget.refusal = refusal
    assert await desk.run() == "succeeded"
    assert desk.one.texts["en"].wording is Wording.TEMPLATE
    assert desk.access.recorded == []


async def test_unchanged_figures_are_not_worded_again() -> None:
    desk = Desk(GOOD)
    await desk.run()
    before = desk.one
    desk.clock.forward(timedelta(days=1))
    await desk.run()
    assert len(desk.model.asked) == 1
    assert desk.one == before


async def test_templates_are_tried_again_by_the_next_run() -> None:
    desk = Desk(ModelUnavailable(), GOOD)
    await desk.run()
    await desk.run()
    assert desk.one.texts["en"].wording is Wording.MODEL


async def test_new_figures_get_new_words_and_keep_the_decision() -> None:
    desk = Desk(GOOD, said(("D02", "Card interest a year is ₹81,000.")))
    await desk.run()
    seen = act(desk.one, Action.SEEN, NOW)
    desk.insights.by_user[UID]["D02"] = seen
    dearer = replace(INTEREST, value=Decimal("81000.00"))
    desk.have(dearer, OVERDUE)
    desk.findings = [finding(dearer)]
    await desk.run()
    assert desk.one.texts["en"].description == "Card interest a year is ₹81,000."
    assert desk.one.state is InsightState.SEEN


async def test_a_dismissed_finding_is_not_worded_again() -> None:
    desk = Desk(GOOD)
    await desk.run()
    desk.insights.by_user[UID]["D02"] = act(desk.one, Action.DISMISS, NOW)
    dearer = replace(INTEREST, value=Decimal("81000.00"))
    desk.have(dearer, OVERDUE)
    desk.findings = [finding(dearer)]
    await desk.run()
    assert len(desk.model.asked) == 1
    assert desk.one.state is InsightState.DISMISSED


async def test_a_decision_made_while_the_model_thinks_is_kept() -> None:
    def while_thinking(request: ModelRequest) -> str:
        desk.insights.by_user[UID]["D02"] = act(desk.one, Action.DISMISS, NOW)
        return said(("D02", "Card interest a year is ₹81,000."))

    desk = Desk(GOOD, while_thinking)
    await desk.run()
    dearer = replace(INTEREST, value=Decimal("81000.00"))
    desk.have(dearer, OVERDUE)
    desk.findings = [finding(dearer)]
    await desk.run()
    assert desk.one.state is InsightState.DISMISSED


async def test_a_finding_that_is_gone_is_resolved_and_one_whose_facts_are_missing_stays() -> None:
    desk = Desk(said(("D02", "Card interest a year is ₹80,700."), ("D01", "The overdue amount is ₹20,500.")))
    desk.findings.append(finding(OVERDUE, "D01"))
    await desk.run()
    desk.have(INTEREST)
    desk.findings = []
    await desk.run()
    states = {key: kept.state for key, kept in desk.insights.by_user[UID].items()}
    assert states == {"D02": InsightState.RESOLVED, "D01": InsightState.NEW}


async def test_a_crash_expires_nothing() -> None:
    desk = Desk(GOOD)
    await desk.run()
    desk.findings = []
    desk.insights.commit_error = RuntimeError("killed")
    with pytest.raises(RuntimeError):
        await desk.run()
    assert desk.one.state is InsightState.NEW


async def test_the_same_job_twice_changes_nothing() -> None:
    desk = Desk(GOOD)
    await desk.run("sync-1")
    before = desk.one
    assert await desk.run("sync-1") == "finished"
    assert (desk.one, len(desk.model.asked)) == (before, 1)


async def test_data_that_changed_meanwhile_is_looked_at_again() -> None:
    desk = Desk(GOOD, GOOD)
    desk.insights.data_version = 8
    with pytest.raises(Busy):
        await desk.run("sync-1")
    assert desk.insights.by_user == {}
    assert desk.budget.open == set()
    desk.insights.data_version = 0
    assert await desk.run("sync-1") == "succeeded"


async def test_the_last_delivery_ends_the_job() -> None:
    desk = Desk(GOOD)
    desk.insights.commit_error = Busy()
    assert await desk.run("sync-1", last=True) == "failed"
    (job,) = desk.jobs.jobs.values()
    assert (job.status, job.error) == (JobStatus.FAILED, "busy")


async def test_without_consent_nothing_is_read_sent_or_stored() -> None:
    desk = Desk()
    desk.consents.scopes = frozenset()
    assert await desk.run() == "consent_missing"
    assert desk.consents.asked == [Purpose.INSIGHTS]
    assert (desk.model.asked, desk.insights.by_user) == ([], {})
    (job,) = desk.jobs.jobs.values()
    assert (job.status, job.error) == (JobStatus.FAILED, "consent_missing")


async def test_facts_of_a_scope_without_consent_are_not_sent() -> None:
    desk = Desk()
    desk.consents.scopes = frozenset({Scope.ASSETS})
    await desk.run()
    assert (desk.model.asked, desk.insights.by_user) == ([], {UID: {}})


async def test_every_send_is_in_the_access_log_by_ids_alone() -> None:
    desk = Desk(GOOD)
    await desk.run()
    ((owner, access),) = desk.access.recorded
    assert (owner, access.purpose, access.model) == (UID, Purpose.INSIGHTS, "scripted-1")
    assert access.fact_ids == ("L07", "L08")
    assert access.scopes == {Scope.CREDIT_SCORE}
    assert (access.usage, access.calls, access.rows_sent) == (Usage(100, 20), 1, 0)


async def test_an_insight_can_be_named_in_a_path() -> None:
    desk = Desk("no json")
    desk.findings = [finding(finding_id="V02:mutual_funds")]
    await desk.run()
    assert desk.one.id == "V02-mutual_funds"
