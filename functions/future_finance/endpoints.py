"""The endpoint table: one row per deployed function; rewrites, Terraform data and docs derive from it."""

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
    RETENTION = "ff-retention"  # (default), Cloud Tasks
    DOWNLOAD = "ff-download"  # (default), Cloud Tasks; reads the bucket, and signs addresses in it
    EXPORT = "ff-export"  # (default), the bucket
    LEAVE = "ff-leave"  # (default), vault, KMS, Cloud Tasks
    ERASE = "ff-erase"  # (default); deletes in the vault without opening it, in the bucket, people at Firebase Auth


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

    @property
    def entry_point(self) -> str:
        return self.name.replace("-", "_")


_DB = frozenset({Uses.FIRESTORE})
_VAULT = _DB | {Uses.KMS}

ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(
        "auth-google-begin",
        "google_sign_in:begin",
        PublicPath(("/auth/google/begin",)),
        Caller.ANYONE,
        Trust.WRITER,
        _DB,
        session_cookie=True,
    ),
    Endpoint(
        "auth-google-callback",
        "google_sign_in:callback",
        PublicPath(("/auth/google/callback",)),
        Caller.ANYONE,
        Trust.AUTH,
        _VAULT | {Uses.SECRETS, Uses.FIREBASE_ADMIN},
        session_cookie=True,
        secrets=("google-oauth-client-secret",),
        memory_mib=512,
    ),
    Endpoint(
        "auth-session",
        "session:session",
        PublicPath(("/auth/session",)),
        Caller.USER_OR_COOKIE,
        Trust.SESSION,
        _DB | {Uses.FIREBASE_ADMIN},
        session_cookie=True,
        check_revoked=True,
        memory_mib=512,
    ),
    Endpoint(
        "auth-logout",
        "session:logout",
        PublicPath(("/auth/logout",)),
        Caller.ANYONE,
        Trust.SESSION,
        frozenset({Uses.FIREBASE_ADMIN}),
        session_cookie=True,
        memory_mib=512,
    ),
    Endpoint(
        "financial-overview",
        "overview:overview",
        PublicPath(("/api/financial/overview",)),
        Caller.USER,
        Trust.WRITER,  # an overview of an older model is built anew by its first reader, and kept
        _DB,
    ),
    Endpoint(
        "financial-assets",
        "assets:assets",
        PublicPath(("/api/financial/assets",)),
        Caller.USER,
        Trust.READER,
        _DB,
    ),
    Endpoint(
        "financial-liabilities",
        "liabilities:liabilities",
        PublicPath(("/api/financial/liabilities",)),
        Caller.USER,
        Trust.READER,
        _DB,
    ),
    Endpoint(
        "financial-net-worth",
        "net_worth:net_worth",
        PublicPath(("/api/financial/net-worth",)),
        Caller.USER,
        Trust.READER,
        _DB,
    ),
    Endpoint(
        "financial-facts",
        "facts:facts",
        PublicPath(("/api/financial/facts",)),
        Caller.USER,
        Trust.WRITER,  # facts of other data, or of yesterday, are built anew by their first reader, and kept
        _DB,
        memory_mib=512,
        concurrency=8,  # building takes a while of one CPU
    ),
    Endpoint(
        "financial-transactions",
        "transactions:transactions",
        PublicPath(("/api/financial/transactions",)),
        Caller.USER,
        Trust.READER,
        _DB,
    ),
    Endpoint(
        "financial-sync",
        "sync:sync",
        PublicPath(("/api/financial/sync", "/api/financial/sync/**")),
        Caller.USER,
        Trust.ENQUEUE,
        _DB | {Uses.TASKS},
    ),
    Endpoint(
        "config",
        "client_config:client_config",
        PublicPath(("/api/config",)),
        Caller.ANYONE,
        Trust.EDGE,
    ),
    Endpoint("providers", "providers:providers", PublicPath(("/api/providers",)), Caller.USER, Trust.EDGE),
    Endpoint(
        "connections",
        "connections:connections",
        PublicPath(("/api/connections", "/api/connections/**")),
        Caller.USER,
        Trust.CONNECT,
        _VAULT | {Uses.FI_MCP},
        check_revoked=True,
        memory_mib=512,
        timeout_s=60,
    ),
    Endpoint(
        "profile",
        "profile:profile",
        PublicPath(("/api/profile",)),
        Caller.USER,
        Trust.WRITER,
        _DB,
    ),
    Endpoint(
        "consents",
        "consents:consents",
        PublicPath(("/api/consents", "/api/consents/**")),
        Caller.USER,
        Trust.ENQUEUE,
        _DB | {Uses.TASKS},
        check_revoked=True,
    ),
    Endpoint(
        "insights",
        "insights:insights",
        PublicPath(("/api/insights", "/api/insights/**")),
        Caller.USER,
        Trust.ENQUEUE,
        _DB | {Uses.TASKS},
    ),
    Endpoint(
        "chat",
        "chat:chat",
        PublicPath(("/api/chat",)),
        Caller.USER,
        Trust.AI,
        _DB | {Uses.GENAI, Uses.NUMPY},
        streams=True,
        memory_mib=512,
        concurrency=20,
        timeout_s=60,
    ),
    Endpoint(
        "chat-conversations",
        "conversations:conversations",
        PublicPath(("/api/chat/conversations", "/api/chat/conversations/**")),
        Caller.USER,
        Trust.WRITER,
        _DB,
    ),
    Endpoint(
        "simulate",
        "simulate:simulate",
        PublicPath(("/api/simulate",)),
        Caller.USER,
        Trust.AI,
        _DB | {Uses.GENAI, Uses.NUMPY},
        memory_mib=512,
        concurrency=8,  # a scenario with markets in it takes the processor for a fifth of a second
        timeout_s=40,
    ),
    Endpoint(
        "export",
        "exports:exports",
        PublicPath(("/api/export", "/api/export/**")),
        Caller.USER,
        Trust.DOWNLOAD,
        _DB | {Uses.TASKS, Uses.STORAGE},
        check_revoked=True,
        memory_mib=512,
    ),
    Endpoint(
        "account",
        "account:account",
        PublicPath(("/api/account",)),
        Caller.USER,
        Trust.LEAVE,
        _VAULT | {Uses.TASKS},
        check_revoked=True,
        memory_mib=512,
    ),
    Endpoint(
        "erasures",
        "erasures:erasures",
        PublicPath(("/api/erasures/**",)),
        Caller.ANYONE,
        Trust.READER,
        _DB,
    ),
    Endpoint("health", "health:health", PublicPath(("/health",)), Caller.ANYONE, Trust.EDGE),
    Endpoint(
        "health-deep",
        "health:deep",
        OwnUrl("/health/deep"),
        Caller.OPERATOR,
        Trust.CONNECT,
        _VAULT | {Uses.TASKS},
        memory_mib=512,
    ),
    Endpoint(
        "sync-connection",
        "sync_connection:sync_connection",
        TaskQueue("sync-connection", max_attempts=12),  # a quarter of an hour and more: several leases
        Caller.TASKS,
        Trust.SYNC,
        _VAULT | {Uses.TASKS, Uses.FI_MCP},
        memory_mib=512,
        concurrency=8,
        timeout_s=120,
    ),
    Endpoint(
        "generate-insights",
        "generate_insights:generate_insights",
        TaskQueue("generate-insights", max_dispatches_per_s=5.0, max_concurrent=10, after_changed_sync=True),
        Caller.TASKS,
        Trust.AI,
        _DB | {Uses.GENAI},
        memory_mib=512,
        concurrency=8,
        timeout_s=180,
    ),
    Endpoint(
        "build-export",
        "build_export:build_export",
        TaskQueue("build-export", max_dispatches_per_s=2.0, max_concurrent=10),
        Caller.TASKS,
        Trust.EXPORT,
        _DB | {Uses.STORAGE},
        memory_mib=512,
        concurrency=1,  # packing keeps the processor
        timeout_s=300,
    ),
    Endpoint(
        "erase-data",
        "erase_data:erase_data",
        TaskQueue("erase-data", max_dispatches_per_s=5.0, max_concurrent=10, max_attempts=12),
        Caller.TASKS,
        Trust.ERASE,
        _DB | {Uses.FIREBASE_ADMIN, Uses.STORAGE},
        memory_mib=512,
        concurrency=4,
        timeout_s=300,
    ),
    Endpoint(
        "retention",
        "retention:retention",
        Schedule("30 1 * * *"),
        Caller.SCHEDULER,
        Trust.RETENTION,
        _DB | {Uses.TASKS},
        timeout_s=300,
        concurrency=1,
    ),
)

BY_ENTRY_POINT = {endpoint.entry_point: endpoint for endpoint in ENDPOINTS}
