"""What Firestore's errors mean, also where the client hides them behind a failed rollback."""

from __future__ import annotations

import pytest
from google.api_core import exceptions as google_errors

from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.errors import AppError, Busy, Unavailable


class Broken:
    """A client whose transactions fail with `error`, hidden as the real client hides it."""

    _read_only = False
    _max_attempts = 1

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.begun = 0

    def transaction(self, *, read_only: bool = False) -> Broken:
        return self

    def _clean_up(self) -> None:
        """Nothing to clean up."""

    async def _begin(self, retry_id: object = None) -> None:
        self.begun += 1
        raise self._error

    async def _rollback(self) -> None:
        raise ValueError("The transaction has no transaction ID, so it cannot be rolled back.")


async def nothing(transaction: Transaction) -> None:
    """Work that is never reached."""


@pytest.mark.parametrize(
    ("error", "meaning", "tries"),
    [
        (google_errors.ServiceUnavailable("down"), Unavailable, 1),
        (google_errors.DeadlineExceeded("late"), Unavailable, 1),
        (google_errors.ResourceExhausted("quota"), Unavailable, 1),
        (google_errors.InternalServerError("oops"), Unavailable, 1),
        (google_errors.RetryError("gave up", google_errors.ServiceUnavailable("down")), Unavailable, 1),
        (google_errors.Aborted("contention"), Busy, 4),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
async def test_a_begin_that_fails_says_so_although_its_rollback_fails_too(
    error: Exception, meaning: type[AppError], tries: int
) -> None:
    client = Broken(error)
    with pytest.raises(meaning):
        await Documents(client).transact(nothing)  # type: ignore[arg-type]
    assert client.begun == tries


async def test_a_bug_stays_what_it_is() -> None:
    with pytest.raises(google_errors.InvalidArgument):
        await Documents(Broken(google_errors.InvalidArgument("bad path"))).transact(nothing)  # type: ignore[arg-type]
