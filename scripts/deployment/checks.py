"""What must be so before anything is touched; each finding is one sentence that says what to do."""

from __future__ import annotations

import json
import re

from scripts.deployment.command import ROOT, Commands
from scripts.deployment.providers import LOCK
from scripts.deployment.refused import Refused
from scripts.deployment.target import BILLED_FORMAT, Target
from scripts.endpoint_files import REGION

TOOLS = {
    "git": "install git",
    "gcloud": "install the Google Cloud CLI: https://cloud.google.com/sdk/docs/install",
    "terraform": "install Terraform 1.11 or newer: https://developer.hashicorp.com/terraform/install",
    "node": "install Node.js 20 or newer: https://nodejs.org",
}
OLDEST_TERRAFORM = (1, 11)
WRITTEN = {
    "sync-endpoints": "what follows from the endpoint table",
    "sync-requirements": "functions/requirements.txt",
    "openapi": "docs/openapi.json",
}


def check_tools(commands: Commands) -> None:
    """Raises Refused when a tool is missing or too old."""
    missing = [f"{name} is missing: {how}" for name, how in TOOLS.items() if not commands.find(name)]
    if missing:
        raise Refused("\n".join(missing))
    version = re.search(r"v(\d+)\.(\d+)", commands.ask("terraform", "version").text)
    if version is None or (int(version[1]), int(version[2])) < OLDEST_TERRAFORM:
        raise Refused(f"{TOOLS['terraform']}; this is {version[0] if version else 'another one'}")


def check_tree(commands: Commands) -> None:
    """Raises Refused when what would be deployed is no commit, or holds a stale generated file."""
    fresh = f":!{LOCK.relative_to(ROOT)}"  # the first deployment writes it
    changed = commands.ask("git", "status", "--porcelain", "--", ".", fresh).text
    if changed:
        raise Refused(f"the tree is not clean; what is deployed must be a commit:\n{changed}")
    for script, written in WRITTEN.items():
        if commands.ask(str(ROOT / "scripts" / script), "--check").code != 0:
            raise Refused(f"{written} is stale: run scripts/{script} and commit")


def check_region(target: Target) -> None:
    """Raises Refused for a region that the hosting rewrites do not name; Terraform checks that Firestore has it."""
    if target.region != REGION:
        raise Refused(
            f"the region is {target.region}, but firebase.json sends requests to {REGION}: "
            "change REGION in scripts/endpoint_files.py and run scripts/sync-endpoints"
        )


def check_login(commands: Commands) -> None:
    """Raises Refused without credentials for gcloud, or for Terraform."""
    if commands.ask("gcloud", "auth", "print-access-token").code != 0:
        raise Refused("gcloud is not logged in: run gcloud auth login")
    if commands.ask("gcloud", "auth", "application-default", "print-access-token").code != 0:
        raise Refused("Terraform has no credentials: run gcloud auth application-default login")


def check_project(commands: Commands, target: Target) -> None:
    """Raises Refused when the project is not there, not this environment's, not billed, or has no state bucket."""
    described = commands.ask("gcloud", "projects", "describe", target.project, "--format=json")
    if described.code != 0:
        raise Refused(
            f"the project {target.project} does not exist, or you may not see it: "
            f"run scripts/bootstrap-project {target.environment}"
        )
    project = json.loads(described.text)
    if project.get("lifecycleState") != "ACTIVE":
        raise Refused(f"the project {target.project} is {project.get('lifecycleState')}")
    label = project.get("labels", {}).get("environment")
    if label != target.environment:
        raise Refused(
            f"the project {target.project} is labelled environment={label}, not {target.environment}: "
            f"a wrong project, or scripts/bootstrap-project {target.environment} has not been run"
        )
    billing = commands.ask("gcloud", "billing", "projects", "describe", target.project, BILLED_FORMAT)
    if billing.code != 0 or billing.text != target.billed:
        raise Refused(
            f"{target.project} is not billed to {target.billing_account}, on which its budget is made: "
            f"gcloud billing projects link {target.project} --billing-account={target.billing_account}"
        )
    bucket = commands.ask("gcloud", "storage", "buckets", "describe", f"gs://{target.state_bucket}")
    if bucket.code != 0:
        raise Refused(
            f"there is no bucket gs://{target.state_bucket} for Terraform's state: "
            f"run scripts/bootstrap-project {target.environment}"
        )


def standing_editors(commands: Commands, target: Target) -> list[str]:
    """Who may edit everything: nobody of ours. Google grants it to a service account of its own in some projects."""
    policy = commands.ask("gcloud", "projects", "get-iam-policy", target.project, "--format=json")
    bindings = json.loads(policy.text or "{}").get("bindings", []) if policy.code == 0 else []
    return sorted(who for each in bindings if each["role"] == "roles/editor" for who in each["members"])
