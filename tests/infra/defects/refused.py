"""Defects that Terraform itself refuses, and what it says."""

from __future__ import annotations

from tests.infra.defects.defect import Defect

FUNCTION = "modules/function/main.tf"

REFUSED = {
    Defect(
        "misspelt argument", "storage.tf", "public_access_prevention ", "public_acces_prevention "
    ): "Unsupported",
    Defect("missing argument", "kms.tf", "  location   = var.region\n", ""): "Missing required argument",
    Defect("wrong type", FUNCTION, "var.endpoint.timeout_seconds", '"soon"'): "a number is required",
    Defect(
        "read-only argument", FUNCTION, "  labels   = var.labels", '  url = "https://x"'
    ): "unconfigurable attribute",
    Defect("unknown value", FUNCTION, '"ALLOW_ALL"', '"ALLOW_EVERYONE"'): "Value not in the documented set",
    Defect(
        "unknown resource", "queues.tf", "local.queued", "google_cloud_tasks.x"
    ): "Reference to undeclared resource",
    Defect(
        "cycle",
        "functions.tf",
        "FF_COMMIT                   = var.commit",
        'FF_COMMIT = module.function["health"].url',
    ): "Cycle",
    Defect(
        "unknown block", "firestore.tf", "  daily_recurrence {}", "  hourly_recurrence {}"
    ): "Unsupported block",
    Defect(
        "worker open to all",
        "functions.tf",
        'tasks          = google_service_account.helper["ff-tasks-invoker"].member',
        'tasks          = "allUsers"',
    ): "Only a function that checks its callers itself may be open to all",
    Defect(
        "deep health open to all",
        "functions.tf",
        'operator       = google_service_account.helper["ff-operator"].member',
        'operator       = "allUsers"',
    ): "Only a function that checks its callers itself may be open to all",
    Defect(
        "trust class without grants", "grants.tf", "ff-edge      = []", ""
    ): "What ff-edge may do is not written down",
    Defect(
        "trust class that fills queues without a word",
        "grants.tf",
        'ff-leave     = ["write_data", "open_vault", "enqueue"]',
        'ff-leave     = ["write_data", "open_vault"]',
    ): "A row of ff-leave fills queues",
    Defect(
        "trust class that may enqueue for nothing",
        "grants.tf",
        'ff-genai     = ["write_data", "ask_model"]',
        'ff-genai     = ["write_data", "ask_model", "enqueue"]',
    ): "A row of ff-genai fills queues",
    Defect(
        "queue that nobody answers",
        "endpoints.auto.tfvars.json",
        '"enqueues": [\n        "erase-data"\n',
        '"enqueues": [\n        "erase-dada"\n',
    ): "A row fills a queue that calls no row",
}
