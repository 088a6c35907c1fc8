"""Everything the run left in Firestore, counted, and what of it is not as it must be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.local_date import local_date
from scripts.scale.real.population import ROWS, Kind, Someone

_COLLECTIONS = ("jobs", "ledger", "netWorth")


@dataclass(slots=True)
class Found:
    """The documents of one person, by collection."""

    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    ledger: dict[str, dict[str, Any]] = field(default_factory=dict)
    netWorth: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Census:
    """`wrong`: sentences; none when everybody due was synced exactly once a period and nothing was lost."""

    jobs: int
    ledger_rows: int
    points: int
    dead_letters: int
    wrong: tuple[str, ...]


async def take(documents: Documents, everyone: Sequence[Someone], days: Sequence[date]) -> Census:
    """`days`: the day of each period that was run, in order."""
    found: defaultdict[str, Found] = defaultdict(Found)
    for collection in _COLLECTIONS:
        async for snapshot in documents.client.collection_group(collection).stream():
            _, uid, _, document_id = snapshot.reference.path.split("/")
            getattr(found[uid], collection)[document_id] = snapshot.to_dict() or {}
    letters = [snapshot.id async for snapshot in documents.client.collection("deadLetters").stream()]
    wrong = [
        f"person {someone.number} ({someone.kind}): {what}"
        for someone in everyone
        for what in _wrong_with(someone, found[someone.uid], days)
    ]
    strangers = set(found) - {someone.uid for someone in everyone}
    if strangers:
        wrong.append(f"{len(strangers)} people whom nobody wrote")
    if letters:
        wrong.append(f"{len(letters)} dead letters")
    return Census(
        jobs=sum(len(each.jobs) for each in found.values()),
        ledger_rows=sum(len(doc["rows"]) for each in found.values() for doc in each.ledger.values()),
        points=sum(len(doc["points"]) for each in found.values() for doc in each.netWorth.values()),
        dead_letters=len(letters),
        wrong=tuple(wrong),
    )


def _wrong_with(someone: Someone, found: Found, days: Sequence[date]) -> Iterator[str]:
    if someone.kind is not Kind.DUE:
        if found.jobs or found.ledger or found.netWorth:
            yield "was synced"
        return
    done = sorted(
        local_date(job["finishedAt"]) for job in found.jobs.values() if job["status"] == "succeeded"
    )
    if done != list(days) or len(found.jobs) != len(days):
        yield f"{len(found.jobs)} jobs in {len(days)} periods, {len(done)} of them well"
    owed = sum(len(job["followUps"]) for job in found.jobs.values())
    if owed:
        yield f"{owed} follow-ups still owed"
    stored = [(row["on"], row["amountMinor"]) for doc in found.ledger.values() for row in doc["rows"]]
    sent = someone.bank_rows(days[-1], ROWS + len(days) - 1)
    if sorted(stored) != [(row.on.isoformat(), row.amount_minor) for row in sent]:
        yield f"{len(stored)} ledger rows instead of {len(sent)}, or others"
    points = {day for doc in found.netWorth.values() for day in doc["points"]}
    if points != {day.isoformat() for day in days}:
        yield f"net worth points of {len(points)} days"
