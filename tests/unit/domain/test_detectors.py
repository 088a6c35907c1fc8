"""Who is told what: the demo people, and recorded accounts where they are."""

from __future__ import annotations

from functools import cache

import pytest

from future_finance.domain.advice_guard import review
from future_finance.domain.detectors import detect
from future_finance.domain.fact_sheet import build
from future_finance.domain.finding import Finding, ImpactKind, Severity
from future_finance.domain.grounding import verify
from tests import dossiers
from tests.recordings import FOLDER, needs_recordings
from tests.unit.domain.recorded_days import RECORDED_ON

PEOPLE = ("aarav", "priya", "rohan", "meenakshi", "farida", "harpreet", "lakshmi", "kabir")
EVERYONE = (*PEOPLE, *(RECORDED_ON if FOLDER.is_dir() else ()))


@cache
def findings_of(person: str) -> tuple[Finding, ...]:
    if person in RECORDED_ON:
        dossier = dossiers.of_recording(person, RECORDED_ON[person])
    else:
        dossier = dossiers.of_person(person)
    return detect(build(dossier), dossier.profile)


def fired(person: str) -> set[str]:
    return {finding.detector for finding in findings_of(person)}


def finding(person: str, detector: str) -> Finding:
    (found,) = [one for one in findings_of(person) if one.id.startswith(detector)]
    return found


def rupees(found: Finding) -> int:
    return round(found.impact.minor / 100)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("aarav", "S01 B01"),
        ("priya", "S04 R01 B01"),
        ("rohan", "D02 C01 C02 D08 S01 S02 S04 R01 D04"),
        ("meenakshi", "I01 I02 R01 V06"),
        ("farida", "S01"),
        ("harpreet", "S05"),
        ("lakshmi", "I01 I02 X02"),
        ("kabir", "V01 V02 V03 V05 V06 D03 I02 R01"),
    ],
)
def test_each_demo_person_is_told_what_concerns_them_and_nothing_else(person: str, expected: str) -> None:
    assert fired(person) == set(expected.split())


@needs_recordings
@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("2222222222", "V01 V02 V03 V05 D01 D04 R01"),
        ("4444444444", "V01 V02 V03 V05 D01 D04 R01"),
        ("7777777777", "V01 V04 V05 V06 D01 D02 D04 D06 D07 D08 D09 C01 C02 S01 I01 I02 R01 R02 R03"),
        ("1313131313", "V01 V02 V04 V05 D03 S01 S02 I02 R01 R02 X01"),
        ("8888888888", "V01 V05 D04 S01 I03 R02"),
        ("1414141414", "V05 V06 D01 D02 D05 D06 C01 S01 R02 R03"),
        ("2525252525", "V04 D04"),
    ],
)
def test_each_recorded_account_fires_what_was_worked_out_by_hand(account: str, expected: str) -> None:
    assert fired(account) == set(expected.split())


@pytest.mark.parametrize("person", EVERYONE)
def test_every_figure_of_every_text_is_a_fact_of_its_finding(person: str) -> None:
    wrong = [
        (one.id, part, verdict.unsupported)
        for one in findings_of(person)
        for part in texts(one)
        if not (verdict := verify(part, one.facts)).ok
    ]
    assert not wrong


@pytest.mark.parametrize("person", EVERYONE)
def test_no_text_advises_promises_or_names_what_to_do_with_a_security(person: str) -> None:
    wrong = [(one.id, part) for one in findings_of(person) for part in texts(one) if review(part)]
    assert not wrong


@pytest.mark.parametrize("person", EVERYONE)
def test_every_template_is_filled_and_exists_in_both_languages(person: str) -> None:
    for one in findings_of(person):
        for part in texts(one):
            assert part
            assert "{" not in part
        hindi = (one.text_hi.title, one.text_hi.description, one.text_hi.next_step)
        assert all(any("\u0900" <= letter <= "\u097f" for letter in part) for part in hindi)


@pytest.mark.parametrize("person", EVERYONE)
def test_ids_are_unique_and_the_same_on_the_next_run(person: str) -> None:
    ids = [one.id for one in findings_of(person)]
    assert len(set(ids)) == len(ids)
    dossier = (
        dossiers.of_recording(person, RECORDED_ON[person])
        if person in RECORDED_ON
        else dossiers.of_person(person)
    )
    assert [one.id for one in detect(build(dossier), dossier.profile)] == ids


@pytest.mark.parametrize("person", EVERYONE)
def test_what_is_unsure_is_asked_and_never_of_high_severity(person: str) -> None:
    for one in findings_of(person):
        if one.confidence < 0.4:
            assert one.as_question
        if one.as_question:
            assert one.severity is not Severity.HIGH
            assert "?" in one.text.title


def test_farida_is_never_told_that_she_missed_advance_tax() -> None:
    said = " ".join(part.lower() for one in findings_of("farida") for part in texts(one))
    assert "advance tax" not in said
    assert "tax" not in {one.category.value for one in findings_of("farida")}


def test_farida_is_held_against_six_months_since_her_income_is_uneven() -> None:
    assert "Held against 6 months" in finding("farida", "S01").text.description


def test_rohans_cards_cost_80700_a_year() -> None:
    found = finding("rohan", "D02")
    assert (found.impact.kind, rupees(found), found.impact.is_estimate) == (
        ImpactKind.PER_YEAR,
        -80_700,
        True,
    )


def test_rohans_fees_of_the_year_are_2124() -> None:
    assert rupees(finding("rohan", "D08")) == -2_124


def test_rohan_is_told_loudest_what_presses_most() -> None:
    high = {one.detector for one in findings_of("rohan") if one.severity is Severity.HIGH}
    assert high == {"C01", "S01", "S02"}


def test_aaravs_october_is_held_against_the_mean_of_six_months() -> None:
    description = finding("aarav", "B01").text.description
    assert "₹42,647" in description
    assert "₹30,664" in description


def test_priyas_card_bill_is_up_by_45_7_percent_and_her_old_fund_is_412000() -> None:
    assert "45.7%" in finding("priya", "B01:card_bill").text.description
    assert "₹4,12,000" in finding("priya", "R01").text.title


def test_meenakshis_regular_plans_are_a_range_and_her_employers_stock_a_fifth() -> None:
    assert "₹19,200 to ₹46,080 a year" in finding("meenakshi", "I01").text.title
    assert "20%" in finding("meenakshi", "I02").text.title


def test_harpreets_notice_speaks_of_his_salary_bank_alone() -> None:
    assert finding("harpreet", "S05").id == "S05:satluj-state-bank"


def test_lakshmis_note_has_the_tax_and_the_interest_it_was_taken_from() -> None:
    description = finding("lakshmi", "X02").text.description
    assert "₹17,836" in description
    assert "₹1,78,360" in description


def test_kabirs_loan_that_nobody_lists_is_asked_about_since_his_rows_do_not_add_up() -> None:
    assert finding("kabir", "D03").as_question


@needs_recordings
@pytest.mark.parametrize(
    ("account", "detector", "amount"),
    [
        ("7777777777", "D01", -20_500),
        ("7777777777", "D02", -17_395),
        ("7777777777", "D04", -6_250),
        ("7777777777", "D08", -472),
        ("1414141414", "D01", -11_300),
        ("1414141414", "D02", -49_480),
        ("2222222222", "D01", -47_000),
        ("2222222222", "D04", -11_000),
        ("8888888888", "D04", -45_650),
        ("1313131313", "D03", -45_000),
        ("1313131313", "V02:total", -5_000),
        ("1313131313", "V02:mutual_funds", -822_495),
        ("2222222222", "V02:savings", -186_726),
    ],
)
def test_recorded_impacts_are_those_worked_out_by_hand(account: str, detector: str, amount: int) -> None:
    assert rupees(finding(account, detector)) == amount


@needs_recordings
def test_a_recorded_overdue_of_years_ago_is_of_medium_severity_and_asked() -> None:
    found = finding("2222222222", "D01")
    assert (found.severity, found.as_question) == (Severity.MEDIUM, True)
    assert finding("7777777777", "D01").severity is Severity.HIGH


@needs_recordings
def test_a_recorded_shortfall_is_shown() -> None:
    assert "₹83,175" in finding("8888888888", "S01").text.description


@needs_recordings
def test_recorded_spending_above_income_of_two_months_is_low_and_not_annualised() -> None:
    found = finding("1313131313", "S02")
    assert (found.severity, found.impact.kind) == (Severity.LOW, ImpactKind.ONE_TIME)


def texts(one: Finding) -> list[str]:
    parts = [
        part for text in (one.text, one.text_hi) for part in (text.title, text.description, text.next_step)
    ]
    return [*parts, *(said for step in one.steps for said in (step.text, step.text_hi))]
