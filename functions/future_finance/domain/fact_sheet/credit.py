"""The credit report: facts C01-C04."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from future_finance.domain.bureau_code import known_months, late_months
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.credit_score import band_of, report_of
from future_finance.domain.debt import Debt, debts_of
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.origin import Origin
from future_finance.domain.snapshot import CreditReport

NO_REPORT = "no_credit_report"
NEEDS_REPORT = "It needs a credit report that is connected at Fi."
_ENQUIRY_DAYS = 90


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter C01 to C04."""
    found = report_of(dossier.portfolio)
    if found is None:
        for code in ("C01", "C01B", "C02", "C03", "C04"):
            book.miss(code, NO_REPORT, NEEDS_REPORT)
        return
    held, report = found
    page = Origin(book, report.report_date, (f"creditScores/{held.connection_id}_{report.report_date}",))
    _score(page, report)
    _utilisation(page, debts_of(dossier.portfolio))
    _enquiries(page, report)
    known = sum(known_months(line.payment_history) for line in report.tradelines)
    if known:
        page.enter("C04", Decimal(sum(late_months(line.payment_history) for line in report.tradelines)))
        page.enter("C04K", Decimal(known))
    else:
        book.miss("C04", "no_history", "It needs a month of payment history on the report.")


def _score(page: Origin, report: CreditReport) -> None:
    score, bureau = report.score, report.bureau
    if score is None:
        for code in ("C01", "C01B"):
            page.book.miss(code, "no_score", "It needs a score on the credit report.")
        return
    page.enter("C01", Decimal(score), label=f"{bureau} score", label_hi=f"{bureau} स्कोर")
    band = band_of(score)
    if band is None:
        page.book.miss("C01B", "no_history", "It needs a score between 300 and 900.")
    else:
        page.enter("C01B", band, inputs=("C01",))


def _utilisation(page: Origin, debts: Sequence[Debt]) -> None:
    """Of open cards whose limit the report states; a card without one says nothing of use."""
    owed = limits = 0
    cards = [debt for debt in debts if debt.is_card and debt.line is not None]
    without = any(not card.line.limit_minor for card in cards if card.line is not None)
    for card in cards:
        line = card.line
        if line is None or not line.limit_minor:
            continue
        owed, limits = owed + line.balance_minor, limits + line.limit_minor
        page.enter(
            "C02D",
            _share(line.balance_minor, line.limit_minor),
            key=card.id,
            label=f"Use of the limit: {card.name}",
            label_hi=f"सीमा का उपयोग: {card.name_hi}",
        )
    if limits:
        page.enter("C02", _share(owed, limits), caveats=("limit_missing",) if without else ())
    else:
        page.book.miss("C02", "no_limit", "It needs an open card with a limit on the credit report.")


def _enquiries(page: Origin, report: CreditReport) -> None:
    """Refused where one is dated after the report: then the dates are not to be trusted."""
    day = report.report_date
    dates = [enquiry.on for enquiry in report.enquiries if enquiry.on is not None]
    if any(on > day for on in dates):
        page.book.miss("C03", "dates_conflict", "It needs enquiries dated before the report itself.")
        return
    undated = len(dates) < len(report.enquiries)
    recent = sum(on >= day - timedelta(days=_ENQUIRY_DAYS) for on in dates)
    page.enter("C03", Decimal(recent), caveats=("undated",) if undated else ())


def _share(part_minor: int, whole_minor: int) -> Decimal:
    """Percent with two decimals."""
    return round(Decimal(part_minor) * 100 / whole_minor, 2)
