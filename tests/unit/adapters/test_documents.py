"""What Firestore's errors mean, also where the client hides them behind a failed rollback."""

from __future__ import annotations

import pytest
from google.api_core import exceptions as google_errors

from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.errors import AppError, Busy, NotFound, Unavailable


class Broken:
    """A client whose transactions fail with `error`, hidden by `rollback` as the real client hides it."""

    _read_only = False
    _max_attempts = 1

    def __init__(self, error: Exception, rollback: Exception | None = None) -> None:
        self._error = error
        self._rollback_error = rollback or ValueError("The transaction has no transaction ID.")
        self.begun = 0

    def transaction(self, *, max_attempts: int, read_only: bool) -> Broken:
        return self

    def _clean_up(self) -> None:
        """Nothing to clean up."""

    async def _begin(self, retry_id: object = None) -> None:
        self.begun += 1
        raise self._error

    async def _rollback(self) -> None:
        raise self._rollback_error


def documents_of(client: Broken) -> Documents:
    return Documents(client, first_pause_s=0)  # type: ignore[arg-type]


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
        (google_errors.Aborted("contention"), Busy, 6),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
async def test_a_begin_that_fails_says_so_although_its_rollback_fails_too(
    error: Exception, meaning: type[AppError], tries: int
) -> None:
    client = Broken(error)
    with pytest.raises(meaning):
        await documents_of(client).transact(nothing)
    assert client.begun == tries


async def test_a_rollback_that_is_refused_hides_no_contention() -> None:
    closed = google_errors.InvalidArgument("Transaction is invalid or closed.")
    with pytest.raises(Busy):
        await documents_of(Broken(google_errors.Aborted("contention"), closed)).transact(nothing)


async def test_a_rollback_that_is_refused_hides_no_refusal_of_the_work() -> None:
    refused = Broken(NotFound(), google_errors.Aborted("too late"))
    with pytest.raises(NotFound):
        await documents_of(refused).transact(nothing)


async def test_a_bug_stays_what_it_is() -> None:
    with pytest.raises(google_errors.InvalidArgument):
        await documents_of(Broken(google_errors.InvalidArgument("bad path"))).transact(nothing)


class Refusing:
    """A client whose database is not there, or not ours to read."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def document(self, *path: str) -> Refusing:
        return self

    async def get(self) -> None:
        raise self._error


@pytest.mark.parametrize(
    "error",
    [
        google_errors.PermissionDenied("no"),
        google_errors.NotFound("no"),
        google_errors.ServiceUnavailable(""),
    ],
)
async def test_a_database_that_refuses_us_is_not_well(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Unavailable):
        await Documents(Refusing(error)).ping()  # type: ignore[arg-type]
    assert type(error).__name__ in caplog.text
