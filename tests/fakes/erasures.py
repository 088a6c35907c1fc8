"""What erasing needs, in memory: erasures, accounts, files, grants at Google."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from future_finance.domain.erasure import ERASURE_DEADLINE, Erasure, ErasureState
from future_finance.errors import NotFound, Unavailable


class InMemoryErasures:
    """ErasureStore. `documents` counts those of each user; one without any is nobody."""

    def __init__(self, **documents: int) -> None:
        self.documents = dict(documents)
        self.erasures: dict[str, Erasure] = {}
        self.logged: set[str] = set()
        self.written_meanwhile = 0  # documents that appear while others are deleted, once

    async def begin(self, uid: str, now: datetime, *, absent_since: datetime | None = None) -> Erasure:
        if uid not in self.documents:
            raise NotFound
        begun = [one for one in self.erasures.values() if one.uid == uid]
        erasure = begun[0] if begun else Erasure(f"receipt-of-{uid}", ErasureState.RUNNING, now, uid)
        self.erasures[erasure.id] = erasure
        return erasure

    async def get(self, erasure_id: str) -> Erasure | None:
        return self.erasures.get(erasure_id)

    async def write_processing_log(self, uid: str, now: datetime) -> None:
        self.logged.add(uid)

    async def delete_documents(self, erasure: Erasure) -> None:
        if erasure.uid is not None:
            deleted = self.documents[erasure.uid]
            self.documents[erasure.uid], self.written_meanwhile = self.written_meanwhile, 0
            await self.add_counts(erasure, {"documents": deleted})

    async def count_left(self, uid: str) -> int:
        return self.documents.get(uid, 0)

    async def add_counts(self, erasure: Erasure, counts: Mapping[str, int]) -> None:
        known = self.erasures[erasure.id]
        summed = {name: known.counts.get(name, 0) + count for name, count in counts.items()}
        self.erasures[erasure.id] = replace(known, counts={**known.counts, **summed})

    async def finish(self, erasure: Erasure, left: int, now: datetime) -> None:
        known = self.erasures[erasure.id]
        if known.uid is not None:
            del self.documents[known.uid]
        self.erasures[erasure.id] = replace(
            known, state=ErasureState.ERASED, uid=None, finished_at=now, left=left
        )

    async def overdue(self, now: datetime, limit: int) -> Sequence[Erasure]:
        running = [one for one in self.erasures.values() if one.state is ErasureState.RUNNING]
        return [one for one in running if one.requested_at + ERASURE_DEADLINE <= now][:limit]

    async def unknown(self, uids: Sequence[str]) -> Sequence[str]:
        return [uid for uid in uids if uid not in self.documents]


class InMemoryObjects:
    """UserObjects: how many files each user has."""

    def __init__(self, **files: int) -> None:
        self.files = dict(files)

    async def delete_all(self, uid: str) -> int:
        return self.files.pop(uid, 0)

    async def count(self, uid: str) -> int:
        return self.files.get(uid, 0)


class InMemoryAccounts:
    """AccountRemover. `available` is for a test to set."""

    def __init__(self) -> None:
        self.removed: list[str] = []
        self.available = True

    async def delete_account(self, uid: str) -> None:
        if not self.available:
            raise Unavailable
        self.removed.append(uid)


class InMemoryGoogleGrants:
    """GoogleGrants. `available` is for a test to set."""

    def __init__(self) -> None:
        self.withdrawn: list[str] = []
        self.available = True

    async def withdraw(self, refresh_token: str) -> None:
        if not self.available:
            raise Unavailable
        self.withdrawn.append(refresh_token)
