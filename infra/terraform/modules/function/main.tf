# One function of the second generation, and who may call it.
resource "google_cloudfunctions2_function" "this" {
  name     = var.name
  location = var.region
  labels   = var.labels

  build_config {
    runtime           = "python313"
    entry_point       = var.endpoint.entry_point
    service_account   = var.builder
    docker_repository = var.repository

    source {
      storage_source {
        bucket = var.source_bucket
        object = var.source_object
      }
    }

    automatic_update_policy {}
  }

  service_config {
    service_account_email            = var.account
    available_memory                 = "${var.endpoint.memory_mib}Mi"
    available_cpu                    = tostring(var.endpoint.cpu)
    max_instance_request_concurrency = var.endpoint.concurrency
    min_instance_count               = var.min_instances
    max_instance_count               = var.endpoint.max_instances
    timeout_seconds                  = var.endpoint.timeout_seconds
    environment_variables            = var.environment
    all_traffic_on_latest_revision   = true

    # Cloud Tasks and Cloud Scheduler count as internal. People and Hosting come from outside, as do operators.
    ingress_settings = contains(["tasks", "scheduler"], var.endpoint.caller) ? "ALLOW_INTERNAL_ONLY" : "ALLOW_ALL"
  }
}

# Calling a function of the second generation is a right on its Cloud Run service, of the same name.
resource "google_cloud_run_v2_service_iam_member" "invoker" {
  name     = google_cloudfunctions2_function.this.name
  location = var.region
  role     = "roles/run.invoker"
  member   = var.invoker

  # A service made anew has nobody's rights.
  lifecycle {
    replace_triggered_by = [google_cloudfunctions2_function.this.id]
  }
}
