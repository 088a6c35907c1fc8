"""What the app needs from outside, as roles; adapters and the tests' fakes play them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from future_finance.domain.snapshot import PartName

if TYPE_CHECKING:
    from future_finance.domain.connection import Connection
    from future_finance.domain.consent import Scope
    from future_finance.domain.job import FollowUp, Job, Lease
    from future_finance.domain.manual_entry import ManualEntry
    from future_finance.domain.net_worth import Point
    from future_finance.domain.overview_view import OverviewView
    from future_finance.domain.profile import Profile, VersionedProfile
    from future_finance.domain.snapshot import PartOutcome, Snapshot
    from future_finance.domain.user import AccountState, User


class Purpose(StrEnum):
    """What a sealed value is for; part of what it is cryptographically bound to."""

    FI_SESSION = "fi_session"  # session id and, while pending, the login URL
    GOOGLE_REFRESH = "google_refresh"


class Vault(Protocol):
    """Sealed values of a user, each bound to uid + connection + purpose.

    Raises VaultUnavailable (KMS or database down; retry), SealBroken (tampered, foreign, or shredded).
    """

    async def seal(
        self, uid: str, connection_id: str, purpose: Purpose, secret: Mapping[str, str]
    ) -> None: ...
    async def open(self, uid: str, connection_id: str, purpose: Purpose) -> Mapping[str, str] | None: ...
    async def discard(self, uid: str, connection_id: str, purpose: Purpose) -> None: ...
    async def rewrap(self, uid: str) -> bool:
        """Wrap the user's data key under KMS's primary version; False when it is already so."""
        ...

    async def shred(self, uid: str) -> None:
        """Delete the wrapped key and every token of the user. Idempotent."""
        ...


@dataclass(frozen=True, slots=True)
class FiSession:
    """A session at the provider, as sealed. `id` is a bearer credential: never logged."""

    id: str
    login_url: str | None = None


EVERY_PART = frozenset(PartName)

type ProgressSink = Callable[[PartName, PartOutcome], Awaitable[None]]


class FinancialSource(Protocol):
    """A provider of a person's finances that is reached through a login of the person's own.

    Raises SourceUnavailable (retry), LoginUrlRefused, SourceAnswerRefused.
    """

    async def start(self) -> FiSession:
        """A new session with the login URL the person has to open."""
        ...

    async def probe(self, session: FiSession, wanted: AbstractSet[PartName] = EVERY_PART) -> None:
        """Return when the person is logged in; asks for `wanted` parts alone, of which there is one at least.

        Raises LoginPending or LoginRefused or LoginRequired.
        """
        ...

    async def fetch(
        self, session: FiSession, on_part: ProgressSink, wanted: AbstractSet[PartName] = EVERY_PART
    ) -> Snapshot:
        """The wanted parts at once; the others are not asked for. A part's failure is an outcome."""
        ...


class TaskQueuePort(Protocol):
    """Cloud Tasks. Enqueueing a name that exists is fine: it happened already."""

    async def enqueue(self, queue: str, task_id: str, payload: Mapping[str, str]) -> None: ...


class Clock(Protocol):
    """The time of day, UTC; on a laptop it can be moved."""

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class SignedInPerson:
    """Who signed in, from a verified token."""

    uid: str
    email: str | None
    name: str | None
    picture: str | None


class TokenVerifier(Protocol):
    """Firebase's tokens, checked here. Raises NotSignedIn, SessionExpired, Unavailable (no keys)."""

    async def verify_id_token(self, token: str) -> User: ...
    async def verify_session_cookie(self, cookie: str) -> User: ...


class AccountLookup(Protocol):
    """Firebase Auth's accounts. Raises Unavailable."""

    async def account_state(self, uid: str) -> AccountState | None:
        """None when there is no such account."""
        ...


Ping = Callable[[], Awaitable[object]]  # returns when the dependency answered; raises AppError


class SessionIssuer(Protocol):
    """Firebase Auth's administration. Raises Unavailable, NotSignedIn."""

    async def session_cookie(self, id_token: str, lifetime: timedelta) -> str: ...
    async def custom_token(self, user: User) -> str:
        """For the client SDK; what is minted from it keeps the user's `signed_in_at`."""
        ...

    async def revoke_sessions(self, uid: str) -> None: ...


@dataclass(frozen=True, slots=True)
class GoogleGrant:
    """What Google's token endpoint gave: a verified identity, and tokens that are never logged."""

    id_token: str
    access_token: str
    refresh_token: str | None


class AuthorizationPage(Protocol):
    """Google's page that asks the person to sign in."""

    def url(self, *, state: str, nonce: str, code_challenge: str, login_hint: str | None) -> str: ...


class GoogleSignIn(Protocol):
    """Google's token endpoint and Identity Toolkit. Raises GoogleRefused, Unavailable."""

    async def exchange(self, code: str, code_verifier: str, nonce: str) -> GoogleGrant: ...
    async def firebase_id_token(self, grant: GoogleGrant) -> str:
        """Sign in to Firebase Auth as the person Google vouches for."""
        ...

    async def refresh(self, refresh_token: str) -> str:
        """A new access token."""
        ...


class Accounts(Protocol):
    """Who has an account."""

    async def require(self, uid: str) -> None:
        """Raises NotFound where nobody has it, or it is being erased."""
        ...

    async def visit(self, uid: str, now: datetime) -> None:
        """The same, of a person who looks in: that they were here is noted, at most once a day, and where it cannot
        be noted now, the next time. A sign-in can last for years."""
        ...


class UserStore(Protocol):
    """users/{uid}."""

    async def ensure(self, person: SignedInPerson, now: datetime) -> bool:
        """Create users/{uid} on the first sign-in; True when it was created. Else refresh lastSeenAt
        at most once a day. Raises Forbidden while the account is being erased, and ever after."""
        ...


@dataclass(frozen=True, slots=True)
class OAuthState:
    """One sign-in begun: everything the callback must match. Single use, ten minutes."""

    state: str
    browser_hash: str  # SHA-256 of the pre-session cookie
    code_verifier: str
    nonce: str
    redirect_uri: str
    expire_at: datetime


class OAuthStateStore(Protocol):
    """oauthStates/{state}."""

    async def put(self, state: OAuthState) -> None: ...
    async def take(self, state: str, browser_hash: str, now: datetime) -> OAuthState | None:
        """Read and delete in one transaction; None when absent, expired, or another browser's
        (which leaves it unconsumed)."""
        ...


class ConnectionStore(Protocol):
    """users/{uid}/connections."""

    async def get(self, uid: str, connection_id: str) -> Connection | None: ...
    async def list(self, uid: str) -> Sequence[Connection]: ...
    async def put(self, uid: str, connection: Connection, expected: Connection | None) -> None:
        """Write where the link is still as `expected` (None: there is none), and show it in the overview,
        in one transaction. Raises ConnectionChanged, or NotFound when the user is gone or being erased."""
        ...

    async def delete(self, uid: str, connection_id: str, *, with_data: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class LeaseTaken:
    """The lease, and what the worker needs that was read with it. `scopes`: what may be fetched and kept."""

    lease: Lease
    job: Job
    connection: Connection
    scopes: frozenset[Scope]
    consent_version: int = 0


class LeaseRefusal(StrEnum):
    """Why a delivery got no lease."""

    HELD = "held"  # another delivery works; come back
    FINISHED = "finished"  # this job has ended; only its follow-ups may be outstanding
    GONE = "gone"  # the user, the connection or the job is no more
    NOT_ACTIVE = "not_active"  # the connection waits for a login
    NOT_DUE = "not_due"  # of a scheduled sync: not due, not agreed to, or waiting for a login


class JobStore(Protocol):
    """Sync jobs, and the user's lease under which one runs."""

    async def create_jobs(self, jobs: Sequence[Job]) -> list[Job]:
        """One user's jobs, all or none; one that exists is left and answered as it is.

        Raises NotFound (no such user or connection), IdempotencyMismatch (same id, another request),
        ConsentMissing (nothing may be kept), QuotaSpent.
        """
        ...

    async def get_job(self, uid: str, job_id: str) -> Job | None: ...
    async def take_lease(
        self,
        uid: str,
        job_id: str,
        attempt_id: str,
        now: datetime,
        until: datetime,
        scheduled: Job | None = None,
    ) -> LeaseTaken | LeaseRefusal:
        """The user's lease for this delivery. A job that cannot run (its connection is gone or waits for
        a login, nothing may be kept any more, the day's quota is spent) is ended.

        `scheduled` is the job as it is to be written where nobody has written it yet; where it is not to run
        now, NOT_DUE, and nothing is written."""
        ...

    async def release_lease(self, uid: str, lease: Lease, error: str) -> None:
        """Give the lease back; until the next delivery its job shows `error`, a stable code."""
        ...

    async def report_progress(self, job: Job, parts: Mapping[PartName, PartOutcome]) -> None: ...
    async def end_failed(
        self, job: Job, parts: Mapping[PartName, PartOutcome], error: str, now: datetime
    ) -> None:
        """End a job without a result, unless it has ended."""
        ...

    async def clear_follow_ups(self, uid: str, job_id: str, done: Sequence[FollowUp]) -> None: ...
    async def bury(self, uid: str, job_id: str, queue: str, error: str, now: datetime) -> None:
        """Leave a dead letter and mark the job failed, unless it has ended."""
        ...

    async def overdue_jobs(self, now: datetime, limit: int) -> Sequence[Job]:
        """Jobs that have not ended by their deadline, or still owe follow-ups."""
        ...


class SyncStore(Protocol):
    """The one commit of a sync."""

    async def commit(
        self, taken: LeaseTaken, snapshot: Snapshot, follow_ups: Sequence[FollowUp], now: datetime
    ) -> Job:
        """Data, read models, net worth point, job result and outbox in one transaction, or nothing.

        Only what consent covers at this moment is kept. Follow-ups are kept only of a sync that changed
        something. Raises Busy when the lease was taken over or a consent changed, ConnectionChanged when the
        link is not as it was when the lease was taken, ConsentMissing when nothing may be kept any more,
        OtherPerson when the data is somebody else's, IdentityUnchecked when that cannot be told, NotFound when
        the user or the job is gone.
        """
        ...

    async def end_needs_login(
        self, taken: LeaseTaken, outcomes: Mapping[PartName, PartOutcome], error: str, now: datetime
    ) -> Job:
        """End the job and mark the connection; not a figure is touched. Raises as `commit`."""
        ...


class OverviewStore(Protocol):
    """The read model of the first paint."""

    async def overview(self, uid: str) -> OverviewView:
        """One built by an older version is rebuilt from the stored parts first."""
        ...


class PortfolioStore(Protocol):
    """What screens read beside it."""

    async def asset_documents(self, uid: str) -> Sequence[Mapping[str, object]]: ...
    async def liability_documents(self, uid: str) -> Sequence[Mapping[str, object]]: ...
    async def manual_entries(self, uid: str) -> Sequence[ManualEntry]: ...
    async def points(self, uid: str, since: date, until: date) -> Sequence[Point]:
        """Net worth points of the days `since` to `until`, both inclusive, in order."""
        ...

    async def ledger_rows(self, uid: str, month: str) -> Sequence[Mapping[str, object]]: ...
    async def trade_rows(self, uid: str, year: int) -> Sequence[Mapping[str, object]]: ...


class ProfileStore(Protocol):
    """users/{uid}/profile/main."""

    async def get(self, uid: str) -> VersionedProfile: ...
    async def replace(
        self, uid: str, profile: Profile, expected_version: int | None, now: datetime
    ) -> VersionedProfile:
        """Raises Conflict when another version is there, NotFound when the user is gone."""
        ...
