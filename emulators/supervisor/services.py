"""The services of the local cloud: how each is started, and what tells that it is ready."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from emulators import auth, children, cloud_storage, firestore
from emulators.children import ChildFailed
from emulators.door_key import DOOR_KEY_FILE
from emulators.supervisor.addresses import PROJECT, Addresses, url, worker_url

SECRETS_FILE = "secrets.json"
NAMES = (
    "firestore",
    "auth",
    "cloud_storage",
    "cloud_tasks",
    "cloud_scheduler",
    "cloud_kms",
    "secret_manager",
    "google_oauth",
    "fi_mcp",
    "vertex_ai",
    "front_door",
    "gateway",
)


@dataclass(frozen=True, slots=True)
class Service:
    """One program. `address` is for people, `ready` answers once it works."""

    name: str
    title: str
    address: str
    ready: str
    command: Sequence[str | Path]


def services(at: Addresses, names: Collection[str], state: Path) -> list[Service]:
    """The chosen services, in the order of NAMES. Raises ChildFailed when a prerequisite is missing."""
    key: tuple[str, ...] = ("--signing-key", str(state / "signing-key.pem"))
    door: tuple[str, ...] = ("--door-key", str(state / DOOR_KEY_FILE))
    none: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ("--seed", str(state / SECRETS_FILE))
    upstream = f"{url(at.gateway)}/__functions"
    workers = ("--worker-url", worker_url(at)) if "front_door" in names else ()
    found: list[Service] = []
    running = os.environ.get("FIRESTORE_EMULATOR_HOST")
    if "firestore" in names and running:
        if not children.answers(f"http://{running}"):
            raise ChildFailed(
                f"FIRESTORE_EMULATOR_HOST is set, but nothing answers at {running}: unset it, and one is started"
            )
    elif "firestore" in names:
        command = firestore.command(at.firestore)
        found.append(Service("firestore", "Firestore", url(at.firestore), url(at.firestore), command))
    if "auth" in names:
        command = auth.command(at.auth, PROJECT)
        found.append(Service("auth", "Firebase Auth", url(at.auth), url(at.auth), command))
    if "cloud_storage" in names:
        bucket = url(at.cloud_storage)
        command = cloud_storage.command(at.cloud_storage, PROJECT)
        found.append(Service("cloud_storage", "Cloud Storage", bucket, bucket, command))
    for name, title, grpc_port, http_port, options in (
        ("cloud_tasks", "Cloud Tasks", at.cloud_tasks, at.cloud_tasks_http, key),
        ("cloud_scheduler", "Cloud Scheduler", at.cloud_scheduler, at.cloud_scheduler_http, (*key, *workers)),
        ("cloud_kms", "Cloud KMS", at.cloud_kms, at.cloud_kms_http, none),
        ("secret_manager", "Secret Manager", at.secret_manager, at.secret_manager_http, secrets),
    ):
        if name in names:
            ports = ("--port", str(grpc_port), "--http-port", str(http_port))
            found.append(_module(name, title, http_port, (*ports, *options)))
    for name, title, port, options in (
        ("google_oauth", "Google sign-in", at.google_oauth, none),
        ("fi_mcp", "Fi MCP", at.fi_mcp, none),
        ("vertex_ai", "Vertex AI (stand-in)", at.vertex_ai, none),
        ("front_door", "Workers", at.front_door, (*key, *door, "--upstream", upstream)),
        ("gateway", "App and API", at.gateway, ("--state", str(state))),
    ):
        if name in names:
            found.append(_module(name, title, port, ("--port", str(port), *options)))
    return found


def _module(name: str, title: str, http_port: int, options: Sequence[str]) -> Service:
    command = (sys.executable, "-m", f"emulators.{name}", *options)
    return Service(name, title, url(http_port), f"{url(http_port)}/healthz", command)
