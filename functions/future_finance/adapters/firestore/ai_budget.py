"""quotas/{uid}_{day} and aiTotals/{day}_{shard}: what the language model may be asked for, and what it has used."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from google.cloud.firestore_v1.transforms import DELETE_FIELD, Increment

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.domain.local_date import IST, local_date, midnight_after, seconds_to_midnight
from future_finance.domain.retention import KEPT
from future_finance.errors import AiStopped, NotFound, QuotaSpent, TurnsInFlight
from future_finance.usecases.ai_ports import TurnPermit
from future_finance.usecases.event import Event, report
from future_finance.usecases.model import Usage

MOST_TURNS = 2
TURN_LAPSES_AFTER = timedelta(minutes=3)  # longer than any function that runs one
SHARDS = 2  # one document takes about one write a second; the day's stop allows of some thousand turns a day
TOTAL_KEPT_S = 30  # how old the sum of the shards may be
_RETRY_TURN_S = 5


@dataclass(slots=True)
class _Total:
    """Tokens that all people used on a day, as last read, and what this instance added since."""

    day: date
    read_at: datetime
    tokens: int


class FirestoreAiBudget:
    """AiBudget in (default).

    The global stop can be overrun by what is used within TOTAL_KEPT_S and by turns that are under way.
    """

    def __init__(self, documents: Documents, *, tokens_per_day: int, global_tokens_per_day: int) -> None:
        self._documents = documents
        self._tokens_per_day = tokens_per_day
        self._global_tokens_per_day = global_tokens_per_day
        self._total: _Total | None = None

    async def begin(self, uid: str, now: datetime) -> TurnPermit:
        day = local_date(now)
        until_midnight_s = seconds_to_midnight(now)
        if await self._used_by_all(day, now) >= self._global_tokens_per_day:
            report(Event.AI_STOPPED, scope="everyone")
            raise AiStopped(retry_after_s=until_midnight_s)
        permit = TurnPermit(uid, secrets.token_hex(8), day.isoformat())
        ref = self._documents.ref("quotas", f"{uid}_{permit.day}")

        async def work(transaction: Transaction) -> None:
            user, found = await transaction.get_all([self._documents.ref("users", uid), ref])
            if user is None or user.get("erasing"):
                raise NotFound
            quota: Mapping[str, Any] = found or {}
            if quota.get("tokens", 0) >= self._tokens_per_day:
                report(Event.AI_STOPPED, scope="user")
                raise QuotaSpent(retry_after_s=until_midnight_s)
            turns: Mapping[str, datetime] = quota.get("turns") or {}
            lapsed = [turn for turn, until in turns.items() if until <= now]
            if len(turns) - len(lapsed) >= MOST_TURNS:
                raise TurnsInFlight(retry_after_s=_RETRY_TURN_S)
            transaction.set(
                ref,
                {
                    "schemaVersion": SCHEMA_VERSION,
                    "uid": uid,
                    "day": permit.day,
                    "turns": {permit.id: now + TURN_LAPSES_AFTER} | dict.fromkeys(lapsed, DELETE_FIELD),
                    "expireAt": midnight_after(now) + KEPT["quotas"],
                },
                merge=True,
            )

        await self._documents.transact(work)
        return permit

    async def end(self, permit: TurnPermit, usage: Usage) -> None:
        """What is counted belongs to the day on which the turn began. Reads nothing: the quota of a person who was
        erased during the turn is gone, and stays so."""
        day = date.fromisoformat(permit.day)
        used = {"tokens": Increment(usage.total), f"turns.{permit.id}": DELETE_FIELD}
        await asyncio.gather(
            self._documents.update_if_there(used, "quotas", f"{permit.uid}_{permit.day}"),
            self._add_to_total(day, usage.total),
        )

    async def _add_to_total(self, day: date, tokens: int) -> None:
        if not tokens:
            return
        kept_until = datetime.combine(day + timedelta(days=1), time(), IST) + KEPT["aiTotals"]
        counted = {"schemaVersion": SCHEMA_VERSION, "tokens": Increment(tokens), "expireAt": kept_until}
        total = self._documents.ref("aiTotals", f"{day.isoformat()}_{secrets.randbelow(SHARDS)}")

        async def work(transaction: Transaction) -> None:
            transaction.set(total, counted, merge=True)

        await self._documents.transact(work)
        if self._total is not None and self._total.day == day:
            self._total.tokens += tokens

    async def _used_by_all(self, day: date, now: datetime) -> int:
        known = self._total
        if (
            known is not None
            and known.day == day
            and abs((now - known.read_at).total_seconds()) < TOTAL_KEPT_S
        ):
            return known.tokens
        shards = await asyncio.gather(
            *(self._documents.get("aiTotals", f"{day.isoformat()}_{shard}") for shard in range(SHARDS))
        )
        tokens = sum(int(fields["tokens"]) for fields in shards if fields is not None)
        self._total = _Total(day, now, tokens)
        return tokens
