"""A deployment refuses bad input in words before anything is touched, and asks before it changes anything."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from future_finance.endpoints import ENDPOINTS, Caller, PublicPath
from scripts.deployment import __main__ as deployment
from scripts.deployment import providers, release, target, web
from scripts.deployment.__main__ import deploy, main
from scripts.deployment.checks import check_project, check_tools, check_tree
from scripts.deployment.command import ROOT, Answer
from scripts.deployment.refused import Refused
from scripts.deployment.release import Failed, Release
from scripts.deployment.smoke import Deployed
from scripts.deployment.target import Target
from tests.fakes.commands import FakeCommands

pytestmark = pytest.mark.slow

GOAL = Target(
    "prod",
    "future-prod",
    "asia-south1",
    "01ABCD-234567-89EFAB",
    "future-prod-app.web.app",
    ("a.tfvars", "b.tfvars"),
)
NO = Answer(1, "", "no")
NPM = f"npm --prefix={ROOT / 'web'}"
SHELL = "<script src=/static/index-1a2b.js></script>"
STREAM = "https://chat-123456789012.asia-south1.run.app"
PROJECT = {"lifecycleState": "ACTIVE", "labels": {"environment": "prod"}}
WELL: dict[str, Answer | str] = {
    "terraform version": "Terraform v1.15.5",
    "gcloud projects describe": json.dumps(PROJECT),
    "gcloud billing projects describe": GOAL.billed,
    "git log": "0123456789abcdef0123456789abcdef01234567",
    f"terraform -chdir={target.TERRAFORM} output -json stream_url": json.dumps(STREAM),
    f"terraform -chdir={target.TERRAFORM} output -json functions": json.dumps(
        {name: f"https://{name}-1.run.app" for name in release.endpoint_rows()}
    ),
}


def options(*, plan: bool = False, yes: bool = False) -> argparse.Namespace:
    return argparse.Namespace(environment="prod", plan=plan, yes=yes)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeCommands:
    monkeypatch.setattr(target, "read", lambda environment: GOAL)
    monkeypatch.setattr(release, "DEPLOY", tmp_path)
    monkeypatch.setattr(release, "HOSTING_CONFIG", tmp_path / "firebase.deploy.json")
    monkeypatch.setattr(web, "SHELL", tmp_path / "index.html")
    monkeypatch.setattr(providers, "LOCK", ROOT / "scripts" / "deploy")  # a file that is there
    monkeypatch.setattr(deployment, "wait_until_well", lambda ask: [])
    monkeypatch.delenv(deployment.SECRET, raising=False)
    commands = FakeCommands(WELL)
    commands.writes = {f"{NPM} run build": (tmp_path / "index.html", SHELL)}
    return commands


def run(commands: FakeCommands, *, plan: bool = False, yes: bool = False, typed: str = "future-prod") -> None:
    deploy(options(plan=plan, yes=yes), commands, lambda prompt: typed, lambda prompt: "the secret")


def steps(commands: FakeCommands) -> list[str]:
    """The commands without the build of the web app."""
    return [" ".join(line.split()[:2]) for line in commands.done if not line.startswith("npm")]


@pytest.mark.parametrize("tool", ["git", "gcloud", "terraform", "node"])
def test_a_missing_tool_is_named_with_where_to_get_it(tool: str, commands: FakeCommands) -> None:
    commands.missing = {tool}
    with pytest.raises(Refused, match=f"{tool} is missing: install"):
        run(commands)
    assert commands.done == []


@pytest.mark.parametrize("version", ["Terraform v1.9.8", "Terraform v0.15.3", "OpenTofu"])
def test_an_old_terraform_is_refused(version: str, commands: FakeCommands) -> None:
    commands.answers["terraform version"] = version
    with pytest.raises(Refused, match=r"Terraform 1\.11 or newer"):
        check_tools(commands)


def test_what_is_deployed_is_a_commit(commands: FakeCommands) -> None:
    commands.answers["git status"] = " M functions/main.py"
    with pytest.raises(Refused, match="the tree is not clean"):
        run(commands)
    assert commands.done == []


@pytest.mark.parametrize("script", ["sync-endpoints", "sync-requirements", "openapi"])
def test_a_stale_generated_file_is_refused(script: str, commands: FakeCommands) -> None:
    commands.answers[str(ROOT / "scripts" / script)] = NO
    with pytest.raises(Refused, match=f"is stale: run scripts/{script} and commit"):
        check_tree(commands)


@pytest.mark.parametrize(
    ("question", "answer", "sentence"),
    [
        ("gcloud auth print-access-token", NO, "run gcloud auth login"),
        ("gcloud auth application-default", NO, "gcloud auth application-default login"),
        ("gcloud projects describe", NO, "does not exist, or you may not see it"),
        ("gcloud projects describe", '{"lifecycleState": "DELETE_REQUESTED"}', "is DELETE_REQUESTED"),
        (
            "gcloud projects describe",
            '{"lifecycleState": "ACTIVE", "labels": {"environment": "dev"}}',
            "labelled environment=dev, not prod",
        ),
        ("gcloud projects describe", '{"lifecycleState": "ACTIVE"}', "labelled environment=None, not prod"),
        (
            "gcloud billing projects describe",
            f"billingAccounts/{GOAL.billing_account}\tFalse",
            "not billed to",
        ),
        ("gcloud billing projects describe", "billingAccounts/FFFFFF-000000-FFFFFF\tTrue", "not billed to"),
        ("gcloud billing projects describe", NO, "not billed to"),
        ("gcloud storage buckets describe", NO, "no bucket gs://future-prod-tfstate"),
    ],
)
def test_a_project_that_is_not_ready_is_refused_with_what_to_do(
    question: str, answer: Answer | str, sentence: str, commands: FakeCommands
) -> None:
    commands.answers[question] = answer
    with pytest.raises(Refused, match=sentence):
        run(commands)
    assert commands.done == []


def test_a_ready_project_is_let_through(commands: FakeCommands) -> None:
    check_project(commands, GOAL)


def test_a_region_that_hosting_does_not_know_is_refused(
    commands: FakeCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = Target("prod", "future-prod", "asia-south2", "0", "x.web.app", ())
    monkeypatch.setattr(target, "read", lambda environment: moved)
    with pytest.raises(Refused, match=r"firebase\.json sends requests to asia-south1"):
        run(commands)


def test_it_builds_plans_asks_applies_and_then_releases_hosting(commands: FakeCommands) -> None:
    run(commands)
    packages, build, init, plan, apply, hosting = commands.done
    assert packages.startswith(f"{NPM} ci --ignore-scripts")
    assert build == f"{NPM} run build"
    assert init.startswith("terraform init")
    assert "-backend-config=bucket=future-prod-tfstate" in init
    assert plan.startswith("terraform plan")
    assert "-var-file=a.tfvars -var-file=b.tfvars" in plan
    assert apply.startswith("terraform apply")
    assert "-parallelism=4" in apply
    assert hosting.startswith(f"{ROOT}/node_modules/.bin/firebase deploy --only=hosting")


def test_the_providers_are_those_of_the_lock_file(commands: FakeCommands) -> None:
    run(commands, plan=True)
    assert commands.done[0].startswith("terraform init")
    assert "-lockfile=readonly" in commands.done[0]


def test_the_first_deployment_locks_the_providers_for_every_platform(
    commands: FakeCommands, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(providers, "LOCK", ROOT / "missing.hcl")
    commands.answers["git ls-files"] = NO
    run(commands)
    platforms = "-platform=darwin_amd64 -platform=darwin_arm64 -platform=linux_amd64 -platform=linux_arm64"
    assert commands.done[:2] == ["terraform get", f"terraform providers lock {platforms}"]
    assert "commit " in capsys.readouterr().err


@pytest.mark.parametrize("step", ["terraform get", "terraform providers"])
def test_providers_that_cannot_be_locked_stop_it(
    step: str, commands: FakeCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(providers, "LOCK", ROOT / "missing.hcl")
    commands.failing = {step}
    with pytest.raises(Refused, match=f"{step} failed"):
        run(commands)
    assert commands.done[-1].startswith(step)


def test_ci_takes_no_providers_but_those_that_are_locked(
    commands: FakeCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(providers, "LOCK", ROOT / "missing.hcl")
    with pytest.raises(Refused, match=r"missing\.hcl is missing: deploy once by hand"):
        run(commands, yes=True)
    assert commands.done == []


@pytest.mark.parametrize("step", ["ci", "run build"])
def test_a_web_app_that_cannot_be_built_stops_it_before_anything_is_touched(
    step: str, commands: FakeCommands
) -> None:
    commands.failing = {f"{NPM} {step}"}
    with pytest.raises(Refused, match=f"npm {step}.* failed in web/"):
        run(commands)
    assert steps(commands) == []


def test_a_build_that_leaves_no_page_stops_it_even_where_an_older_one_left_its_own(
    commands: FakeCommands,
) -> None:
    web.SHELL.write_text("another commit's")
    commands.writes = {}
    with pytest.raises(Refused, match=r"made no web/dist/index\.html"):
        run(commands)
    assert steps(commands) == []


def test_hosting_is_given_what_was_built_of_the_commit_and_nothing_else(commands: FakeCommands) -> None:
    commands.writes["terraform apply"] = (web.SHELL, "built by somebody meanwhile")
    with pytest.raises(Failed, match="web/dist was built anew meanwhile"):
        run(commands)
    assert steps(commands)[-1] == "terraform apply"


def test_a_plan_changes_nothing_and_takes_no_lock(commands: FakeCommands) -> None:
    run(commands, plan=True)
    assert [line.split()[:2] for line in commands.done] == [["terraform", "init"], ["terraform", "plan"]]
    assert "-lock=false" in commands.done[1]


def test_anything_but_the_projects_id_stops_it(commands: FakeCommands) -> None:
    with pytest.raises(Refused, match="nothing was changed"):
        run(commands, typed="yes")
    assert steps(commands) == ["terraform init", "terraform plan"]


def planned(*changes: tuple[str, list[str]]) -> dict[str, Answer | str]:
    document = {
        "resource_changes": [{"address": where, "change": {"actions": what}} for where, what in changes]
    }
    return {f"terraform -chdir={target.TERRAFORM} show": json.dumps(document)}


NEW_SECRET = ("google_secret_manager_secret_version.google_client_secret", ["create"])
REPLACED = ("google_identity_platform_default_supported_idp_config.google", ["delete", "create"])
KEPT = ("google_secret_manager_secret_version.google_client_secret", ["no-op"])


@pytest.mark.parametrize("change", [NEW_SECRET, REPLACED])
def test_a_plan_that_writes_the_clients_secret_asks_for_it_and_passes_it_by_environment(
    change: tuple[str, list[str]], commands: FakeCommands, capfd: pytest.CaptureFixture[str]
) -> None:
    commands.answers |= planned(change)
    run(commands)
    assert steps(commands)[:4] == ["terraform init", "terraform plan", "terraform init", "terraform plan"]
    given = [each for each in commands.environments if "TF_VAR_google_client_secret" in each]
    assert [each["TF_VAR_google_client_secret"] for each in given] == ["the secret"] * 2
    assert not any("the secret" in line for line in commands.done)
    assert "the secret" not in "".join(capfd.readouterr())


def test_a_plan_that_leaves_the_secret_alone_does_not_ask_for_it(commands: FakeCommands) -> None:
    commands.answers |= planned(KEPT)
    run(commands)
    assert not any("TF_VAR_google_client_secret" in each for each in commands.environments)
    assert steps(commands)[2] == "terraform apply"


def test_ci_does_not_wait_for_a_secret(commands: FakeCommands) -> None:
    commands.answers |= planned(NEW_SECRET)
    with pytest.raises(Refused, match="pass it as TF_VAR_google_client_secret"):
        run(commands, yes=True)
    assert "terraform apply" not in steps(commands)


def test_whoever_may_edit_everything_is_named(
    commands: FakeCommands, capsys: pytest.CaptureFixture[str]
) -> None:
    bindings = [
        {"role": "roles/editor", "members": ["serviceAccount:1-compute@developer.gserviceaccount.com"]},
        {"role": "roles/owner", "members": ["user:owner@example.in"]},
    ]
    commands.answers["gcloud projects get-iam-policy"] = json.dumps({"bindings": bindings})
    run(commands)
    warned = capsys.readouterr().err
    assert "1-compute@developer" in warned
    assert "owner@example.in" not in warned


def test_a_plan_that_fails_has_touched_nothing(commands: FakeCommands) -> None:
    commands.failing = {"terraform plan"}
    with pytest.raises(Refused, match="terraform plan failed"):
        run(commands)
    assert "terraform apply" not in steps(commands)


@pytest.mark.parametrize("step", ["terraform apply", f"{ROOT}/node_modules/.bin/firebase"])
def test_a_step_that_fails_half_way_says_to_run_it_again(step: str, commands: FakeCommands) -> None:
    commands.failing = {step}
    with pytest.raises(Failed, match=r"[Rr]un scripts/deploy again"):
        run(commands)


def test_hosting_is_released_to_its_own_site_with_the_projects_rewrites(
    commands: FakeCommands, tmp_path: Path
) -> None:
    seen: list[str] = []
    do = commands.do

    def watching(*command: str, **rest: object) -> bool:
        if "firebase" in command[0]:
            seen.append((tmp_path / "firebase.deploy.json").read_text())
        return do(*command, **rest)  # type: ignore[arg-type]

    commands.do = watching  # type: ignore[method-assign]
    web.SHELL.write_text(SHELL)
    Release(commands, GOAL).release_hosting(SHELL)
    (written,) = (json.loads(text) for text in seen)
    ours = json.loads((ROOT / "firebase.json").read_text())["hosting"]
    assert written["hosting"]["site"] == "future-prod-app"
    assert written["hosting"]["rewrites"] == ours["rewrites"]


def test_pages_may_ask_this_projects_stream_and_nobody_elses_functions() -> None:
    declared = (ROOT / "firebase.json").read_text()
    assert declared.count("run.app") == 1
    released = json.dumps(release.hosting_config("future-prod-app", STREAM))
    assert f" {STREAM};" in released
    assert released.count("run.app") == 1


def test_nothing_of_a_release_stays_in_the_tree(commands: FakeCommands, tmp_path: Path) -> None:
    run(commands)
    assert not (tmp_path / "firebase.deploy.json").exists()


def test_what_does_not_work_afterwards_is_a_failure(
    commands: FakeCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deployment, "wait_until_well", lambda ask: ["/health answers 500"])
    with pytest.raises(Failed, match="/health answers 500"):
        run(commands)


def test_the_result_is_asked_for_what_was_built_and_for_everything_that_must_be_closed(
    commands: FakeCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Deployed] = []
    monkeypatch.setattr(deployment, "smoke", lambda deployed: asked.append(deployed) or [])
    monkeypatch.setattr(deployment, "wait_until_well", lambda ask: ask())
    run(commands)
    (deployed,) = asked
    assert (deployed.app_url, deployed.shell, deployed.commit) == (GOAL.site_url, SHELL, WELL["git log"])
    rows = [row for row in ENDPOINTS if not isinstance(row.trigger, PublicPath)]
    paths = {Caller.OPERATOR: "/health/deep"}
    assert set(deployed.closed) == {
        f"https://{row.name}-1.run.app{paths.get(row.caller, '')}" for row in rows
    }


def test_an_output_that_terraform_does_not_tell_is_a_failure(commands: FakeCommands) -> None:
    commands.answers[f"terraform -chdir={target.TERRAFORM} output -json functions"] = NO
    with pytest.raises(Failed, match="does not tell the output functions"):
        run(commands)


def test_a_refusal_is_one_line_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["staging"], FakeCommands()) == 2
    assert capsys.readouterr().err == "deploy: there is no environment 'staging'; there are: dev, prod\n"
