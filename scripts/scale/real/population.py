"""Synthetic people with a connection each: most are due, some are not, and each has a ledger of their own."""

from __future__ import annotations

import copy
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.consent_document import to_document
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.connection import SESSION_LIFETIME, Connection, ConnectionStatus
from future_finance.domain.consent import Purpose, Scope, grant
from future_finance.domain.local_date import local_date
from future_finance.domain.snapshot import (
    Account,
    AssetPart,
    BankRow,
    BankStatement,
    NetWorth,
    PartName,
    PartOutcome,
    PartStatus,
    Snapshot,
)
from future_finance.domain.user import shard_of
from future_finance.errors import SourceUnavailable
from future_finance.usecases.ports import (
    EVERY_PART,
    Clock,
    FiSession,
    ProgressSink,
    SignedInPerson,
)
from future_finance.usecases.ports import Purpose as VaultPurpose
from scripts.scale.real.trouble import Trouble

CONNECTION = "c1"
ROWS = 5  # of the first period; one more each period
_BATCH = 400
_LONG = timedelta(days=365)


class Kind(StrEnum):
    """Why somebody is due, or is not."""

    DUE = "due"
    ASLEEP = "session over"
    SILENT = "agreed to nothing"
    EARLY = "synced already"


_KINDS = (Kind.ASLEEP, Kind.SILENT, Kind.EARLY)


@dataclass(frozen=True, slots=True)
class Someone:
    """One synthetic person. The uid says nothing, so that shards are as even as real ones."""

    number: int

    @property
    def uid(self) -> str:
        return "s" + hashlib.sha256(str(self.number).encode()).hexdigest()[:27]

    @property
    def kind(self) -> Kind:
        """Of twenty people three are not due, each for another reason."""
        place = self.number % 20
        return _KINDS[place] if place < len(_KINDS) else Kind.DUE

    def bank_rows(self, until: date, rows: int) -> tuple[BankRow, ...]:
        """One a day up to `until`; amounts are this person's alone."""
        return tuple(
            BankRow(day, "debit", 100 * (self.number + 1) + day.day, None, "UPI", "UPI-SHOP")
            for day in (until - timedelta(days=ago) for ago in reversed(range(rows)))
        )


def people(count: int) -> list[Someone]:
    return [Someone(number) for number in range(count)]


async def settle_in(documents: Documents, everyone: Sequence[Someone], clock: Clock) -> None:
    """Write them as the product itself wrote the first one of their kind."""
    for kind in Kind:
        alike = [someone for someone in everyone if someone.kind is kind]
        if not alike:
            continue
        written = await _settle_one(documents, alike[0], clock)
        await _write(
            documents,
            [
                (tuple(path), _of(someone, path, fields))
                for someone in alike[1:]
                for path, fields in _moved(written, someone.uid)
            ],
        )


async def log_in(documents: Documents, everyone: Sequence[Someone], now: datetime) -> None:
    """All but those who are asleep have just logged in at the provider again."""
    until = now + SESSION_LIFETIME
    awake = [someone for someone in everyone if someone.kind is not Kind.ASLEEP]
    for chunk in _chunks(awake, _BATCH):
        batch = documents.client.batch()
        for someone in chunk:
            ref = documents.ref("users", someone.uid, "connections", CONNECTION)
            batch.update(ref, {"activeUntil": until, "loginStartedAt": now})
        await batch.commit()


class SyntheticSource:
    """FinancialSource: answers at once, and fails now and then."""

    def __init__(self, everyone: Sequence[Someone], clock: Clock, trouble: Trouble, first_day: date) -> None:
        self._by_uid = {someone.uid: someone for someone in everyone}
        self._clock = clock
        self._trouble = trouble
        self._first_day = first_day
        self._asked: Counter[str] = Counter()

    async def start(self) -> FiSession:
        raise NotImplementedError

    async def probe(self, session: FiSession) -> None:
        raise NotImplementedError

    async def fetch(
        self, session: FiSession, on_part: ProgressSink, wanted: AbstractSet[PartName] = EVERY_PART
    ) -> Snapshot:
        self._asked[session.id] += 1
        if self._trouble.strikes("fetch failed", self._trouble.failing, session.id, self._asked[session.id]):
            raise SourceUnavailable
        today = local_date(self._clock.now())
        return _snapshot(self._by_uid[session.id], today, ROWS + (today - self._first_day).days)


class OpenVault:
    """A vault that holds a session for everybody: the session's id is the person's."""

    async def open(self, uid: str, connection_id: str, purpose: VaultPurpose) -> Mapping[str, str]:
        return {"id": uid}

    async def discard(self, uid: str, connection_id: str, purpose: VaultPurpose) -> None:
        raise AssertionError("nobody's session is thrown away")


def _snapshot(someone: Someone, today: date, rows: int) -> Snapshot:
    balance_minor = 1_000_000 + someone.number + today.toordinal()
    account = Account(
        f"a{someone.number}", "savings", "Sahyadri Bank", f"XX{someone.number:04}", balance_minor, today
    )
    savings = AssetPart(AssetClass.SAVINGS, balance_minor, (), (account,), today)
    statement = BankStatement("Sahyadri Bank", 0, someone.bank_rows(today, rows))
    return Snapshot(
        outcomes={part: PartOutcome(PartStatus.OK) for part in PartName},
        net_worth=NetWorth((savings,), (), balance_minor),
        statements=(statement,),
        mf_trades=(),
        stock_trades=(),
    )


async def _settle_one(documents: Documents, someone: Someone, clock: Clock) -> dict[tuple[str, ...], Any]:
    """Sign up, agree, connect; all documents of it, by their path below users/{uid}."""
    now = clock.now()
    await FirestoreUserStore(documents).ensure(SignedInPerson(someone.uid, None, None, None), now)
    if someone.kind is not Kind.SILENT:
        everything = [(scope, purpose) for scope in Scope for purpose in Purpose]
        consents = to_document(grant({}, everything, "1", now))
        await documents.ref("users", someone.uid).update({"consents": consents})
    due = now - timedelta(hours=2) if someone.kind is not Kind.EARLY else now + _LONG
    link = Connection(
        CONNECTION,
        "fi_money",
        ConnectionStatus.ACTIVE,
        shard_of(someone.uid),
        now,
        active_until=now + (SESSION_LIFETIME if someone.kind is not Kind.ASLEEP else -SESSION_LIFETIME),
        next_sync_due=due,
        login_started_at=now,
    )
    await FirestoreConnectionStore(documents, clock).put(someone.uid, link, expected=None)
    paths = [(), ("connections", CONNECTION), ("views", "overview")]
    found = await documents.get_all([documents.ref("users", someone.uid, *path) for path in paths])
    return {path: fields for path, fields in zip(paths, found, strict=True) if fields is not None}


def _moved(
    written: Mapping[tuple[str, ...], Any], uid: str
) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    for path, fields in written.items():
        yield ("users", uid, *path), copy.deepcopy(fields)


def _of(someone: Someone, path: tuple[str, ...], fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {"shard": shard_of(someone.uid)} if "shard" in fields else fields


async def _write(documents: Documents, items: Sequence[tuple[tuple[str, ...], dict[str, Any]]]) -> None:
    for chunk in _chunks(items, _BATCH):
        batch = documents.client.batch()
        for path, fields in chunk:
            batch.set(documents.ref(*path), fields)
        await batch.commit()


def _chunks[T](items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
