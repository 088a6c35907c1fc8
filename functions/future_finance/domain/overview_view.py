"""The shape of the overview, as the API answers it and the read model stores it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from future_finance.domain.profile import Dispute

BUILT_BY = 4  # raise it whenever the same stored parts would make another body


class MoneyView(TypedDict):
    """An amount in minor units (paise)."""

    amountMinor: int
    currency: str


class NetWorthView(TypedDict):
    """`asOf` and `oldestAsOf`: the newest and the oldest date of what went in.

    `complete`: every connection has stated its part, and no consent is missing.
    """

    assets: MoneyView
    liabilities: MoneyView
    net: MoneyView
    manualAssets: MoneyView
    manualLiabilities: MoneyView
    asOf: str | None
    oldestAsOf: str | None
    excludes: list[str]
    complete: bool


ClassLine = TypedDict(
    "ClassLine",
    {
        "class": str,
        "label": str,
        "value": MoneyView,
        "sharePct": float | None,
        "asOf": str | None,
        "asOfStated": bool,
        "source": str,
        "connectionId": NotRequired[str],
    },
)

CheckLine = TypedDict(
    "CheckLine",
    {
        "class": str,
        "label": str,
        "basis": str,
        "stated": MoneyView | None,
        "detail": MoneyView,
        "gap": MoneyView | None,
        "status": str,
    },
)


class ReconciliationView(TypedDict):
    """`difference` = stated - computed; a line's `gap` = detail - stated.

    `sharedAccounts`: accounts that two connections both bring, so that they count twice.
    """

    status: str
    stated: MoneyView | None
    computed: MoneyView
    difference: MoneyView | None
    lines: list[CheckLine]
    sharedAccounts: int


HoldingLine = TypedDict(
    "HoldingLine",
    {"name": str, "isin": str | None, "class": str, "value": MoneyView, "sharePct": float},
)


class CreditScoreView(TypedDict):
    """The newest report's score with our band."""

    score: int
    band: str | None
    bureau: str
    reportDate: str


class EpfView(TypedDict):
    """Provident fund by unique membership; the pension (EPS) stands apart and is never added."""

    total: MoneyView
    pastEmployers: MoneyView
    pension: MoneyView | None
    employers: int
    stated: MoneyView | None


class PartView(TypedDict):
    """How the latest fetch of a part ended, and when data last came of it."""

    status: str
    reason: str | None
    fetchedAt: str | None


class ConnectionLine(TypedDict):
    """A connection's state. An active one past `activeUntil` needs a login.

    `warnings`: stable codes of what was odd in the provider's answers, such as "duplicate_uan".
    """

    id: str
    providerId: str
    status: str
    activeUntil: str | None
    lastSyncAt: str | None
    parts: dict[str, PartView]
    warnings: list[str]


class DisputeView(TypedDict):
    """The person's note that a figure is wrong where it comes from. `about`: the fact's id."""

    id: str
    about: str
    note: str
    since: str


class CoverageView(TypedDict):
    """Which months of the ledger and years of trades there are."""

    ledgerMonths: list[str]
    tradeYears: list[int]
    ledgerTo: str | None


class OverviewView(TypedDict):
    """Answer of GET /api/financial/overview, and the body of users/{uid}/views/overview.

    `withoutConsent`: scopes that the person has not agreed to let us keep, so that nothing of them is in here.
    """

    schemaVersion: int
    netWorth: NetWorthView | None
    unavailable: str | None
    withoutConsent: list[str]
    allocation: list[ClassLine]
    liabilities: list[ClassLine]
    topHoldings: list[HoldingLine]
    reconciliation: ReconciliationView
    creditScore: CreditScoreView | None
    epf: EpfView | None
    connections: list[ConnectionLine]
    coverage: CoverageView
    disputes: list[DisputeView]


def money(minor: int) -> MoneyView:
    """Paise as the API shows money."""
    return {"amountMinor": minor, "currency": "INR"}


def dispute_view(dispute: Dispute) -> DisputeView:
    return {
        "id": dispute.id,
        "about": dispute.about,
        "note": dispute.note,
        "since": dispute.since.isoformat(),
    }


def for_reader(body: OverviewView, now: datetime) -> OverviewView:
    """The stored body as of `now`: a connection whose session has run out needs a login."""
    lines: list[ConnectionLine] = [
        {**line, "status": "needs_login"} if _lapsed(line, now) else line for line in body["connections"]
    ]
    return {**body, "connections": lines}


def _lapsed(line: ConnectionLine, now: datetime) -> bool:
    until = line["activeUntil"]
    return line["status"] == "active" and (until is None or datetime.fromisoformat(until) <= now)
