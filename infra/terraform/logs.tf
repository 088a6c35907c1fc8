# Logs are kept in India, for as long as the law asks, and hold nothing personal. Google's bucket _Default lies
# elsewhere: it takes nothing. What Google itself requires (_Required: who changed what in the project) stays there.
locals {
  # Cloud Run's own request log has addresses and full URLs, the OAuth code among them. Ours has neither.
  request_log = "log_id(\"run.googleapis.com/requests\")"
}

resource "google_logging_project_bucket_config" "app" {
  project        = var.project_id
  location       = var.region
  bucket_id      = "future-finance"
  description    = "Logs of the app, in India"
  retention_days = var.log_retention_days
  depends_on     = [google_project_service.enabled]
}

resource "google_logging_project_sink" "app" {
  name                   = "future-finance"
  description            = "Everything but Cloud Run's request log, to the bucket in India"
  destination            = "logging.googleapis.com/${google_logging_project_bucket_config.app.id}"
  unique_writer_identity = true

  exclusions {
    name        = "request-log"
    description = "Addresses of people, and URLs with codes"
    filter      = local.request_log
  }
}

resource "google_logging_project_exclusion" "default" {
  name        = "all"
  description = "The bucket _Default is not in India; the sink future-finance has it all but the request log"
  filter      = "severity >= DEFAULT"

  # Nothing is left out here before it is kept there.
  depends_on = [google_logging_project_sink.app]
}
