# Signing in: with Google and nothing else. This configuration cannot be deleted from a project.
resource "google_identity_platform_config" "app" {
  authorized_domains = distinct(concat(
    [local.app_host, local.site_host, "${var.project_id}.firebaseapp.com"],
    var.environment == "dev" ? ["localhost"] : [],
  ))
  autodelete_anonymous_users = true

  sign_in {
    allow_duplicate_emails = false

    anonymous {
      enabled = false
    }
    email {
      enabled = false
    }
    phone_number {
      enabled = false
    }
  }

  client {
    permissions {
      disabled_user_deletion = true # an account is erased by our API, with all that belongs to it
      disabled_user_signup   = false
    }
  }

  depends_on = [google_firebase_project.app]
}

resource "terraform_data" "google_client_secret" {
  input = "${var.google_client_id} ${var.google_client_secret_version}"
}

# The provider has no write-only argument here: this one secret is in the state, whose bucket is closed to all but the
# deployer. A deploy that does not bring the secret leaves it as it is.
resource "google_identity_platform_default_supported_idp_config" "google" {
  idp_id        = "google.com"
  enabled       = true
  client_id     = var.google_client_id
  client_secret = coalesce(var.google_client_secret, "unchanged")

  lifecycle {
    ignore_changes       = [client_secret]
    replace_triggered_by = [terraform_data.google_client_secret]
  }

  depends_on = [google_identity_platform_config.app]
}
