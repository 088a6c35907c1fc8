provider "google" {
  project        = var.project_id
  region         = var.region
  default_labels = local.labels

  # Firebase, Identity Platform and budgets count a call against a project, which a person's credentials do not name.
  user_project_override = true
  billing_project       = var.project_id
}

# Firebase's project, web app and hosting site are in the beta provider alone.
provider "google-beta" {
  project               = var.project_id
  region                = var.region
  default_labels        = local.labels
  user_project_override = true
  billing_project       = var.project_id
}
