output "url" {
  description = "Where Cloud Run serves it."
  value       = google_cloudfunctions2_function.this.url
}
