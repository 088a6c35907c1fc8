"""Logs, metrics, promises and alerts."""

from __future__ import annotations

from tests.infra import test_observability
from tests.infra.defects.defect import Caught, Defect

_LOGS = test_observability.test_logs_are_kept_in_india_as_long_as_the_law_asks
_REQUESTS = test_observability.test_request_logs_with_addresses_and_urls_are_kept_nowhere
_ALERTS = test_observability.test_every_alert_goes_to_somebody_and_has_a_runbook
_BURNING = test_observability.test_burning_is_measured_over_a_long_and_a_short_window
_PROMISES = test_observability.test_what_is_promised_is_what_the_docs_say
_WAITS = test_observability.test_what_asks_for_a_metric_of_the_log_waits_until_monitoring_knows_it
_COST = test_observability.test_every_schedule_and_every_condition_of_an_alert_is_in_the_table_of_costs
_BILL = test_observability.test_the_bill_is_watched
_SILENT = test_observability.test_a_daily_schedule_that_does_not_run_is_noticed_after_a_day
_FAILING = test_observability.test_sign_ins_that_fail_are_noticed_and_those_that_were_cancelled_are_not
_UNFINISHED = test_observability.test_sign_ins_from_which_nobody_comes_back_are_noticed
_OUTCOMES = test_observability.test_an_alert_asks_for_outcomes_of_a_sign_in_that_there_are
_OF_A_DAY = 'route=\\"${each.key}\\" AND metric.label.status=\\"200\\"'
_MISSING = '      evaluation_missing_data = "EVALUATION_MISSING_DATA_ACTIVE"\n'
_MISSING_DAY = f'      duration                = "3600s"\n{_MISSING}'
_MISSING_MINUTE = f'      duration                = "60s"\n{_MISSING}'
_WAIT = "google_logging_metric.distribution, module.function]"

CAUGHT: Caught = {
    _LOGS: (Defect("logs for a month", "logs.tf", "= var.log_retention_days", "= 30"),),
    _REQUESTS: (
        Defect(
            "request logs kept",
            "logs.tf",
            "filter      = local.request_log",
            'filter      = "severity<DEFAULT"',
        ),
        Defect("logs kept elsewhere, too", "logs.tf", '"severity >= DEFAULT"', '"severity >= ERROR"'),
    ),
    test_observability.test_every_metric_that_was_asked_for_is_counted_with_its_labels: (
        Defect(
            "insights without their severity",
            "metrics.tf",
            '"jsonPayload.measures.category", severity = "jsonPayload.measures.severity" }',
            '"jsonPayload.measures.category" }',
        ),
    ),
    test_observability.test_a_metric_counts_an_event_that_the_code_knows: (
        Defect(
            "a metric of nothing",
            "metrics.tf",
            'jsonPayload.event=\\"text_checked\\"',
            'jsonPayload.event=\\"text_chequed\\"',
            (test_observability.test_a_metric_reads_measures_that_the_event_is_said_to_have,),
        ),
    ),
    test_observability.test_a_metric_reads_measures_that_the_event_is_said_to_have: (
        Defect(
            "a measure that nobody takes",
            "metrics.tf",
            "jsonPayload.measures.duration_s",
            "jsonPayload.measures.duration",
        ),
    ),
    test_observability.test_a_metric_of_a_logger_names_one_that_speaks: (
        Defect(
            "a logger that is silent",
            "metrics.tf",
            "future_finance.adapters.cloud_kms",
            "future_finance.adapters.vault_keys",
        ),
    ),
    test_observability.test_a_label_never_tells_people_apart: (
        Defect(
            "a label per person",
            "metrics.tf",
            'scope = "jsonPayload.measures.scope"',
            'user = "jsonPayload.user"',
        ),
    ),
    _ALERTS: (
        Defect("no runbook", "alerts.tf", "    dead-letters = {", "    dead-post = {"),
        Defect(
            "an alert that nobody gets",
            "alerts.tf",
            "notification_channels = [google_monitoring_notification_channel.email.id]",
            "notification_channels = []",
        ),
        Defect(
            "a runbook of another",
            "slos.tf",
            "${local.runbooks}/${each.value.slo}.md",
            "${local.runbooks}/uptime.md",
        ),
    ),
    test_observability.test_each_promise_is_watched_for_burning_fast_and_slowly: (
        Defect(
            "nothing burns slowly",
            "slos.tf",
            '    slow = { rate = 6, windows = ["21600s", "1800s"], severity = "WARNING" }   # 5 % in six hours\n',
            "",
            (_ALERTS, _COST),
        ),
    ),
    _COST: (Defect("a window less", "slos.tf", '"21600s", "1800s"', '"21600s"', (_BURNING,)),),
    _BURNING: (
        Defect("a fire that is small", "slos.tf", "rate = 14.4", "rate = 2"),
        Defect("one window twice", "slos.tf", '"3600s", "300s"', '"3600s", "3600s"'),
    ),
    _PROMISES: (
        Defect("half the promise", "slos.tf", "goal  = 0.995", "goal  = 0.99"),
        Defect("ten times the time", "slos.tf", "most         = 800", "most         = 8000"),
        Defect(
            "the promise of another page",
            "slos.tf",
            'route=\\"financial-overview\\"',
            'route=\\"financial-assets\\"',
        ),
    ),
    _WAITS: (
        Defect(
            "promises before their metrics",
            "slos.tf",
            _WAIT,
            _WAIT.replace(", module.function", ""),
        ),
        Defect(
            "alerts before their metrics",
            "alerts.tf",
            "[google_logging_metric.counter, module.function]",
            "[google_logging_metric.counter]",
        ),
    ),
    test_observability.test_metrics_are_counted_from_where_the_log_is_written: (
        Defect("the other stream", "metrics.tf", "run.googleapis.com/stdout", "run.googleapis.com/stderr"),
    ),
    test_observability.test_availability_is_counted_over_what_people_call_alone: (
        Defect(
            "workers that count as people", "slos.tf", "sort(keys(local.hosted))", "sort(keys(var.endpoints))"
        ),
        Defect(
            "only what we log ourselves", "slos.tf", "run.googleapis.com/request_count", "x/http_requests"
        ),
        Defect("errors of the one who asks", "slos.tf", '\\"5xx\\"', '\\"4xx\\"'),
    ),
    test_observability.test_the_app_is_asked_from_outside_whether_it_answers: (
        Defect("a page that always answers", "alerts.tf", '"/health"', '"/"'),
        Defect("in the clear", "alerts.tf", "use_ssl      = true", "use_ssl      = false"),
    ),
    test_observability.test_the_dashboard_shows_every_metric_that_is_counted: (
        Defect(
            "failures of the key unseen",
            "dashboard.tf",
            'metric = "vault_failures_total"',
            'metric = "syncs_total"',
        ),
    ),
    _BILL: (
        Defect("no forecast", "budget.tf", '"FORECASTED_SPEND"', '"CURRENT_SPEND"'),
        Defect("another currency", "budget.tf", "var.budget_currency", '"USD"'),
    ),
    test_observability.test_a_night_without_its_schedules_is_noticed: (
        Defect(
            "calls that went well", "alerts.tf", 'job\\" AND severity>=ERROR', 'job\\" AND severity>=DEFAULT'
        ),
    ),
    _SILENT: (
        Defect(
            "silence that says nothing", "alerts.tf", _MISSING_DAY, _MISSING_DAY.replace("ACTIVE", "NO_OP")
        ),
        Defect("the retention unwatched", "alerts.tf", '"^[0-9]+ [0-9]+ ', '"^0 [0-9]+ ', (_COST,)),
        Defect("calls that failed", "alerts.tf", _OF_A_DAY, _OF_A_DAY.replace("200", "503")),
        Defect("a day that ends too soon", "alerts.tf", '"86400s"\n        per', '"82800s"\n        per'),
    ),
    test_observability.test_a_schedule_that_is_paused_or_deleted_is_told: (
        Defect("whoever looks", "alerts.tf", "(PauseJob|DeleteJob)$", "(GetJob|DeleteJob)$"),
        Defect("every deployment", "alerts.tf", "(PauseJob|DeleteJob)$", "(PauseJob|UpdateJob|DeleteJob)$"),
        Defect("a log that nobody writes", "alerts.tf", "cloudaudit.googleapis.com/activity", "x/activity"),
    ),
    _FAILING: (
        Defect("one who fails", "alerts.tf", "threshold_value = 4\n", "threshold_value = 0\n"),
        Defect(
            "either of the two",
            "alerts.tf",
            '"Sign-ins with Google fail"\n  combiner              = "AND"',
            '"Sign-ins with Google fail"\n  combiner              = "OR"',
        ),
        Defect(
            "who cancels is counted",
            "alerts.tf",
            '(\\"failed\\",\\"succeeded\\")',
            '(\\"failed\\",\\"succeeded\\",\\"cancelled\\")',
            (_OUTCOMES,),
        ),
    ),
    _UNFINISHED: (
        Defect(
            "silence that is no answer",
            "alerts.tf",
            _MISSING_MINUTE,
            _MISSING_MINUTE.replace("ACTIVE", "NO_OP"),
        ),
        Defect("sign-ins that came back", "alerts.tf", "auth-google-begin", "auth-google-back"),
    ),
    _OUTCOMES: (
        Defect(
            "an outcome that is none",
            "alerts.tf",
            'metric.label.outcome=\\"failed\\"',
            'metric.label.outcome=\\"error\\"',
            (_FAILING,),
        ),
    ),
    test_observability.test_a_function_that_dies_before_it_can_log_is_noticed: (
        Defect(
            "every start and end",
            "alerts.tf",
            'revision\\" AND severity>=ERROR',
            'revision\\" AND severity>=DEFAULT',
        ),
        Defect("our own log", "alerts.tf", "run.googleapis.com/varlog/system", "run.googleapis.com/stdout"),
    ),
    test_observability.test_somebody_else_who_uses_the_key_is_noticed: (
        Defect(
            "some who are not noticed",
            "alerts.tf",
            "sort(local.vault_emails)",
            'concat(["ff-reader@x.iam.gserviceaccount.com"], local.vault_emails)',
        ),
    ),
}
