"""The commit of a sync: everything it changes, in one transaction, behind the fence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from future_finance.adapters.firestore import (
    buckets,
    connection_document,
    job_document,
    parts,
    portfolio,
    sync_lease,
)
from future_finance.adapters.firestore.anonymous_counts import count_once_a_month
from future_finance.adapters.firestore.codec import dump, load
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.domain import ledger, trades
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.consented import held_within, within
from future_finance.domain.job import FollowUp, Job, JobStatus, ended_as
from future_finance.domain.ledger import LedgerRow
from future_finance.domain.local_date import local_date
from future_finance.domain.portfolio import ConnectionHoldings, absorb
from future_finance.domain.same_person import Identity, identify
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus, Snapshot, TradeRow
from future_finance.domain.sync_state import SyncState
from future_finance.domain.trades import Trade, TradeKind
from future_finance.errors import (
    Busy,
    ConnectionChanged,
    ConsentMissing,
    IdentityUnchecked,
    NotFound,
    OtherPerson,
)
from future_finance.usecases.ports import LeaseTaken


@dataclass(slots=True)
class BucketChanges:
    """Bucket documents to write, and what they add to the coverage and the counts."""

    writes: dict[str, Fields]
    newest: dict[Any, date]
    rows: int


class FirestoreSyncStore:
    """Commits syncs."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def commit(
        self, taken: LeaseTaken, fetched: Snapshot, follow_ups: Sequence[FollowUp], now: datetime
    ) -> Job:
        uid = taken.job.uid
        today = local_date(now)
        user_ref = self._documents.ref("users", uid)
        job_ref = user_ref.collection("jobs").document(taken.job.id)
        connection_ref = user_ref.collection("connections").document(taken.connection.id)
        year_ref = user_ref.collection("netWorth").document(str(today.year))

        async def work(transaction: Transaction) -> Job:
            stored, connection = await self._fenced(transaction, taken)
            job_fields, year = await transaction.get_all([job_ref, year_ref])
            if job_fields is None:
                raise NotFound
            if JobStatus(job_fields["status"]).final:
                return job_document.from_document(taken.job.id, job_fields)
            scopes = stored.scopes(now)
            if not scopes:
                raise ConsentMissing
            snapshot = within(fetched, scopes)
            syncs = stored.syncs()
            sync = syncs.get(connection.id, SyncState())
            held = {h.connection_id: held_within(h, scopes) for h in stored.held()}
            new_login = connection.logged_in_since(sync.last_sync_at)
            _require_same_person(held[connection.id], snapshot, new_login=new_login)
            status = ended_as(snapshot.outcomes)
            rows = await self._ledger(transaction, uid, connection.id, snapshot)
            bought = await self._trades(transaction, uid, connection.id, snapshot)

            coverage = stored.coverage()
            held[connection.id] = absorb(held[connection.id], snapshot, today, coverage.ledger_to)
            wanted = {key: doc for h in held.values() for key, doc in parts.documents_of(h).items()}
            writes, gone = parts.changes(stored.parts, wanted)
            for (collection, document_id), fields in writes.items():
                transaction.set(user_ref.collection(collection).document(document_id), fields)
            for collection, document_id in gone:
                transaction.delete(user_ref.collection(collection).document(document_id))
            for collection, changes in (("ledger", rows), ("trades", bought)):
                for document_id, fields in changes.writes.items():
                    transaction.set(user_ref.collection(collection).document(document_id), fields)

            due = connection.due_after(now)
            if due != connection.next_sync_due:
                connection = replace(connection, next_sync_due=due)
                stored.connections[connection.id] = connection
                transaction.set(connection_ref, connection_document.to_document(connection))
            syncs[connection.id] = sync.advanced(snapshot, now)
            coverage = coverage.with_ledger(rows.newest).with_trades(set(bought.newest))
            whole = stored.shown(held.values(), now)
            measured = status is JobStatus.SUCCEEDED and _stated(snapshot)
            moved = measured and portfolio.write_point(
                transaction, stored, year, whole, syncs, today, coverage.ledger_to
            )
            if measured:
                count_once_a_month(
                    self._documents, transaction, uid, stored.user, stored.profile, whole, today, now
                )
            changed = len(writes) + len(gone) + len(rows.writes) + len(bought.writes)
            portfolio.write_overview(
                transaction,
                stored,
                now,
                data_changed=moved or changed > 0,
                whole=whole,
                syncs=syncs,
                coverage=coverage,
            )

            job = replace(
                taken.job,
                status=status,
                finished_at=now,
                parts=dict(snapshot.outcomes),
                counts={"changedDocuments": changed, "newRows": rows.rows, "newTrades": bought.rows},
                follow_ups=tuple(follow_ups) if changed else (),
            )
            transaction.set(job_ref, job_document.to_document(job))
            return job

        return await self._documents.transact(work)

    async def end_needs_login(
        self, taken: LeaseTaken, outcomes: Mapping[PartName, PartOutcome], error: str, now: datetime
    ) -> Job:
        user_ref = self._documents.ref("users", taken.job.uid)
        job_ref = user_ref.collection("jobs").document(taken.job.id)

        async def work(transaction: Transaction) -> Job:
            stored, connection = await self._fenced(transaction, taken)
            (job_fields,) = await transaction.get_all([job_ref])
            if job_fields is None:
                raise NotFound
            if JobStatus(job_fields["status"]).final:
                return job_document.from_document(taken.job.id, job_fields)
            connection = replace(connection, status=ConnectionStatus.NEEDS_LOGIN, active_until=None)
            stored.connections[connection.id] = connection
            transaction.set(
                user_ref.collection("connections").document(connection.id),
                connection_document.to_document(connection),
            )
            portfolio.write_overview(transaction, stored, now, data_changed=False)
            job = replace(
                taken.job,
                status=JobStatus.NEEDS_LOGIN,
                finished_at=now,
                parts=dict(outcomes),
                error=error,
                follow_ups=(),
            )
            transaction.set(job_ref, job_document.to_document(job))
            return job

        return await self._documents.transact(work)

    async def _fenced(
        self, transaction: Transaction, taken: LeaseTaken
    ) -> tuple[portfolio.Stored, Connection]:
        """What is stored, read again behind the fence."""
        stored = await portfolio.read(self._documents, transaction, taken.job.uid)
        connection = stored.connections.get(taken.connection.id)
        if connection is None or not connection.same_session(taken.connection):
            raise ConnectionChanged
        if not sync_lease.fence_holds(stored.user, taken.lease, taken.consent_version):
            raise Busy
        return stored, connection

    async def _ledger(
        self, transaction: Transaction, uid: str, connection_id: str, snapshot: Snapshot
    ) -> BucketChanges:
        statements = snapshot.statements or ()
        months = sorted(ledger.months_of(statements))
        stored = await self._buckets(transaction, uid, "ledger", connection_id, months)
        old = {
            month: [load(LedgerRow, row) for row in buckets.rows_of(found)] for month, found in stored.items()
        }
        merged = ledger.merge(old, statements, connection_id)
        return _changed(connection_id, "month", stored, old, merged)

    async def _trades(
        self, transaction: Transaction, uid: str, connection_id: str, snapshot: Snapshot
    ) -> BucketChanges:
        markets: tuple[tuple[TradeKind, tuple[TradeRow, ...]], ...] = (
            ("mf", snapshot.mf_trades or ()),
            ("stock", snapshot.stock_trades or ()),
        )
        years = sorted({year for _, rows in markets for year in trades.years_of(rows)})
        stored = await self._buckets(transaction, uid, "trades", connection_id, years)
        old = {year: [load(Trade, row) for row in buckets.rows_of(found)] for year, found in stored.items()}
        merged: dict[int, list[Trade]] = {year: list(rows) for year, rows in old.items()}
        for market, rows in markets:
            merged = trades.merge(merged, rows, market)
        return _changed(connection_id, "year", stored, old, merged)

    async def _buckets[K: (str, int)](
        self, transaction: Transaction, uid: str, collection: str, connection_id: str, names: Iterable[K]
    ) -> dict[K, list[Fields]]:
        """Every document of each bucket that exists; a split one costs a second round."""
        wanted = list(names)
        home = self._documents.ref("users", uid).collection(collection)
        first = await transaction.get_all([home.document(f"{connection_id}_{name}") for name in wanted])
        found = {name: [fields] for name, fields in zip(wanted, first, strict=True) if fields is not None}
        more = [
            (name, home.document(f"{connection_id}_{name}_{number}"))
            for name, (fields,) in found.items()
            for number in range(2, fields["parts"] + 1)
        ]
        rest = await transaction.get_all([ref for _, ref in more])
        for (name, _), fields in zip(more, rest, strict=True):
            if fields is not None:
                found[name].append(fields)
        return found


def _require_same_person(held: ConnectionHoldings, fetched: Snapshot, *, new_login: bool) -> None:
    """Raises OtherPerson; after a new login IdentityUnchecked, where nothing came that could be compared."""
    identity = identify(held, fetched)
    if identity is Identity.OTHER:
        raise OtherPerson
    if identity is Identity.UNKNOWN and new_login:
        raise IdentityUnchecked


def _stated(snapshot: Snapshot) -> bool:
    return snapshot.outcomes[PartName.NET_WORTH].status in {PartStatus.OK, PartStatus.EMPTY}


def _changed[K: (str, int), R: (LedgerRow, Trade)](
    connection_id: str,
    field: str,
    stored: dict[K, list[Fields]],
    old: dict[K, list[R]],
    merged: dict[K, list[R]],
) -> BucketChanges:
    changes = BucketChanges({}, {}, 0)
    for name, rows in merged.items():
        added = len(rows) - len(old.get(name, []))
        if not added:
            continue
        changes.rows += added
        changes.newest[name] = max(row.on for row in rows)
        made = buckets.documents_of(connection_id, field, name, [dump(row) for row in rows])
        have = {fields["contentHash"] for fields in stored.get(name, [])}
        changes.writes |= {key: fields for key, fields in made.items() if fields["contentHash"] not in have}
    return changes
