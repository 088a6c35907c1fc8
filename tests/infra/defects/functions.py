"""What follows from the endpoint table: functions, queues, schedules."""

from __future__ import annotations

from tests.infra import test_access, test_data, test_functions, test_grants, test_observability
from tests.infra.defects.defect import Caught, Defect
from tests.infra.defects.refused import FUNCTION

_SETTINGS = test_functions.test_a_function_starts_with_the_environment_it_is_given
_QUEUES = test_functions.test_there_is_a_queue_per_row_that_cloud_tasks_calls
_JOBS = test_functions.test_there_is_a_job_per_row_that_cloud_scheduler_calls
_PLACES = test_functions.test_everything_that_has_a_place_is_in_india

CAUGHT: Caught = {
    test_functions.test_there_is_a_function_per_row_and_no_other: (
        Defect(
            "a row without a function",
            "functions.tf",
            "  for_each = var.endpoints\n",
            '  for_each = { for name, row in var.endpoints : name => row if name != "auth-logout" }\n',
            trips=(
                test_grants.test_what_is_granted_is_exactly_what_is_written_down,
                test_grants.test_only_functions_that_check_their_callers_are_open_to_all,
                test_functions.test_no_secret_is_in_a_functions_environment,
                test_functions.test_the_framework_is_told_to_serve_async,
            ),
        ),
    ),
    test_functions.test_a_function_is_built_as_the_code_expects: (
        Defect("no runtime", FUNCTION, '    runtime           = "python313"\n', ""),
        Defect("no entry point", FUNCTION, "    entry_point       = var.endpoint.entry_point\n", ""),
        Defect("no source", FUNCTION, "        object = var.source_object\n", ""),
        Defect("a bundle whose name stays", "source.tf", "basename(var.source_archive)", '"functions.zip"'),
        Defect("built as whoever Google takes", FUNCTION, "    service_account   = var.builder\n", ""),
        Defect("images in Google's own repository", FUNCTION, "    docker_repository = var.repository\n", ""),
    ),
    test_functions.test_a_function_has_the_limits_of_its_row: (
        Defect(
            "one request at a time",
            FUNCTION,
            "    max_instance_request_concurrency = var.endpoint.concurrency\n",
            "",
        ),
        Defect(
            "no end of instances",
            FUNCTION,
            "    max_instance_count               = var.endpoint.max_instances\n",
            "",
        ),
        Defect("time without measure", FUNCTION, "= var.endpoint.timeout_seconds", "= 3600"),
    ),
    test_functions.test_only_what_people_and_operators_call_is_reached_from_outside: (
        Defect("worker from outside", FUNCTION, '"ALLOW_INTERNAL_ONLY"', '"ALLOW_ALL"'),
    ),
    _SETTINGS: (
        Defect(
            "another project's number",
            "functions.tf",
            "FF_PROJECT_NUMBER           = data.google_project.this.number",
            'FF_PROJECT_NUMBER           = "1"',
        ),
        Defect(
            "a secret that there is not",
            "functions.tf",
            '"google-oauth-client-secret"',
            '"google-client-secret"',
        ),
        Defect(
            "exports beside the code",
            "functions.tf",
            "google_storage_bucket.exports.name",
            "google_storage_bucket.source.name",
        ),
        Defect(
            "a vault among people's data",
            "functions.tf",
            "google_firestore_database.vault.name",
            "google_firestore_database.data.name",
        ),
        Defect(
            "a stream from elsewhere",
            "functions.tf",
            "local.function_url[local.streaming[0]]",
            'local.function_url["health"]',
            (test_access.test_the_stream_is_where_functions_say_it_is,),
        ),
        Defect(
            "no limit for a person",
            "functions.tf",
            "    FF_AI_TOKENS_PER_DAY        = tostring(var.ai_tokens_per_day)\n",
            "",
        ),
        Defect(
            "a person's limit for all",
            "functions.tf",
            "tostring(var.ai_global_tokens_per_day)",
            "tostring(var.ai_tokens_per_day)",
        ),
        Defect(
            "rotators for operators",
            "functions.tf",
            'FF_OPERATORS                = google_service_account.helper["ff-operator"]',
            'FF_OPERATORS                = google_service_account.helper["ff-rotation"]',
        ),
    ),
    test_functions.test_every_setting_that_is_passed_is_read: (
        Defect("a setting misspelt", "functions.tf", "FF_COMMIT  ", "FF_COMMI   "),
    ),
    test_functions.test_no_secret_is_in_a_functions_environment: (
        Defect(
            "a secret among the settings",
            "functions.tf",
            "FF_GOOGLE_CLIENT_ID         = var.google_client_id",
            "FF_GOOGLE_CLIENT_ID         = nonsensitive(var.google_client_secret)",
            trips=(
                test_data.test_the_clients_secret_is_nowhere_in_the_plan_but_where_the_provider_leaves_no_choice,
            ),
        ),
    ),
    test_functions.test_the_framework_is_told_to_serve_async: (
        Defect(
            "not async",
            "functions.tf",
            'FUNCTION_USE_ASGI           = "true"',
            'FUNCTION_USE_ASGI           = "false"',
        ),
    ),
    test_functions.test_the_environments_tell_themselves_apart: (
        Defect(
            "dev that takes itself for prod",
            "functions.tf",
            "FF_ENV                      = var.environment",
            'FF_ENV                      = "prod"',
        ),
    ),
    _QUEUES: (
        Defect("queue tries for ever", "queues.tf", "each.value.queue.max_attempts", "-1"),
        Defect(
            "queue without a rate",
            "queues.tf",
            "each.value.queue.max_dispatches_per_second",
            "500",
        ),
        Defect("queue without patience", "queues.tf", '"${each.value.queue.max_backoff_seconds}s"', '"1s"'),
    ),
    _JOBS: (
        Defect("schedule without region", "schedules.tf", "  region           = var.region\n", ""),
        Defect(
            "wrong audience",
            "schedules.tf",
            "audience              = local.function_url[each.key]",
            'audience              = "https://example.in"',
        ),
        Defect("another country's morning", "schedules.tf", "each.value.schedule.time_zone", '"Etc/UTC"'),
        Defect(
            "a schedule that calls as the queues' account",
            "schedules.tf",
            '"ff-scheduler-invoker"',
            '"ff-tasks-invoker"',
        ),
    ),
    _PLACES: (
        Defect(
            "queue elsewhere", "queues.tf", "location = var.region", 'location = "us-central1"', (_QUEUES,)
        ),
        Defect(
            "logs abroad",
            "logs.tf",
            "location       = var.region",
            'location       = "global"',
            (test_observability.test_logs_are_kept_in_india_as_long_as_the_law_asks,),
        ),
    ),
    test_functions.test_every_service_in_use_is_switched_on_and_stays_on: (
        Defect("no model", "apis.tf", '    "aiplatform.googleapis.com",\n', ""),
        Defect("no signing", "apis.tf", '    "iamcredentials.googleapis.com",\n', ""),
        Defect("no buckets", "apis.tf", '    "storage.googleapis.com",\n', ""),
        Defect("no pushes", "apis.tf", '    "fcm.googleapis.com",\n', ""),
        Defect("services that go", "apis.tf", "disable_on_destroy = false", "disable_on_destroy = true"),
    ),
}
