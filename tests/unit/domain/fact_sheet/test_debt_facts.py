"""Debts and the credit report in figures: those of the demo people, and of recorded accounts where they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from future_finance.domain.asset_class import LiabilityClass
from future_finance.domain.consent import Scope
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.portfolio import Portfolio
from tests import dossiers
from tests.recordings import needs_recordings
from tests.unit.domain.recorded_days import RECORDED_ON


@cache
def sheet_of(person: str) -> FactSheet:
    if person in RECORDED_ON:
        return build(dossiers.of_recording(person, RECORDED_ON[person]))
    return build(dossiers.of_person(person))


def rounded(person: str, fact_id: str) -> Decimal:
    """To the tenth of a percent, or to the rupee."""
    fact = sheet_of(person).facts[fact_id]
    return round(fact.number, 1 if fact.unit == "percent" else 0)


def of_lender(person: str, code: str, lender: str) -> Decimal:
    (value,) = [fact.number for fact in sheet_of(person).keyed(code).values() if f": {lender}" in fact.label]
    return value


def debts(person: str) -> int:
    return len(sheet_of(person).keyed("L01"))


def test_rohan_pays_a_third_of_his_salary_in_emis_and_half_of_it_with_his_cards() -> None:
    assert rounded("rohan", "L05S") == Decimal("36.8")
    assert rounded("rohan", "L05T") == Decimal("47.4")


def test_rohans_cards_are_nearly_full_and_cost_80700_a_year() -> None:
    assert rounded("rohan", "C02") == Decimal("93.3")
    assert sheet_of("rohan").facts["L06"].value == "yes"
    assert rounded("rohan", "L06B") == 196_000
    assert rounded("rohan", "L07") == 80_700
    assert sorted(fact.number for fact in sheet_of("rohan").keyed("L07").values()) == [21_060, 59_640]


def test_rohan_has_five_enquiries_in_ninety_days_and_five_late_months() -> None:
    assert rounded("rohan", "C01") == 628
    assert rounded("rohan", "C03") == 5
    assert rounded("rohan", "C04") == 5


def test_rohans_three_loans_are_matched_with_the_emis_his_bank_shows() -> None:
    assert of_lender("rohan", "L01E", "Tejas") == 19_660
    assert of_lender("rohan", "L01E", "Lotuslend") == 10_574
    assert of_lender("rohan", "L01E", "Konkan") == 3_601
    assert of_lender("rohan", "L03", "Tejas") == 31
    assert debts("rohan") == 5
    assert rounded("rohan", "N08") == 0


def test_rohans_pay_later_bills_are_of_a_lender_that_fi_does_not_list() -> None:
    (fact,) = sheet_of("rohan").keyed("L10").values()
    assert fact.number == 6_300


def test_meenakshis_home_loan_has_187_months_left() -> None:
    assert of_lender("meenakshi", "L01", "Sahyadri Bank home") == 6_724_473
    assert of_lender("meenakshi", "L03", "Sahyadri Bank home") == 187
    assert of_lender("meenakshi", "L03C", "Sahyadri Bank home") == 186
    assert of_lender("meenakshi", "L02", "Sahyadri Bank home") == Decimal("65562.21")
    assert abs(of_lender("meenakshi", "L04", "Sahyadri Bank home")) < 1


def test_meenakshis_emis_take_a_fifth_of_her_salary() -> None:
    assert rounded("meenakshi", "L05S") == Decimal("21.7")


def test_harpreets_emi_takes_17_percent_of_his_income() -> None:
    assert rounded("harpreet", "L05") == Decimal("17.1")


def test_an_education_loan_has_no_schedule_since_its_repayment_begins_later() -> None:
    (key,) = sheet_of("harpreet").keyed("L03")
    assert sheet_of("harpreet").missing[f"L03C:{key}"].reason == "no_schedule"


@pytest.mark.parametrize("person", ["aarav", "priya", "meenakshi", "farida", "harpreet"])
def test_who_pays_a_card_in_full_carries_nothing_and_pays_no_interest(person: str) -> None:
    assert sheet_of(person).facts["L06"].value == "no"
    assert sheet_of(person).number("L06B") == 0
    assert sheet_of(person).number("L07") == 0


def test_without_a_card_nobody_can_tell_whether_it_is_carried_over() -> None:
    assert sheet_of("lakshmi").missing["L07"].reason == "card_unknown"


def test_kabirs_emi_without_a_loan_is_seen_though_his_rows_do_not_add_up_but_is_hardly_relied_on() -> None:
    (fact,) = sheet_of("kabir").keyed("L09").values()
    assert fact.number == 14_250
    assert fact.sufficiency < 0.4
    assert "L05" in sheet_of("kabir").missing


def test_each_debt_has_one_id_in_all_its_facts() -> None:
    sheet = sheet_of("rohan")
    known = set(sheet.keyed("L01"))
    for code in ("L01R", "L01E", "L01K", "L02", "L03", "L03C", "L04", "C02D", "L07"):
        assert set(sheet.keyed(code)) <= known


def test_what_only_the_report_knows_is_hidden_without_consent_to_the_score() -> None:
    seen = sheet_of("meenakshi").within({Scope.LIABILITIES, Scope.TRANSACTIONS})
    assert not [fact_id for fact_id in seen.facts if fact_id.startswith(("L01R", "L02", "L03", "C0"))]
    assert len(seen.keyed("L01")) == 4


def test_a_debt_that_the_person_entered_may_name_somebody() -> None:
    owed = ManualEntry("m1", LiabilityClass.PERSONAL_DEBT, "Suresh mama", 5_000_00, date(2026, 11, 1))
    sheet = build(Dossier(date(2026, 11, 24), Portfolio((), (owed,))))
    fact = sheet.facts["L01:you-m1"]
    assert (fact.number, fact.sources, fact.names) == (5_000, ("you",), ("Suresh mama",))


@needs_recordings
def test_recorded_loans_end_in_11_and_14_months_at_what_is_paid() -> None:
    assert of_lender("7777777777", "L03", "Bajaj") == 11
    assert of_lender("7777777777", "L03", "HDFC") == 14
    assert round(of_lender("7777777777", "L02", "Bajaj")) == 5_423
    assert round(of_lender("7777777777", "L02", "HDFC")) == 10_501
    assert round(of_lender("7777777777", "L04", "Bajaj")) == 20_171
    assert round(of_lender("7777777777", "L04", "HDFC")) == -144_370


@needs_recordings
@pytest.mark.parametrize(
    ("account", "fact_id", "value"),
    [
        ("7777777777", "L05", "27.7"),
        ("7777777777", "L05C", "32.4"),
        ("7777777777", "L07", "17395"),
        ("7777777777", "L08", "20500"),
        ("7777777777", "C02", "94.7"),
        ("7777777777", "C03", "4"),
        ("7777777777", "C04", "6"),
        ("7777777777", "N08", "0"),
        ("1313131313", "L05", "17.3"),
        ("1313131313", "L07", "0"),
        ("1313131313", "L08", "0"),
        ("1313131313", "C01", "795"),
        ("1313131313", "C02", "3.7"),
        ("1313131313", "C03", "0"),
        ("1313131313", "C04", "0"),
        ("8888888888", "L05", "0.0"),
        ("1414141414", "L05", "64.4"),
        ("1414141414", "L07", "49480"),
        ("1414141414", "C02", "60.4"),
        ("1414141414", "L08", "11300"),
        ("2222222222", "N08", "11000"),
        ("2222222222", "L08", "47000"),
        ("2222222222", "C02", "2.2"),
        ("2222222222", "C04", "10"),
        ("2222222222", "C04K", "12"),
    ],
)
def test_recorded_figures_are_those_worked_out_by_hand(account: str, fact_id: str, value: str) -> None:
    assert rounded(account, fact_id) == Decimal(value)


@needs_recordings
def test_a_recorded_home_loan_runs_223_months_where_its_contract_has_179() -> None:
    assert of_lender("1414141414", "L03", "SBI") == 223
    assert of_lender("1414141414", "L03C", "SBI") == 179


@needs_recordings
def test_recorded_enquiries_later_than_their_report_are_refused() -> None:
    assert sheet_of("2222222222").missing["C03"].reason == "dates_conflict"


@needs_recordings
def test_six_recorded_debts_are_found_where_fi_lists_three_classes_without_accounts() -> None:
    assert debts("2222222222") == 6
    assert debts("7777777777") == 3


@needs_recordings
def test_a_recorded_emi_without_a_loan_and_bills_of_an_unknown_card_are_seen() -> None:
    assert [fact.number for fact in sheet_of("1313131313").keyed("L09").values()] == [45_000]
    assert [fact.number for fact in sheet_of("8888888888").keyed("L10").values()] == [45_650]
    assert sum(fact.number for fact in sheet_of("7777777777").keyed("L10").values()) == 6_250
    assert [fact.number for fact in sheet_of("7777777777").keyed("L12").values()] == [8_530]
    assert not sheet_of("7777777777").keyed("L09")
