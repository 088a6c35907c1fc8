"""Logs stay in India and hold no addresses; every alert has a runbook; metrics count what the code says."""

from __future__ import annotations

import json
import re
from importlib import import_module

import pytest

from future_finance.endpoints import ENDPOINTS, PublicPath
from future_finance.usecases.event import Event
from scripts.deployment.cost import ALERT_CONDITIONS, SCHEDULES
from tests.infra.conftest import Plans
from tests.infra.offline.terraform import PROJECT, ROOT
from tests.infra.plan import Plan

POLICY = "google_monitoring_alert_policy"
RUNBOOKS = ROOT / "docs" / "runbooks"
WANTED = {
    "http_requests_total": {"method", "route", "status"},
    "data_sync_duration_seconds": {"status"},
    "ai_insights_generated_total": {"category", "severity"},
    "ai_input_tokens": {"route"},
    "ai_output_tokens": {"route"},
    "ai_texts_total": {"purpose", "verdict"},
    "sign_ins_total": {"outcome", "error"},
}


def test_logs_are_kept_in_india_as_long_as_the_law_asks(plans: Plans) -> None:
    for name, days in (("dev", 180), ("prod", 365)):
        bucket = plans.of(name).one("google_logging_project_bucket_config.app").values
        assert (bucket["location"], bucket["retention_days"]) == ("asia-south1", days)


def test_request_logs_with_addresses_and_urls_are_kept_nowhere(plan: Plan) -> None:
    sink = plan.one("google_logging_project_sink.app")
    assert sink.block("exclusions")["filter"] == 'log_id("run.googleapis.com/requests")'
    assert not sink.values["filter"]
    assert plan.one("google_logging_project_exclusion.default").values["filter"] == "severity >= DEFAULT"


def test_every_metric_that_was_asked_for_is_counted_with_its_labels(plan: Plan) -> None:
    metrics = plan.of("google_logging_metric")
    for name, labels in WANTED.items():
        descriptor = metrics[name].block("metric_descriptor")
        assert {label["key"] for label in descriptor["labels"]} == labels
        assert set(metrics[name].values["label_extractors"] or {}) == labels


def test_a_metric_counts_an_event_that_the_code_knows(plan: Plan) -> None:
    counted = set()
    for metric in plan.of("google_logging_metric").values():
        counted |= set(re.findall(r'jsonPayload\.event="(\w+)"', metric.values["filter"]))
    assert counted == {event.value for event in Event}


@pytest.mark.parametrize("event", Event)
def test_an_event_that_is_counted_is_reported_somewhere(event: Event) -> None:
    code = "\n".join(file.read_text() for file in (ROOT / "functions" / "future_finance").rglob("*.py"))
    assert f"report(Event.{event.name}" in code


def test_a_metric_reads_measures_that_the_event_is_said_to_have(plan: Plan) -> None:
    source = (ROOT / "functions/future_finance/usecases/event.py").read_text()
    measures = {
        name: set(re.findall(r"\w+", said))
        for name, said in re.findall(r'^    [A-Z_]+ = "(\w+)"  # (.+)$', source, re.M)
    }
    for metric in plan.of("google_logging_metric").values():
        read = set(re.findall(r"measures\.(\w+)", json.dumps(dict(metric.values))))
        for event in re.findall(r'jsonPayload\.event="(\w+)"', metric.values["filter"]):
            assert read <= measures[event]


def test_a_metric_of_a_logger_names_one_that_speaks(plan: Plan) -> None:
    named = set()
    for metric in plan.of("google_logging_metric").values():
        named |= set(re.findall(r'jsonPayload\.logger="([\w.]+)"', metric.values["filter"]))
    assert named
    assert all(import_module(name).logger.name == name for name in named)


def test_a_label_never_tells_people_apart(plan: Plan) -> None:
    for metric in plan.of("google_logging_metric").values():
        assert not re.search(
            r"user|uid|requestId|requestUrl|trace", json.dumps(metric.values["label_extractors"])
        )


def test_every_alert_goes_to_somebody_and_has_a_runbook(plan: Plan) -> None:
    alerts = [each for each in plan.resources if each.kind == "google_monitoring_alert_policy"]
    named = {each.values["user_labels"]["runbook"] for each in alerts}
    assert len(alerts) > len(named) > 5
    for alert in alerts:
        assert len(alert.values["notification_channels"]) == 1
        runbook = alert.values["user_labels"]["runbook"]
        assert f"docs/runbooks/{runbook}.md" in alert.block("documentation")["content"]
    assert {path.stem for path in RUNBOOKS.glob("*.md")} >= named | {"budget"}


def test_every_schedule_and_every_condition_of_an_alert_is_in_the_table_of_costs(plan: Plan) -> None:
    assert len(plan.of("google_cloud_scheduler_job")) == SCHEDULES
    alerts = [each for each in plan.resources if each.kind == "google_monitoring_alert_policy"]
    assert sum(len(alert.values["conditions"]) for alert in alerts) == ALERT_CONDITIONS


def test_each_promise_is_watched_for_burning_fast_and_slowly(plan: Plan) -> None:
    promises = set(plan.of("google_monitoring_slo"))
    assert promises == {"availability", "overview-latency", "sync-freshness", "first-token", "grounding"}
    burning = {
        each.key for each in plan.resources if each.address.startswith("google_monitoring_alert_policy.burn")
    }
    assert burning == {f"{promise}/{speed}" for promise in promises for speed in ("fast", "slow")}


def test_burning_is_measured_over_a_long_and_a_short_window(plan: Plan) -> None:
    """The pairs, and how many times too fast, of the SRE workbook's chapter 5."""
    expected = {"fast": ((3600, 300), 14.4), "slow": ((21600, 1800), 6)}
    for alert in plan.resources:
        if not alert.address.startswith("google_monitoring_alert_policy.burn"):
            continue
        windows, rate = expected[alert.key.partition("/")[2]]
        thresholds = [each["condition_threshold"][0] for each in alert.values["conditions"]]
        assert [each["display_name"] for each in alert.values["conditions"]] == [
            f"over {s}s" for s in windows
        ]
        assert [each["threshold_value"] for each in thresholds] == [rate] * 2


def test_what_is_promised_is_what_the_docs_say(plan: Plan) -> None:
    promises = plan.of("google_monitoring_slo")
    goals = {name: each.values["goal"] for name, each in promises.items()}
    said = (ROOT / "docs/deploy.md").read_text()
    rows = re.findall(r"^\| .+ \| ([\d.]+) % \| \[([a-z-]+)\]\(runbooks/", said, re.M)
    assert goals == {name: pytest.approx(float(percent) / 100) for percent, name in rows}
    bounds = {"overview-latency": 800, "sync-freshness": 60, "first-token": 3}  # ms, s, s
    for name, most in bounds.items():
        cut = promises[name].block("request_based_sli", "distribution_cut")
        assert cut["range"][0]["max"] == most
    overview = promises["overview-latency"].block("request_based_sli", "distribution_cut")
    routes = re.findall(r'metric.label.route="([^"]+)"', overview["distribution_filter"])
    assert routes == ["financial-overview"]
    assert "financial-overview" in {row.name for row in ENDPOINTS}


def test_what_asks_for_a_metric_of_the_log_waits_until_monitoring_knows_it(plan: Plan) -> None:
    """Up to ten minutes, in which it is refused. The functions are built meanwhile."""
    policies = ("counted", "sign_in_failing", "sign_in_unfinished", "schedule_silent")
    for asking in (
        "google_monitoring_slo.slo",
        *(f"google_monitoring_alert_policy.{name}" for name in policies),
    ):
        assert plan.waits_for(asking) >= {"google_logging_metric.counter", "module.function"}


def test_metrics_are_counted_from_where_the_log_is_written(plan: Plan) -> None:
    source = (ROOT / "functions/future_finance/serving/request_log.py").read_text()
    assert set(re.findall(r"sys\.std\w+", source)) == {"sys.stdout"}
    for metric in plan.of("google_logging_metric").values():
        assert 'log_id("run.googleapis.com/stdout")' in metric.values["filter"]


def test_availability_is_counted_over_what_people_call_alone(plan: Plan) -> None:
    """A worker's 503 asks its queue to come back; it is nobody's error. A function that died counts, too, though it
    logs nothing."""
    ratio = plan.of("google_monitoring_slo")["availability"].block("request_based_sli", "good_total_ratio")
    (routes,) = re.findall(r'full_match\("([a-z|-]+)"\)', ratio["total_service_filter"])
    assert set(routes.split("|")) == {row.name for row in ENDPOINTS if isinstance(row.trigger, PublicPath)}
    for filter_name in ("total_service_filter", "bad_service_filter"):
        assert ratio[filter_name].startswith('metric.type="run.googleapis.com/request_count"')
    assert ratio["bad_service_filter"].endswith('response_code_class="5xx"')


def test_the_app_is_asked_from_outside_whether_it_answers(plan: Plan) -> None:
    check = plan.one("google_monitoring_uptime_check_config.health")
    assert check.block("http_check")["path"] == "/health"
    assert check.block("http_check")["use_ssl"] is True
    assert check.block("monitored_resource")["labels"]["host"] == f"{PROJECT}-app.web.app"


def test_the_dashboard_shows_every_metric_that_is_counted(plan: Plan) -> None:
    shown = json.loads(plan.one("google_monitoring_dashboard.app").values["dashboard_json"])
    text = json.dumps(shown)
    assert [
        name
        for name in plan.of("google_logging_metric")
        if f"user/{name}" not in text and name != "ai_stops_total"
    ] == []


def test_the_bill_is_watched(plans: Plans) -> None:
    for name, units in (("dev", "1000"), ("prod", "5000")):
        budget = plans.of(name).one("google_billing_budget.month")
        assert budget.block("amount", "specified_amount")["units"] == units
        assert budget.block("amount", "specified_amount")["currency_code"] == "INR"
        spends = [
            (rule["threshold_percent"], rule["spend_basis"]) for rule in budget.values["threshold_rules"]
        ]
        assert (1, "FORECASTED_SPEND") in spends
        assert (0.5, "CURRENT_SPEND") in spends


def test_a_night_without_its_schedules_is_noticed(plan: Plan) -> None:
    failing = plan.one('google_monitoring_alert_policy.logged["schedule-failed"]').block(
        "conditions", "condition_matched_log"
    )
    assert 'log_id("cloudscheduler.googleapis.com/executions")' in failing["filter"]
    assert failing["filter"].endswith("severity>=ERROR")
    assert plan.of("google_cloud_scheduler_job")


def test_a_daily_schedule_that_does_not_run_is_noticed_after_a_day(plan: Plan) -> None:
    """As far back as an alert can look: a day, and an hour of it being so."""
    daily = {
        job.key
        for job in plan.of("google_cloud_scheduler_job").values()
        if job.values["schedule"].endswith(" * * *")
    }
    assert daily == {"daily-sync", "retention"}
    silent = [each for each in plan.resources if each.address.startswith(f"{POLICY}.schedule_silent")]
    assert {alert.key for alert in silent} == daily
    for alert in silent:
        watched = alert.block("conditions", "condition_threshold")
        assert f'metric.label.route="{alert.key}" AND metric.label.status="200"' in watched["filter"]
        assert (watched["comparison"], watched["threshold_value"]) == ("COMPARISON_LT", 1)
        assert watched["evaluation_missing_data"] == "EVALUATION_MISSING_DATA_ACTIVE"
        assert (watched["aggregations"][0]["alignment_period"], watched["duration"]) == ("86400s", "3600s")


def test_a_schedule_that_is_paused_or_deleted_is_told(plan: Plan) -> None:
    paused = plan.one(f'{POLICY}.logged["schedule-paused"]').block("conditions", "condition_matched_log")
    (method,) = re.findall(r'methodName=~"([^"]+)"', paused["filter"])
    told = {
        name: bool(re.search(method, f"google.cloud.scheduler.v1.CloudScheduler.{name}"))
        for name in ("PauseJob", "DeleteJob", "ResumeJob", "RunJob", "UpdateJob")
    }
    assert told == {
        "PauseJob": True,
        "DeleteJob": True,
        "ResumeJob": False,
        "RunJob": False,
        "UpdateJob": False,
    }
    assert 'log_id("cloudaudit.googleapis.com/activity")' in paused["filter"]


def test_sign_ins_that_fail_are_noticed_and_those_that_were_cancelled_are_not(plan: Plan) -> None:
    alert = plan.one(f"{POLICY}.sign_in_failing")
    many, most = (each["condition_threshold"][0] for each in alert.values["conditions"])
    assert alert.values["combiner"] == "AND"
    assert (many["threshold_value"], most["threshold_value"]) == (4, 0.5)
    for share in (many["filter"], most["filter"]):
        assert re.findall(r'outcome="(\w+)"', share) == ["failed"]
    (whole,) = re.findall(r"outcome=one_of\((.+)\)", most["denominator_filter"])
    assert whole == '"failed","succeeded"'
    spans = [each["aggregations"][0]["alignment_period"] for each in (many, most)]
    assert spans == [most["denominator_aggregations"][0]["alignment_period"]] * 2 == ["3600s"] * 2


def test_sign_ins_from_which_nobody_comes_back_are_noticed(plan: Plan) -> None:
    alert = plan.one(f"{POLICY}.sign_in_unfinished")
    begun, well = (each["condition_threshold"][0] for each in alert.values["conditions"])
    assert alert.values["combiner"] == "AND"
    (route,) = re.findall(r'metric.label.route="([\w-]+)"', begun["filter"])
    assert route in {row.name for row in ENDPOINTS}
    assert (begun["comparison"], begun["threshold_value"]) == ("COMPARISON_GT", 9)
    assert well["filter"].endswith('outcome="succeeded"')
    assert (well["comparison"], well["threshold_value"]) == ("COMPARISON_LT", 1)
    assert well["evaluation_missing_data"] == "EVALUATION_MISSING_DATA_ACTIVE"
    assert begun["aggregations"] == well["aggregations"]


def test_an_alert_asks_for_outcomes_of_a_sign_in_that_there_are(plan: Plan) -> None:
    said = (ROOT / "functions/future_finance/entrypoints/google_sign_in.py").read_text()
    asked = {
        outcome
        for alert in plan.resources
        if alert.address.startswith(f"{POLICY}.sign_in")
        for condition in alert.values["conditions"]
        for name in ("filter", "denominator_filter")
        for outcome in re.findall(
            r'"(\w+)"', (condition["condition_threshold"][0][name] or "").partition("outcome=")[2]
        )
    }
    assert asked == {"failed", "succeeded"}
    assert all(f'"{outcome}"' in said for outcome in asked)


def test_a_function_that_dies_before_it_can_log_is_noticed(plan: Plan) -> None:
    died = plan.one('google_monitoring_alert_policy.logged["function-died"]').block(
        "conditions", "condition_matched_log"
    )
    assert 'log_id("run.googleapis.com/varlog/system")' in died["filter"]
    assert died["filter"].endswith("severity>=ERROR")


def test_somebody_else_who_uses_the_key_is_noticed(plan: Plan) -> None:
    (condition,) = plan.one('google_monitoring_alert_policy.logged["vault-opened-by-another"]').values[
        "conditions"
    ]
    (watched,) = condition["condition_matched_log"]
    openers = {grant.member for grant in plan.grants() if grant.scope.startswith("key:")}
    assert len(openers) > 3
    emails = set(re.findall(r'"([^"]+@[^"]+)"', watched["filter"]))
    assert {f"serviceAccount:{email}" for email in emails} == openers
