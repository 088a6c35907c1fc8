"""The environment, read once into frozen Settings; a bad value stops the start with a clear message."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from future_finance.addresses import Addresses
from future_finance.errors import ConfigError

# Anything that points a client at a local stand-in. On Cloud Run none of these may be set.
LOCAL_ONLY = (
    "FIRESTORE_EMULATOR_HOST",
    "FIREBASE_AUTH_EMULATOR_HOST",
    "STORAGE_EMULATOR_HOST",
    "FF_TASKS_EMULATOR_HOST",
    "FF_SCHEDULER_EMULATOR_HOST",
    "FF_KMS_EMULATOR_HOST",
    "FF_SECRETS_EMULATOR_HOST",
    "FF_GOOGLE_OAUTH_URL",
    "FF_ID_TOKEN_CERTS_URL",
    "FF_IDENTITY_TOOLKIT_URL",
    "FF_AI_URL",
    "FF_CLOCK_FILE",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an instance needs to know about where it runs."""

    environment: str  # local | dev | prod
    function: str | None  # entry point of the row that is served; None in a script
    project: str
    project_number: str
    region: str
    app_url: str  # origin of the front end, no trailing slash
    allowed_origins: frozenset[str]
    worker_url_template: str  # with {name}
    kms_key: str
    vault_database: str
    fi_mcp_url: str
    fi_login_hosts: frozenset[str]
    google_client_id: str
    google_client_secret_id: str  # Secret Manager secret id
    tasks_invoker: str  # e-mail of the account whose OIDC token Cloud Tasks sends
    scheduler_invoker: str
    operators: frozenset[str]  # e-mails that may call /health/deep
    firebase_api_key: str  # public: names the project to Identity Toolkit
    firebase_app_id: str
    firebase_auth_domain: str
    stream_url: str | None  # run.app address of the streaming function, which Hosting cannot serve
    ai_project: str  # whose Vertex AI is asked
    ai_model: str  # id of a Gemini model on Vertex AI
    ai_location: str  # where the model is asked, apart from the region of deployment
    ai_tokens_per_day: int  # a user's
    ai_global_tokens_per_day: int  # all users' together: the day's stop
    syncs_per_day: int
    insight_runs_per_day: int  # that a person asks for; those after a sync are not counted
    exports_per_day: int
    exports_bucket: str
    processing_log_days: int  # how long the content-free log of erased accounts is kept
    grievance_contact: str  # where people write to when something is wrong with their data
    requests_per_ip: int  # in 15 minutes: unauthenticated requests and failed sign-ins
    requests_per_user: int  # in a minute
    commit: str
    auth_emulator: str | None
    firestore_emulator: str | None
    storage_emulator: str | None
    tasks_emulator: str | None
    kms_emulator: str | None
    secrets_emulator: str | None
    google_oauth_url: str | None  # local stand-in for accounts.google.com and its token endpoint
    id_token_certs_url: str | None
    identity_toolkit_url: str | None
    ai_url: str | None  # the simulator's address, in place of Vertex AI
    clock_file: str | None

    @property
    def secure_cookies(self) -> bool:
        return self.app_url.startswith("https://")

    @property
    def google_callback_url(self) -> str:
        """The redirect URI registered with Google; behind Hosting no request header tells it."""
        return f"{self.app_url}/auth/google/callback"

    def worker_url(self, name: str) -> str:
        """The URL, and OIDC audience, of a worker function."""
        return self.worker_url_template.format(name=name, number=self.project_number, region=self.region)


def read(environ: Mapping[str, str]) -> Settings:
    """Settings from environment variables. Raises ConfigError naming the variable."""
    on_cloud_run = "K_SERVICE" in environ
    environment = environ.get("FF_ENV", "local")
    if environment not in {"local", "dev", "prod"}:
        raise ConfigError("FF_ENV must be local, dev or prod")
    project = _need(environ, "GOOGLE_CLOUD_PROJECT")
    if on_cloud_run:
        _refuse_stand_ins(environ)
        if environment == "local":
            raise ConfigError("FF_ENV must be dev or prod on Cloud Run")
        if project.startswith("demo-"):  # Firebase's prefix for projects that only emulators know
            raise ConfigError("GOOGLE_CLOUD_PROJECT must not be a demo project on Cloud Run")
    address = Addresses(public=on_cloud_run)
    # On Cloud Run these must be set; a laptop has a default.
    number = _need(environ, "FF_PROJECT_NUMBER", None if on_cloud_run else "0")
    api_key = _need(environ, "FF_FIREBASE_API_KEY", None if on_cloud_run else "local")
    region = environ.get("FF_REGION", "asia-south1")
    app_url = address.origin("FF_APP_URL", _need(environ, "FF_APP_URL"))
    origins = [address.origin("FF_ALLOWED_ORIGINS", each) for each in _list(environ, "FF_ALLOWED_ORIGINS")]
    login_hosts = _list(environ, "FF_FI_LOGIN_HOSTS") or ["fi.money", "mcp.fi.money", "web.fi.money"]
    stream_url = environ.get("FF_STREAM_URL")
    return Settings(
        environment=environment,
        function=environ.get("FUNCTION_TARGET") or None,
        project=project,
        project_number=number,
        region=region,
        app_url=app_url,
        allowed_origins=frozenset({app_url, *origins}),
        worker_url_template=address.url_template(
            "FF_WORKER_URL",
            environ.get("FF_WORKER_URL", "https://{name}-{number}.{region}.run.app"),
            number=number,
            region=region,
        ),
        kms_key=environ.get(
            "FF_KMS_KEY",
            f"projects/{project}/locations/{region}/keyRings/future-finance/cryptoKeys/user-data-keys",
        ),
        vault_database=environ.get("FF_VAULT_DATABASE", "vault"),
        fi_mcp_url=address.url(
            "FF_FI_MCP_URL",
            environ.get("FF_FI_MCP_URL", "https://mcp.fi.money:8080/mcp/stream"),
        ),
        fi_login_hosts=frozenset(address.host("FF_FI_LOGIN_HOSTS", each) for each in login_hosts),
        google_client_id=environ.get("FF_GOOGLE_CLIENT_ID", ""),
        google_client_secret_id=environ.get("FF_GOOGLE_CLIENT_SECRET_ID", "google-oauth-client-secret"),
        tasks_invoker=environ.get("FF_TASKS_INVOKER", f"ff-tasks-invoker@{project}.iam.gserviceaccount.com"),
        scheduler_invoker=environ.get(
            "FF_SCHEDULER_INVOKER", f"ff-scheduler-invoker@{project}.iam.gserviceaccount.com"
        ),
        operators=frozenset(_list(environ, "FF_OPERATORS")),
        firebase_api_key=api_key,
        firebase_app_id=environ.get("FF_FIREBASE_APP_ID", ""),
        firebase_auth_domain=address.host(
            "FF_FIREBASE_AUTH_DOMAIN",
            environ.get("FF_FIREBASE_AUTH_DOMAIN", f"{project}.firebaseapp.com"),
        ),
        stream_url=address.url("FF_STREAM_URL", stream_url) if stream_url else None,
        ai_project=_word(environ, "FF_AI_PROJECT", project),
        ai_model=_word(environ, "FF_AI_MODEL", "gemini-3.8-flash"),
        ai_location=_word(environ, "FF_AI_LOCATION", "global"),
        ai_tokens_per_day=_positive(environ, "FF_AI_TOKENS_PER_DAY", 200_000),
        ai_global_tokens_per_day=_positive(environ, "FF_AI_GLOBAL_TOKENS_PER_DAY", 20_000_000),
        grievance_contact=_need(
            environ, "FF_GRIEVANCE_CONTACT", None if on_cloud_run else "privacy@localhost"
        ),
        requests_per_ip=_positive(environ, "FF_REQUESTS_PER_IP", 100),
        requests_per_user=_positive(environ, "FF_REQUESTS_PER_USER", 300),
        syncs_per_day=_positive(environ, "FF_SYNCS_PER_DAY", 50),
        insight_runs_per_day=_positive(environ, "FF_INSIGHT_RUNS_PER_DAY", 50),
        exports_per_day=_positive(environ, "FF_EXPORTS_PER_DAY", 10),
        exports_bucket=_word(environ, "FF_EXPORTS_BUCKET", f"{project}-exports"),
        processing_log_days=_positive(environ, "FF_PROCESSING_LOG_DAYS", 365),
        commit=environ.get("FF_COMMIT", "unknown"),
        auth_emulator=environ.get("FIREBASE_AUTH_EMULATOR_HOST") or None,
        firestore_emulator=environ.get("FIRESTORE_EMULATOR_HOST") or None,
        storage_emulator=environ.get("STORAGE_EMULATOR_HOST") or None,
        tasks_emulator=environ.get("FF_TASKS_EMULATOR_HOST") or None,
        kms_emulator=environ.get("FF_KMS_EMULATOR_HOST") or None,
        secrets_emulator=environ.get("FF_SECRETS_EMULATOR_HOST") or None,
        google_oauth_url=environ.get("FF_GOOGLE_OAUTH_URL") or None,
        id_token_certs_url=environ.get("FF_ID_TOKEN_CERTS_URL") or None,
        identity_toolkit_url=environ.get("FF_IDENTITY_TOOLKIT_URL") or None,
        ai_url=_ai_url(environ, on_cloud_run),
        clock_file=environ.get("FF_CLOCK_FILE") or None,
    )


@cache
def settings() -> Settings:
    """This instance's settings, read from the process environment on first use."""
    return read(os.environ)


def _refuse_stand_ins(environ: Mapping[str, str]) -> None:
    stray = sorted(n for n in environ if environ[n] and (n in LOCAL_ONLY or n.endswith("_EMULATOR_HOST")))
    if stray:
        raise ConfigError(f"not allowed on Cloud Run: {', '.join(stray)}")


def _ai_url(environ: Mapping[str, str], on_cloud_run: bool) -> str | None:
    """The simulator's address where FF_AI asks for it; None is Vertex AI."""
    choice, url = environ.get("FF_AI", "vertex"), environ.get("FF_AI_URL")
    if choice not in {"vertex", "simulator"}:
        raise ConfigError("FF_AI must be vertex or simulator")
    if choice == "vertex":
        return None
    if on_cloud_run:
        raise ConfigError("FF_AI must be vertex on Cloud Run")
    if not url:
        raise ConfigError("FF_AI_URL is not set: FF_AI=simulator needs the simulator's address")
    return Addresses(public=False).origin("FF_AI_URL", url)


def _need(environ: Mapping[str, str], name: str, default: str | None = None) -> str:
    value = environ.get(name, default or "").strip()
    if not value:
        raise ConfigError(f"{name} is not set")
    return value


def _word(environ: Mapping[str, str], name: str, default: str) -> str:
    """A name that goes into a URL's path."""
    value = environ.get(name, default)
    if not re.fullmatch(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", value):
        raise ConfigError(f"{name} takes letters, digits, dots and hyphens")
    return value


def _list(environ: Mapping[str, str], name: str) -> list[str]:
    return [item.strip() for item in environ.get(name, "").split(",") if item.strip()]


def _positive(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name, str(default))
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ConfigError(f"{name} must be a whole number above 0")
    return int(text)
