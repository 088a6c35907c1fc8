"""Where everything of one stack listens, and the environment that makes clients use it."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from emulators.children import ROOT
from emulators.ports import LOOPBACK, free_ports
from future_finance.endpoints import ENDPOINTS

PROJECT = "demo-future-finance"
REGION = "asia-south1"
GOOGLE_CLIENT_ID = "local.apps.googleusercontent.com"
OPERATOR = "operator@example.com"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Ports on the loopback interface; the `*_http` ones show a gRPC emulator's state."""

    gateway: int
    firestore: int
    auth: int
    cloud_storage: int
    cloud_tasks: int
    cloud_tasks_http: int
    cloud_scheduler: int
    cloud_scheduler_http: int
    cloud_kms: int
    cloud_kms_http: int
    secret_manager: int
    secret_manager_http: int
    google_oauth: int
    fi_mcp: int
    vertex_ai: int
    front_door: int

    @classmethod
    def choose(cls, gateway_port: int) -> Addresses:
        """Free ports for all but the gateway."""
        names = [name for name in cls.__dataclass_fields__ if name != "gateway"]
        return cls(gateway=gateway_port, **dict(zip(names, free_ports(len(names)), strict=True)))


def chosen_model() -> dict[str, str]:
    """Which real model the shell asks for, and where; without a word of it the product's default."""
    return {name: os.environ[name] for name in ("FF_AI_MODEL", "FF_AI_LOCATION") if os.environ.get(name)}


def host(port: int) -> str:
    return f"{LOOPBACK}:{port}"


def url(port: int) -> str:
    return f"http://{host(port)}"


def worker_url(at: Addresses) -> str:
    """Template of a function's own URL, behind the front door."""
    return f"{url(at.front_door)}/{{name}}"


def stream_url(at: Addresses) -> str:
    """The own URL of the function that streams."""
    (name,) = (endpoint.name for endpoint in ENDPOINTS if endpoint.streams)
    return worker_url(at).format(name=name)


def client_environment(
    at: Addresses,
    names: Collection[str],
    state: Path,
    fi_url: str | None,
    vertex_project: str | None = None,
) -> dict[str, str]:
    """What config.py and Google's clients need to know to use the services in `names`."""
    firestore = os.environ.get("FIRESTORE_EMULATOR_HOST") or host(at.firestore)
    by_service: Mapping[str, dict[str, str]] = {
        "firestore": {"FIRESTORE_EMULATOR_HOST": firestore},
        "auth": {"FIREBASE_AUTH_EMULATOR_HOST": host(at.auth)},
        "cloud_tasks": {"FF_TASKS_EMULATOR_HOST": host(at.cloud_tasks)},
        "cloud_scheduler": {"FF_SCHEDULER_EMULATOR_HOST": host(at.cloud_scheduler)},
        "cloud_kms": {"FF_KMS_EMULATOR_HOST": host(at.cloud_kms)},
        "secret_manager": {"FF_SECRETS_EMULATOR_HOST": host(at.secret_manager)},
        "google_oauth": {
            "FF_GOOGLE_OAUTH_URL": url(at.google_oauth),
            "FF_GOOGLE_CLIENT_ID": GOOGLE_CLIENT_ID,
        },
        "fi_mcp": _fi(f"{url(at.fi_mcp)}/mcp/stream"),
        "vertex_ai": {"FF_AI": "simulator", "FF_AI_URL": url(at.vertex_ai)},
        "cloud_storage": {"STORAGE_EMULATOR_HOST": url(at.cloud_storage)},
        "front_door": {"FF_WORKER_URL": worker_url(at), "FF_STREAM_URL": stream_url(at)},
    }
    environment = {
        "GOOGLE_CLOUD_PROJECT": PROJECT,
        "FF_ENV": "local",
        "FF_REGION": REGION,
        "FF_APP_URL": url(at.gateway),
        "FF_ALLOWED_ORIGINS": f"http://localhost:{at.gateway}",
        "FF_CLOCK_FILE": str(state / "clock"),
        "FF_OPERATORS": OPERATOR,
    }
    for name in names:
        environment |= by_service.get(name, {})
    if vertex_project:
        environment |= {"FF_AI": "vertex", "FF_AI_PROJECT": vertex_project, **chosen_model()}
    return environment | (_fi(fi_url, os.environ.get("FF_FI_LOGIN_HOSTS")) if fi_url else {})


def _fi(mcp_url: str, login_hosts: str | None = None) -> dict[str, str]:
    """A Fi server, whose login page is on the same host unless `login_hosts` says where."""
    return {"FF_FI_MCP_URL": mcp_url, "FF_FI_LOGIN_HOSTS": login_hosts or urlsplit(mcp_url).hostname or ""}


def base_environment() -> dict[str, str]:
    """This process's environment without what would point clients elsewhere, and with our packages importable."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("FF_")
        and not name.endswith("_EMULATOR_HOST")
        and name not in {"K_SERVICE", "FUNCTION_TARGET"}
    }
    return kept | {"PYTHONPATH": os.pathsep.join([str(ROOT / "functions"), str(ROOT)])}
