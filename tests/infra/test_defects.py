"""The tests bite: each defect, seeded into a copy, is refused by Terraform or caught by the assertion it is meant for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from future_finance.endpoints import ENDPOINTS, Schedule, TaskQueue
from tests.infra import allowed, test_access, test_data, test_functions, test_grants, test_observability
from tests.infra.conftest import variables
from tests.infra.offline.terraform import Terraform, offline
from tests.infra.plan import Plan

WORKER = next(row for row in ENDPOINTS if isinstance(row.trigger, TaskQueue))
SCHEDULED = next(row for row in ENDPOINTS if isinstance(row.trigger, Schedule))
FUNCTION = "modules/function/main.tf"


@dataclass(frozen=True, slots=True)
class Defect:
    """`old` becomes `new` in `file`; an empty `old` appends."""

    name: str
    file: str
    old: str
    new: str


REFUSED = {
    Defect(
        "misspelt argument", "storage.tf", "public_access_prevention ", "public_acces_prevention "
    ): "Unsupported",
    Defect("missing argument", "kms.tf", "  location   = var.region\n", ""): "Missing required argument",
    Defect("wrong type", FUNCTION, "var.endpoint.timeout_seconds", '"soon"'): "a number is required",
    Defect(
        "read-only argument", FUNCTION, "  labels   = var.labels", '  url = "https://x"'
    ): "unconfigurable attribute",
    Defect("unknown value", FUNCTION, '"ALLOW_ALL"', '"ALLOW_EVERYONE"'): "Value not in the documented set",
    Defect(
        "unknown resource", "queues.tf", "local.queued", "google_cloud_tasks.x"
    ): "Reference to undeclared resource",
    Defect(
        "cycle",
        "functions.tf",
        "FF_COMMIT                   = var.commit",
        'FF_COMMIT = module.function["health"].url',
    ): "Cycle",
    Defect(
        "unknown block", "firestore.tf", "  daily_recurrence {}", "  hourly_recurrence {}"
    ): "Unsupported block",
    Defect(
        "worker open to all",
        "functions.tf",
        'tasks          = google_service_account.helper["ff-tasks-invoker"].member',
        'tasks          = "allUsers"',
    ): "Only a function that checks its callers itself may be open to all",
    Defect(
        "trust class without grants", "grants.tf", "ff-edge      = []", ""
    ): "What ff-edge may do is not written down",
}


def _grants_are_allowed(plan: Plan) -> None:
    assert plan.grants() == allowed.expected(ENDPOINTS, "prod")


def _queues_match(plan: Plan) -> None:
    test_functions.test_there_is_a_queue_per_row_that_cloud_tasks_calls(plan)


def _jobs_match(plan: Plan) -> None:
    test_functions.test_there_is_a_job_per_row_that_cloud_scheduler_calls(plan)


def _is_built(plan: Plan) -> None:
    test_functions.test_a_function_is_built_as_the_code_expects(WORKER, plan)


def _has_its_limits(plan: Plan) -> None:
    test_functions.test_a_function_has_the_limits_of_its_row(WORKER, plan)


def _has_its_settings(plan: Plan) -> None:
    test_functions.test_a_function_starts_with_the_environment_it_is_given(WORKER, plan)


def _is_internal(plan: Plan) -> None:
    test_functions.test_only_what_people_and_operators_call_is_reached_from_outside(WORKER, plan)


EDITOR = """
resource "google_project_iam_member" "convenient" {
  project = var.project_id
  role    = "roles/editor"
  member  = google_service_account.function["ff-reader"].member
}
"""
BINDING = """
resource "google_project_iam_binding" "whole" {
  project = var.project_id
  role    = "roles/run.invoker"
  members = ["allUsers"]
}
"""
KEY = """
resource "google_service_account_key" "copy" {
  service_account_id = google_service_account.function["ff-sync"].name
}
"""

CAUGHT: dict[Defect, Callable[[Plan], None]] = {
    Defect("project-wide editor", "grants.tf", "", EDITOR): test_grants.test_nobody_holds_a_role_that_reaches_everything,
    Defect("a whole policy", "grants.tf", "", BINDING): test_grants.test_no_policy_is_replaced_as_a_whole,
    Defect("a key to copy", "accounts.tf", "", KEY): test_grants.test_no_account_has_a_key_that_could_be_copied,
    Defect("a capability too many", "grants.tf", 'ff-enqueue   = ["write_data", ', 'ff-enqueue   = ["write_data", "open_vault", '): test_grants.test_the_key_is_for_the_accounts_of_the_vault_alone,
    Defect("a capability too few", "grants.tf", 'ff-sync      = ["write_data", "open_vault", "enqueue"]', 'ff-sync      = ["write_data", "open_vault"]'): _grants_are_allowed,
    Defect("both databases", "grants.tf", 'expression = local.database_condition["(default)"]', 'expression = "true"'): _grants_are_allowed,
    Defect("a wider role", "grants.tf", '"roles/datastore.viewer"', '"roles/datastore.user"'): _grants_are_allowed,
    Defect("actAs in the project", "source.tf", '"roles/logging.logWriter"', '"roles/iam.serviceAccountUser"'): test_grants.test_nobody_holds_a_role_that_reaches_everything,
    Defect("CI reads secrets", "ci_permissions.tf", '"secretmanager.versions.get",', '"secretmanager.versions.access",'): test_grants.test_the_planner_of_ci_changes_nothing_and_sees_no_data,
    Defect("CI sets the project's policy", "ci_permissions.tf", '"run.services.setIamPolicy",', '"resourcemanager.projects.setIamPolicy",'): test_grants.test_the_deployer_of_ci_widens_nobodys_rights_in_the_project,
    Defect("any branch", "ci.tf", 'assertion.ref == \\"refs/heads/${var.ci.branch}\\"', "true"): test_access.test_ci_is_one_repository_and_one_branch_by_numbers_that_nobody_can_take_over,
    Defect("anonymous sign-in", "identity.tf", "anonymous {\n      enabled = false", "anonymous {\n      enabled = true"): test_access.test_people_sign_in_with_google_and_nothing_else,
    Defect("no audit of keys", "audit.tf", '"cloudkms.googleapis.com"      = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"]', '"cloudkms.googleapis.com"      = ["ADMIN_READ"]'): test_access.test_who_uses_keys_secrets_and_accounts_is_logged,
    Defect("no runtime", FUNCTION, '    runtime           = "python313"\n', ""): _is_built,
    Defect("no entry point", FUNCTION, "    entry_point       = var.endpoint.entry_point\n", ""): _is_built,
    Defect("no source", FUNCTION, "        object = var.source_object\n", ""): _is_built,
    Defect("one request at a time", FUNCTION, "    max_instance_request_concurrency = var.endpoint.concurrency\n", ""): _has_its_limits,
    Defect("not async", "functions.tf", 'FUNCTION_USE_ASGI           = "true"', 'FUNCTION_USE_ASGI           = "false"'): test_functions.test_the_framework_is_told_to_serve_async,
    Defect("wrong environment", "functions.tf", "FF_PROJECT_NUMBER           = data.google_project.this.number", 'FF_PROJECT_NUMBER           = "1"'): _has_its_settings,
    Defect("worker from outside", FUNCTION, '"ALLOW_INTERNAL_ONLY"', '"ALLOW_ALL"'): _is_internal,
    Defect("queue elsewhere", "queues.tf", "location = var.region", 'location = "us-central1"'): test_functions.test_everything_that_has_a_place_is_in_india,
    Defect("queue tries for ever", "queues.tf", "each.value.queue.max_attempts", "-1"): _queues_match,
    Defect("schedule without region", "schedules.tf", "  region           = var.region\n", ""): _jobs_match,
    Defect("wrong audience", "schedules.tf", "audience              = local.function_url[each.key]", 'audience              = "https://example.in"'): _jobs_match,
    Defect("no point-in-time recovery", "firestore.tf", "POINT_IN_TIME_RECOVERY_ENABLED", "POINT_IN_TIME_RECOVERY_DISABLED"): test_data.test_peoples_data_can_be_restored_and_not_be_deleted,
    Defect("a vault that remembers", "firestore.tf", "POINT_IN_TIME_RECOVERY_DISABLED", "POINT_IN_TIME_RECOVERY_ENABLED"): test_data.test_of_the_vault_nothing_outlives_a_shredding,
    Defect("a backup of the vault", "firestore.tf", "  database  = google_firestore_database.data.name\n  retention = \"604800s\"", "  database  = google_firestore_database.vault.name\n  retention = \"604800s\""): test_data.test_of_the_vault_nothing_outlives_a_shredding,
    Defect("no time to live", "firestore.tf", "each.value.ttl ? [1] : []", "[]"): lambda plan: test_data.test_every_field_that_is_declared_has_its_indexes_and_its_time_to_live("(default)", plan),
    Defect("no rotation", "kms.tf", "7776000s", "31536000s"): test_data.test_the_key_rotates_every_90_days_and_a_destroyed_version_can_be_had_back,
    Defect("a secret in the state", "secrets.tf", "secret_data_wo         =", "secret_data            ="): test_data.test_secrets_are_written_and_never_kept,
    Defect("a public bucket", "storage.tf", '"enforced"', '"inherited"'): test_data.test_no_bucket_can_be_made_public,
    Defect("logs abroad", "logs.tf", "location       = var.region", 'location       = "global"'): test_functions.test_everything_that_has_a_place_is_in_india,
    Defect("request logs kept", "logs.tf", "filter      = local.request_log", 'filter      = "severity<DEFAULT"'): test_observability.test_request_logs_with_addresses_and_urls_are_kept_nowhere,
    Defect("a metric of nothing", "metrics.tf", 'jsonPayload.event=\\"text_checked\\"', 'jsonPayload.event=\\"text_chequed\\"'): test_observability.test_a_metric_counts_an_event_that_the_code_knows,
    Defect("a label per person", "metrics.tf", 'scope = "jsonPayload.measures.scope"', 'user = "jsonPayload.user"'): test_observability.test_a_label_never_tells_people_apart,
    Defect("no runbook", "alerts.tf", "    dead-letters = {", "    dead-post = {"): test_observability.test_every_alert_goes_to_somebody_and_has_a_runbook,
}  # fmt: skip


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terraform]:
    """A copy to break; whoever breaks it mends it again."""
    also = ("google_project_iam_binding", "google_service_account_key")
    with offline(tmp_path_factory.mktemp("broken"), also) as terraform:
        yield terraform


@contextmanager
def seeded(terraform: Terraform, defects: Iterable[Defect]) -> Iterator[None]:
    kept = {path: path.read_text() for path in terraform.folder.rglob("*.tf")}
    try:
        for defect in defects:
            if defect.old:
                terraform.edit(defect.file, defect.old, defect.new)
            else:
                path = terraform.folder / defect.file
                path.write_text(path.read_text() + defect.new)
        yield
    finally:
        for path, text in kept.items():
            path.write_text(text)


def _undo(one: Defect, other: Defect) -> bool:
    """Whether one of two edits would edit what the other wrote."""
    if one.file != other.file:
        return False
    return any(old and old in new for old, new in ((one.old, other.new), (other.old, one.new)))


def _blur(one: Defect, other: Defect) -> bool:
    """Whether the assertion for one would fail for the other as well: all grants are compared at once."""
    catches = (CAUGHT[one], CAUGHT[other])
    about_grants = [
        each is _grants_are_allowed or each.__module__ == test_grants.__name__ for each in catches
    ]
    return catches[0] is catches[1] or (_grants_are_allowed in catches and all(about_grants))


def batches() -> list[list[Defect]]:
    """A plan takes a second, so defects share one where neither undoes nor blurs the other."""
    made: list[list[Defect]] = []
    for defect in CAUGHT:
        for batch in made:
            if not any(_undo(defect, other) or _blur(defect, other) for other in batch):
                batch.append(defect)
                break
        else:
            made.append([defect])
    return made


@pytest.fixture(scope="module")
def plan_with(broken: Terraform, archive: Path) -> dict[Defect, Plan]:
    found = {}
    for defects in batches():
        with seeded(broken, defects):
            plan = Plan(broken.plan(*variables("prod", archive)))
        found |= dict.fromkeys(defects, plan)
    return found


@pytest.mark.parametrize("defect", REFUSED, ids=lambda defect: defect.name)
def test_terraform_refuses_it(defect: Defect, broken: Terraform, archive: Path) -> None:
    with seeded(broken, [defect]):
        done = broken.run("plan", "-input=false", "-no-color", "-lock=false", *variables("prod", archive))
    assert done.returncode == 1
    assert REFUSED[defect] in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.parametrize("defect", CAUGHT, ids=lambda defect: defect.name)
def test_the_assertion_catches_it(defect: Defect, plan_with: dict[Defect, Plan]) -> None:
    with pytest.raises(AssertionError):
        CAUGHT[defect](plan_with[defect])
