"""What a user has stored, read in one transaction, and the read model built of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from google.cloud.firestore_v1.async_document import AsyncDocumentReference
from google.cloud.firestore_v1.transforms import DELETE_FIELD

from future_finance.adapters.firestore import connection_document, parts
from future_finance.adapters.firestore.consent_document import consents_of, granted_by
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.adapters.firestore.manual_entries import manual_entries
from future_finance.adapters.firestore.points import point_to_document
from future_finance.adapters.firestore.profile_document import disputes_of
from future_finance.domain import net_worth, overview
from future_finance.domain.connection import Connection
from future_finance.domain.consent import Purpose, Scope, kept_until
from future_finance.domain.consented import portfolio_within
from future_finance.domain.overview_view import BUILT_BY, OverviewView
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus
from future_finance.domain.sync_state import Coverage, SyncState
from future_finance.errors import NotFound


@dataclass(slots=True)
class Stored:
    """Everything the overview of one user is made of, as read."""

    user_ref: AsyncDocumentReference
    user: Fields
    connections: dict[str, Connection]
    parts: dict[parts.Key, Fields]
    profile: Fields | None
    body: OverviewView | None
    built_by: int | None
    data_version: int  # raised by every change of what facts rest on

    def held(self) -> list[ConnectionHoldings]:
        return parts.holdings_of(self.parts, [(c.id, c.provider_id) for c in self.connections.values()])

    def scopes(self, now: datetime) -> frozenset[Scope]:
        """What may be kept and shown at `now`."""
        return granted_by(self.user, Purpose.SYNC, now).scopes

    def portfolio(self, now: datetime) -> Portfolio:
        """What may be shown at `now` of what is stored."""
        return self.shown(self.held(), now)

    def shown(self, held: Iterable[ConnectionHoldings], now: datetime) -> Portfolio:
        """What may be shown at `now` of these holdings and what the person entered."""
        return portfolio_within(Portfolio(tuple(held), manual_entries(self.profile)), self.scopes(now))

    def syncs(self) -> dict[str, SyncState]:
        """Sync times are kept in the read model alone: one write less a sync."""
        return (
            {} if self.body is None else {line["id"]: _sync_state(line) for line in self.body["connections"]}
        )

    def coverage(self) -> Coverage:
        if self.body is None:
            return Coverage()
        stored = self.body["coverage"]
        to = stored["ledgerTo"]
        return Coverage(
            frozenset(stored["ledgerMonths"]),
            frozenset(stored["tradeYears"]),
            None if to is None else date.fromisoformat(to),
        )


async def read(documents: Documents, transaction: Transaction, uid: str) -> Stored:
    """Raises NotFound when the user is gone or being erased."""
    user_ref = documents.ref("users", uid)
    view_ref = user_ref.collection("views").document("overview")
    profile_ref = user_ref.collection("profile").document("main")
    user, view, profile = await transaction.get_all([user_ref, view_ref, profile_ref])
    if user is None or user.get("erasing"):
        raise NotFound
    names = ("connections", *parts.PART_COLLECTIONS)
    connections, *found = await transaction.query_all([user_ref.collection(name) for name in names])
    return Stored(
        user_ref=user_ref,
        user=user,
        connections={key: connection_document.from_document(key, fields) for key, fields in connections},
        parts=parts.by_key(found),
        profile=profile,
        body=None if view is None else cast(OverviewView, view["body"]),
        built_by=None if view is None else view.get("builtBy"),
        data_version=0 if view is None else view.get("dataVersion", 0),
    )


async def coverage_of_documents(
    documents: Documents, transaction: Transaction, uid: str, *, leaving_out: str | None = None
) -> Coverage:
    """Coverage read from the buckets themselves, without those of one connection."""
    user_ref = documents.ref("users", uid)
    ledger, trades = await transaction.query_all(
        [
            user_ref.collection("ledger").select(["connectionId", "month", "to"]),
            user_ref.collection("trades").select(["connectionId", "year"]),
        ]
    )
    kept = [fields for _, fields in ledger if fields["connectionId"] != leaving_out]
    years = {fields["year"] for _, fields in trades if fields["connectionId"] != leaving_out}
    return Coverage().with_ledger(_newest_days(kept)).with_trades(years)


def write_overview(
    transaction: Transaction,
    stored: Stored,
    now: datetime,
    *,
    data_changed: bool,
    whole: Portfolio | None = None,
    syncs: Mapping[str, SyncState] | None = None,
    coverage: Coverage | None = None,
) -> OverviewView:
    """Build the overview and write it where it says something new. It is stale once a consent in it has run out.

    `data_changed`: parts, rows, points or the profile were written, so that facts are to be built anew.
    `whole`, `syncs` and `coverage` are those that are stored, where none are given.
    """
    body = overview.build(
        stored.portfolio(now) if whole is None else whole,
        tuple(sorted(stored.connections.values(), key=lambda c: (c.created_at, c.id))),
        stored.syncs() if syncs is None else syncs,
        stored.coverage() if coverage is None else coverage,
        disputes_of(stored.profile),
    )
    if data_changed or body != stored.body or (stored.built_by or 0) < BUILT_BY:
        transaction.set(
            stored.user_ref.collection("views").document("overview"),
            {
                "builtBy": BUILT_BY,
                "schemaVersion": SCHEMA_VERSION,
                "updatedAt": now,
                "dataVersion": stored.data_version + data_changed,
                "staleAt": kept_until(consents_of(stored.user), now),
                "body": body,
            },
        )
    return body


def write_point(
    transaction: Transaction,
    stored: Stored,
    year: Fields | None,
    whole: Portfolio,
    syncs: Mapping[str, SyncState],
    on: date,
    rows_to: date | None,
) -> bool:
    """Bring the net worth point of the day `on` in line with the overview; `year` is that year's document.

    `rows_to` is the day of the newest bank row. Where there is no net worth there is no point. One is marked
    carried when the provider of one of the connections has not stated its part that day. True where it changed.
    """
    points: dict[str, Any] = (year or {}).get("points", {})
    point: Any = DELETE_FIELD
    if whole.known:
        known = [held.connection_id for held in whole.connections if held.known]
        carried = not all(syncs.get(name, SyncState()).measured_on(on) for name in known)
        point = point_to_document(net_worth.measured(whole, on, rows_to, carried=carried))
    if points.get(on.isoformat(), DELETE_FIELD) == point:
        return False
    transaction.set(
        stored.user_ref.collection("netWorth").document(str(on.year)),
        {"schemaVersion": SCHEMA_VERSION, "points": {on.isoformat(): point}},
        merge=True,
    )
    return True


def _sync_state(line: Mapping[str, Any]) -> SyncState:
    at = line["lastSyncAt"]
    found = line["parts"].items()
    return SyncState(
        last_sync_at=None if at is None else datetime.fromisoformat(at),
        parts={PartName(n): PartOutcome(PartStatus(p["status"]), p["reason"]) for n, p in found},
        fetched_at={PartName(n): datetime.fromisoformat(p["fetchedAt"]) for n, p in found if p["fetchedAt"]},
        warnings=tuple(line.get("warnings", ())),
    )


def _newest_days(ledger: Iterable[Fields]) -> dict[str, date]:
    newest: dict[str, date] = {}
    for fields in ledger:
        day = date.fromisoformat(fields["to"])
        newest[fields["month"]] = max(day, newest.get(fields["month"], date.min))
    return newest
