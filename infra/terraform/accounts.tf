# A service account per trust class of the endpoint table, and those that call, build and operate.
locals {
  account_ids = toset([for row in var.endpoints : row.account])

  helpers = {
    ff-tasks-invoker     = "Cloud Tasks calls the workers of queues as this account"
    ff-scheduler-invoker = "Cloud Scheduler calls the scheduled workers as this account"
    ff-builder           = "Cloud Build builds the functions as this account"
    ff-operator          = "Operators ask for the health of dependencies as this account"
    ff-rotation          = "Operators wrap people's keys anew as this account"
    ff-redelivery        = "Operators look at what was given up, and deliver it again, as this account"
  }
}

resource "google_service_account" "function" {
  for_each     = local.account_ids
  account_id   = each.value
  display_name = "Functions of the trust class ${each.value}"

  lifecycle {
    precondition {
      condition     = contains(keys(local.grants), each.value)
      error_message = "What ${each.value} may do is not written down: add it to local.grants in grants.tf and to tests/infra/allowed.py."
    }
    precondition {
      condition     = contains(lookup(local.grants, each.value, []), "enqueue") == (length(local.fills[each.value]) > 0)
      error_message = "A row of ${each.value} fills queues without \"enqueue\" among local.grants in grants.tf, or none does."
    }
  }

  depends_on = [google_project_service.enabled]
}

resource "google_service_account" "helper" {
  for_each     = local.helpers
  account_id   = each.key
  display_name = each.value
  depends_on   = [google_project_service.enabled]
}

# People hold no rights of their own in the project: they borrow an account's, and each time leaves an audit log.
resource "google_service_account_iam_member" "operator" {
  for_each           = toset(var.operators)
  service_account_id = google_service_account.helper["ff-operator"].name
  role               = "roles/iam.serviceAccountOpenIdTokenCreator"
  member             = each.value
}

resource "google_service_account_iam_member" "script" {
  for_each           = { for pair in setproduct(["ff-rotation", "ff-redelivery"], var.operators) : join("/", pair) => pair }
  service_account_id = google_service_account.helper[each.value[0]].name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = each.value[1]
}
