locals {
  secret_ids = toset(flatten([for row in var.endpoints : row.secrets]))
}

resource "google_secret_manager_secret" "secret" {
  for_each  = local.secret_ids
  secret_id = each.value

  replication {
    user_managed {
      replicas {
        location = var.region
      }
    }
  }

  depends_on = [google_project_service.enabled]
}

# Write-only: the value goes to Secret Manager and into no state or plan.
resource "google_secret_manager_secret_version" "google_client_secret" {
  secret                 = google_secret_manager_secret.secret["google-oauth-client-secret"].id
  secret_data_wo         = var.google_client_secret
  secret_data_wo_version = var.google_client_secret_version
}
