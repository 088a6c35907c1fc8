"""checkov on the plan and zizmor on the workflows find nothing but what is accepted, with a reason."""

from __future__ import annotations

import json
import re
import subprocess
from concurrent.futures import Future
from pathlib import Path

import pytest

from future_finance.endpoints import ENDPOINTS
from tests.infra import scanner
from tests.infra.accepted_findings import REASONS, accepted
from tests.infra.offline.terraform import ROOT, Terraform

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
EACH = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)


def test_checkov_finds_what_is_accepted_and_nothing_else(checked: Future[str]) -> None:
    report = json.loads(checked.result())
    assert report["summary"]["parsing_errors"] == 0
    assert report["summary"]["passed"] > 100
    found = {(each["check_id"], each["resource"]) for each in report["results"]["failed_checks"]}
    assert found == accepted(ENDPOINTS)


def test_every_accepted_finding_has_a_reason_and_every_reason_a_finding() -> None:
    assert {check for check, _ in accepted(ENDPOINTS)} == set(REASONS)


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    done = scanner.zizmor()
    assert done.returncode == 0, done.stdout + done.stderr


@EACH
def test_every_action_is_pinned_to_a_commit_and_says_which_version_it_is(workflow: Path) -> None:
    uses = re.findall(r"uses: (\S+)(.*)", workflow.read_text())
    assert uses
    for action, comment in uses:
        if not action.startswith("./"):
            assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action)
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment)


@EACH
def test_a_workflow_has_no_permission_that_a_job_does_not_ask_for(workflow: Path) -> None:
    text = workflow.read_text()
    assert "\npermissions: {}\n" in text
    assert set(re.findall(r"^ +([a-z-]+): (?:write|read)", text, re.M)) <= {"contents", "id-token"}
    assert "contents: write" not in text


def test_a_pull_request_reaches_no_credential() -> None:
    text = (ROOT / ".github/workflows/test.yml").read_text()
    for word in ("id-token", "secrets.", "vars.", "environment:", "pull_request_target"):
        assert word not in text
    assert "pull_request" not in (ROOT / ".github/workflows/deploy.yml").read_text()


def test_an_apply_waits_for_its_plan_and_for_its_own_environment() -> None:
    text = (ROOT / ".github/workflows/deploy-environment.yml").read_text()
    plan, apply = text.split("\n  apply:\n")
    assert "environment: ${{ inputs.environment }}-plan\n" in plan
    assert '"$ENVIRONMENT" --plan' in plan
    assert "needs: plan" in apply
    assert "environment: ${{ inputs.environment }}\n" in apply


def test_ci_deploys_with_the_terraform_that_the_tests_run(terraform: Terraform) -> None:
    text = (ROOT / ".github/workflows/deploy-environment.yml").read_text()
    versions = set(re.findall(r'terraform_version: "([\d.]+)"', text))
    assert versions == {json.loads(terraform.need("version", "-json"))["terraform_version"]}


def test_what_npm_locks_is_audited_and_newer_versions_are_proposed() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "package-lock.json", "*/package-lock.json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    folders = {str(Path(name).parent) for name in listed.stdout.split()}
    assert folders == {".", "web"}
    audits = re.findall(r"^npm audit(?: --prefix (\S+))? ", (ROOT / "scripts/audit").read_text(), re.M)
    assert {folder or "." for folder in audits} == folders
    (npm,) = re.findall(
        r"- package-ecosystem: npm\n    directories:\n((?:      - \S+\n)+)",
        (ROOT / ".github/dependabot.yml").read_text(),
    )
    assert {folder.strip("- /") or "." for folder in npm.splitlines()} == folders
