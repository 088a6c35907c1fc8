"""fetch_credit_report: the newest report, without the person's date of birth or why lenders asked."""

from __future__ import annotations

from datetime import date

from future_finance.adapters.fi_mcp.day import compact_day, optional_day, required
from future_finance.adapters.fi_mcp.identity import Identities
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.number import number, paise, whole
from future_finance.domain.snapshot import CreditReport, Enquiry, Tradeline

_CARD = "10"
_CLOSED = "13"
_SCORES = range(300, 901)
_ADULT = 18


def read_credit_report(root: Node, warnings: set[str]) -> CreditReport | None:
    """None when there is no report. Raises Refused."""
    reports = [_report(node, warnings) for node in root.children("creditReports")]
    if len(reports) > 1:
        warnings.add("several_credit_reports")
    return max(reports, key=lambda report: report.report_date, default=None)


def _report(node: Node, warnings: set[str]) -> CreditReport:
    data, identities = node.child("creditReportData"), Identities()
    reported = required(compact_day(data.child("creditProfileHeader").get("reportDate")))
    score = whole(data.child("score").get("bureauScore"))
    if score is not None and score not in _SCORES:
        warnings.add("score_out_of_range")
        score = None
    caps = data.child("caps")
    return CreditReport(
        bureau=node.text("vendor").title() or "Experian",
        score=score,
        report_date=reported,
        tradelines=tuple(
            _tradeline(line, identities, warnings)
            for line in data.child("creditAccount").children("creditAccountDetails")
        ),
        enquiries=tuple(
            Enquiry(cap.text("SubscriberName"), optional_day(cap.get("DateOfRequest"), warnings, compact_day))
            for cap in caps.children("capsApplicationDetailsArray")
        ),
        enquiries_90d_stated=whole(caps.child("capsSummary").get("capsLast90Days")),
        is_minor=_is_minor(data, reported, warnings),
    )


def _tradeline(line: Node, identities: Identities, warnings: set[str]) -> Tradeline:
    lender, account_type = line.text("subscriberName"), line.text("accountType")
    portfolio, status = line.text("portfolioType"), line.text("accountStatus")
    revolving = portfolio == "R" or (portfolio != "I" and account_type == _CARD)
    return Tradeline(
        id=identities.take(lender, account_type, line.written("openDate")),
        lender=lender,
        account_type=account_type,
        portfolio="revolving" if revolving else "instalment",
        opened_on=optional_day(line.get("openDate"), warnings, compact_day),
        reported_on=optional_day(line.get("dateReported"), warnings, compact_day),
        closed=status == _CLOSED,
        status_code=status,
        payment_rating=line.text("paymentRating"),
        payment_history=line.text("paymentHistoryProfile"),
        balance_minor=paise(line.get("currentBalance")) or 0,
        overdue_minor=paise(line.get("amountPastDue")) or 0,
        original_minor=paise(line.get("highestCreditOrOriginalLoanAmount")),
        limit_minor=paise(line.get("creditLimitAmount")),
        rate_pct=number(line.get("rateOfInterest")),
        tenure_months=whole(line.get("repaymentTenure")),
    )


def _is_minor(data: Node, reported: date, warnings: set[str]) -> bool:
    """Whether the person was under 18 on the day of the report. Unknown counts as of age."""
    details = data.child("currentApplication", "currentApplicationDetails", "currentApplicantDetails")
    born = optional_day(details.get("dateOfBirthApplicant"), warnings, compact_day)
    if born is None:
        return False
    had_birthday = (reported.month, reported.day) >= (born.month, born.day)
    return reported.year - born.year - (not had_birthday) < _ADULT
