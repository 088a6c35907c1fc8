"""Data that follows from the endpoint table: rewrites, Terraform variables and a page of documentation."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from future_finance.endpoints import ENDPOINTS, Endpoint, OwnUrl, PublicPath, Schedule, TaskQueue

ROOT = Path(__file__).resolve().parent.parent
REGION = "asia-south1"
FIREBASE_JSON = Path("firebase.json")
TERRAFORM_JSON = Path("infra/terraform/endpoints.auto.tfvars.json")
PAGE = Path("docs/endpoints.md")
SCREENS = Path("web/screens.json")
APP = "/index.html"


def rewrites(endpoints: Sequence[Endpoint]) -> list[dict[str, Any]]:
    """Hosting's rewrites, in the order of the table: the first match wins."""
    return [
        {"source": path, "run": {"serviceId": endpoint.name, "region": REGION}}
        for endpoint in endpoints
        if isinstance(endpoint.trigger, PublicPath)
        for path in endpoint.trigger.paths
    ]


def screen_rewrites(screens: Sequence[str]) -> list[dict[str, Any]]:
    """What the web app shows by itself; any other address that is no file stays a 404."""
    return [
        {"source": source, "destination": APP}
        for screen in screens
        for source in (f"/{screen}", f"/{screen}/**")
    ]


def terraform_variables(endpoints: Sequence[Endpoint]) -> dict[str, Any]:
    """The value of the variable `endpoints`: one object per function, all with the same attributes."""
    return {"endpoints": {endpoint.name: _terraform_row(endpoint) for endpoint in endpoints}}


def page(endpoints: Sequence[Endpoint]) -> str:
    """The table for people."""
    lines = [
        "# Endpoints",
        "",
        "Written by `scripts/sync-endpoints` from `functions/future_finance/endpoints.py`; do not edit.",
        "",
        "| function | reached by | caller | account | fills | memory | concurrency | instances | timeout |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.name} | {_reached_by(row)} | {row.caller} | {row.trust} "
        f"| {', '.join(f'`{queue}`' for queue in sorted(row.enqueues))} | {row.memory_mib} MiB | {row.concurrency} | {row.max_instances} | {row.timeout_s} s |"
        for row in endpoints
    ]
    return "\n".join(lines) + "\n"


def files(root: Path, endpoints: Sequence[Endpoint]) -> Iterator[tuple[Path, str]]:
    """Every file with the content it should have. firebase.json is kept by hand but for its rewrites."""
    firebase = json.loads((root / FIREBASE_JSON).read_text())
    screens: list[str] = json.loads((root / SCREENS).read_text())
    firebase["hosting"]["rewrites"] = rewrites(endpoints) + screen_rewrites(screens)
    yield root / FIREBASE_JSON, _json(firebase)
    yield root / TERRAFORM_JSON, _json(terraform_variables(endpoints))
    yield root / PAGE, page(endpoints)


def stale(root: Path, endpoints: Sequence[Endpoint]) -> list[Path]:
    """Files that differ from what the table says."""
    return [
        path.relative_to(root)
        for path, content in files(root, endpoints)
        if not path.exists() or path.read_text() != content
    ]


def _terraform_row(endpoint: Endpoint) -> dict[str, Any]:
    trigger = endpoint.trigger
    queue = schedule = None
    if isinstance(trigger, TaskQueue):
        queue = {
            "name": trigger.queue,
            "max_dispatches_per_second": trigger.max_dispatches_per_s,
            "max_concurrent_dispatches": trigger.max_concurrent,
            "max_attempts": trigger.max_attempts,
            "min_backoff_seconds": trigger.min_backoff_s,
            "max_backoff_seconds": trigger.max_backoff_s,
            "max_doublings": trigger.max_doublings,
        }
    elif isinstance(trigger, Schedule):
        schedule = {"cron": trigger.cron, "time_zone": trigger.time_zone}
    return {
        "entry_point": endpoint.entry_point,
        "caller": endpoint.caller.value,
        "account": endpoint.trust.value,
        "hosted": isinstance(trigger, PublicPath),
        "streams": endpoint.streams,
        "queue": queue,
        "schedule": schedule,
        "memory_mib": endpoint.memory_mib,
        "cpu": endpoint.cpu,
        "concurrency": endpoint.concurrency,
        "max_instances": endpoint.max_instances,
        "timeout_seconds": endpoint.timeout_s,
        "secrets": list(endpoint.secrets),
        "enqueues": sorted(endpoint.enqueues),
    }


def _reached_by(endpoint: Endpoint) -> str:
    match endpoint.trigger:
        case PublicPath(paths):
            return ", ".join(f"`{path}`" for path in paths)
        case TaskQueue(queue=queue):
            return f"Cloud Tasks queue `{queue}`"
        case Schedule(cron, time_zone):
            return f"Cloud Scheduler `{cron}` {time_zone}"
        case OwnUrl(path):
            return f"its own URL, `{path}`"


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, indent=2) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/sync-endpoints", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    options = parser.parse_args()
    outdated = stale(ROOT, ENDPOINTS)
    if options.check:
        for path in outdated:
            print(f"{path} is stale: run scripts/sync-endpoints", file=sys.stderr)
        return 1 if outdated else 0
    for path, content in files(ROOT, ENDPOINTS):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    print("\n".join(f"wrote {path}" for path in outdated) or "all up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
