# What people are promised, over 28 days, and how fast it may be used up before somebody is told.
locals {
  metric = { for name in concat(keys(local.counters), keys(local.distributions)) : name => "metric.type=\"logging.googleapis.com/user/${name}\" AND resource.type=\"cloud_run_revision\"" }

  # Counted by Cloud Run, since a function that dies leaves no line of ours.
  asked = join(" AND ", [
    "metric.type=\"run.googleapis.com/request_count\"",
    "resource.type=\"cloud_run_revision\"",
    "resource.label.service_name=monitoring.regex.full_match(\"${join("|", sort(keys(local.hosted)))}\")",
  ])

  slos = {
    availability = {
      goal  = 0.995
      title = "Requests of people are answered without an error of ours"
      total = local.asked
      bad   = "${local.asked} AND metric.label.response_code_class=\"5xx\""
    }
    overview-latency = {
      goal         = 0.95
      title        = "The overview is there within 800 ms, cold starts included"
      distribution = "${local.metric.http_request_latency_ms} AND metric.label.route=\"financial-overview\""
      most         = 800
    }
    sync-freshness = {
      goal         = 0.95
      title        = "A sync has ended a minute after it was asked for"
      distribution = local.metric.data_sync_duration_seconds
      most         = 60
    }
    first-token = {
      goal         = 0.95
      title        = "An answer begins within three seconds"
      distribution = local.metric.ai_first_token_seconds
      most         = 3
    }
    # What is not grounded is asked for again and then replaced: it reaches nobody. Much of it means a bad model or prompt.
    grounding = {
      goal  = 0.97
      title = "The model's texts hold no figure that is not a fact"
      total = local.metric.ai_texts_total
      bad   = "${local.metric.ai_texts_total} AND metric.label.verdict=\"ungrounded\""
    }
  }
}

resource "google_monitoring_custom_service" "app" {
  service_id   = "future-finance"
  display_name = "Future Finance"
  depends_on   = [google_project_service.enabled]
}

resource "google_monitoring_slo" "slo" {
  for_each            = local.slos
  service             = google_monitoring_custom_service.app.service_id
  slo_id              = each.key
  display_name        = each.value.title
  goal                = each.value.goal
  rolling_period_days = 28

  request_based_sli {
    dynamic "good_total_ratio" {
      for_each = can(each.value.total) ? [each.value] : []
      content {
        total_service_filter = good_total_ratio.value.total
        bad_service_filter   = good_total_ratio.value.bad
      }
    }

    dynamic "distribution_cut" {
      for_each = can(each.value.distribution) ? [each.value] : []
      content {
        distribution_filter = distribution_cut.value.distribution
        range {
          max = distribution_cut.value.most
        }
      }
    }
  }

  # Monitoring knows a new metric of the log after up to ten minutes, and refuses what asks for it before. The functions
  # are built meanwhile.
  depends_on = [google_logging_metric.counter, google_logging_metric.distribution, module.function]
}

locals {
  # The pairs of windows of Google's SRE workbook, chapter 5: a long one that matters, a short one that ends the alert.
  burns = {
    fast = { rate = 14.4, windows = ["3600s", "300s"], severity = "CRITICAL" } # 2 % of the month in an hour
    slow = { rate = 6, windows = ["21600s", "1800s"], severity = "WARNING" }   # 5 % in six hours
  }
}

resource "google_monitoring_alert_policy" "burn" {
  for_each = {
    for pair in setproduct(keys(local.slos), keys(local.burns)) : "${pair[0]}/${pair[1]}" => { slo = pair[0], burn = local.burns[pair[1]], speed = pair[1] }
  }
  display_name          = "${each.value.slo}: its budget of errors burns ${each.value.speed == "fast" ? "fast" : "slowly"}"
  combiner              = "AND"
  severity              = each.value.burn.severity
  notification_channels = [google_monitoring_notification_channel.email.id]

  dynamic "conditions" {
    for_each = each.value.burn.windows
    content {
      display_name = "over ${conditions.value}"
      condition_threshold {
        filter          = "select_slo_burn_rate(\"${google_monitoring_slo.slo[each.value.slo].id}\", \"${conditions.value}\")"
        comparison      = "COMPARISON_GT"
        threshold_value = each.value.burn.rate
        duration        = "0s"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "${local.slos[each.value.slo].title}. What to do: ${local.runbooks}/${each.value.slo}.md"
  }

  user_labels = { runbook = each.value.slo }
}
