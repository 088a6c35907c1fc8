variable "name" {
  description = "Name of the function and of its Cloud Run service."
  type        = string
}

variable "endpoint" {
  description = "The row of the endpoint table."
  type = object({
    entry_point     = string
    caller          = string
    hosted          = bool
    memory_mib      = number
    cpu             = number
    concurrency     = number
    max_instances   = number
    timeout_seconds = number
  })
}

variable "region" {
  description = "Where it runs."
  type        = string
}

variable "labels" {
  description = "Labels of the function, for the bill."
  type        = map(string)
}

variable "environment" {
  description = "Environment variables; no secrets."
  type        = map(string)
}

variable "min_instances" {
  description = "Instances kept warm."
  type        = number
}

variable "invoker" {
  description = "Who may call it: a member, or allUsers."
  type        = string

  validation {
    condition     = var.invoker != "allUsers" || contains(["anyone", "user", "user_or_cookie"], var.endpoint.caller)
    error_message = "Only a function that checks its callers itself may be open to all."
  }
}

variable "account" {
  description = "E-mail of the service account it runs as."
  type        = string
}

variable "builder" {
  description = "Full name of the service account it is built by."
  type        = string
}

variable "repository" {
  description = "Id of the Artifact Registry repository for its images."
  type        = string
}

variable "source_bucket" {
  description = "Bucket of the bundle."
  type        = string
}

variable "source_object" {
  description = "Name of the bundle, which changes with its content."
  type        = string
}
