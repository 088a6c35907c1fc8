"""fetch_credit_report: numbers in strings, and what is left out on purpose."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from future_finance.adapters.fi_mcp.credit_report import read_credit_report
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.snapshot import CreditReport
from tests.fakes.fi_answers import credit_report, tradeline


def read(answer: dict[str, Any], warnings: set[str] | None = None) -> CreditReport:
    found = read_credit_report(Node(answer), set() if warnings is None else warnings)
    assert found is not None
    return found


def test_a_card_is_read_from_strings() -> None:
    found = read(credit_report(tradeline()))
    line = found.tradelines[0]

    assert (found.bureau, found.score, found.report_date) == ("Experian", 742, date(2026, 9, 15))
    assert (line.portfolio, line.opened_on, line.reported_on) == (
        "revolving",
        date(2022, 1, 20),
        date(2026, 8, 30),
    )
    assert (line.balance_minor, line.overdue_minor, line.limit_minor) == (3100000, 50000, 7500000)
    assert (line.rate_pct, line.tenure_months, line.payment_history) == (Decimal("24.5"), 0, "0000000000??")


def test_a_closed_loan_without_limit_or_rate() -> None:
    sent = tradeline(portfolioType="I", accountType="05", accountStatus="13", currentBalance="0")
    for missing in ("creditLimitAmount", "rateOfInterest"):
        del sent[missing]
    line = read(credit_report(sent)).tradelines[0]
    assert (line.closed, line.portfolio, line.limit_minor, line.rate_pct) == (True, "instalment", None, None)


def test_neither_the_date_of_birth_nor_why_a_lender_asked_is_kept() -> None:
    found = read(credit_report(tradeline()))
    assert found.enquiries[0].lender == "Navi"
    assert found.enquiries[0].on == date(2026, 9, 1)
    assert found.enquiries_90d_stated == 1
    kept = repr(found)
    assert "1993" not in kept
    assert "99" not in kept.replace("1999", "")


@pytest.mark.parametrize(
    ("born", "is_minor"), [("20080915", False), ("20080916", True), ("", False), ("19930515", False)]
)
def test_only_whether_the_person_is_of_age_is_kept(born: str, is_minor: bool) -> None:
    assert read(credit_report(born=born)).is_minor is is_minor


@pytest.mark.parametrize("score", ["-1", "0", "1200"])
def test_a_score_outside_the_scale_is_no_score(score: str) -> None:
    warnings: set[str] = set()
    assert read(credit_report(score=score), warnings).score is None
    assert warnings == {"score_out_of_range"}


def test_the_newest_of_several_reports_is_taken() -> None:
    warnings: set[str] = set()
    older, newer = credit_report(score="600"), credit_report(score="700")
    older["creditReports"][0]["creditReportData"]["creditProfileHeader"]["reportDate"] = "20210101"
    both = {"creditReports": [*newer["creditReports"], *older["creditReports"]]}
    assert read(both, warnings).score == 700
    assert warnings == {"several_credit_reports"}


def test_two_tradelines_of_one_lender_keep_ids_of_their_own() -> None:
    found = read(credit_report(tradeline(), tradeline(), tradeline(accountType="05")))
    assert len({line.id for line in found.tradelines}) == 3


@pytest.mark.parametrize("odd", ["00000000", "20261301", "2022-01-20", "-", 20220120])
def test_an_odd_day_on_a_report_costs_only_itself(odd: object) -> None:
    warnings: set[str] = set()
    sent = credit_report(tradeline(openDate=odd, dateReported=odd, dateClosed=odd))
    data = sent["creditReports"][0]["creditReportData"]
    data["caps"]["capsApplicationDetailsArray"][0]["DateOfRequest"] = odd
    data["currentApplication"]["currentApplicationDetails"]["currentApplicantDetails"] = {
        "dateOfBirthApplicant": odd
    }
    found = read(sent, warnings)

    line = found.tradelines[0]
    assert (line.opened_on, line.reported_on, line.balance_minor) == (None, None, 3100000)
    assert found.enquiries[0].on is None
    assert not found.is_minor
    assert warnings == {"unreadable_date"}


@pytest.mark.parametrize("unknown", ["", "N/A", None])
def test_a_day_a_report_does_not_know_is_nothing_odd(unknown: str | None) -> None:
    warnings: set[str] = set()
    line = read(credit_report(tradeline(openDate=unknown, dateReported=unknown)), warnings).tradelines[0]
    assert (line.opened_on, line.reported_on) == (None, None)
    assert not warnings


@pytest.mark.parametrize("odd", ["00000000", "", "2026-09-15"])
def test_a_report_of_an_odd_day_is_refused(odd: str) -> None:
    sent = credit_report(tradeline())
    sent["creditReports"][0]["creditReportData"]["creditProfileHeader"]["reportDate"] = odd
    with pytest.raises(Refused) as refused:
        read(sent)
    assert refused.value.reason is Reason.BAD_DATE


def test_a_report_without_a_date_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read({"creditReports": [{"creditReportData": {}, "vendor": "EXPERIAN"}]})
    assert refused.value.reason is Reason.BAD_DATE


def test_no_report_is_empty() -> None:
    assert read_credit_report(Node({"creditReports": []}), set()) is None
