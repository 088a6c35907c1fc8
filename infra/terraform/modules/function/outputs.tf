output "url" {
  description = "Where Cloud Run serves it."
  value       = google_cloudfunctions2_function.this.url
}

output "invoker" {
  description = "Who may call it."
  value       = google_cloud_run_v2_service_iam_member.invoker.member
}
