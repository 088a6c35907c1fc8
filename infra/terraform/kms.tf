# The key that wraps people's data keys. Neither ring nor key can be deleted; a destroyed version takes every sealed
# token with it, so nothing here destroys one.
resource "google_kms_key_ring" "app" {
  name       = "future-finance"
  location   = var.region
  depends_on = [google_project_service.enabled]

  lifecycle {
    prevent_destroy = true
  }
}

resource "google_kms_crypto_key" "user_data_keys" {
  name                       = "user-data-keys"
  key_ring                   = google_kms_key_ring.app.id
  purpose                    = "ENCRYPT_DECRYPT"
  rotation_period            = "7776000s" # 90 days; scripts/rotate-keys wraps what older versions wrapped
  destroy_scheduled_duration = "2592000s" # 30 days to think better of it

  version_template {
    algorithm        = "GOOGLE_SYMMETRIC_ENCRYPTION"
    protection_level = "SOFTWARE"
  }

  lifecycle {
    prevent_destroy = true
  }
}
