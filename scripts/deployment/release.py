"""The steps of a deployment: bundle, plan, apply, Hosting."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from scripts.deployment import bundle, web
from scripts.deployment.command import ROOT, Commands
from scripts.deployment.refused import Refused
from scripts.deployment.target import TERRAFORM, Target

DEPLOY = ROOT / ".local" / "deploy"
HOSTING_CONFIG = ROOT / "firebase.deploy.json"  # the Firebase CLI looks for `public` beside it
ANY_FUNCTION = "https://*.run.app"  # in the Content-Security-Policy, which the project alone can narrow
PARALLELISM = 4  # each function is a build
KEEPS_SECRET = {
    "google_identity_platform_default_supported_idp_config.google",
    "google_secret_manager_secret_version.google_client_secret",
}


class Failed(Exception):
    """A step went wrong after something may have been touched; running it again goes on."""


class Release:
    """One deployment to one target."""

    def __init__(self, commands: Commands, target: Target) -> None:
        self._commands = commands
        self._target = target
        self._plan = DEPLOY / f"{target.environment}.tfplan"

    def commit(self) -> str:
        """The commit that last changed the functions: another one would build them anew for nothing."""
        return self._commands.ask("git", "log", "-1", "--format=%H", "--", "functions").text

    def plan(self, client_secret: str | None, *, lock: bool = True) -> None:
        """Build the bundle, and ask Terraform what it would change. Raises Refused."""
        archive = bundle.build(ROOT, DEPLOY)
        environment = dict(os.environ)
        if client_secret:
            environment["TF_VAR_google_client_secret"] = client_secret
        steps = [
            [
                "init",
                "-input=false",
                "-reconfigure",
                "-lockfile=readonly",
                f"-backend-config=bucket={self._target.state_bucket}",
            ],
            [
                "plan",
                "-input=false",
                f"-lock={str(lock).lower()}",
                f"-parallelism={PARALLELISM}",
                f"-out={self._plan}",
                *(f"-var-file={name}" for name in self._target.variable_files),
                f"-var=source_archive={archive}",
                f"-var=commit={self.commit()}",
            ],
        ]
        for step in steps:
            if not self._commands.do("terraform", *step, within=TERRAFORM, environment=environment):
                raise Refused(f"terraform {step[0]} failed; see its message above")

    def writes_secret(self) -> bool:
        """Whether the plan writes the OAuth client's secret, and so needs it."""
        shown = self._commands.ask("terraform", f"-chdir={TERRAFORM}", "show", "-json", str(self._plan))
        changes = json.loads(shown.text or "{}").get("resource_changes", []) if shown.code == 0 else []
        return any(
            each["address"] in KEEPS_SECRET and "create" in each["change"]["actions"] for each in changes
        )

    def apply(self) -> None:
        """Do what the plan says. Raises Failed."""
        done = self._commands.do(
            "terraform",
            "apply",
            "-input=false",
            f"-parallelism={PARALLELISM}",
            str(self._plan),
            within=TERRAFORM,
        )
        self._plan.unlink(missing_ok=True)  # it may hold a secret
        if not done:
            raise Failed("terraform apply failed; mend what it says and run scripts/deploy again")

    def release_hosting(self, shell: str) -> None:
        """Upload the web app whose page is `shell`, with the rewrites. Raises Failed."""
        if not web.is_still(shell):
            raise Failed(
                "web/dist was built anew meanwhile; the functions are deployed. Run scripts/deploy again"
            )
        hosting = hosting_config(self._target.hosting_site, self.output("stream_url"))
        HOSTING_CONFIG.write_text(json.dumps({"hosting": hosting}, indent=2))
        firebase = ROOT / "node_modules" / ".bin" / "firebase"
        try:
            done = self._commands.do(
                str(firebase),
                "deploy",
                "--only=hosting",
                f"--project={self._target.project}",
                f"--config={HOSTING_CONFIG.name}",
                "--non-interactive",
            )
        finally:
            HOSTING_CONFIG.unlink()
        if not done:
            raise Failed(
                "the release of Hosting failed; the functions are deployed. Run scripts/deploy again"
            )

    def output(self, name: str) -> Any:
        """One of Terraform's outputs. Raises Failed."""
        answer = self._commands.ask("terraform", f"-chdir={TERRAFORM}", "output", "-json", name)
        if answer.code != 0:
            raise Failed(f"deployed, but terraform does not tell the output {name}: {answer.error}")
        return json.loads(answer.text)

    def forget(self) -> None:
        """Throw the plan away."""
        self._plan.unlink(missing_ok=True)


def hosting_config(site: str, stream_url: str) -> dict[str, Any]:
    """That of firebase.json for one project: its own site, and its own stream in place of everybody's run.app."""
    text = (ROOT / "firebase.json").read_text().replace(ANY_FUNCTION, stream_url)
    config: dict[str, Any] = json.loads(text)
    return {**config["hosting"], "site": site}


def closed_urls(endpoints: dict[str, Any], functions: dict[str, str]) -> list[str]:
    """Addresses that nobody may call without an account of ours: workers, and the health of dependencies."""
    paths = {"tasks": "", "scheduler": "", "operator": "/health/deep"}
    return [
        functions[name] + paths[row["caller"]] for name, row in endpoints.items() if row["caller"] in paths
    ]


def endpoint_rows(folder: Path = TERRAFORM) -> dict[str, Any]:
    """The endpoint table as Terraform reads it."""
    table: dict[str, Any] = json.loads((folder / "endpoints.auto.tfvars.json").read_text())
    return dict(table["endpoints"])
