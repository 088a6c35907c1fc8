# A queue per row that Cloud Tasks calls. Its rates protect what the worker calls; its attempts are the worker's.
resource "google_cloud_tasks_queue" "queue" {
  for_each = local.queued
  name     = each.value.queue.name
  location = var.region

  rate_limits {
    max_dispatches_per_second = each.value.queue.max_dispatches_per_second
    max_concurrent_dispatches = each.value.queue.max_concurrent_dispatches
  }

  retry_config {
    max_attempts  = each.value.queue.max_attempts
    min_backoff   = "${each.value.queue.min_backoff_seconds}s"
    max_backoff   = "${each.value.queue.max_backoff_seconds}s"
    max_doublings = each.value.queue.max_doublings
  }

  # Of every tenth delivery Cloud Tasks itself says how it went; of each that arrives the worker's own line tells.
  stackdriver_logging_config {
    sampling_ratio = 0.1
  }

  depends_on = [google_project_service.enabled]
}
