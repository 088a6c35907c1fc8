# One function per row of the endpoint table.
locals {
  # What functions/future_finance/config.py reads. The same for all, since a row's account decides what it can reach.
  environment = {
    FUNCTION_USE_ASGI           = "true"
    GOOGLE_CLOUD_PROJECT        = var.project_id
    FF_ENV                      = var.environment
    FF_PROJECT_NUMBER           = data.google_project.this.number
    FF_REGION                   = var.region
    FF_APP_URL                  = local.app_url
    FF_COMMIT                   = var.commit
    FF_KMS_KEY                  = google_kms_crypto_key.user_data_keys.id
    FF_VAULT_DATABASE           = google_firestore_database.vault.name
    FF_GOOGLE_CLIENT_ID         = var.google_client_id
    FF_GOOGLE_CLIENT_SECRET_ID  = "google-oauth-client-secret"
    FF_FIREBASE_API_KEY         = google_apikeys_key.web.key_string
    FF_FIREBASE_APP_ID          = google_firebase_web_app.app.app_id
    FF_FIREBASE_AUTH_DOMAIN     = "${var.project_id}.firebaseapp.com"
    FF_TASKS_INVOKER            = google_service_account.helper["ff-tasks-invoker"].email
    FF_SCHEDULER_INVOKER        = google_service_account.helper["ff-scheduler-invoker"].email
    FF_OPERATORS                = google_service_account.helper["ff-operator"].email
    FF_GRIEVANCE_CONTACT        = coalesce(var.grievance_contact, var.alert_email)
    FF_EXPORTS_BUCKET           = google_storage_bucket.exports.name
    FF_AI                       = "vertex"
    FF_AI_MODEL                 = var.ai_model
    FF_AI_LOCATION              = var.ai_location
    FF_AI_TOKENS_PER_DAY        = tostring(var.ai_tokens_per_day)
    FF_AI_GLOBAL_TOKENS_PER_DAY = tostring(var.ai_global_tokens_per_day)
  }

  # Who may call a function, by the caller its row names. Signed-in people are checked by the function itself.
  invokers = {
    anyone         = "allUsers"
    user           = "allUsers"
    user_or_cookie = "allUsers"
    tasks          = google_service_account.helper["ff-tasks-invoker"].member
    scheduler      = google_service_account.helper["ff-scheduler-invoker"].member
    operator       = google_service_account.helper["ff-operator"].member
  }
}

module "function" {
  source   = "./modules/function"
  for_each = var.endpoints

  name          = each.key
  endpoint      = each.value
  region        = var.region
  labels        = local.labels
  min_instances = lookup(var.min_instances, each.key, 0)
  invoker       = local.invokers[each.value.caller]
  account       = google_service_account.function[each.value.account].email
  builder       = google_service_account.helper["ff-builder"].name
  repository    = google_artifact_registry_repository.functions.id
  source_bucket = google_storage_bucket.source.name
  source_object = google_storage_bucket_object.bundle.name

  environment = merge(
    local.environment,
    length(local.streaming) == 1 ? { FF_STREAM_URL = local.function_url[local.streaming[0]] } : {},
  )

  depends_on = [
    google_artifact_registry_repository_iam_member.builder,
    google_storage_bucket_iam_member.builder,
    google_project_iam_member.builder_sources,
    google_project_iam_member.builder_logs,
  ]
}
