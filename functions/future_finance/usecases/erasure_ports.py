"""What erasing needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.erasure import Erasure
from future_finance.domain.job import Job


class ErasureStore(Protocol):
    """erasures/{id}, and everything of a user in (default)."""

    async def begin(self, uid: str, now: datetime, *, absent_since: datetime | None = None) -> Erasure:
        """Mark the user as being erased, from which moment nothing is written for them any more. One that
        has begun is answered as it is. Raises NotFound when there is no such user, or one who
        was here after `absent_since`."""
        ...

    async def get(self, erasure_id: str) -> Erasure | None: ...
    async def write_processing_log(self, uid: str, now: datetime) -> None:
        """What was done with the data, without content, under a one-way id. Once: what is there stays."""
        ...

    async def delete_documents(self, erasure: Erasure) -> None:
        """Every document of every collection of the user, and what names them elsewhere; counted in the
        erasure. The user's own document stays, since it is what keeps others from writing."""
        ...

    async def count_left(self, uid: str) -> int:
        """Documents that are still there."""
        ...

    async def add_counts(self, erasure: Erasure, counts: Mapping[str, int]) -> None: ...
    async def finish(self, erasure: Erasure, left: int, now: datetime) -> None:
        """Delete the user's own document and take the uid out of the erasure."""
        ...

    async def overdue(self, now: datetime, limit: int) -> Sequence[Erasure]:
        """Those that still run past their deadline."""
        ...

    async def unknown(self, uids: Sequence[str]) -> Sequence[str]:
        """Which of them are no users, not even ones that are being erased."""
        ...


class ScopeErasureStore(Protocol):
    """What a consent covered."""

    async def erase_scope(
        self, job: Job, scope: Scope, purposes: frozenset[Purpose], now: datetime
    ) -> dict[str, int]:
        """Delete it, and what was made of it; counts by collection, and "left": what is still found after.

        Raises NotFound when the user is gone.
        """
        ...


class UserObjects(Protocol):
    """A user's files in Cloud Storage."""

    async def delete_all(self, uid: str) -> int:
        """How many were deleted."""
        ...

    async def count(self, uid: str) -> int: ...


class AccountRemover(Protocol):
    """Firebase Auth's accounts. Raises Unavailable."""

    async def delete_account(self, uid: str) -> None:
        """Delete the account, and with it every session; one that is gone already is fine."""
        ...


class GoogleGrants(Protocol):
    """What people granted us at Google. Raises Unavailable."""

    async def withdraw(self, refresh_token: str) -> None:
        """One that has been withdrawn already is fine."""
        ...


class KeyShredder(Protocol):
    """The vault, for whoever may only destroy. Raises VaultUnavailable."""

    async def shred(self, uid: str) -> None: ...
    async def key_holders(self, after: str | None, limit: int) -> Sequence[str]:
        """The next users that have a data key, in a fixed order, after the user `after`."""
        ...
