# What somebody is woken for, beside the SLOs. Each has a runbook of its name in docs/runbooks/.
locals {
  runbooks = "docs/runbooks"

  # A threshold on the sum over five minutes.
  alerts = {
    dead-letters = {
      title    = "A job was given up"
      severity = "WARNING"
      filter   = local.metric.dead_letters_total
      above    = 0
    }
    vault-failing = {
      title    = "Cloud KMS does not answer, or refuses"
      severity = "CRITICAL"
      filter   = local.metric.vault_failures_total
      above    = 5
    }
    ai-stopped = {
      title    = "The day's tokens for everyone are spent"
      severity = "WARNING"
      filter   = "${local.metric.ai_stops_total} AND metric.label.scope=\"everyone\""
      above    = 0
    }
  }

  vault_emails = [for member in values(local.vault_members) : trimprefix(member, "serviceAccount:")]
}

resource "google_monitoring_notification_channel" "email" {
  display_name = "Alerts"
  type         = "email"
  labels       = { email_address = var.alert_email }
  depends_on   = [google_project_service.enabled]
}

resource "google_monitoring_alert_policy" "counted" {
  for_each              = local.alerts
  display_name          = each.value.title
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = [google_monitoring_notification_channel.email.id]

  conditions {
    display_name = each.value.title
    condition_threshold {
      filter          = each.value.filter
      comparison      = "COMPARISON_GT"
      threshold_value = each.value.above
      duration        = "0s"

      aggregations {
        alignment_period     = "300s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "What to do: ${local.runbooks}/${each.key}.md"
  }

  user_labels = { runbook = each.key }

  # A new metric is known after up to ten minutes: as in slos.tf.
  depends_on = [google_logging_metric.counter, module.function]
}

# The callback sends everybody on to a page of ours, so a sign-in that fails is no error of a request. Who cancels at
# Google, and whoever calls with a state that nobody began, do not count.
resource "google_monitoring_alert_policy" "sign_in_failing" {
  display_name          = "Sign-ins with Google fail"
  combiner              = "AND"
  severity              = "CRITICAL"
  notification_channels = [google_monitoring_notification_channel.email.id]

  conditions {
    display_name = "Five and more in an hour"
    condition_threshold {
      filter          = "${local.metric.sign_ins_total} AND metric.label.outcome=\"failed\""
      comparison      = "COMPARISON_GT"
      threshold_value = 4
      duration        = "0s"

      aggregations {
        alignment_period     = "3600s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  conditions {
    display_name = "More than end well"
    condition_threshold {
      filter             = "${local.metric.sign_ins_total} AND metric.label.outcome=\"failed\""
      denominator_filter = "${local.metric.sign_ins_total} AND metric.label.outcome=one_of(\"failed\",\"succeeded\")"
      comparison         = "COMPARISON_GT"
      threshold_value    = 0.5
      duration           = "0s"

      aggregations {
        alignment_period     = "3600s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
      }

      denominator_aggregations {
        alignment_period     = "3600s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "What to do: ${local.runbooks}/sign-in-failing.md"
  }

  user_labels = { runbook = "sign-in-failing" }
  depends_on  = [google_logging_metric.counter, module.function]
}

# Where Google refuses the app itself, its own page says so and nobody comes back: there is nothing to count but that
# sign-ins are begun and none ends well.
resource "google_monitoring_alert_policy" "sign_in_unfinished" {
  display_name          = "Sign-ins with Google are begun, and none ends well"
  combiner              = "AND"
  severity              = "WARNING"
  notification_channels = [google_monitoring_notification_channel.email.id]

  conditions {
    display_name = "Ten and more begun in three hours"
    condition_threshold {
      filter          = "${local.metric.http_requests_total} AND metric.label.route=\"auth-google-begin\" AND metric.label.status=\"200\""
      comparison      = "COMPARISON_GT"
      threshold_value = 9
      duration        = "0s"

      aggregations {
        alignment_period     = "10800s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  conditions {
    display_name = "None ended well"
    condition_threshold {
      filter                  = "${local.metric.sign_ins_total} AND metric.label.outcome=\"succeeded\""
      comparison              = "COMPARISON_LT"
      threshold_value         = 1
      duration                = "60s"
      evaluation_missing_data = "EVALUATION_MISSING_DATA_ACTIVE"

      aggregations {
        alignment_period     = "10800s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "What to do: ${local.runbooks}/sign-in-failing.md"
  }

  user_labels = { runbook = "sign-in-failing" }
  depends_on  = [google_logging_metric.counter, module.function]
}

# A schedule that is paused, or gone, fails no call. Of those that run daily, a day and an hour without a call that went
# well is told: a day is as far as an alert can look back, with an hour to be sure. The others have schedule-paused alone.
locals {
  daily = [for name, row in local.scheduled : name if can(regex("^[0-9]+ [0-9]+ \\* \\* \\*$", row.schedule.cron))]
}

resource "google_monitoring_alert_policy" "schedule_silent" {
  for_each              = toset(local.daily)
  display_name          = "${each.key} has not run for a day"
  combiner              = "OR"
  severity              = "WARNING"
  notification_channels = [google_monitoring_notification_channel.email.id]

  conditions {
    display_name = "No call that went well in 24 hours, for an hour"
    condition_threshold {
      filter                  = "${local.metric.http_requests_total} AND metric.label.route=\"${each.key}\" AND metric.label.status=\"200\""
      comparison              = "COMPARISON_LT"
      threshold_value         = 1
      duration                = "3600s"
      evaluation_missing_data = "EVALUATION_MISSING_DATA_ACTIVE"

      aggregations {
        alignment_period     = "86400s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "What to do: ${local.runbooks}/schedule-silent.md"
  }

  user_labels = { runbook = "schedule-silent" }
  depends_on  = [google_logging_metric.counter, module.function]
}

resource "google_monitoring_alert_policy" "queue_backlog" {
  display_name          = "Tasks wait"
  combiner              = "OR"
  severity              = "WARNING"
  notification_channels = [google_monitoring_notification_channel.email.id]

  conditions {
    display_name = "More than 1000 tasks in a queue for a quarter of an hour"
    condition_threshold {
      filter          = "metric.type=\"cloudtasks.googleapis.com/queue/depth\" AND resource.type=\"cloud_tasks_queue\""
      comparison      = "COMPARISON_GT"
      threshold_value = 1000
      duration        = "900s"

      aggregations {
        alignment_period   = "60s"
        per_series_aligner = "ALIGN_MAX"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "What to do: ${local.runbooks}/queue-backlog.md"
  }

  user_labels = { runbook = "queue-backlog" }
}

# What a single line of the log is enough for. One notification in `period_s` tells of all.
locals {
  logged = {
    # Nobody but the vault's accounts has a reason to use the key. Who else does may be an intruder, or an operator with
    # a role they should not have.
    vault-opened-by-another = {
      title     = "Somebody else used the key"
      condition = "Encrypt or Decrypt by an account that is not the vault's"
      severity  = "CRITICAL"
      period_s  = 300
      filter = join(" AND ", [
        "protoPayload.serviceName=\"cloudkms.googleapis.com\"",
        "protoPayload.methodName=~\"(Encrypt|Decrypt)$\"",
        "NOT protoPayload.authenticationInfo.principalEmail=(${join(" OR ", [for email in sort(local.vault_emails) : "\"${email}\""])})",
      ])
    }
    # Nobody is there at night to see that the sync of all, or the deletion of what has expired, did not begin.
    schedule-failed = {
      title     = "A schedule's call failed"
      condition = "Cloud Scheduler was answered with an error"
      severity  = "WARNING"
      period_s  = 3600
      filter    = "log_id(\"cloudscheduler.googleapis.com/executions\") AND resource.type=\"cloud_scheduler_job\" AND severity>=ERROR"
    }
    # Who pauses a schedule means to go on later, and forgets. It is told when it is done; a deployment pauses none.
    schedule-paused = {
      title     = "A schedule was paused or deleted"
      condition = "Cloud Scheduler was told to pause or delete a job"
      severity  = "WARNING"
      period_s  = 300
      filter = join(" AND ", [
        "log_id(\"cloudaudit.googleapis.com/activity\")",
        "protoPayload.serviceName=\"cloudscheduler.googleapis.com\"",
        "protoPayload.methodName=~\"CloudScheduler\\.(PauseJob|DeleteJob)$\"",
      ])
    }
    # A function that does not start, or runs out of memory, leaves no line of ours: Cloud Run itself says so.
    function-died = {
      title     = "A function died, or did not start"
      condition = "Cloud Run reports an instance that ended in error"
      severity  = "CRITICAL"
      period_s  = 3600
      filter    = "log_id(\"run.googleapis.com/varlog/system\") AND resource.type=\"cloud_run_revision\" AND severity>=ERROR"
    }
  }
}

resource "google_monitoring_alert_policy" "logged" {
  for_each              = local.logged
  display_name          = each.value.title
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = [google_monitoring_notification_channel.email.id]

  conditions {
    display_name = each.value.condition
    condition_matched_log {
      filter = each.value.filter
    }
  }

  alert_strategy {
    notification_rate_limit {
      period = "${each.value.period_s}s"
    }
    auto_close = "86400s"
  }

  documentation {
    mime_type = "text/markdown"
    content   = "What to do: ${local.runbooks}/${each.key}.md"
  }

  user_labels = { runbook = each.key }
}

resource "google_monitoring_uptime_check_config" "health" {
  display_name     = "The app answers"
  period           = "300s"
  timeout          = "10s"
  selected_regions = ["ASIA_PACIFIC", "EUROPE", "USA"]

  http_check {
    path         = "/health"
    port         = 443
    use_ssl      = true
    validate_ssl = true
  }

  content_matchers {
    content = "ok"
    matcher = "MATCHES_JSON_PATH"
    json_path_matcher {
      json_path    = "$.status"
      json_matcher = "REGEX_MATCH"
    }
  }

  monitored_resource {
    type = "uptime_url"
    labels = {
      project_id = var.project_id
      host       = local.app_host
    }
  }

  depends_on = [google_project_service.enabled]

  # Another domain is another check, and Monitoring deletes none that an alert still names.
  lifecycle {
    create_before_destroy = true
  }
}

resource "google_monitoring_alert_policy" "uptime" {
  display_name          = "The app does not answer"
  combiner              = "OR"
  severity              = "CRITICAL"
  notification_channels = [google_monitoring_notification_channel.email.id]

  conditions {
    display_name = "Two regions see /health fail"
    condition_threshold {
      filter          = "metric.type=\"monitoring.googleapis.com/uptime_check/check_passed\" AND resource.type=\"uptime_url\" AND metric.label.check_id=\"${google_monitoring_uptime_check_config.health.uptime_check_id}\""
      comparison      = "COMPARISON_GT"
      threshold_value = 1
      duration        = "300s"

      aggregations {
        alignment_period     = "600s"
        per_series_aligner   = "ALIGN_NEXT_OLDER"
        cross_series_reducer = "REDUCE_COUNT_FALSE"
        group_by_fields      = ["resource.label.host"]
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "What to do: ${local.runbooks}/uptime.md"
  }

  user_labels = { runbook = "uptime" }
}
