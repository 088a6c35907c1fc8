"""Every row of the endpoint table becomes its function, its queue, its schedule and its rewrite; and nothing else does."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from future_finance import config
from future_finance.endpoints import ENDPOINTS, Caller, Endpoint, PublicPath, Schedule, TaskQueue
from tests.infra.conftest import Plans
from tests.infra.offline.terraform import PROJECT, PROJECT_NUMBER, ROOT
from tests.infra.plan import Plan, Resource

REGION = "asia-south1"
EACH = pytest.mark.parametrize("row", ENDPOINTS, ids=lambda row: row.name)
# What is known only once it exists; any value will do for reading the settings.
MADE_LATER = {"FF_FIREBASE_API_KEY": "key", "FF_FIREBASE_APP_ID": "app"}


def url(name: str) -> str:
    return f"https://{name}-{PROJECT_NUMBER}.{REGION}.run.app"


def function(plan: Plan, row: Endpoint) -> Resource:
    return plan.of("google_cloudfunctions2_function")[row.name]


def environment(plan: Plan, row: Endpoint) -> dict[str, str]:
    """As Cloud Run would pass it."""
    written = function(plan, row).block("service_config")["environment_variables"]
    return {**MADE_LATER, **written, "K_SERVICE": row.name}


def test_there_is_a_function_per_row_and_no_other(plan: Plan) -> None:
    functions = plan.of("google_cloudfunctions2_function")
    assert set(functions) == {row.name for row in ENDPOINTS}
    assert all(each.values["name"] == name for name, each in functions.items())


@EACH
def test_a_function_is_built_as_the_code_expects(row: Endpoint, plan: Plan) -> None:
    """The schema calls these optional; the API does not."""
    build = function(plan, row).block("build_config")
    source = function(plan, row).block("build_config", "source", "storage_source")
    assert build["runtime"] == "python313"
    assert build["entry_point"] == row.entry_point
    assert build["service_account"].endswith(f"/serviceAccounts/ff-builder@{PROJECT}.iam.gserviceaccount.com")
    assert build["docker_repository"].endswith("/repositories/functions")
    assert source["bucket"] == f"{PROJECT}-functions"
    assert source["object"] == plan.one("google_storage_bucket_object.bundle").values["name"]
    assert re.fullmatch(r"functions-[0-9a-f]{64}\.zip", source["object"])  # else new code builds nothing


@EACH
def test_a_function_has_the_limits_of_its_row(row: Endpoint, plan: Plan) -> None:
    service = function(plan, row).block("service_config")
    assert service["service_account_email"] == f"{row.trust}@{PROJECT}.iam.gserviceaccount.com"
    assert service["available_memory"] == f"{row.memory_mib}Mi"
    assert float(service["available_cpu"]) == row.cpu
    assert service.get("max_instance_request_concurrency") == row.concurrency
    assert service["max_instance_count"] == row.max_instances
    assert service["min_instance_count"] == 0
    assert service["timeout_seconds"] == row.timeout_s
    assert service["all_traffic_on_latest_revision"] is True


@EACH
def test_only_what_people_and_operators_call_is_reached_from_outside(row: Endpoint, plan: Plan) -> None:
    inside = row.caller in {Caller.TASKS, Caller.SCHEDULER}
    wanted = "ALLOW_INTERNAL_ONLY" if inside else "ALLOW_ALL"
    assert function(plan, row).block("service_config")["ingress_settings"] == wanted


@EACH
def test_a_function_starts_with_the_environment_it_is_given(row: Endpoint, plan: Plan) -> None:
    here = config.read(environment(plan, row))
    assert here.environment in {"dev", "prod"}
    assert here.worker_url(row.name) == url(row.name)
    assert here.tasks_invoker == f"ff-tasks-invoker@{PROJECT}.iam.gserviceaccount.com"
    assert here.app_url == f"https://{PROJECT}-app.web.app"
    assert here.operators == {f"ff-operator@{PROJECT}.iam.gserviceaccount.com"}
    assert here.kms_key == plan.one("google_kms_crypto_key.user_data_keys").values["id"]
    assert here.google_client_secret_id in plan.of("google_secret_manager_secret")
    assert here.exports_bucket == plan.one("google_storage_bucket.exports").values["name"]
    assert here.vault_database == plan.one("google_firestore_database.vault").values["name"]
    assert here.stream_url == url(next(row.name for row in ENDPOINTS if row.streams))
    # Other than what the code takes where nothing is set: see project.tfvars.
    assert (here.ai_tokens_per_day, here.ai_global_tokens_per_day) == (150_000, 15_000_000)


def test_every_setting_that_is_passed_is_read(prod: Plan) -> None:
    """A setting that the code does not know would be a misspelling."""
    code = (ROOT / "functions" / "future_finance" / "config.py").read_text()
    passed = environment(prod, ENDPOINTS[0])
    unknown = [name for name in passed if f'"{name}"' not in code and name != "FUNCTION_USE_ASGI"]
    assert unknown == []


def test_no_secret_is_in_a_functions_environment(plan: Plan) -> None:
    for row in ENDPOINTS:
        assert "the-clients-secret" not in str(function(plan, row).values)


def test_the_framework_is_told_to_serve_async(plan: Plan) -> None:
    assert all(environment(plan, row)["FUNCTION_USE_ASGI"] == "true" for row in ENDPOINTS)


def test_the_environments_tell_themselves_apart(plans: Plans) -> None:
    for name in ("dev", "prod"):
        assert environment(plans.of(name), ENDPOINTS[0])["FF_ENV"] == name


def test_there_is_a_queue_per_row_that_cloud_tasks_calls(plan: Plan) -> None:
    wanted: dict[str, dict[str, Any]] = {}
    for row in ENDPOINTS:
        if isinstance(trigger := row.trigger, TaskQueue):
            wanted[row.name] = {
                "name": trigger.queue,
                "location": REGION,
                "rate": (trigger.max_dispatches_per_s, trigger.max_concurrent),
                "retry": (trigger.max_attempts, f"{trigger.min_backoff_s:g}s", f"{trigger.max_backoff_s:g}s"),
                "doublings": trigger.max_doublings,
            }
    found = {}
    for name, queue in plan.of("google_cloud_tasks_queue").items():
        rate, retry = queue.block("rate_limits"), queue.block("retry_config")
        found[name] = {
            "name": queue.values["name"],
            "location": queue.values["location"],
            "rate": (rate["max_dispatches_per_second"], rate["max_concurrent_dispatches"]),
            "retry": (retry["max_attempts"], retry["min_backoff"], retry["max_backoff"]),
            "doublings": retry["max_doublings"],
        }
    assert found == wanted


def test_there_is_a_job_per_row_that_cloud_scheduler_calls(plan: Plan) -> None:
    jobs = plan.of("google_cloud_scheduler_job")
    rows = {row.name: row for row in ENDPOINTS if isinstance(row.trigger, Schedule)}
    assert set(jobs) == set(rows)
    for name, row in rows.items():
        values, target = jobs[name].values, jobs[name].block("http_target")
        token = jobs[name].block("http_target", "oidc_token")
        assert isinstance(row.trigger, Schedule)
        assert (values["schedule"], values["time_zone"]) == (row.trigger.cron, row.trigger.time_zone)
        assert values.get("region") == REGION
        assert (target["http_method"], target["uri"]) == ("POST", url(name))
        assert token["audience"] == target["uri"]
        assert token["service_account_email"] == f"ff-scheduler-invoker@{PROJECT}.iam.gserviceaccount.com"
        assert jobs[name].block("retry_config")["retry_count"] == 3
        assert values["attempt_deadline"] == f"{row.timeout_s}s"


def test_hosting_sends_to_functions_that_are_open_to_all_and_to_no_other() -> None:
    rewrites = json.loads((ROOT / "firebase.json").read_text())["hosting"]["rewrites"]
    hosting = [rewrite for rewrite in rewrites if "run" in rewrite]
    assert {rewrite["run"]["serviceId"] for rewrite in hosting} == {
        row.name for row in ENDPOINTS if isinstance(row.trigger, PublicPath)
    }
    assert {rewrite["run"]["region"] for rewrite in hosting} == {REGION}


def test_everything_that_has_a_place_is_in_india(plan: Plan) -> None:
    places = {
        resource.address: resource.values.get(argument)
        for resource in plan.resources
        for argument in ("location", "location_id", "region")
        if resource.values.get(argument)
    }
    assert len(places) > len(ENDPOINTS)
    assert {address: place for address, place in places.items() if place != REGION} == {}


def test_every_service_in_use_is_switched_on_and_stays_on(plan: Plan) -> None:
    apis = plan.of("google_project_service")
    assert all(each.values["disable_on_destroy"] is False for each in apis.values())
    called = ("aiplatform", "cloudbuild", "cloudfunctions", "fcm", "iamcredentials", "run", "storage")
    assert {f"{service}.googleapis.com" for service in called} <= set(apis)
    needed = {
        "google_cloud_tasks_queue": "cloudtasks",
        "google_cloud_scheduler_job": "cloudscheduler",
        "google_kms_crypto_key": "cloudkms",
        "google_secret_manager_secret": "secretmanager",
        "google_firestore_database": "firestore",
        "google_firebaserules_release": "firebaserules",
        "google_firebase_hosting_site": "firebasehosting",
        "google_identity_platform_config": "identitytoolkit",
        "google_billing_budget": "billingbudgets",
        "google_apikeys_key": "apikeys",
        "google_artifact_registry_repository": "artifactregistry",
        "google_monitoring_slo": "monitoring",
        "google_logging_metric": "logging",
        "google_iam_workload_identity_pool": "sts",
    }
    assert {f"{needed[kind]}.googleapis.com" for kind in needed if plan.of(kind)} <= set(apis)
