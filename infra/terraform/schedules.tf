# A job per row that Cloud Scheduler calls. The audience is the function's own address, to the letter.
resource "google_cloud_scheduler_job" "job" {
  for_each         = local.scheduled
  name             = each.key
  region           = var.region
  schedule         = each.value.schedule.cron
  time_zone        = each.value.schedule.time_zone
  attempt_deadline = "${each.value.timeout_seconds}s"

  retry_config {
    retry_count          = 3
    min_backoff_duration = "60s"
    max_backoff_duration = "600s"
    max_doublings        = 2
  }

  http_target {
    http_method = "POST"
    uri         = local.function_url[each.key]

    oidc_token {
      service_account_email = google_service_account.helper["ff-scheduler-invoker"].email
      audience              = local.function_url[each.key]
    }
  }

  depends_on = [module.function]
}
