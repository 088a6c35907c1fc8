"""What the model is sent, and what of its own it may add."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from future_finance.domain.finding import (
    FindingCategory,
)
from future_finance.domain.insight import InsightState, Wording
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.domain.profile import Language, Profile, VersionedProfile
from future_finance.usecases.model import ModelRequest
from tests.unit.usecases.insight_desk import (
    EMPLOYER,
    GOOD,
    INTEREST,
    NOW,
    OVERDUE,
    PAY,
    UID,
    Desk,
    finding,
    said,
)


async def test_names_are_pseudonyms_in_the_prompt_and_names_again_in_the_text() -> None:
    paid = replace(
        PAY, label=f"Income from {EMPLOYER}", label_hi=f"Income from {EMPLOYER}", names=(EMPLOYER,)
    )

    def quoting(request: ModelRequest) -> str:
        label = json.loads(desk.sent())["findings"][0]["figures"][0]["label"]
        return said(("T01", f"{label} is ₹92,000 a month."))

    desk = Desk(quoting)
    desk.have(paid)
    desk.findings = [finding(paid, "T01")]
    await desk.run()
    assert EMPLOYER not in desk.sent()
    assert desk.one.texts["en"].description == f"Income from {EMPLOYER} is ₹92,000 a month."


async def test_the_person_s_language_is_asked_for_and_stored() -> None:
    desk = Desk(said(("D02", "साल का कार्ड ब्याज ₹80,700 है।")))
    desk.profiles.kept[UID] = VersionedProfile(Profile(language=Language.HINDI), 1)
    await desk.run()
    assert json.loads(desk.sent())["language"] == "hi"
    assert desk.one.texts["hi"].description == "साल का कार्ड ब्याज ₹80,700 है।"
    assert desk.one.texts["en"].wording is Wording.TEMPLATE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.HINDI, "Card interest a year is ₹80,700."),
        (Language.ENGLISH, "साल का कार्ड ब्याज ₹80,700 है।"),
    ],
)
async def test_a_text_in_another_language_than_the_person_s_is_asked_for_again(
    language: Language, text: str
) -> None:
    desk = Desk(said(("D02", text)), said(("D02", text)))
    desk.profiles.kept[UID] = VersionedProfile(Profile(language=language), 1)
    await desk.run()
    assert "not in the language asked for" in str(desk.model.asked[-1].turns[-1])
    assert {each.wording for each in desk.one.texts.values()} == {Wording.TEMPLATE}


async def test_what_came_in_one_month_is_sent_as_an_amount() -> None:
    of_october = replace(PAY, id="T01M:2026-10", label="Income of October 2026", label_hi="अक्टूबर की आमदनी")
    desk = Desk(said())
    desk.have(of_october)
    desk.findings = [finding(of_october, "T01M")]
    await desk.run()
    assert json.loads(desk.sent())["findings"][0]["figures"][0]["text"] == "₹92,000"


def observation(fact_ids: list[str], text: str) -> dict[str, Any]:
    return {
        "title": "Overdue",
        "description": text,
        "nextStep": "You could ask the lender.",
        "category": "debt",
        "factIds": fact_ids,
    }


@pytest.mark.parametrize(
    ("fact_ids", "text", "kept"),
    [
        (["L08"], "The overdue amount is ₹20,500.", True),
        (["L08"], "The overdue amount is ₹21,500.", False),
        ([], "The overdue amount is ₹20,500.", False),
        (["L99"], "The overdue amount is ₹20,500.", False),
        (["L07"], "The overdue amount is ₹20,500.", False),
    ],
)
async def test_what_the_model_finds_itself_must_cite_the_facts_it_uses(
    fact_ids: list[str], text: str, kept: bool
) -> None:
    desk = Desk(said(("D02", "Card interest a year is ₹80,700."), further=[observation(fact_ids, text)]))
    await desk.run()
    found = [insight for insight in desk.insights.by_user[UID].values() if insight.detector == "AI"]
    assert bool(found) is kept


async def test_an_observation_of_the_models_is_said_to_be_in_its_words() -> None:
    desk = Desk(said(further=[observation(["L08"], "The overdue amount is ₹20,500.")]), said())
    await desk.run()
    (own,) = (each for each in desk.insights.by_user[UID].values() if each.detector == "AI")
    assert {text.wording for text in own.texts.values()} == {Wording.MODEL}
    assert own.model == "scripted-1"


@pytest.mark.parametrize(("categories", "kept"), [(["debt"], True), (["spending"], False), ([], True)])
async def test_what_the_model_finds_itself_is_kept_of_the_categories_that_were_asked_for(
    categories: list[str], kept: bool
) -> None:
    desk = Desk(said(further=[observation(["L08"], "The overdue amount is ₹20,500.")]), said())
    desk.findings = [finding(category=FindingCategory(each)) for each in categories or ["debt"]]
    await desk.jobs.create(
        Job("g1", UID, "", JobType.INSIGHTS, JobStatus.QUEUED, NOW, request={"categories": categories})
    )
    await desk.run("g1", after_sync=False)
    found = [each for each in desk.insights.by_user[UID].values() if each.detector == "AI"]
    assert bool(found) is kept


async def test_a_figure_of_the_finding_under_the_name_of_another_is_refused() -> None:
    swapped = said(("D02", "Overdue amount: ₹80,700. Card interest a year: ₹20,500."))
    desk = Desk(swapped, swapped)
    desk.findings = [replace(finding(), facts=(INTEREST, OVERDUE))]
    await desk.run()
    assert desk.one.texts["en"].wording is Wording.TEMPLATE


async def test_addresses_and_markup_reach_nobody() -> None:
    order = said(("D02", "Card interest a year is ₹80,700. See collect.example.com/?d=80700."))
    desk = Desk(order, order)
    await desk.run()
    assert desk.one.texts["en"].wording is Wording.TEMPLATE
    marked = said(("D02", "Card interest a year is ₹80,700. <img src=x onerror=y> [More](https://a.example)"))
    other = Desk(marked)
    await other.run()
    assert other.one.texts["en"].description == "Card interest a year is ₹80,700.  More"


async def test_a_payee_whose_name_is_an_address_is_shown_as_words() -> None:
    paid = replace(
        PAY, label="Paid to pay.evil.com", label_hi="Paid to pay.evil.com", names=("pay.evil.com",)
    )
    desk = Desk(said())
    desk.have(paid)
    desk.findings = [finding(paid, "T01")]
    await desk.run()
    assert "evil.com" not in repr(desk.one.texts)


async def test_what_rests_on_thin_data_has_to_be_asked() -> None:
    desk = Desk(GOOD, said(("D02", "Is the card interest of ₹80,700 a year right?")))
    desk.findings = [replace(finding(), as_question=True)]
    await desk.run()
    assert "not a question" in desk.sent(1)
    assert desk.one.texts["en"].description == "Is the card interest of ₹80,700 a year right?"


async def test_an_observation_of_the_models_stays_until_its_facts_move() -> None:
    desk = Desk(
        said(
            ("D02", "Card interest a year is ₹80,700."), further=[observation(["L08"], "₹20,500 is overdue.")]
        )
    )
    await desk.run()
    (own,) = (each for each in desk.insights.by_user[UID].values() if each.detector == "AI")
    await desk.run()
    assert desk.insights.by_user[UID][own.id].state is InsightState.NEW
    desk.have(INTEREST, replace(OVERDUE, value=Decimal("500.00")))
    await desk.run()
    assert desk.insights.by_user[UID][own.id].state is InsightState.RESOLVED


async def test_a_run_of_one_category_leaves_the_others_as_they_are() -> None:
    desk = Desk(GOOD, said(("D01", "The overdue amount is ₹20,500.")))
    await desk.run()
    desk.findings = [finding(OVERDUE, "D01", FindingCategory.CREDIT)]
    asked = replace(next(iter(desk.jobs.jobs.values())), id="asked", status=JobStatus.QUEUED)
    desk.jobs.jobs["asked"] = replace(asked, request={"categories": ["credit"]})
    await desk.run("asked", after_sync=False)
    assert desk.insights.by_user[UID]["D02"].state is InsightState.NEW
    assert desk.insights.by_user[UID].keys() == {"D02", "D01"}


async def test_what_is_sent_is_the_versioned_prompt_and_then_the_data() -> None:
    desk = Desk(GOOD, GOOD)
    await desk.run("a")
    (first,) = desk.model.asked
    assert first.system.startswith("You put findings about one person's money into plain words.")
    assert first.schema is not None
    assert json.loads(desk.sent()) == {
        "language": "en",
        "facts": [
            {"id": "L07", "label": "Card interest a year", "text": "₹80,700 a year", "asOf": "2026-10-31"},
            {"id": "L08", "label": "Overdue amount", "text": "₹20,500", "asOf": "2026-10-31"},
        ],
        "findings": [
            {
                "id": "D02",
                "ask": False,
                "observation": {
                    "title": "Card interest a year: ₹80,700",
                    "description": "Card interest a year is ₹80,700.",
                    "nextStep": "You could look at it.",
                },
                "figures": [
                    {
                        "id": "L07",
                        "label": "Card interest a year",
                        "text": "₹80,700 a year",
                        "asOf": "2026-10-31",
                    }
                ],
            }
        ],
    }
