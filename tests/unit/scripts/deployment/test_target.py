"""Which project an environment is, from the two files that say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.deployment.refused import Refused
from scripts.deployment.target import TERRAFORM, read

OWN = """
# A comment.
project_id       = "future-dev"
billing_account  = "01ABCD-234567-89EFAB"
# app_domain     = "not.this.in"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    terraform = tmp_path / "infra" / "terraform"
    (terraform / "environments").mkdir(parents=True)
    for name in ("dev", "prod"):
        common = (TERRAFORM / "environments" / f"{name}.tfvars").read_text()
        (terraform / "environments" / f"{name}.tfvars").write_text(common)
    return terraform


def test_the_projects_own_file_says_which_it_is(folder: Path) -> None:
    (folder / "environments" / "dev.project.tfvars").write_text(OWN)
    goal = read("dev", folder)
    assert (goal.project, goal.region, goal.app_url) == (
        "future-dev",
        "asia-south1",
        "https://future-dev-app.web.app",
    )
    assert goal.variable_files == ("environments/dev.tfvars", "environments/dev.project.tfvars")


def test_a_domain_of_ones_own_is_the_apps_address(folder: Path) -> None:
    (folder / "environments" / "dev.project.tfvars").write_text(OWN + 'app_domain = "app.example.in"\n')
    assert read("dev", folder).app_url == "https://app.example.in"


def test_an_environment_that_does_not_exist_is_refused(folder: Path) -> None:
    with pytest.raises(Refused, match="there is no environment 'staging'; there are: dev, prod"):
        read("staging", folder)


def test_a_project_that_is_not_filled_in_is_refused(folder: Path) -> None:
    with pytest.raises(Refused, match=r"prod\.project\.tfvars is missing: copy"):
        read("prod", folder)
    example = (TERRAFORM / "terraform.tfvars.example").read_text()
    (folder / "environments" / "prod.project.tfvars").write_text(example)
    with pytest.raises(Refused, match=r"prod\.project\.tfvars does not say project_id"):
        read("prod", folder)
