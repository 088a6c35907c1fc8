"""Making a project ready: in order, asked for, and only what is not done yet."""

from __future__ import annotations

import pytest

from scripts.deployment.bootstrap import STATE_LIFECYCLE, bootstrap
from scripts.deployment.command import ROOT, Answer
from scripts.deployment.refused import Refused
from scripts.deployment.target import Target
from tests.fakes.commands import FakeCommands

GOAL = Target(
    "dev",
    "future-dev",
    "asia-south1",
    "01ABCD-234567-89EFAB",
    "future-dev-app.web.app",
    ("c", "dev.project.tfvars"),
)
NO = Answer(1, "", "no")
NOTHING_DONE: dict[str, Answer | str] = {
    "gcloud projects describe": NO,
    "gcloud billing projects describe": NO,
    "gcloud storage buckets describe": NO,
}
ALL_DONE: dict[str, Answer | str] = {
    "gcloud projects describe": "",
    "gcloud projects describe future-dev --format=value(labels.environment)": "dev",
    "gcloud billing projects describe": GOAL.billed,
    "gcloud storage buckets describe": "",
    "gcloud storage buckets describe gs://future-dev-tfstate --format=value(versioning_enabled)": "True",
}


def test_a_new_project_is_made_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    commands = FakeCommands(NOTHING_DONE)
    bootstrap(GOAL, commands, lambda prompt: "y")
    assert [" ".join(line.split()[1:4]) for line in commands.done] == [
        "projects create future-dev",
        "alpha projects update",
        "billing projects link",
        "services enable billingbudgets.googleapis.com",
        "storage buckets create",
        "storage buckets update",
        "auth application-default set-quota-project",
    ]
    said = capsys.readouterr().out
    assert "https://future-dev-app.web.app/auth/google/callback" in said
    assert "scripts/deploy dev --plan" in said


def test_the_bucket_of_the_state_is_closed_and_in_the_region() -> None:
    commands = FakeCommands(NOTHING_DONE)
    bootstrap(GOAL, commands, lambda prompt: "y")
    (create,) = (line for line in commands.done if "buckets create" in line)
    for option in ("--public-access-prevention", "--uniform-bucket-level-access", "--location=asia-south1"):
        assert option in create
    assert (ROOT / STATE_LIFECYCLE).exists()


def test_what_is_done_is_not_done_again() -> None:
    commands = FakeCommands(ALL_DONE)
    bootstrap(GOAL, commands, lambda prompt: "y")
    assert [line.split()[1] for line in commands.done] == ["services", "auth"]


@pytest.mark.parametrize(
    "billed", ["billingAccounts/FFFFFF-000000-FFFFFF\tTrue", f"billingAccounts/{GOAL.billing_account}\tFalse"]
)
def test_a_project_that_is_billed_elsewhere_or_not_at_all_is_linked(billed: str) -> None:
    commands = FakeCommands(ALL_DONE | {"gcloud billing projects describe": billed})
    bootstrap(GOAL, commands, lambda prompt: "y")
    assert (
        f"gcloud billing projects link future-dev --billing-account={GOAL.billing_account}" in commands.done
    )


def test_nothing_is_done_without_a_yes() -> None:
    commands = FakeCommands(NOTHING_DONE)
    with pytest.raises(Refused, match="stopped"):
        bootstrap(GOAL, commands, lambda prompt: "")
    assert commands.done == []


def test_a_step_that_fails_stops_the_rest() -> None:
    commands = FakeCommands(NOTHING_DONE)
    commands.failing = {"gcloud billing"}
    with pytest.raises(Refused, match="that failed: link it to the billing account"):
        bootstrap(GOAL, commands, lambda prompt: "y")
    assert len(commands.done) == 3
