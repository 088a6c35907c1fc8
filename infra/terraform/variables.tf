variable "environment" {
  description = "Which of the two environments this is; each has a project of its own."
  type        = string

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "There are two environments: dev and prod."
  }
}

variable "project_id" {
  description = "The Google Cloud project, made and linked to billing by scripts/bootstrap-project."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id)) && !startswith(var.project_id, "demo-")
    error_message = "A project id has 6 to 30 lower-case letters, digits and hyphens; demo- is for emulators."
  }
}

variable "region" {
  description = "Where functions, databases, keys and logs are. A database can never be moved."
  type        = string
  default     = "asia-south1"

  validation {
    condition     = contains(["asia-south1", "asia-south2"], var.region)
    error_message = "People's data stays in India, where Firestore has asia-south1 (Mumbai) and asia-south2 (Delhi)."
  }

  # Hosting takes us-central1 where a rewrite names no region.
  validation {
    condition     = alltrue([for rewrite in local.hosting_rewrites : try(rewrite.run.region, "us-central1") == var.region])
    error_message = "firebase.json sends requests to another region. Change REGION in scripts/endpoint_files.py and run scripts/sync-endpoints."
  }
}

variable "app_domain" {
  description = "A domain of your own for the app, such as app.example.in; null for the web.app address that Firebase gives."
  type        = string
  default     = null

  validation {
    condition     = var.app_domain == null || can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.app_domain))
    error_message = "A domain without scheme and path, such as app.example.in."
  }
}

variable "google_client_id" {
  description = "The OAuth client, made by hand in the console, that people sign in with."
  type        = string

  validation {
    condition     = endswith(var.google_client_id, ".apps.googleusercontent.com")
    error_message = "An OAuth client id ends in .apps.googleusercontent.com; scripts/bootstrap-project says at its end how to make one."
  }
}

variable "google_client_secret" {
  description = "Its secret. Needed when the version below is new, otherwise left out; pass it as TF_VAR_google_client_secret."
  type        = string
  sensitive   = true
  default     = null
}

variable "google_client_secret_version" {
  description = "Raise it by one to write a new secret."
  type        = number
  default     = 1
}

variable "operators" {
  description = "Who may act as the operator, which may ask for the state of every dependency, rotate keys, and deliver again what was given up."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for who in var.operators : can(regex("^(user|group):[^@ ]+@[^@ ]+$", who))])
    error_message = "An operator is written user:someone@example.in or group:some@example.in."
  }
}

variable "alert_email" {
  description = "Where alerts and budget warnings go."
  type        = string

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", var.alert_email))
    error_message = "An e-mail address."
  }
}

variable "grievance_contact" {
  description = "Where people write to when something is wrong with their data, shown in the app and in the consent notice: an e-mail address or a page. The alerts' address by default."
  type        = string
  default     = null
}

variable "billing_account" {
  description = "The billing account that the project is linked to, for the budget."
  type        = string

  validation {
    condition     = can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.billing_account))
    error_message = "A billing account looks like 01ABCD-234567-89EFAB; `gcloud billing accounts list` shows yours."
  }
}

variable "monthly_budget" {
  description = "What a month may cost before alerts go out, in whole units of the billing account's currency. It stops nothing."
  type        = number

  validation {
    condition     = var.monthly_budget >= 1 && floor(var.monthly_budget) == var.monthly_budget
    error_message = "A whole number above 0."
  }
}

variable "budget_currency" {
  description = "The billing account's currency; a budget in another one is refused."
  type        = string
  default     = "INR"
}

variable "log_retention_days" {
  description = "How long logs are kept. CERT-In asks for 180 days in India, the DPDP rules for a year."
  type        = number
  default     = 365

  validation {
    condition     = var.log_retention_days >= 180 && var.log_retention_days <= 3650
    error_message = "180 days at least (CERT-In), 3650 at most (Cloud Logging)."
  }
}

variable "min_instances" {
  description = "Instances kept warm, by function name. Each costs money around the clock."
  type        = map(number)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.min_instances) : contains(keys(var.endpoints), name)])
    error_message = "Names a function that is not in the endpoint table."
  }
}

variable "ai_model" {
  description = "The Gemini model on Vertex AI that words what code has computed."
  type        = string
  default     = "gemini-3.8-flash"
}

variable "ai_location" {
  description = "Where the model is asked. Gemini 3 is served from global alone, which may be outside India: the consent says so."
  type        = string
  default     = "global"
}

variable "ai_tokens_per_day" {
  description = "How many tokens a person may use in a day."
  type        = number
  default     = 200000

  validation {
    condition     = var.ai_tokens_per_day >= 1 && var.ai_tokens_per_day <= var.ai_global_tokens_per_day
    error_message = "At least 1, and no more than everybody together may use."
  }
}

variable "ai_global_tokens_per_day" {
  description = "How many tokens everybody together may use in a day: the stop for what AI costs."
  type        = number
  default     = 20000000

  validation {
    condition     = var.ai_global_tokens_per_day >= 1
    error_message = "At least 1."
  }
}

variable "ci" {
  description = "The GitHub repository that may deploy, with its numeric ids; null where CI does not deploy."
  type = object({
    repository    = string
    repository_id = string
    owner_id      = string
    branch        = optional(string, "main")
  })
  default = null

  validation {
    condition = var.ci == null ? true : alltrue([
      can(regex("^[\\w.-]+/[\\w.-]+$", var.ci.repository)),
      can(regex("^[0-9]+$", var.ci.repository_id)),
      can(regex("^[0-9]+$", var.ci.owner_id)),
      can(regex("^[\\w./-]+$", var.ci.branch)),
    ])
    error_message = "repository is owner/name; the ids are numbers, which `gh api repos/OWNER/NAME --jq '.id, .owner.id'` prints; a name can be taken over, a number cannot."
  }
}

variable "source_archive" {
  description = "The bundle of functions/, built by scripts/bundle; its name holds the hash of its content."
  type        = string

  validation {
    condition     = can(regex("^functions-[0-9a-f]{64}\\.zip$", basename(var.source_archive))) && fileexists(var.source_archive)
    error_message = "There is no bundle of the functions: run scripts/bundle."
  }
}

variable "commit" {
  description = "The commit that is deployed; /health shows it."
  type        = string

  validation {
    condition     = can(regex("^[0-9a-f]{40}$", var.commit))
    error_message = "A full commit hash."
  }
}
