"""The written rules of detectors at their edges, on sheets made by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.detectors import detect
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet
from future_finance.domain.finding import Finding, ImpactKind, Severity
from future_finance.domain.grounding import verify
from future_finance.domain.profile import Budget, Profile
from tests import dossiers

TODAY = date(2026, 11, 24)
AS_OF = date(2026, 11, 20)


def sheet(sufficiency: float = 1.0, **values: str) -> FactSheet:
    """Facts by id, "__" standing for ":"."""
    book = FactBook(TODAY)
    for name, value in values.items():
        code, _, key = name.replace("__", ":").partition(":")
        exact = Decimal(value) if value.lstrip("-").replace(".", "").isdigit() else value
        label = f"{code} of the {key} loan" if key else ""
        book.enter(code, exact, AS_OF, key=key.replace("_", "-"), label=label, sufficiency=sufficiency)
    return book.sheet()


def found(of: FactSheet, detector: str, profile: Profile | None = None) -> list[Finding]:
    return [one for one in detect(of, profile or Profile()) if one.detector == detector]


def months(code: str, *amounts: int) -> FactBook:
    book = FactBook(TODAY)
    for number, amount in enumerate(amounts, 1):
        book.enter(code, Decimal(amount), AS_OF, key=f"2026-{number:02}", label=f"Sum of month {number}")
    return book


def test_an_empty_sheet_has_no_findings() -> None:
    assert detect(FactSheet(TODAY), Profile()) == ()


@pytest.mark.parametrize(
    ("foir", "severity"),
    [("39.99", None), ("40", Severity.MEDIUM), ("49.99", Severity.MEDIUM), ("50", Severity.HIGH)],
)
def test_emis_are_told_from_40_percent_of_income_and_loudly_from_50(
    foir: str, severity: Severity | None
) -> None:
    fired = found(sheet(L05=foir, T01="80000"), "D05")
    assert [one.severity for one in fired] == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("used", "severity"),
    [("29.99", None), ("30", Severity.MEDIUM), ("74.99", Severity.MEDIUM), ("75", Severity.HIGH)],
)
def test_one_full_card_is_enough(used: str, severity: Severity | None) -> None:
    fired = found(sheet(C02="10", C02D__a=used, C02D__b="1"), "C01")
    assert [one.severity for one in fired] == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("lasts", "severity"),
    [("0.99", Severity.HIGH), ("1", Severity.MEDIUM), ("2.99", Severity.MEDIUM), ("3", None)],
)
def test_money_at_hand_is_held_against_three_months(lasts: str, severity: Severity | None) -> None:
    fired = found(sheet(Q02=lasts, Q01="50000", T02R="50000"), "S01")
    assert [one.severity for one in fired] == ([] if severity is None else [severity])


def test_an_uneven_income_is_held_against_six_months() -> None:
    book = months("T01M", 90_000, 0, 90_000, 0, 90_000, 90_000)
    for code, value in (("Q02", "5"), ("Q01", "250000"), ("T02R", "50000")):
        book.enter(code, Decimal(value), AS_OF)
    (fired,) = found(book.sheet(), "S01")
    assert fired.severity is Severity.LOW
    assert "6 months" in fired.text.description


def test_a_bonus_does_not_make_an_income_uneven() -> None:
    book = months("T01M", 90_000, 90_000, 90_000, 90_000, 90_000, 190_000)
    for code, value in (("Q02", "5"), ("Q01", "250000"), ("T02R", "50000")):
        book.enter(code, Decimal(value), AS_OF)
    assert not found(book.sheet(), "S01")


@pytest.mark.parametrize(
    ("interest", "severity"),
    [("7199", Severity.LOW), ("7200", Severity.MEDIUM), ("59999", Severity.MEDIUM), ("60000", Severity.HIGH)],
)
def test_a_yearly_cost_is_medium_from_1_percent_of_income_and_high_from_a_month_of_it(
    interest: str, severity: Severity
) -> None:
    (fired,) = found(sheet(L06="yes", L06B="1", L07=interest, T01="60000"), "D02")
    assert fired.severity is severity


@pytest.mark.parametrize("sufficiency", [0.39, 0.4])
def test_below_a_confidence_of_0_4_it_is_asked_and_no_longer_high(sufficiency: float) -> None:
    (fired,) = found(sheet(sufficiency, L08="20500"), "D01")
    unsure = sufficiency < 0.4
    assert fired.confidence == sufficiency
    assert fired.as_question is unsure
    assert fired.severity is (Severity.MEDIUM if unsure else Severity.HIGH)
    assert fired.text.title.startswith("Is this right?") is unsure
    assert fired.text_hi.title.startswith("क्या यह सही है?") is unsure


def test_a_loan_in_default_is_told_even_where_nothing_is_stated_as_overdue() -> None:
    (fired,) = found(sheet(L08="0", L01__a="125000", L08S__a="active_default"), "D01")
    assert fired.id == "D01:a"
    assert fired.impact.minor == -125_000_00


def test_who_pays_in_full_is_not_told_of_card_interest() -> None:
    assert not found(sheet(L06="no", L06B="0", L07="0"), "D02")


def test_a_loan_that_its_emi_does_not_cover_is_told_as_never_ending() -> None:
    book = FactBook(TODAY)
    for code, value in (("L01", "100000"), ("L01R", "12"), ("L01E", "900")):
        book.enter(code, Decimal(value), AS_OF, key="a", label=f"{code}: Tejas Finance loan")
    book.miss("L03", "never_ends", "It does not cover the interest.", key="a")
    (fired,) = found(book.sheet(), "D06")
    assert "does not cover the interest" in fired.text.title


@pytest.mark.parametrize(("left", "fires"), [("72", False), ("73", True)])
def test_a_loan_runs_long_from_more_than_a_year_beyond_its_contract(left: str, fires: bool) -> None:
    of = sheet(L01__a="1000000", L01R__a="9", L01E__a="17500", L03__a=left, L03C__a="60", L04__a="0")
    assert bool(found(of, "D06")) is fires


def test_a_longer_run_costs_the_difference_of_interest() -> None:
    of = sheet(L01__a="1000000", L01R__a="12", L01E__a="14347.09", L03__a="120", L03C__a="60")
    (fired,) = found(of, "D06")
    # 120 EMIs of 14,347.09 against 60 of 22,244.45, by the EMI formula
    assert abs(fired.impact.minor - -(120 * 14_347_09 - 60 * 22_244_45)) < 10_00
    assert fired.impact.is_estimate


def test_idle_money_is_what_lies_beyond_six_months_and_50000_at_dated_rates() -> None:
    (fired,) = found(sheet(Q01S="600000", T02R="50000"), "S03")
    assert fired.impact.minor == 10_000_00  # 2,50,000 at 4 points
    assert set(fired.impact.assumption_ids) == {"deposit_rate", "savings_rate"}
    assert not found(sheet(Q01S="350000", T02R="50000"), "S03")


@pytest.mark.parametrize(
    ("bounces", "lately", "fires"), [("0", "299.99", False), ("0", "300", True), ("1", "0", True)]
)
def test_fees_are_told_from_300_in_three_months_or_of_any_bounce(
    bounces: str, lately: str, fires: bool
) -> None:
    assert bool(found(sheet(T09="2400", T09Q=lately, T09N=bounces), "D08")) is fires


def test_four_months_are_needed_to_call_a_month_high() -> None:
    assert not found(months("T02M", 30_000, 30_000, 60_000).sheet(), "B01")
    assert found(months("T02M", 30_000, 30_000, 30_000, 60_000).sheet(), "B01")


@pytest.mark.parametrize(("latest", "fires"), [(37_499, False), (37_500, True)])
def test_a_month_is_high_from_a_quarter_above_the_months_before(latest: int, fires: bool) -> None:
    assert bool(found(months("T02M", 30_000, 30_000, 30_000, latest).sheet(), "B01")) is fires


def test_a_small_rise_is_not_told_however_large_its_share() -> None:
    assert not found(months("T02M", 1_000, 1_000, 1_000, 2_999).sheet(), "B01")


def test_a_budget_is_held_against_the_latest_full_month_of_its_category() -> None:
    book = months("T02M", 30_000, 30_000)
    for month, spent in (("2026-01", 9_000), ("2026-02", 6_400)):
        book.enter("T02C", Decimal(spent), AS_OF, key=f"{month}:food", label=f"Eating out in {month}")
    over = found(book.sheet(), "B02", Profile(budgets=(Budget("food", 5_000_00),)))
    assert [(one.id, one.impact.minor) for one in over] == [("B02:food", -1_400_00)]
    assert not found(book.sheet(), "B02", Profile(budgets=(Budget("food", 6_400_00),)))


def test_a_category_without_spending_in_the_latest_month_is_within_its_budget() -> None:
    book = months("T02M", 30_000, 30_000)
    book.enter("T02C", Decimal(9_000), AS_OF, key="2026-01:food", label="Eating out in January")
    assert not found(book.sheet(), "B02", Profile(budgets=(Budget("food", 5_000_00),)))


def test_a_fund_record_older_than_the_mandate_by_more_than_45_days_is_old_and_not_wrong() -> None:
    for record_day, fires in ((date(2026, 10, 6), True), (date(2026, 10, 5), False)):
        book = FactBook(TODAY)
        book.enter("M06B", Decimal(5_000), AS_OF, key="himadri", label="SIP by the bank")
        book.enter("M06M", Decimal(4_000), record_day, key="himadri", label="SIP by the fund records")
        assert bool(found(book.sheet(), "I03")) is fires


def test_a_gap_of_1_percent_of_assets_is_medium() -> None:
    for gap, severity in (("-9999", Severity.LOW), ("-10000", Severity.MEDIUM)):
        (fired,) = found(sheet(N02D=gap, N01A="1000000"), "V02")
        assert fired.severity is severity
        assert fired.impact.kind is ImpactKind.AT_RISK


def test_detectors_take_no_more_than_what_the_consents_allow() -> None:
    dossier = dossiers.of_person("rohan")
    seen = build(dossier).within({"assets"})
    facts = {fact.id for one in detect(seen, dossier.profile) for fact in one.facts if fact.scopes}
    assert facts <= set(seen.facts)
    assert not [one for one in detect(seen, dossier.profile) if one.detector.startswith(("D", "C"))]


@given(
    st.integers(min_value=1, max_value=10**9).map(lambda paise: Decimal(paise) / 100),
    st.integers(min_value=1, max_value=10**9).map(lambda paise: Decimal(paise) / 100),
)
def test_any_amount_is_worded_as_it_is(interest: Decimal, balance: Decimal) -> None:
    (fired,) = found(sheet(L06="yes", L06B=str(balance), L07=str(interest)), "D02")
    for text in (fired.text, fired.text_hi):
        assert verify(text.description, fired.facts).ok
