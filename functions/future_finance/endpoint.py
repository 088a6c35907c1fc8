"""What a row of the endpoint table is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Caller(StrEnum):
    """Who may call a function."""

    ANYONE = "anyone"  # no sign-in
    USER = "user"  # a Firebase ID token as Bearer
    USER_OR_COOKIE = "user_or_cookie"  # a Bearer, or the __session cookie with an Origin check
    TASKS = "tasks"  # Cloud Tasks' account, by OIDC
    SCHEDULER = "scheduler"  # Cloud Scheduler's account, by OIDC
    OPERATOR = "operator"  # a listed operator, by OIDC


class Trust(StrEnum):
    """Trust class: the service account a function runs as. Account ids have 6-30 characters.

    Each that people call also looks an account's state up in Firebase Auth (firebaseauth.users.get), but EDGE.
    """

    EDGE = "ff-edge"  # no personal data at all
    READER = "ff-reader"  # reads (default)
    WRITER = "ff-writer"  # reads and writes (default)
    ENQUEUE = "ff-enqueue"  # (default), Cloud Tasks
    SESSION = "ff-session"  # (default), sessions of Firebase Auth
    AUTH = "ff-auth"  # (default), sessions of Firebase Auth, vault, KMS, OAuth secret
    CONNECT = "ff-connect"  # (default), vault, KMS; queues to look at alone
    SYNC = "ff-sync"  # (default), vault, KMS, Cloud Tasks
    AI = "ff-genai"  # (default), Vertex AI
    DISPATCH = "ff-dispatch"  # Cloud Tasks alone
    PUSH = "ff-push"  # (default), Firebase Cloud Messaging
    RETENTION = "ff-retention"  # (default), Cloud Tasks
    DOWNLOAD = "ff-download"  # (default), Cloud Tasks; reads the bucket, and signs addresses in it
    EXPORT = "ff-export"  # (default), the bucket, Cloud Tasks
    LEAVE = "ff-leave"  # (default), vault, KMS, Cloud Tasks
    ERASE = "ff-erase"  # (default); deletes in the vault without opening it, in the bucket, people at Firebase Auth; Cloud Tasks


class Uses(StrEnum):
    """A client that costs import time; an endpoint may import only those its row names."""

    FIRESTORE = "google.cloud.firestore_v1"
    KMS = "google.cloud.kms_v1"
    TASKS = "google.cloud.tasks_v2"
    SECRETS = "google.cloud.secretmanager_v1"
    FIREBASE_ADMIN = "firebase_admin"
    FI_MCP = "mcp"
    GENAI = "google.genai"
    NUMPY = "numpy"
    STORAGE = "google.cloud.storage"


@dataclass(frozen=True, slots=True)
class PublicPath:
    """Reached through Firebase Hosting; `paths` are exact, or end in /** ."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskQueue:
    """Reached by Cloud Tasks alone. Rates are dispatches a second; back-offs in seconds."""

    queue: str
    max_dispatches_per_s: float = 10.0
    max_concurrent: int = 20
    max_attempts: int = 8
    min_backoff_s: float = 2.0
    max_backoff_s: float = 300.0
    max_doublings: int = 6
    after_changed_sync: bool = False  # a task follows each sync that changed something


@dataclass(frozen=True, slots=True)
class Schedule:
    """Reached by Cloud Scheduler alone."""

    cron: str
    time_zone: str = "Asia/Kolkata"


@dataclass(frozen=True, slots=True)
class OwnUrl:
    """Reached on the function's own run.app URL behind IAM, never through Hosting."""

    path: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One deployed function. `handler` is module:function below future_finance.entrypoints."""

    name: str
    handler: str
    trigger: PublicPath | TaskQueue | Schedule | OwnUrl
    caller: Caller
    trust: Trust
    uses: frozenset[Uses] = frozenset()
    session_cookie: bool = False  # sets or takes __session: allowed origins may send credentials
    streams: bool = False  # may answer with events, on its own URL: Hosting buffers
    check_revoked: bool = False  # look revocation up on every request, not from the 5-minute cache
    memory_mib: int = 256
    cpu: float = 1.0
    concurrency: int = 40
    max_instances: int = 10
    timeout_s: int = 30
    secrets: tuple[str, ...] = ()
    enqueues: frozenset[str] = frozenset()  # queues that it puts tasks into; its account may fill no others

    @property
    def entry_point(self) -> str:
        return self.name.replace("-", "_")
