"""What must be done once, before Terraform can: project, billing, first services, the bucket of the state.

Each step is asked for first, and left out where it is done already, so that it can be run again. What only a person
can do in the console is written out at the end.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scripts.deployment import target
from scripts.deployment.checks import TOOLS
from scripts.deployment.command import Commands, Shell
from scripts.deployment.refused import Refused
from scripts.deployment.target import BILLED_FORMAT, Target

# Without these Terraform cannot even ask what is there.
FIRST_SERVICES = (
    "billingbudgets.googleapis.com",
    "cloudbilling.googleapis.com",
    "cloudresourcemanager.googleapis.com",
    "iam.googleapis.com",
    "serviceusage.googleapis.com",
    "storage.googleapis.com",
)
STATE_LIFECYCLE = "scripts/deployment/state-lifecycle.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `done`: a question that succeeds where it is done already."""

    title: str
    done: tuple[str, ...] | None
    command: tuple[str, ...]
    wanted: str | None = None  # what the question must answer; None: that it succeeds


def steps(goal: Target) -> Iterator[Step]:
    """In order."""
    project, bucket = goal.project, f"gs://{goal.state_bucket}"
    yield Step(
        f"make the project {project} (a project id can never be used again)",
        ("gcloud", "projects", "describe", project),
        (
            "gcloud",
            "projects",
            "create",
            project,
            "--name=Future Finance",
            f"--labels=environment={goal.environment}",
        ),
    )
    yield Step(
        f"label it as the environment {goal.environment}, so that no other is deployed there",
        ("gcloud", "projects", "describe", project, "--format=value(labels.environment)"),
        ("gcloud", "alpha", "projects", "update", project, f"--update-labels=environment={goal.environment}"),
        wanted=goal.environment,
    )
    yield Step(
        f"link it to the billing account {goal.billing_account} (from here on it may cost money)",
        ("gcloud", "billing", "projects", "describe", project, BILLED_FORMAT),
        ("gcloud", "billing", "projects", "link", project, f"--billing-account={goal.billing_account}"),
        wanted=goal.billed,
    )
    yield Step(
        "switch on the services that Terraform itself needs",
        None,
        ("gcloud", "services", "enable", *FIRST_SERVICES, f"--project={project}"),
    )
    yield Step(
        f"make the bucket {bucket} for Terraform's state, closed to the public, with versions",
        ("gcloud", "storage", "buckets", "describe", bucket),
        (
            "gcloud",
            "storage",
            "buckets",
            "create",
            bucket,
            f"--project={project}",
            f"--location={goal.region}",
            "--uniform-bucket-level-access",
            "--public-access-prevention",
        ),
    )
    yield Step(
        "keep the last 20 versions of the state",
        ("gcloud", "storage", "buckets", "describe", bucket, "--format=value(versioning_enabled)"),
        (
            "gcloud",
            "storage",
            "buckets",
            "update",
            bucket,
            "--versioning",
            f"--lifecycle-file={STATE_LIFECYCLE}",
        ),
        wanted="True",
    )
    yield Step(
        "count Terraform's own calls against this project",
        None,
        ("gcloud", "auth", "application-default", "set-quota-project", project),
    )


def by_hand(goal: Target) -> str:
    """What only a person can do, in the console."""
    console = f"https://console.cloud.google.com/auth/clients?project={goal.project}"
    return f"""
Left for you, in the console ({console}):
  1. The consent screen: app name, support e-mail, audience "External", no scopes beyond openid, email and profile.
  2. A client of the type "Web application" with these redirect URIs:
       {goal.app_url}/auth/google/callback
       https://{goal.project}.firebaseapp.com/__/auth/handler
  3. Its id into infra/terraform/{goal.variable_files[1]} as google_client_id.
     Its secret is asked for by scripts/deploy and goes to Secret Manager.
Then: scripts/deploy {goal.environment} --plan
"""


def bootstrap(goal: Target, commands: Commands, ask: Callable[[str], str]) -> None:
    """Raises Refused when a step fails or is not wanted."""
    if not commands.find("gcloud"):
        raise Refused(f"gcloud is missing: {TOOLS['gcloud']}")
    if commands.ask("gcloud", "auth", "print-access-token").code != 0:
        raise Refused("gcloud is not logged in: run gcloud auth login")
    for step in steps(goal):
        if (
            step.done
            and (answer := commands.ask(*step.done)).code == 0
            and step.wanted in {None, answer.text}
        ):
            print(f"done already: {step.title}")
            continue
        print(f"\n{step.title}\n  {' '.join(step.command)}")
        if ask("Do it? [y/N] ").strip().lower() != "y":
            raise Refused("stopped; what was done stays, and is left out next time")
        if not commands.do(*step.command):
            raise Refused(f"that failed: {step.title}. Mend it and run scripts/bootstrap-project again")
    print(by_hand(goal))


def main(arguments: Sequence[str] | None = None, commands: Commands | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="scripts/bootstrap-project",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("environment", help="dev or prod")
    options = parser.parse_args(arguments)
    try:
        bootstrap(target.read(options.environment), commands or Shell(), input)
    except Refused as refused:
        print(f"bootstrap-project: {refused}", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print("\nbootstrap-project: cut off; what was done stays, and is left out next time", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
