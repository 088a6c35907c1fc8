# Firebase, which cannot be taken off a project again, with its web app and the site that serves it.
resource "google_firebase_project" "app" {
  provider   = google-beta
  project    = var.project_id
  depends_on = [google_project_service.enabled]
}

# What the browser asks at Google: the same hosts as in the Content-Security-Policy of firebase.json.
locals {
  web_apis = toset([
    "fcmregistrations.googleapis.com",      # to be pushed to
    "firebaseinstallations.googleapis.com", # likewise
    "firestore.googleapis.com",             # to be told of a change
    "identitytoolkit.googleapis.com",       # to sign in
    "securetoken.googleapis.com",           # to stay so
  ])
}

# Named by us, since the key that Firebase would make is good for every API of the project.
resource "google_apikeys_key" "web" {
  name         = "web-app"
  display_name = "Web app"

  restrictions {
    dynamic "api_targets" {
      for_each = local.web_apis
      content {
        service = api_targets.value
      }
    }
  }

  depends_on = [google_project_service.enabled]
}

resource "google_firebase_web_app" "app" {
  provider     = google-beta
  project      = google_firebase_project.app.project
  display_name = "Future Finance"
  api_key_id   = google_apikeys_key.web.uid
}

# The id of Firebase's own first site is the project's, and it may exist already; ours is a second one.
resource "google_firebase_hosting_site" "app" {
  provider = google-beta
  project  = google_firebase_project.app.project
  site_id  = "${var.project_id}-app"
  app_id   = google_firebase_web_app.app.app_id
}

resource "google_firebase_hosting_custom_domain" "app" {
  provider              = google-beta
  count                 = var.app_domain == null ? 0 : 1
  project               = google_firebase_project.app.project
  site_id               = google_firebase_hosting_site.app.site_id
  custom_domain         = var.app_domain
  wait_dns_verification = false # the records to set are among the outputs
}
