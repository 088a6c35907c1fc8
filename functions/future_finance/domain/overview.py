"""The overview: everything the first screen needs, in one document, as the API answers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from future_finance.domain import reconciliation
from future_finance.domain.asset_class import LABELS, AssetClass, LiabilityClass
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.credit_score import band_of
from future_finance.domain.net_worth import Totals, total
from future_finance.domain.overview_view import (
    ClassLine,
    ConnectionLine,
    CreditScoreView,
    EpfView,
    HoldingLine,
    MoneyView,
    NetWorthView,
    OverviewView,
    ReconciliationView,
    money,
)
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.same_person import numbered
from future_finance.domain.snapshot import AssetPart, CreditReport, Epf, Holding, LiabilityPart, PartName
from future_finance.domain.sync_state import Coverage, SyncState

TOP_HOLDINGS = 5
EXCLUDES = ("property", "vehicles", "gold")  # unless the person entered them


def build(
    portfolio: Portfolio,
    connections: tuple[Connection, ...],
    syncs: Mapping[str, SyncState],
    coverage: Coverage,
) -> OverviewView:
    """The overview of everything stored. Pure: the same input gives the same body."""
    totals = total(portfolio)
    return {
        "schemaVersion": 1,
        "netWorth": _net_worth(portfolio, totals, _linked(connections)) if portfolio.known else None,
        "unavailable": None if portfolio.known else _why_unknown(connections, syncs),
        "allocation": _allocation(portfolio, totals),
        "liabilities": _debts(portfolio),
        "topHoldings": _top_holdings(portfolio, totals),
        "reconciliation": _reconciliation(portfolio),
        "creditScore": _credit_score(portfolio),
        "epf": _epf(portfolio),
        "connections": [_connection(c, syncs.get(c.id, SyncState())) for c in connections],
        "coverage": {
            "ledgerMonths": sorted(coverage.ledger_months),
            "tradeYears": sorted(coverage.trade_years),
            "ledgerTo": _day(coverage.ledger_to),
        },
    }


def _money_or_none(minor: int | None) -> MoneyView | None:
    return None if minor is None else money(minor)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _share_pct(minor: int, of_minor: int) -> float | None:
    """Percent with two decimals; None of nothing or of a negative whole."""
    return float(round(Decimal(minor) * 100 / Decimal(of_minor), 2)) if of_minor > 0 else None


def _linked(connections: tuple[Connection, ...]) -> frozenset[str]:
    return frozenset(c.id for c in connections if c.status is not ConnectionStatus.REVOKED)


def _net_worth(portfolio: Portfolio, totals: Totals, linked: frozenset[str]) -> NetWorthView:
    dates = [day for c in portfolio.connections for part in c.assets for day in part.dates()]
    dates += [day for c in portfolio.connections for part in c.liabilities for day in part.dates()]
    dates += [entry.as_of for entry in portfolio.manual]
    entered = {entry.entry_class for entry in portfolio.manual}
    classes = {"property": AssetClass.PROPERTY, "vehicles": AssetClass.VEHICLE, "gold": AssetClass.GOLD}
    return {
        "assets": money(totals.assets_minor),
        "liabilities": money(totals.liabilities_minor),
        "net": money(totals.net_minor),
        "manualAssets": money(totals.manual_assets_minor),
        "manualLiabilities": money(totals.manual_liabilities_minor),
        "asOf": _day(max(dates, default=None)),
        "oldestAsOf": _day(min(dates, default=None)),
        "excludes": [name for name in EXCLUDES if classes[name] not in entered],
        "complete": all(c.known for c in portfolio.connections if c.connection_id in linked),
    }


def _why_unknown(connections: tuple[Connection, ...], syncs: Mapping[str, SyncState]) -> str:
    if not connections:
        return "no_connection"
    outcomes = [syncs[c.id].parts.get(PartName.NET_WORTH) for c in connections if c.id in syncs]
    reasons = [outcome.status.value for outcome in outcomes if outcome is not None]
    return reasons[0] if reasons else "not_synced"


def _allocation(portfolio: Portfolio, totals: Totals) -> list[ClassLine]:
    """Shares are of all assets."""
    lines = [
        _stated(part.asset_class, part, held, totals.assets_minor)
        for held in portfolio.connections
        for part in held.assets
    ]
    return _largest_first([*lines, *_entered(portfolio, AssetClass, totals.assets_minor)])


def _debts(portfolio: Portfolio) -> list[ClassLine]:
    """A debt is no share of anything."""
    lines = [
        _stated(part.liability_class, part, held, 0)
        for held in portfolio.connections
        for part in held.liabilities
    ]
    return _largest_first([*lines, *_entered(portfolio, LiabilityClass, 0)])


def _stated(
    of_class: AssetClass | LiabilityClass,
    part: AssetPart | LiabilityPart,
    held: ConnectionHoldings,
    whole_minor: int,
) -> ClassLine | None:
    """None: without a figure the class is not counted."""
    if part.stated_minor is None:
        return None
    line = _line(of_class, part.stated_minor, whole_minor, part.as_of, held.provider_id)
    return {**line, "asOfStated": part.as_of_stated, "connectionId": held.connection_id}


def _entered(
    portfolio: Portfolio, classes: type[AssetClass | LiabilityClass], whole_minor: int
) -> list[ClassLine]:
    return [
        _line(entry.entry_class, entry.amount_minor, whole_minor, entry.as_of, "you")
        for entry in portfolio.manual
        if isinstance(entry.entry_class, classes)
    ]


def _line(
    of_class: AssetClass | LiabilityClass, minor: int, whole_minor: int, as_of: date | None, source: str
) -> ClassLine:
    return {
        "class": of_class,
        "label": LABELS[of_class],
        "value": money(minor),
        "sharePct": _share_pct(minor, whole_minor),
        "asOf": _day(as_of),
        "asOfStated": True,
        "source": source,
    }


def _largest_first(lines: Iterable[ClassLine | None]) -> list[ClassLine]:
    known = [line for line in lines if line is not None]
    return sorted(known, key=lambda line: (-line["value"]["amountMinor"], line["class"]))


def _top_holdings(portfolio: Portfolio, totals: Totals) -> list[HoldingLine]:
    """Securities of one ISIN are one holding, in whatever class they are kept; a ticker says what it is within
    its class alone. Name and class are those of the largest piece. Cash and EPF are no holdings.

    A class whose details do not add up to its figure is left out: its shares would be of another whole.
    """
    values: Counter[str] = Counter()
    largest: dict[str, tuple[Holding, AssetClass]] = {}
    for held in portfolio.connections:
        for part in held.assets:
            for holding in part.holdings if reconciliation.details_fit(part) else ():
                if holding.kind == "account" or not holding.value_minor:
                    continue
                key = holding.isin or f"{part.asset_class} {holding.ticker or holding.id}"
                values[key] += holding.value_minor
                if key not in largest or holding.value_minor > (largest[key][0].value_minor or 0):
                    largest[key] = holding, part.asset_class
    top = sorted(values, key=lambda key: (-values[key], largest[key][1], key))[:TOP_HOLDINGS]
    return [
        {
            "name": holding.name,
            "isin": holding.isin,
            "class": of_class,
            "value": money(values[key]),
            "sharePct": share,
        }
        for key in top
        for holding, of_class in [largest[key]]
        if (share := _share_pct(values[key], totals.assets_minor)) is not None
    ]


def _reconciliation(portfolio: Portfolio) -> ReconciliationView:
    """Providers' totals against ours; what the person entered is left out on both sides."""
    stated = [c.stated_total_minor for c in portfolio.connections if c.known]
    known = [value for value in stated if value is not None]
    computed = total(Portfolio(portfolio.connections)).net_minor
    whole = reconciliation.reconcile(computed, sum(known) if known and len(known) == len(stated) else None)
    checks = [
        check
        for held in portfolio.connections
        for checks in (
            *(reconciliation.check_asset(part) for part in held.assets),
            *(reconciliation.check_liability(part) for part in held.liabilities),
        )
        for check in checks
    ]
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
            for check in checks
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
    reports = [c.credit_report for c in portfolio.connections if c.credit_report is not None]
    scored = [(r.report_date, r.score, r) for r in reports if r.score is not None]
    if not scored:
        return None
    _, score, report = max(scored, key=_by_date)
    return {
        "score": score,
        "band": band_of(score),
        "bureau": report.bureau,
        "reportDate": report.report_date.isoformat(),
    }


def _by_date(scored: tuple[date, int, CreditReport]) -> date:
    return scored[0]


def _epf(portfolio: Portfolio) -> EpfView | None:
    funds: list[Epf] = [c.epf for c in portfolio.connections if c.epf is not None]
    if not funds:
        return None
    members = {m.id: m for fund in funds for m in fund.memberships}.values()
    pensions = [fund.pension_minor for fund in funds if fund.pension_minor is not None]
    stated = [fund.stated_current_minor for fund in funds if fund.stated_current_minor is not None]
    return {
        "total": money(sum(m.net_minor for m in members)),
        "pastEmployers": money(sum(m.net_minor for m in members if m.left_on is not None)),
        "pension": money(sum(pensions)) if pensions else None,
        "employers": len(members),
        "stated": money(sum(stated)) if stated else None,
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
