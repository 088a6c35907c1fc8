# Metrics counted from log lines: what serving/request_log.py says of a request, and the events of usecases/event.py.
locals {
  ours    = "resource.type=\"cloud_run_revision\" AND log_id(\"run.googleapis.com/stdout\")"
  request = "${local.ours} AND httpRequest.status>0 AND labels.function:*"

  # Labels are few and short codes: each combination is a time series, and each costs money.
  counters = {
    http_requests_total = {
      description = "Requests answered"
      filter      = local.request
      labels      = { method = "httpRequest.requestMethod", route = "labels.function", status = "httpRequest.status" }
    }
    syncs_total = {
      description = "Syncs that ended, by how"
      filter      = "${local.ours} AND jsonPayload.event=\"sync_ended\""
      labels      = { status = "jsonPayload.measures.status", type = "jsonPayload.measures.type" }
    }
    dead_letters_total = {
      description = "Jobs given up"
      filter      = "${local.ours} AND jsonPayload.event=\"dead_letter\""
      labels      = { queue = "jsonPayload.measures.queue", error = "jsonPayload.measures.error" }
    }
    ai_insights_generated_total = {
      description = "Insights stored"
      filter      = "${local.ours} AND jsonPayload.event=\"insight_generated\""
      labels      = { category = "jsonPayload.measures.category", severity = "jsonPayload.measures.severity" }
    }
    ai_texts_total = {
      description = "Texts of the model, by what the check of their figures said"
      filter      = "${local.ours} AND jsonPayload.event=\"text_checked\""
      labels      = { purpose = "jsonPayload.measures.purpose", verdict = "jsonPayload.measures.verdict" }
    }
    ai_stops_total = {
      description = "Requests refused because a day's tokens were spent"
      filter      = "${local.ours} AND jsonPayload.event=\"ai_stopped\""
      labels      = { scope = "jsonPayload.measures.scope" }
    }
    sign_ins_total = {
      description = "Sign-ins with Google that came back, by how they ended"
      filter      = "${local.ours} AND jsonPayload.event=\"sign_in_ended\""
      labels      = { outcome = "jsonPayload.measures.outcome", error = "jsonPayload.measures.error" }
    }
    vault_failures_total = {
      description = "Cloud KMS did not answer, or refused"
      filter      = "${local.ours} AND jsonPayload.logger=\"future_finance.adapters.cloud_kms\" AND severity>=ERROR"
      labels      = { route = "labels.function" }
    }
  }

  distributions = {
    http_request_latency_ms = {
      description = "From a request to its answer"
      unit        = "ms"
      filter      = local.request
      value       = "jsonPayload.latencyMs"
      labels      = { route = "labels.function" }
      scale       = 1
    }
    data_sync_duration_seconds = {
      description = "From asking for a sync to its end"
      unit        = "s"
      filter      = "${local.ours} AND jsonPayload.event=\"sync_ended\""
      value       = "jsonPayload.measures.duration_s"
      labels      = { status = "jsonPayload.measures.status" }
      scale       = 0.1
    }
    ai_first_token_seconds = {
      description = "From a question to the first text sent"
      unit        = "s"
      filter      = "${local.ours} AND jsonPayload.event=\"first_token\""
      value       = "jsonPayload.measures.duration_s"
      labels      = {}
      scale       = 0.1
    }
    ai_input_tokens = {
      description = "Tokens given to the model, per call"
      unit        = "1"
      filter      = "${local.ours} AND jsonPayload.event=\"model_called\""
      value       = "jsonPayload.measures.input_tokens"
      labels      = { route = "labels.function" }
      scale       = 10
    }
    ai_output_tokens = {
      description = "Tokens written by the model, per call"
      unit        = "1"
      filter      = "${local.ours} AND jsonPayload.event=\"model_called\""
      value       = "jsonPayload.measures.output_tokens"
      labels      = { route = "labels.function" }
      scale       = 10
    }
  }
}

resource "google_logging_metric" "counter" {
  for_each         = local.counters
  name             = each.key
  description      = each.value.description
  filter           = each.value.filter
  label_extractors = { for label, field in each.value.labels : label => "EXTRACT(${field})" }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"
    unit        = "1"

    dynamic "labels" {
      for_each = each.value.labels
      content {
        key        = labels.key
        value_type = "STRING"
      }
    }
  }

  depends_on = [google_project_service.enabled]
}

resource "google_logging_metric" "distribution" {
  for_each         = local.distributions
  name             = each.key
  description      = each.value.description
  filter           = each.value.filter
  value_extractor  = "EXTRACT(${each.value.value})"
  label_extractors = { for label, field in each.value.labels : label => "EXTRACT(${field})" }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "DISTRIBUTION"
    unit        = each.value.unit

    dynamic "labels" {
      for_each = each.value.labels
      content {
        key        = labels.key
        value_type = "STRING"
      }
    }
  }

  # Each bound is 1.4 times the one before: close enough for a percentile, few enough for the bill.
  bucket_options {
    exponential_buckets {
      scale              = each.value.scale
      growth_factor      = 1.4
      num_finite_buckets = 32
    }
  }

  depends_on = [google_project_service.enabled]
}
