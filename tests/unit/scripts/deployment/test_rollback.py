"""Going back to an earlier revision of one function."""

from __future__ import annotations

import json

import pytest

from scripts.deployment.command import Answer
from scripts.deployment.refused import Refused
from scripts.deployment.rollback import main, rollback
from scripts.deployment.target import Target
from tests.fakes.commands import FakeCommands

GOAL = Target("prod", "future-prod", "asia-south1", "0", "future-prod-app.web.app", ())
WHERE = "--project=future-prod --region=asia-south1"


def revision(name: str, day: int, ready: str = "True") -> dict[str, object]:
    return {
        "metadata": {"name": name, "creationTimestamp": f"2026-11-{day:02}T00:00:00Z"},
        "status": {"conditions": [{"type": "Ready", "status": ready}]},
    }


def cloud(serving: str) -> FakeCommands:
    listed = [revision("r1", 1), revision("r3", 3), revision("broken", 2, "False"), revision("r2", 2)]
    traffic = [{"revisionName": serving, "percent": 100}, {"revisionName": "tagged"}]
    return FakeCommands(
        {
            "gcloud run revisions list": json.dumps(listed),
            "gcloud run services describe": json.dumps({"status": {"traffic": traffic}}),
        }
    )


def test_the_revision_before_the_serving_one_that_can_serve_is_taken() -> None:
    commands = cloud("r3")
    rollback(commands, GOAL, "health", None, latest=False)
    assert commands.done == [f"gcloud run services update-traffic health {WHERE} --to-revisions=r2=100"]


def test_going_back_twice_goes_back_two() -> None:
    commands = cloud("r2")
    rollback(commands, GOAL, "health", None, latest=False)
    assert commands.done[0].endswith("--to-revisions=r1=100")


def test_a_revision_can_be_named() -> None:
    commands = cloud("r3")
    rollback(commands, GOAL, "health", "r1", latest=False)
    assert commands.done[0].endswith("--to-revisions=r1=100")


def test_back_to_the_newest() -> None:
    commands = cloud("r1")
    rollback(commands, GOAL, "health", None, latest=True)
    assert commands.done[0].endswith("--to-latest")


@pytest.mark.parametrize(
    ("function", "wanted", "serving", "sentence"),
    [
        ("helth", None, "r3", "there is no function 'helth'"),
        ("health", None, "r1", "no revision older than r1"),
        ("health", "broken", "r3", "no revision broken that can serve; it has: r3, r2, r1"),
    ],
)
def test_what_cannot_be_gone_back_to_is_said(
    function: str, wanted: str | None, serving: str, sentence: str
) -> None:
    commands = cloud(serving)
    with pytest.raises(Refused, match=sentence):
        rollback(commands, GOAL, function, wanted, latest=False)
    assert commands.done == []


def test_a_function_that_cannot_be_seen_is_said() -> None:
    commands = FakeCommands({"gcloud run revisions list": Answer(1, "", "permission denied")})
    with pytest.raises(Refused, match="permission denied"):
        rollback(commands, GOAL, "health", None, latest=False)


def test_a_revision_and_the_newest_are_not_asked_for_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["prod", "health", "health-00002", "--latest"])
    assert "either a revision or --latest" in capsys.readouterr().err
