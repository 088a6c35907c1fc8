"""What must not be lost, and what must not be kept."""

from __future__ import annotations

from tests.infra import test_data
from tests.infra.defects.defect import Caught, Defect

_RESTORED = test_data.test_peoples_data_can_be_restored_and_not_be_deleted
_FIELDS = test_data.test_every_field_that_is_declared_has_its_indexes_and_its_time_to_live
_NOWHERE = test_data.test_the_clients_secret_is_nowhere_in_the_plan_but_where_the_provider_leaves_no_choice
_PITR = 'point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_{}"\n'
_PROTECTION = '  delete_protection_state           = "DELETE_PROTECTION_{}"'

CAUGHT: Caught = {
    _RESTORED: (
        Defect(
            "no point-in-time recovery",
            "firestore.tf",
            "POINT_IN_TIME_RECOVERY_ENABLED",
            "POINT_IN_TIME_RECOVERY_DISABLED",
        ),
        Defect(
            "data that can be deleted",
            "firestore.tf",
            _PITR.format("ENABLED") + _PROTECTION.format("ENABLED"),
            _PITR.format("ENABLED") + _PROTECTION.format("DISABLED"),
        ),
        Defect("backups kept for a week alone", "firestore.tf", "2419200s", "604800s"),
    ),
    test_data.test_a_database_stays_when_it_is_no_longer_declared: (
        Defect("a database that goes with its declaration", "firestore.tf", '"ABANDON"', '"DELETE"'),
    ),
    test_data.test_of_the_vault_nothing_outlives_a_shredding: (
        Defect(
            "a vault that remembers",
            "firestore.tf",
            "POINT_IN_TIME_RECOVERY_DISABLED",
            "POINT_IN_TIME_RECOVERY_ENABLED",
        ),
        Defect(
            "a backup of the vault",
            "firestore.tf",
            '  database  = google_firestore_database.data.name\n  retention = "604800s"',
            '  database  = google_firestore_database.vault.name\n  retention = "604800s"',
            trips=(_RESTORED,),
        ),
        Defect(
            "a vault that can be deleted",
            "firestore.tf",
            _PITR.format("DISABLED") + _PROTECTION.format("ENABLED"),
            _PITR.format("DISABLED") + _PROTECTION.format("DISABLED"),
        ),
    ),
    test_data.test_every_composite_index_that_is_declared_is_made: (
        Defect(
            "an index the other way round",
            "firestore.tf",
            'lookup(fields.value, "order", null)',
            '"DESCENDING"',
        ),
        Defect(
            "an index of one collection alone",
            "firestore.tf",
            "  query_scope = each.value.queryScope\n",
            '  query_scope = "COLLECTION"\n',
        ),
    ),
    test_data.test_what_expires_has_a_time_to_live: (
        Defect(
            "jobs for ever",
            "../../firestore.indexes.json",
            '"jobs", "fieldPath": "expireAt", "ttl": true',
            '"jobs", "fieldPath": "expireAt", "ttl": false',
            trips=(_FIELDS,),
        ),
    ),
    _FIELDS: (
        Defect(
            "no time to live",
            "firestore.tf",
            "each.value.ttl ? [1] : []",
            "[]",
            trips=(test_data.test_what_expires_has_a_time_to_live,),
        ),
        Defect("no index of any field", "firestore.tf", "for_each = each.value.indexes", "for_each = []"),
    ),
    test_data.test_each_database_has_its_rules_released: (
        Defect("rules under another name", "firestore.tf", '"cloud.firestore/vault"', '"cloud.vault"'),
        Defect(
            "the rules of the other database", "firestore.tf", '"firestore.vault.rules"', '"firestore.rules"'
        ),
    ),
    test_data.test_the_key_rotates_every_90_days_and_a_destroyed_version_can_be_had_back: (
        Defect("no rotation", "kms.tf", "7776000s", "31536000s"),
        Defect("a version gone in a day", "kms.tf", "2592000s", "86400s"),
    ),
    test_data.test_there_is_a_secret_per_secret_that_a_row_names: (
        Defect(
            "a secret that nobody reads",
            "secrets.tf",
            "toset(flatten([for row in var.endpoints : row.secrets]))",
            'toset(concat(["spare"], flatten([for row in var.endpoints : row.secrets])))',
        ),
    ),
    test_data.test_a_secret_is_kept_in_india_alone: (
        Defect("a secret abroad", "secrets.tf", "location = var.region", 'location = "us-central1"'),
    ),
    test_data.test_secrets_are_written_and_never_kept: (
        Defect(
            "a secret in the state",
            "secrets.tf",
            "secret_data_wo         =",
            "secret_data            =",
            trips=(_NOWHERE,),
        ),
        Defect(
            "a secret that is never written anew",
            "secrets.tf",
            "  secret_data_wo_version = var.google_client_secret_version\n",
            "",
        ),
    ),
    _NOWHERE: (
        Defect(
            "a secret beside the client's id",
            "identity.tf",
            '"${var.google_client_id} ${var.google_client_secret_version}"',
            '"${var.google_client_id} ${nonsensitive(var.google_client_secret)}"',
        ),
    ),
    test_data.test_no_bucket_can_be_made_public: (
        Defect("a public bucket", "storage.tf", '"enforced"', '"inherited"'),
        Defect(
            "objects with rights of their own",
            "source.tf",
            "  uniform_bucket_level_access = true",
            "  uniform_bucket_level_access = false",
        ),
    ),
    test_data.test_an_export_is_gone_after_a_day_and_leaves_no_copy: (
        Defect("exports for a week", "storage.tf", "age = 1", "age = 7"),
        Defect("an older version of an export", "storage.tf", "enabled = false", "enabled = true"),
        Defect(
            "an export to be had back",
            "storage.tf",
            "retention_duration_seconds = 0",
            "retention_duration_seconds = 604800",
        ),
    ),
    test_data.test_images_do_not_pile_up: (
        Defect("images for ever", "source.tf", 'action = "DELETE"', 'action = "KEEP"'),
    ),
}
