"""Where to deploy to: an environment and the project that is its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from scripts.deployment.command import ROOT
from scripts.deployment.refused import Refused

TERRAFORM = ROOT / "infra" / "terraform"
_TEXT = re.compile(r'^(\w+)\s*=\s*"([^"]*)"', re.M)
_PLACEHOLDER = "your-project-id"
BILLED_FORMAT = "--format=value(billingAccountName,billingEnabled)"  # of gcloud billing projects describe


@dataclass(frozen=True, slots=True)
class Target:
    """One environment."""

    environment: str
    project: str
    region: str
    billing_account: str
    app_host: str
    variable_files: tuple[str, ...]  # as Terraform is given them, from its own folder

    @property
    def state_bucket(self) -> str:
        return f"{self.project}-tfstate"

    @property
    def billed(self) -> str:
        """What is said in BILLED_FORMAT of a project whose bills go to the account."""
        return f"billingAccounts/{self.billing_account}\tTrue"

    @property
    def hosting_site(self) -> str:
        return f"{self.project}-app"

    @property
    def app_url(self) -> str:
        return f"https://{self.app_host}"

    @property
    def site_url(self) -> str:
        """Where Hosting serves it at once; a domain of one's own may still wait for its DNS records."""
        return f"https://{self.hosting_site}.web.app"


def read(environment: str, folder: Path = TERRAFORM) -> Target:
    """Raises Refused when there is no such environment, or its project is not filled in."""
    environments = folder / "environments"
    known = sorted(path.stem for path in environments.glob("*.tfvars") if "." not in path.stem)
    if environment not in known:
        raise Refused(f"there is no environment {environment!r}; there are: {', '.join(known)}")
    common, own = environments / f"{environment}.tfvars", environments / f"{environment}.project.tfvars"
    if not own.exists():
        raise Refused(
            f"{own.relative_to(folder.parents[1])} is missing: "
            "copy infra/terraform/terraform.tfvars.example there and fill it in"
        )
    values = (
        {"region": "asia-south1"}
        | dict(_TEXT.findall(common.read_text()))
        | dict(_TEXT.findall(own.read_text()))
    )
    missing = [name for name in ("project_id", "billing_account") if not values.get(name)]
    if missing or values["project_id"] == _PLACEHOLDER:
        raise Refused(f"{own.name} does not say {', '.join(missing) or 'project_id'}")
    project = values["project_id"]
    return Target(
        environment=environment,
        project=project,
        region=values["region"],
        billing_account=values["billing_account"],
        app_host=values.get("app_domain") or f"{project}-app.web.app",
        variable_files=(f"environments/{common.name}", f"environments/{own.name}"),
    )
