# Deploying from GitHub without a key: a job of one repository, one branch and one GitHub environment is taken for an
# account. Names can be registered anew by others, so the ids are what counts. The subject is not: its form differs
# between repositories.
locals {
  ci = toset(var.ci == null ? [] : ["github"])

  # Each is a GitHub environment of this name. The first reads alone; the second applies.
  ci_accounts = var.ci == null ? {} : {
    ff-planner  = "${var.environment}-plan"
    ff-deployer = var.environment
  }
}

resource "google_iam_workload_identity_pool" "github" {
  for_each                  = local.ci
  workload_identity_pool_id = "github"
  display_name              = "GitHub Actions"
  depends_on                = [google_project_service.enabled]
}

resource "google_iam_workload_identity_pool_provider" "github" {
  for_each                           = local.ci
  workload_identity_pool_id          = google_iam_workload_identity_pool.github[each.key].workload_identity_pool_id
  workload_identity_pool_provider_id = "github"

  attribute_mapping = {
    "google.subject"        = "assertion.sub"
    "attribute.environment" = "assertion.environment"
  }
  attribute_condition = join(" && ", [
    "assertion.repository_id == \"${var.ci.repository_id}\"",
    "assertion.repository_owner_id == \"${var.ci.owner_id}\"",
    "assertion.ref == \"refs/heads/${var.ci.branch}\"",
  ])

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_service_account" "ci" {
  for_each     = local.ci_accounts
  account_id   = each.key
  display_name = "GitHub Actions, environment ${each.value}"
  depends_on   = [google_project_service.enabled]
}

resource "google_service_account_iam_member" "ci" {
  for_each           = local.ci_accounts
  service_account_id = google_service_account.ci[each.key].name
  role               = "roles/iam.workloadIdentityUser"
  member = format(
    "principalSet://iam.googleapis.com/projects/%s/locations/global/workloadIdentityPools/github/attribute.environment/%s",
    data.google_project.this.number, each.value,
  )
  depends_on = [google_iam_workload_identity_pool.github]
}

resource "google_project_iam_custom_role" "ci" {
  for_each = var.ci == null ? {} : {
    planner  = local.reading
    deployer = concat(local.reading, local.deploying)
  }
  role_id     = "ff_${each.key}"
  title       = "Future Finance: ${each.key}"
  permissions = each.value
  depends_on  = [google_project_service.enabled]
}

resource "google_project_iam_member" "ci" {
  for_each = local.ci_accounts
  project  = var.project_id
  role     = google_project_iam_custom_role.ci[trimprefix(each.key, "ff-")].name
  member   = google_service_account.ci[each.key].member
}

# Google's own role: the names of its permissions differ from what a custom role takes.
resource "google_project_iam_member" "ci_sees_pools" {
  for_each = local.ci_accounts
  project  = var.project_id
  role     = "roles/iam.workloadIdentityPoolViewer"
  member   = google_service_account.ci[each.key].member
}

# A function is deployed to run as its account; whoever deploys must be allowed to act as it.
resource "google_service_account_iam_member" "deployer_acts_as" {
  for_each = var.ci == null ? {} : merge(
    { for id, account in google_service_account.function : id => account.name },
    { for id in ["ff-builder", "ff-scheduler-invoker"] : id => google_service_account.helper[id].name },
  )
  service_account_id = each.value
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.ci["ff-deployer"].member
}

resource "google_storage_bucket_iam_member" "ci_state" {
  for_each = local.ci_accounts
  bucket   = "${var.project_id}-tfstate"
  role     = each.key == "ff-deployer" ? "roles/storage.objectUser" : "roles/storage.objectViewer"
  member   = google_service_account.ci[each.key].member
}

resource "google_storage_bucket_iam_member" "ci_source" {
  for_each = local.ci_accounts
  bucket   = google_storage_bucket.source.name
  role     = each.key == "ff-deployer" ? "roles/storage.objectUser" : "roles/storage.objectViewer"
  member   = google_service_account.ci[each.key].member
}

# To see whether the budget is as declared. It shows the account's costs; it changes nothing.
resource "google_billing_account_iam_member" "ci" {
  for_each           = local.ci_accounts
  billing_account_id = var.billing_account
  role               = "roles/billing.viewer"
  member             = google_service_account.ci[each.key].member
}
