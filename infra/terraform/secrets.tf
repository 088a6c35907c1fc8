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

# Write-only: the value goes to Secret Manager and into no state or plan, and only when the version is new. A deploy
# that writes none brings none; scripts/deploy refuses one that should.
resource "google_secret_manager_secret_version" "google_client_secret" {
  secret                 = google_secret_manager_secret.secret["google-oauth-client-secret"].id
  secret_data_wo         = coalesce(var.google_client_secret, "unchanged")
  secret_data_wo_version = var.google_client_secret_version

  # The latest version is there at every moment: a destroyed one is not skipped over.
  lifecycle {
    create_before_destroy = true
  }
}
