# What each trust class may do: the one place where it is written down. tests/infra/allowed.py writes it down a second
# time, so that a grant is never an accident.
locals {
  grants = {
    ff-edge      = []
    ff-reader    = ["read_data"]
    ff-writer    = ["write_data"]
    ff-enqueue   = ["write_data", "enqueue"]
    ff-session   = ["write_data", "hold_sessions"]
    ff-auth      = ["write_data", "hold_sessions", "open_vault"]
    ff-connect   = ["write_data", "open_vault", "see_queues"]
    ff-sync      = ["write_data", "open_vault", "enqueue"]
    ff-dispatch  = ["enqueue"]
    ff-push      = ["write_data", "push"]
    ff-retention = ["write_data", "enqueue"]
    ff-genai     = ["write_data", "ask_model"]
    ff-download  = ["write_data", "enqueue", "hand_out_exports"]
    ff-export    = ["write_data", "keep_exports", "enqueue"]
    ff-leave     = ["write_data", "open_vault", "enqueue"]
    ff-erase     = ["write_data", "shred_vault", "keep_exports", "delete_people", "enqueue"]
  }

  # Accounts in use, by what they may do.
  may = {
    for capability in ["read_data", "write_data", "open_vault", "shred_vault", "enqueue", "see_queues", "hold_sessions", "ask_model", "keep_exports", "hand_out_exports", "delete_people", "push"] :
    capability => [for account in local.account_ids : account if contains(lookup(local.grants, account, []), capability)]
  }

  # Every row that people sign in to looks up whether their session was revoked, but for those with nothing personal.
  looks_up_people = toset([
    for row in var.endpoints : row.account if contains(["user", "user_or_cookie"], row.caller) && row.account != "ff-edge"
  ])

  database_condition = {
    for name in ["(default)", "vault"] : name => "resource.name == \"projects/${var.project_id}/databases/${name}\""
  }
}

resource "google_project_iam_member" "read_data" {
  for_each = toset(local.may.read_data)
  project  = var.project_id
  role     = "roles/datastore.viewer"
  member   = google_service_account.function[each.value].member

  condition {
    title      = "people's data, not the vault"
    expression = local.database_condition["(default)"]
  }
}

resource "google_project_iam_member" "write_data" {
  for_each = toset(local.may.write_data)
  project  = var.project_id
  role     = "roles/datastore.user"
  member   = google_service_account.function[each.value].member

  condition {
    title      = "people's data, not the vault"
    expression = local.database_condition["(default)"]
  }
}

locals {
  # Opening what is sealed takes both: the vault's documents and the key.
  vault_members = merge(
    { for account in local.may.open_vault : account => google_service_account.function[account].member },
    { ff-rotation = google_service_account.helper["ff-rotation"].member },
  )
}

resource "google_project_iam_member" "vault" {
  for_each = local.vault_members
  project  = var.project_id
  role     = "roles/datastore.user"
  member   = each.value

  condition {
    title      = "the vault alone"
    expression = local.database_condition["vault"]
  }
}

resource "google_kms_crypto_key_iam_member" "vault" {
  for_each      = local.vault_members
  crypto_key_id = google_kms_crypto_key.user_data_keys.id
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = each.value
}

# Shredding takes no key: whoever erases people can open nothing.
resource "google_project_iam_member" "shred_vault" {
  for_each = toset(local.may.shred_vault)
  project  = var.project_id
  role     = google_project_iam_custom_role.function["shred_vault"].name
  member   = google_service_account.function[each.value].member

  condition {
    title      = "the vault alone"
    expression = local.database_condition["vault"]
  }
}

# Enqueuing is two rights: to put a task into a queue, of those that a row of the account names, and to have it delivered
# as the invoker.
resource "google_cloud_tasks_queue_iam_member" "enqueue" {
  for_each = {
    for pair in distinct(flatten([
      for row in var.endpoints : [for queue in row.enqueues : { account = row.account, row = local.queue_row[queue] }]
    ])) : "${pair.account}/${pair.row}" => pair
  }
  location = var.region
  name     = google_cloud_tasks_queue.queue[each.value.row].name
  role     = "roles/cloudtasks.enqueuer"
  member   = google_service_account.function[each.value.account].member
}

resource "google_service_account_iam_member" "act_as_tasks_invoker" {
  for_each = merge(
    { for account in local.may.enqueue : account => google_service_account.function[account].member },
    { ff-redelivery = google_service_account.helper["ff-redelivery"].member },
  )
  service_account_id = google_service_account.helper["ff-tasks-invoker"].name
  role               = "roles/iam.serviceAccountUser"
  member             = each.value
}

# Delivering again what was given up: its letter and its job are read and marked, and it goes into the queue it was in.
# IAM knows no collections, so this reaches people's documents; it adds and deletes none, and opens nothing sealed.
resource "google_project_iam_member" "redeliver" {
  project = var.project_id
  role    = google_project_iam_custom_role.function["redeliver"].name
  member  = google_service_account.helper["ff-redelivery"].member

  condition {
    title      = "people's data, not the vault"
    expression = local.database_condition["(default)"]
  }
}

resource "google_cloud_tasks_queue_iam_member" "redeliver" {
  for_each = toset(["build-export", "erase-data", "fan-out", "generate-insights", "sync-connection"])
  location = var.region
  name     = google_cloud_tasks_queue.queue[local.queue_row[each.value]].name
  role     = "roles/cloudtasks.enqueuer"
  member   = google_service_account.helper["ff-redelivery"].member
}

resource "google_cloud_tasks_queue_iam_member" "see" {
  for_each = { for pair in setproduct(local.may.see_queues, keys(local.queued)) : "${pair[0]}/${pair[1]}" => pair }
  location = var.region
  name     = google_cloud_tasks_queue.queue[each.value[1]].name
  role     = google_project_iam_custom_role.function["see_queues"].name
  member   = google_service_account.function[each.value[0]].member
}

# Roles of our own, where Google's next best one allows more.
resource "google_project_iam_custom_role" "function" {
  for_each = {
    see_queues     = ["cloudtasks.queues.get"]
    look_up_people = ["firebaseauth.users.get"]
    hold_sessions  = ["firebaseauth.users.createSession", "firebaseauth.users.get", "firebaseauth.users.update"]
    sign           = ["iam.serviceAccounts.signBlob"]
    ask_model      = ["aiplatform.endpoints.predict"]
    shred_vault    = ["datastore.databases.get", "datastore.entities.delete", "datastore.entities.get", "datastore.entities.list"]
    delete_people  = ["firebaseauth.users.delete", "firebaseauth.users.get"]
    push           = ["cloudmessaging.messages.create"]
    redeliver      = ["datastore.databases.get", "datastore.entities.get", "datastore.entities.list", "datastore.entities.update"]
  }
  role_id     = "ff_${each.key}"
  title       = "Future Finance: ${replace(each.key, "_", " ")}"
  permissions = each.value
  depends_on  = [google_project_service.enabled]
}

resource "google_project_iam_member" "look_up_people" {
  for_each = local.looks_up_people
  project  = var.project_id
  role     = google_project_iam_custom_role.function["look_up_people"].name
  member   = google_service_account.function[each.value].member
}

resource "google_project_iam_member" "hold_sessions" {
  for_each = toset(local.may.hold_sessions)
  project  = var.project_id
  role     = google_project_iam_custom_role.function["hold_sessions"].name
  member   = google_service_account.function[each.value].member
}

# A custom token, or the address of an export, is signed by the account itself, and by no other.
resource "google_service_account_iam_member" "sign" {
  for_each           = toset(concat(local.may.hold_sessions, local.may.hand_out_exports))
  service_account_id = google_service_account.function[each.value].name
  role               = google_project_iam_custom_role.function["sign"].name
  member             = google_service_account.function[each.value].member
}

resource "google_project_iam_member" "ask_model" {
  for_each = toset(local.may.ask_model)
  project  = var.project_id
  role     = google_project_iam_custom_role.function["ask_model"].name
  member   = google_service_account.function[each.value].member
}

resource "google_project_iam_member" "delete_people" {
  for_each = toset(local.may.delete_people)
  project  = var.project_id
  role     = google_project_iam_custom_role.function["delete_people"].name
  member   = google_service_account.function[each.value].member
}

resource "google_project_iam_member" "push" {
  for_each = toset(local.may.push)
  project  = var.project_id
  role     = google_project_iam_custom_role.function["push"].name
  member   = google_service_account.function[each.value].member
}

resource "google_storage_bucket_iam_member" "keep_exports" {
  for_each = toset(local.may.keep_exports)
  bucket   = google_storage_bucket.exports.name
  role     = "roles/storage.objectUser"
  member   = google_service_account.function[each.value].member
}

resource "google_storage_bucket_iam_member" "hand_out_exports" {
  for_each = toset(local.may.hand_out_exports)
  bucket   = google_storage_bucket.exports.name
  role     = "roles/storage.objectViewer"
  member   = google_service_account.function[each.value].member
}

# A secret is read by the accounts of the rows that name it.
resource "google_secret_manager_secret_iam_member" "read" {
  for_each = {
    for pair in distinct(flatten([
      for row in var.endpoints : [for secret in row.secrets : { account = row.account, secret = secret }]
    ])) : "${pair.account}/${pair.secret}" => pair
  }
  secret_id = google_secret_manager_secret.secret[each.value.secret].secret_id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.function[each.value.account].member
}
