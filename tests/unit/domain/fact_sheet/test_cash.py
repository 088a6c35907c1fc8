"""Facts of money at hand, income and spending."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from future_finance.domain.cash_flow.reading import read_rows
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet import cash
from future_finance.domain.facts import FactSheet
from tests.dossiers import of_person, of_recording
from tests.recordings import needs_recordings
from tests.unit.domain.cash_flow.rows import statement

LEVELS = ("T01", "T02", "T02R", "T03", "T04", "T04V", "T05", "T06", "T08", "T10")


def facts(dossier: Dossier) -> FactSheet:
    book = FactBook(dossier.today)
    cash.enter(dossier, read_rows(dossier), book)
    return book.sheet()


@pytest.mark.parametrize(
    ("slug", "savings_rate", "months"),
    [
        ("aarav", "15.4", "2.19"),
        ("priya", "32.3", "3.57"),
        ("rohan", "-15.4", "0.46"),
        ("meenakshi", "27.8", "3.56"),
        ("farida", "9.9", "2.43"),
        ("harpreet", "15.5", "21.76"),
        ("lakshmi", "3.1", "46.72"),
    ],
)
def test_savings_rates_and_months_at_hand_of_the_demo_people(
    slug: str, savings_rate: str, months: str
) -> None:
    sheet = facts(of_person(slug))
    assert round(sheet.facts["T03"].number, 1) == Decimal(savings_rate)
    assert sheet.facts["Q02"].number == Decimal(months)


def test_without_deposits_her_money_at_hand_lasts_less_than_two_months() -> None:
    sheet = facts(of_person("meenakshi"))
    lately = sheet.facts["T02R"].number
    assert round(sheet.facts["Q01S"].number / lately, 2) == Decimal("1.79")
    lakshmi = facts(of_person("lakshmi"))
    assert round(lakshmi.facts["Q01S"].number / lakshmi.facts["T02R"].number, 2) == Decimal("4.89")


def test_months_without_income_weigh_in_an_irregular_one() -> None:
    sheet = facts(of_person("farida"))
    assert sheet.facts["T01"].value == Decimal("86916.67")
    assert [key for key, fact in sheet.keyed("T01M").items() if not fact.number] == ["2026-01", "2026-06"]


def test_a_month_of_high_spending_stands_beside_those_before_it() -> None:
    months = facts(of_person("aarav")).keyed("T02M")
    assert months["2026-10"].value == Decimal("42647.00")
    before = [months[f"2026-{month:02}"].number for month in range(4, 10)]
    assert round(sum(before) / 6) == 30_664


def test_interest_counts_as_income() -> None:
    lakshmi = facts(of_person("lakshmi"))
    assert sum(fact.number for fact in lakshmi.keyed("T01M").values()) == 7_00_360
    july = facts(of_person("harpreet")).facts["T01M:2026-07"]
    assert july.value == Decimal(136_000 + 18_900)


def test_fees_and_bounces_of_the_year() -> None:
    rohan = facts(of_person("rohan"))
    assert (rohan.facts["T09"].value, rohan.facts["T09N"].value) == (Decimal("2124.00"), 3)
    assert facts(of_person("priya")).facts["T09"].value == 0


def test_fees_of_the_latest_three_months_are_those_of_91_days() -> None:
    charged = [
        (date(2026, 7, 1), "debit", 150, "SMS ALERT CHGS"),
        (date(2026, 8, 25), "debit", 250, "AMB CHGS"),
        (date(2026, 8, 26), "debit", 118, "AMB CHGS"),
        (date(2026, 11, 20), "debit", 59, "SMS ALERT CHGS"),
    ]
    sheet = facts(Dossier(date(2026, 11, 24), rows=tuple(statement(charged))))
    assert (sheet.facts["T09"].value, sheet.facts["T09Q"].value) == (Decimal(577), Decimal(177))


def test_categories_of_a_month_sum_to_its_spending() -> None:
    sheet = facts(of_person("meenakshi"))
    for month, spent in sheet.keyed("T02M").items():
        parts = [fact for key, fact in sheet.keyed("T02C").items() if key.startswith(month)]
        assert sum(fact.number for fact in parts) == spent.number


def test_the_mean_of_the_months_is_the_level() -> None:
    sheet = facts(of_person("priya"))
    for level, month in (("T01", "T01M"), ("T02", "T02M")):
        mean = sum(fact.number for fact in sheet.keyed(month).values()) / 12
        assert sheet.facts[level].number == round(mean, 2)


def test_rows_that_do_not_add_up_give_reasons_instead_of_figures() -> None:
    sheet = facts(of_person("kabir"))
    for code in (*LEVELS, "T01M", "T02M", "T02C", "T07", "T09", "T09Q", "T11"):
        assert sheet.missing[code].reason == "ledger_rejected"
    assert not [fact for fact in sheet.facts if fact.startswith("T")]
    assert sheet.missing["Q02"].reason == "no_spending"


def test_without_a_bank_there_is_a_reason_for_everything() -> None:
    sheet = facts(Dossier(date(2026, 11, 24)))
    assert not sheet.facts
    assert {sheet.missing[code].reason for code in LEVELS} == {"no_ledger"}
    assert sheet.missing["Q01"].reason == "no_balance"


def test_less_than_a_month_gives_no_level_but_what_was_spent_so_far() -> None:
    rows = statement(
        (date(2026, 11, day), "debit", 100, "UPI-SWIGGY-S@YBL-YESB0YBLUPI-412345678901-UPI")
        for day in range(1, 16)
    )
    sheet = facts(Dossier(date(2026, 11, 16), rows=tuple(rows)))
    assert sheet.missing["T02"].reason == "too_short"
    so_far = sheet.facts["T02P:2026-11"]
    assert (so_far.value, so_far.caveats) == (Decimal("1500.00"), ("part_month",))


def test_interest_is_left_out_of_a_level_of_two_months() -> None:
    dossier = of_person("lakshmi", 1)
    sheet = facts(dossier)
    assert sheet.facts["T01"].value == Decimal("43500.00")
    assert "interest_left_out" in sheet.facts["T01"].caveats


def test_each_fact_names_the_documents_it_was_read_from() -> None:
    sheet = facts(of_person("priya"))
    assert sheet.facts["T02M:2026-10"].sources == ("ledger/fi-test_2026-10",)
    assert sheet.facts["T02R"].sources == tuple(
        f"ledger/fi-test_2026-{month}" for month in ("08", "09", "10")
    )
    assert len(sheet.facts["T01"].sources) == 12
    assert sheet.facts["Q02"].inputs == ("Q01", "T02R")


def test_people_are_named_in_names_and_never_in_an_id() -> None:
    streams = facts(of_person("priya")).keyed("T07")
    (rent,) = [fact for key, fact in streams.items() if key.startswith("rent-")]
    assert rent.names == ("Geetha Ramesh",)
    assert "geetha" not in "".join(streams)
    assert all(not fact.names for key, fact in streams.items() if key.startswith("mutual-fund-"))


def test_a_mandate_that_stopped_is_no_longer_a_recurring_payment() -> None:
    keys = [key for key in facts(of_person("priya")).keyed("T07") if key.startswith("mutual-fund-")]
    assert len(keys) == 4


def test_labels_are_told_in_both_languages() -> None:
    fact = facts(of_person("priya")).facts["T02C:2026-10:rent"]
    assert (fact.label, fact.label_hi) == ("Rent in October 2026", "अक्टूबर 2026 में किराया")


def test_facts_of_the_ledger_age() -> None:
    dossier = of_person("priya")
    now, later = facts(dossier), facts(replace(dossier, today=date(2027, 2, 24)))
    assert later.facts["T02"].value == now.facts["T02"].value
    assert later.facts["T02"].sufficiency < now.facts["T02"].sufficiency
    assert "stale" in later.facts["T02"].caveats


RECORDED = {
    "7777777777": (
        date(2024, 7, 22),
        {
            "Q01": "5210", "Q02": "0.12", "T01": "75000", "T02": "42808.50", "T03": "42.92", "T04": "0", "T05": "32191.50",
            "T06": "60.00", "T09": "472", "T09N": "1", "T10": "3125", "T11": "-30410",
        },
    ),
    "1313131313": (
        date(2024, 7, 20),
        {
            "Q01": "480000", "Q02": "2.71", "T01": "260000", "T02": "177275", "T03": "31.82", "T04": "32.69", "T05": "-2275",
            "T06": "34.56", "T09": "0", "T10": "0", "T11": "41000",
        },
    ),
    "8888888888": (
        date(2024, 7, 25),
        {
            "Q01": "150000", "Q02": "1.93", "T01": "120000", "T02": "77725", "T03": "35.23", "T04": "22.08", "T05": "15775",
            "T06": "44.13", "T08": "25.00", "T09": "0", "T10": "0", "T11": "-2300",
        },
    ),
    "2222222222": (date(2025, 7, 9), {"Q01S": "8571"}),
}  # fmt: skip


@needs_recordings
@pytest.mark.parametrize("account", RECORDED)
def test_figures_of_recorded_accounts(account: str) -> None:
    today, expected = RECORDED[account]
    sheet = facts(of_recording(account, today))
    found = {code: sheet.facts[code].value for code in expected}
    assert found == {code: Decimal(value) for code, value in expected.items()}


@needs_recordings
def test_a_ledger_with_much_unseen_movement_is_little_relied_on() -> None:
    today, _ = RECORDED["7777777777"]
    sheet = facts(of_recording("7777777777", today))
    assert sheet.facts["T03"].sufficiency < 0.4
    assert {"unseen_movement", "partial_ledger", "part_month"} <= set(sheet.facts["T03"].caveats)


def test_an_income_of_nothing_is_never_claimed() -> None:
    lines = [
        (date(2026, month, day), "debit", 100 * day, "UPI-SWIGGY-S@YBL-YESB0YBLUPI-412345678901-UPI")
        for month in (8, 9, 10)
        for day in (2, 12, 25)
    ]
    lines += [
        (date(2026, 9, 1), "credit", 70_000, "UPI-A FRIEND-F@OKSBI-SBIN0000001-412345678901-UPI"),
    ]
    sheet = facts(Dossier(date(2026, 11, 2), rows=tuple(statement(sorted(lines)))))
    assert sheet.facts["T02"].value == Decimal("3900.00")
    for code in ("T01", "T03", "T04", "T05", "T08", "T01M"):
        assert sheet.missing[code].reason == "no_income"
    assert not sheet.keyed("T01M")


def test_fees_say_of_what_time_they_are() -> None:
    sheet = facts(of_person("rohan"))
    assert sheet.facts["T09"].label == "Bank fees and penalties of the latest year"
    assert sheet.facts["T09N"].label_hi == "पिछले एक साल के बाउंस भुगतान"
