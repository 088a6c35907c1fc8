output "app_url" {
  description = "Where the app is."
  value       = local.app_url
}

output "hosting_site" {
  description = "The site that the Firebase CLI releases to."
  value       = google_firebase_hosting_site.app.site_id
}

output "oauth_redirect_uris" {
  description = "To be entered for the OAuth client in the console."
  value       = ["${local.app_url}/auth/google/callback", "https://${var.project_id}.firebaseapp.com/__/auth/handler"]
}

output "stream_url" {
  description = "The one address beside its own site that the app asks of ours: answers that Hosting would hold back."
  value       = one([for name in local.streaming : local.function_url[name]])
}

output "dns_records" {
  description = "To be set for a domain of your own."
  value       = one(google_firebase_hosting_custom_domain.app[*].required_dns_updates)
}

output "health_deep_url" {
  description = "Where operators ask for the state of every dependency."
  value       = "${local.function_url["health-deep"]}/health/deep"
}

output "operator" {
  description = "The account that operators borrow to call it."
  value       = google_service_account.helper["ff-operator"].email
}

output "workload_identity_provider" {
  description = "For the workflow in GitHub."
  value       = one([for provider in google_iam_workload_identity_pool_provider.github : provider.name])
}

output "functions" {
  description = "The address of each function."
  value       = { for name, function in module.function : name => function.url }
}
