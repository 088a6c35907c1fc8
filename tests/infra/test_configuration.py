"""The configuration is well formed, and refuses bad input in words, before anything is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.infra.conftest import ENVIRONMENTS, Plans, variables
from tests.infra.offline.terraform import Terraform
from tests.infra.plan import Plan

PLAN_S = 15
WRITTEN_FOR_PEOPLE = {
    "environment=staging": "There are two environments: dev and prod.",
    "region=asia-south3": "People's data stays in India",
    "region=europe-west1": "People's data stays in India",
    "region=asia-south2": "firebase.json sends requests to another region",
    "project_id=demo-future": "A project id has 6 to 30",
    "project_id=Future": "A project id has 6 to 30",
    "billing_account=123": "A billing account looks like",
    "google_client_id=123": "An OAuth client id ends in",
    "alert_email=nobody": "An e-mail address.",
    'operators=["someone@example.in"]': "An operator is written user:",
    "monthly_budget=0": "A whole number above 0.",
    "log_retention_days=30": "180 days at least",
    "commit=main": "A full commit hash.",
    "app_domain=https://app.example.in/": "A domain without scheme and path",
    "min_instances={nowhere=1}": "Names a function that is not in the endpoint table.",
    "source_archive=functions.zip": "run scripts/bundle",
    "ai_tokens_per_day=99999999": "no more than everybody together",
    'ci={repository="x/y",repository_id="x",owner_id="2"}': "a name can be taken over",
}


def test_it_is_formatted(terraform: Terraform) -> None:
    assert terraform.need("fmt", "-check", "-recursive", "-diff") == ""


def test_it_is_valid(terraform: Terraform) -> None:
    assert "Success" in terraform.need("validate", "-no-color")


@pytest.fixture(scope="module")
def said(terraform: Terraform, archive: Path) -> dict[str, str]:
    """What is said of each bad value. Terraform tells all that is wrong at once, so a plan tries one per variable."""
    heard: dict[str, str] = {}
    while untried := [bad for bad in WRITTEN_FOR_PEOPLE if bad not in heard]:
        batch = list({bad.partition("=")[0]: bad for bad in untried}.values())
        planned = refused(terraform, *variables("prod", archive), *(f"-var={bad}" for bad in batch))
        heard |= dict.fromkeys(batch, planned)
    return heard


def refused(terraform: Terraform, *options: str) -> str:
    """The errors of a plan that fails, as one line."""
    planned = terraform.run("plan", "-input=false", "-no-color", "-lock=false", *options)
    assert planned.returncode == 1
    return " ".join(planned.stderr.replace("│", " ").split())


@pytest.mark.parametrize("bad", WRITTEN_FOR_PEOPLE)
def test_a_bad_value_is_refused_with_a_sentence(bad: str, said: dict[str, str]) -> None:
    assert WRITTEN_FOR_PEOPLE[bad] in said[bad]


def test_a_trust_class_without_grants_is_refused(terraform: Terraform, archive: Path, tmp_path: Path) -> None:
    table = json.loads((terraform.folder / "endpoints.auto.tfvars.json").read_text())
    table["endpoints"]["health"]["account"] = "ff-unheard-of"
    changed = tmp_path / "endpoints.tfvars.json"
    changed.write_text(json.dumps(table))
    said = refused(terraform, *variables("prod", archive), f"-var-file={changed}")
    assert "What ff-unheard-of may do is not written down" in said


def test_it_plans_without_ci_and_without_operators(terraform: Terraform, archive: Path) -> None:
    plan = Plan(terraform.plan(*variables("dev", archive), "-var=ci=null", "-var=operators=[]"))
    assert plan.of("google_iam_workload_identity_pool") == {}
    assert not any(grant.member.startswith(("user:", "principal")) for grant in plan.grants())


@pytest.mark.parametrize("place", [{"region": "europe-west1"}, {}], ids=("abroad", "without region"))
def test_hosting_that_sends_abroad_is_refused(
    place: dict[str, str], terraform: Terraform, archive: Path
) -> None:
    path = terraform.folder.parents[1] / "firebase.json"
    kept = path.read_text()
    firebase = json.loads(kept)
    firebase["hosting"]["rewrites"][0]["run"] = {"serviceId": "auth-google-begin", **place}
    path.write_text(json.dumps(firebase))
    try:
        said = refused(terraform, *variables("prod", archive))
    finally:
        path.write_text(kept)
    assert "firebase.json sends requests to another region" in said


def test_a_plan_is_quick(plans: Plans) -> None:
    for name in ENVIRONMENTS:
        plans.of(name)
    assert min(plans.took_s.values()) < PLAN_S  # what else the machine does is not Terraform's
