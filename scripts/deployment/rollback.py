"""Send a function's requests back to an earlier revision, in seconds and without a build.

Only traffic moves: data, queues and settings stay as they are. The next deployment sends traffic to its own, newest
revision again; --latest does so at once. To go back with everything, deploy an older commit.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from scripts.deployment import target
from scripts.deployment.command import Commands, Shell
from scripts.deployment.refused import Refused
from scripts.deployment.release import endpoint_rows
from scripts.deployment.target import Target


def revisions(commands: Commands, goal: Target, function: str) -> list[str]:
    """Revisions that can serve, newest first."""
    answer = commands.ask(
        "gcloud",
        "run",
        "revisions",
        "list",
        f"--service={function}",
        *_where(goal),
        "--limit=20",
        "--format=json",
    )
    if answer.code != 0:
        raise Refused(f"the revisions of {function} cannot be listed: {answer.error}")
    listed: list[dict[str, Any]] = json.loads(answer.text or "[]")
    listed.sort(key=lambda each: str(each["metadata"]["creationTimestamp"]), reverse=True)
    return [each["metadata"]["name"] for each in listed if _is_ready(each)]


def serving(commands: Commands, goal: Target, function: str) -> str:
    """The revision that has the traffic now."""
    answer = commands.ask("gcloud", "run", "services", "describe", function, *_where(goal), "--format=json")
    if answer.code != 0:
        raise Refused(f"{function} cannot be described: {answer.error}")
    traffic: list[dict[str, Any]] = json.loads(answer.text)["status"]["traffic"]
    return str(max(traffic, key=lambda share: share.get("percent", 0))["revisionName"])


def rollback(commands: Commands, goal: Target, function: str, revision: str | None, *, latest: bool) -> None:
    """Raises Refused when there is nothing to go back to, or gcloud fails."""
    if function not in endpoint_rows():
        raise Refused(f"there is no function {function!r}; docs/endpoints.md has them all")
    if latest:
        choice = "--to-latest"
    else:
        usable = revisions(commands, goal, function)
        now = serving(commands, goal, function)
        older = usable[usable.index(now) + 1 :] if now in usable else usable
        chosen = revision or (older[0] if older else None)
        if chosen is None:
            raise Refused(f"{function} has no revision older than {now}")
        if chosen not in usable:
            raise Refused(f"{function} has no revision {chosen} that can serve; it has: {', '.join(usable)}")
        choice = f"--to-revisions={chosen}=100"
    if not commands.do("gcloud", "run", "services", "update-traffic", function, *_where(goal), choice):
        raise Refused(f"the traffic of {function} was not moved; see the message above")


def _where(goal: Target) -> tuple[str, str]:
    return f"--project={goal.project}", f"--region={goal.region}"


def _is_ready(revision: dict[str, Any]) -> bool:
    conditions = revision.get("status", {}).get("conditions", [])
    return any(each["type"] == "Ready" and each["status"] == "True" for each in conditions)


def main(arguments: Sequence[str] | None = None, commands: Commands | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="scripts/rollback", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("environment", help="dev or prod")
    parser.add_argument("function", help="its name in docs/endpoints.md")
    parser.add_argument("revision", nargs="?", help="which one; the one before the serving one if left out")
    parser.add_argument("--latest", action="store_true", help="back to the newest revision")
    options = parser.parse_args(arguments)
    if options.latest and options.revision:
        parser.error("either a revision or --latest")
    try:
        goal = target.read(options.environment)
        rollback(commands or Shell(), goal, options.function, options.revision, latest=options.latest)
    except Refused as refused:
        print(f"rollback: {refused}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
