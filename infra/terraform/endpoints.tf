# The endpoint table. Its value is endpoints.auto.tfvars.json, written by scripts/sync-endpoints: a new row needs no
# change here, a new account fails until grants.tf says what it may do.
variable "endpoints" {
  description = "One object per deployed function."
  type = map(object({
    entry_point = string
    caller      = string
    account     = string
    hosted      = bool
    queue = optional(object({
      name                      = string
      max_dispatches_per_second = number
      max_concurrent_dispatches = number
      max_attempts              = number
      min_backoff_seconds       = number
      max_backoff_seconds       = number
      max_doublings             = number
    }))
    schedule = optional(object({
      cron      = string
      time_zone = string
    }))
    streams         = optional(bool, false)
    memory_mib      = number
    cpu             = number
    concurrency     = number
    max_instances   = number
    timeout_seconds = number
    secrets         = list(string)
    enqueues        = optional(list(string), [])
  }))

  validation {
    condition     = alltrue([for row in var.endpoints : contains(["anyone", "user", "user_or_cookie", "tasks", "scheduler", "operator"], row.caller)])
    error_message = "A row has a caller that is not known here."
  }

  validation {
    condition     = alltrue([for row in var.endpoints : !(row.hosted && contains(["tasks", "scheduler", "operator"], row.caller))])
    error_message = "A row that trusts Cloud Run's check of its caller must not be reached through Hosting."
  }

  validation {
    condition     = alltrue([for row in var.endpoints : row.concurrency == 1 || row.cpu >= 1])
    error_message = "Cloud Run wants a whole CPU for more than one request at a time."
  }

  validation {
    condition     = alltrue(flatten([for row in var.endpoints : [for queue in row.enqueues : contains([for each in var.endpoints : each.queue.name if each.queue != null], queue)]]))
    error_message = "A row fills a queue that calls no row."
  }
}

locals {
  labels = {
    app         = "future-finance"
    environment = var.environment
  }

  # Those to functions; the others are screens of the web app.
  hosting_rewrites = [for rewrite in jsondecode(file("${path.module}/../../firebase.json")).hosting.rewrites : rewrite if can(rewrite.run)]

  hosted    = { for name, row in var.endpoints : name => row if row.hosted }
  queued    = { for name, row in var.endpoints : name => row if row.queue != null }
  scheduled = { for name, row in var.endpoints : name => row if row.schedule != null }
  queue_row = { for name, row in local.queued : row.queue.name => name }
  fills     = { for account in local.account_ids : account => flatten([for row in var.endpoints : row.enqueues if row.account == account]) }
  streaming = [for name, row in var.endpoints : name if row.streams]

  # Known before anything exists, so that a function can be told the address of another without a cycle.
  function_url = {
    for name in keys(var.endpoints) : name => "https://${name}-${data.google_project.this.number}.${var.region}.run.app"
  }

  site_host = "${google_firebase_hosting_site.app.site_id}.web.app"
  app_host  = coalesce(var.app_domain, local.site_host)
  app_url   = "https://${local.app_host}"
}

data "google_project" "this" {
  project_id = var.project_id
}
