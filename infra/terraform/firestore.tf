# People's data. Point-in-time recovery reaches back seven days, backups as far as their retention: an erasure is
# final once both have passed, and docs/security.md says so.
resource "google_firestore_database" "data" {
  name                              = "(default)"
  location_id                       = var.region
  type                              = "FIRESTORE_NATIVE"
  concurrency_mode                  = "PESSIMISTIC"
  app_engine_integration_mode       = "DISABLED"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
  delete_protection_state           = "DELETE_PROTECTION_ENABLED"
  deletion_policy                   = "ABANDON"
  depends_on                        = [google_project_service.enabled]

  lifecycle {
    prevent_destroy = true
  }
}

# Wrapped keys and sealed tokens. No recovery and no backup: what is shredded here must stay so.
resource "google_firestore_database" "vault" {
  name                              = "vault"
  location_id                       = var.region
  type                              = "FIRESTORE_NATIVE"
  concurrency_mode                  = "PESSIMISTIC"
  app_engine_integration_mode       = "DISABLED"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_DISABLED"
  delete_protection_state           = "DELETE_PROTECTION_ENABLED"
  deletion_policy                   = "ABANDON"
  depends_on                        = [google_project_service.enabled]

  lifecycle {
    prevent_destroy = true
  }
}

resource "google_firestore_backup_schedule" "daily" {
  database  = google_firestore_database.data.name
  retention = "604800s" # 7 days, as point-in-time recovery

  daily_recurrence {}
}

resource "google_firestore_backup_schedule" "weekly" {
  database  = google_firestore_database.data.name
  retention = "2419200s" # 4 weeks

  weekly_recurrence {
    day = "SUNDAY"
  }
}

# Indexes, fields without indexes and fields with a time to live: from the files that the emulator and the tests read.
locals {
  databases = {
    "(default)" = { indexes = "firestore.indexes.json", rules = "firestore.rules", release = "cloud.firestore" }
    vault       = { indexes = "firestore.vault.indexes.json", rules = "firestore.vault.rules", release = "cloud.firestore/vault" }
  }
  database_name = {
    "(default)" = google_firestore_database.data.name
    vault       = google_firestore_database.vault.name
  }
  declared = { for name, files in local.databases : name => jsondecode(file("${path.module}/../../${files.indexes}")) }

  indexes = merge([
    for name, declared in local.declared : {
      for index in declared.indexes :
      "${name}/${index.collectionGroup}/${join(",", [for field in index.fields : field.fieldPath])}" => merge(index, { database = name })
    }
  ]...)

  fields = merge([
    for name, declared in local.declared : {
      for field in declared.fieldOverrides :
      "${name}/${field.collectionGroup}/${field.fieldPath}" => merge({ ttl = false }, field, { database = name })
    }
  ]...)
}

resource "google_firestore_index" "index" {
  for_each    = local.indexes
  database    = local.database_name[each.value.database]
  collection  = each.value.collectionGroup
  query_scope = each.value.queryScope

  dynamic "fields" {
    for_each = each.value.fields
    content {
      field_path   = fields.value.fieldPath
      order        = lookup(fields.value, "order", null)
      array_config = lookup(fields.value, "arrayConfig", null)
    }
  }
}

resource "google_firestore_field" "field" {
  for_each   = local.fields
  database   = local.database_name[each.value.database]
  collection = each.value.collectionGroup
  field      = each.value.fieldPath

  index_config {
    dynamic "indexes" {
      for_each = each.value.indexes
      content {
        order        = lookup(indexes.value, "order", null)
        array_config = lookup(indexes.value, "arrayConfig", null)
        query_scope  = indexes.value.queryScope
      }
    }
  }

  dynamic "ttl_config" {
    for_each = each.value.ttl ? [1] : []
    content {}
  }
}

resource "google_firebaserules_ruleset" "rules" {
  for_each = local.databases

  source {
    files {
      name    = each.value.rules
      content = file("${path.module}/../../${each.value.rules}")
    }
  }

  # The release must never name a ruleset that is gone.
  lifecycle {
    create_before_destroy = true
  }

  depends_on = [google_firebase_project.app]
}

resource "google_firebaserules_release" "rules" {
  for_each     = local.databases
  name         = each.value.release
  ruleset_name = "projects/${var.project_id}/rulesets/${google_firebaserules_ruleset.rules[each.key].name}"
  depends_on   = [google_firestore_database.data, google_firestore_database.vault]
}
