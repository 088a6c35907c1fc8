"""The overview: everything the first screen needs, in one document, as the API answers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from future_finance.domain import allocation, reconciliation, top_holdings
from future_finance.domain.asset_class import LABELS
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.consent import Scope
from future_finance.domain.consented import SCOPES
from future_finance.domain.credit_score import band_of, report_of
from future_finance.domain.net_worth import Totals, dates_of, left_out, total
from future_finance.domain.overview_view import (
    ClassLine,
    ConnectionLine,
    CoverageView,
    CreditScoreView,
    EpfView,
    HoldingLine,
    MoneyView,
    NetWorthView,
    OverviewView,
    ReconciliationView,
    dispute_view,
    money,
)
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.profile import Dispute
from future_finance.domain.provident_fund import fund_of
from future_finance.domain.same_person import numbered
from future_finance.domain.snapshot import PartName, PartStatus
from future_finance.domain.sync_state import Coverage, SyncState

TOP_HOLDINGS = 5
_OF_NET_WORTH = SCOPES[PartName.NET_WORTH] | {Scope.EPF}
# A provider that did once state a net worth of which nothing is kept: it was under a consent that had ended.
_SAID_SOMETHING = {PartStatus.OK.value, PartStatus.NO_CONSENT.value}


def build(
    portfolio: Portfolio,
    connections: tuple[Connection, ...],
    syncs: Mapping[str, SyncState],
    coverage: Coverage,
    disputes: Iterable[Dispute] = (),
) -> OverviewView:
    """The overview of everything stored. Pure: the same input gives the same body."""
    totals = total(portfolio)
    return {
        "schemaVersion": 1,
        "netWorth": _net_worth(portfolio, totals, _linked(connections)) if portfolio.known else None,
        "unavailable": None if portfolio.known else _why_unknown(portfolio, connections, syncs),
        "withoutConsent": [scope.value for scope in Scope if scope not in portfolio.scopes],
        "allocation": [_class_line(line, totals.assets_minor) for line in allocation.asset_lines(portfolio)],
        "liabilities": [
            _class_line(line, 0) for line in allocation.debt_lines(portfolio)
        ],  # no share of anything
        "topHoldings": _top_holdings(portfolio, totals),
        "reconciliation": _reconciliation(portfolio),
        "creditScore": _credit_score(portfolio),
        "epf": _epf(portfolio),
        "connections": [_connection(c, syncs.get(c.id, SyncState())) for c in connections],
        "coverage": _coverage(coverage if Scope.TRANSACTIONS in portfolio.scopes else Coverage()),
        "disputes": [dispute_view(dispute) for dispute in disputes],
    }


def _money_or_none(minor: int | None) -> MoneyView | None:
    return None if minor is None else money(minor)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _linked(connections: tuple[Connection, ...]) -> frozenset[str]:
    return frozenset(c.id for c in connections if c.status is not ConnectionStatus.REVOKED)


def _net_worth(portfolio: Portfolio, totals: Totals, linked: frozenset[str]) -> NetWorthView:
    dates = dates_of(portfolio)
    return {
        "assets": money(totals.assets_minor),
        "liabilities": money(totals.liabilities_minor),
        "net": money(totals.net_minor),
        "manualAssets": money(totals.manual_assets_minor),
        "manualLiabilities": money(totals.manual_liabilities_minor),
        "asOf": _day(max(dates, default=None)),
        "oldestAsOf": _day(min(dates, default=None)),
        "excludes": list(left_out(portfolio)),
        "complete": portfolio.scopes >= _OF_NET_WORTH
        and all(c.known for c in portfolio.connections if c.connection_id in linked),
    }


def _why_unknown(
    portfolio: Portfolio, connections: tuple[Connection, ...], syncs: Mapping[str, SyncState]
) -> str:
    if not connections:
        return "no_connection"
    if not portfolio.scopes >= SCOPES[PartName.NET_WORTH]:
        return PartStatus.NO_CONSENT.value
    outcomes = [syncs[c.id].parts.get(PartName.NET_WORTH) for c in connections if c.id in syncs]
    reasons = [outcome.status.value for outcome in outcomes if outcome is not None]
    return reasons[0] if reasons and reasons[0] not in _SAID_SOMETHING else "not_synced"


def _coverage(coverage: Coverage) -> CoverageView:
    return {
        "ledgerMonths": sorted(coverage.ledger_months),
        "tradeYears": sorted(coverage.trade_years),
        "ledgerTo": _day(coverage.ledger_to),
    }


def _class_line(line: allocation.Line, whole_minor: int) -> ClassLine:
    share = allocation.share_pct(line.minor, whole_minor)
    shown: ClassLine = {
        "class": line.of_class,
        "label": LABELS[line.of_class],
        "value": money(line.minor),
        "sharePct": None if share is None else float(share),
        "asOf": _day(line.as_of),
        "asOfStated": line.as_of_stated,
        "source": line.source,
    }
    return shown if line.connection_id is None else {**shown, "connectionId": line.connection_id}


def _top_holdings(portfolio: Portfolio, totals: Totals) -> list[HoldingLine]:
    return [
        {
            "name": stake.holding.name,
            "isin": stake.holding.isin,
            "class": stake.asset_class,
            "value": money(stake.value_minor),
            "sharePct": float(share),
        }
        for stake in top_holdings.ranked(portfolio)[:TOP_HOLDINGS]
        if (share := allocation.share_pct(stake.value_minor, totals.assets_minor)) is not None
    ]


def _reconciliation(portfolio: Portfolio) -> ReconciliationView:
    """Providers' totals against ours; what the person entered is left out on both sides."""
    whole = reconciliation.of_portfolio(portfolio)
    return {
        "status": whole.status,
        "stated": _money_or_none(whole.stated_minor),
        "computed": money(whole.computed_minor),
        "difference": _money_or_none(whole.difference_minor),
        "lines": [
            {
                "class": check.part_class,
                "label": LABELS[check.part_class],
                "basis": check.basis,
                "stated": _money_or_none(check.stated_minor),
                "detail": money(check.detail_minor),
                "gap": _money_or_none(check.gap_minor),
                "status": check.status,
            }
            for check in reconciliation.checks_of(portfolio)
        ],
        "sharedAccounts": _shared_accounts(portfolio),
    }


def _shared_accounts(portfolio: Portfolio) -> int:
    """Account ids are made of institution, kind and number: equal ids in two connections are one account."""
    seen: Counter[str] = Counter()
    for held in portfolio.connections:
        seen.update(numbered(held.assets, held.liabilities))
    return sum(count - 1 for count in seen.values())


def _credit_score(portfolio: Portfolio) -> CreditScoreView | None:
    found = report_of(portfolio)
    if found is None or found[1].score is None:
        return None
    report, score = found[1], found[1].score
    return {
        "score": score,
        "band": band_of(score),
        "bureau": report.bureau,
        "reportDate": report.report_date.isoformat(),
    }


def _epf(portfolio: Portfolio) -> EpfView | None:
    fund = fund_of(portfolio)
    if fund is None:
        return None
    return {
        "total": money(fund.total_minor),
        "pastEmployers": money(fund.past_minor),
        "pension": _money_or_none(fund.pension_minor),
        "employers": len(fund.members),
        "stated": _money_or_none(fund.stated_minor),
    }


def _connection(connection: Connection, sync: SyncState) -> ConnectionLine:
    return {
        "id": connection.id,
        "providerId": connection.provider_id,
        "status": connection.status.value,
        "activeUntil": _moment(connection.active_until),
        "lastSyncAt": _moment(sync.last_sync_at),
        "parts": {
            part.value: {
                "status": outcome.status.value,
                "reason": outcome.reason,
                "fetchedAt": _moment(sync.fetched_at.get(part)),
            }
            for part, outcome in sorted(sync.parts.items())
        },
        "warnings": list(sync.warnings),
    }
