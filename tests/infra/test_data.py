"""Databases, keys, secrets and buckets: what must not be lost, and what must not be kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from future_finance.domain.retention import KEPT
from future_finance.endpoints import ENDPOINTS
from tests.infra.offline.terraform import PROJECT, ROOT
from tests.infra.plan import Plan

DATABASES = {"(default)": "firestore.indexes.json", "vault": "firestore.vault.indexes.json"}


def declared(database: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((ROOT / DATABASES[database]).read_text())
    return document


def test_peoples_data_can_be_restored_and_not_be_deleted(plan: Plan) -> None:
    database = plan.one("google_firestore_database.data").values
    assert (database["name"], database["type"]) == ("(default)", "FIRESTORE_NATIVE")
    assert database["point_in_time_recovery_enablement"] == "POINT_IN_TIME_RECOVERY_ENABLED"
    assert database["delete_protection_state"] == "DELETE_PROTECTION_ENABLED"
    schedules = plan.of("google_firestore_backup_schedule")
    assert {name: each.values["retention"] for name, each in schedules.items()} == {
        "daily": "604800s",
        "weekly": "2419200s",
    }
    assert all(each.values["database"] == "(default)" for each in schedules.values())


def test_a_database_stays_when_it_is_no_longer_declared(plan: Plan) -> None:
    policies = {each.values["deletion_policy"] for each in plan.of("google_firestore_database").values()}
    assert policies == {"ABANDON"}


def test_of_the_vault_nothing_outlives_a_shredding(plan: Plan) -> None:
    vault = plan.one("google_firestore_database.vault").values
    assert vault["name"] == "vault"
    assert vault["point_in_time_recovery_enablement"] == "POINT_IN_TIME_RECOVERY_DISABLED"
    assert vault["delete_protection_state"] == "DELETE_PROTECTION_ENABLED"
    backed_up = {each.values["database"] for each in plan.of("google_firestore_backup_schedule").values()}
    assert "vault" not in backed_up


def kind(index: Mapping[str, Any]) -> dict[str, str]:
    """Ordered, or over the members of an array."""
    kinds = {"order": index.get("order"), "arrayConfig": index.get("array_config")}
    return {name: value for name, value in kinds.items() if value}


@pytest.mark.parametrize("database", DATABASES)
def test_every_composite_index_that_is_declared_is_made(database: str, plan: Plan) -> None:
    made = [
        {
            "collectionGroup": each.values["collection"],
            "queryScope": each.values["query_scope"],
            "fields": [{"fieldPath": f["field_path"], **kind(f)} for f in each.values["fields"]],
        }
        for each in plan.resources
        if each.kind == "google_firestore_index" and each.values["database"] == database
    ]
    by_name = lambda index: json.dumps(index, sort_keys=True)  # noqa: E731
    assert sorted(made, key=by_name) == sorted(declared(database)["indexes"], key=by_name)


def test_what_expires_has_a_time_to_live(plan: Plan) -> None:
    """Without it somebody's data would be kept for ever."""
    found = {each.key for each in plan.of("google_firestore_field").values() if each.values["ttl_config"]}
    assert found == {f"(default)/{collection}/expireAt" for collection in KEPT}


@pytest.mark.parametrize("database", DATABASES)
def test_every_field_that_is_declared_has_its_indexes_and_its_time_to_live(database: str, plan: Plan) -> None:
    made = {
        each.key: {
            "ttl": bool(each.values["ttl_config"]),
            "indexes": {
                (*kind(index).items(), index["query_scope"])
                for index in each.block("index_config").get("indexes") or []
            },
        }
        for each in plan.resources
        if each.kind == "google_firestore_field" and each.values["database"] == database
    }
    wanted = {
        f"{database}/{field['collectionGroup']}/{field['fieldPath']}": {
            "ttl": field.get("ttl", False),
            "indexes": {
                *(
                    (
                        *((name, index[name]) for name in ("order", "arrayConfig") if name in index),
                        index["queryScope"],
                    )
                    for index in field["indexes"]
                )
            },
        }
        for field in declared(database)["fieldOverrides"]
    }
    assert made == wanted


def test_each_database_has_its_rules_released(plan: Plan) -> None:
    releases = {each.key: each.values["name"] for each in plan.of("google_firebaserules_release").values()}
    assert releases == {"(default)": "cloud.firestore", "vault": "cloud.firestore/vault"}
    rulesets = plan.of("google_firebaserules_ruleset")
    for database, file in (("(default)", "firestore.rules"), ("vault", "firestore.vault.rules")):
        content = rulesets[database].block("source", "files")["content"]
        assert content == (ROOT / file).read_text()


def test_the_key_rotates_every_90_days_and_a_destroyed_version_can_be_had_back(plan: Plan) -> None:
    key = plan.one("google_kms_crypto_key.user_data_keys").values
    assert key["rotation_period"] == f"{90 * 86400}s"
    assert key["destroy_scheduled_duration"] == f"{30 * 86400}s"
    assert key["purpose"] == "ENCRYPT_DECRYPT"


def test_there_is_a_secret_per_secret_that_a_row_names(plan: Plan) -> None:
    named = {secret for row in ENDPOINTS for secret in row.secrets}
    assert set(plan.of("google_secret_manager_secret")) == named


def test_a_secret_is_kept_in_india_alone(plan: Plan) -> None:
    for secret in plan.of("google_secret_manager_secret").values():
        replicas = secret.block("replication", "user_managed")["replicas"]
        assert [replica["location"] for replica in replicas] == ["asia-south1"]


def test_secrets_are_written_and_never_kept(plan: Plan) -> None:
    (version,) = plan.of("google_secret_manager_secret_version").values()
    assert version.values.get("secret_data") is None
    assert version.values["secret_data_wo_version"]


def test_the_clients_secret_is_nowhere_in_the_plan_but_where_the_provider_leaves_no_choice(
    plan: Plan,
) -> None:
    shown = [
        resource.address
        for resource in plan.resources
        if "the-clients-secret" in json.dumps(dict(resource.values))
    ]
    assert shown == ["google_identity_platform_default_supported_idp_config.google"]


def test_no_bucket_can_be_made_public(plan: Plan) -> None:
    buckets = plan.of("google_storage_bucket")
    assert set(buckets) == {"source", "exports"}
    for bucket in buckets.values():
        assert bucket.values["public_access_prevention"] == "enforced"
        assert bucket.values["uniform_bucket_level_access"] is True


def test_an_export_is_gone_after_a_day_and_leaves_no_copy(plan: Plan) -> None:
    exports = plan.one("google_storage_bucket.exports")
    assert exports.values["name"] == f"{PROJECT}-exports"
    assert exports.block("lifecycle_rule", "condition")["age"] == 1
    assert exports.block("lifecycle_rule", "action")["type"] == "Delete"
    assert exports.block("versioning")["enabled"] is False
    assert exports.block("soft_delete_policy")["retention_duration_seconds"] == 0


def test_images_do_not_pile_up(plan: Plan) -> None:
    repository = plan.one("google_artifact_registry_repository.functions")
    assert {policy["action"] for policy in repository.values["cleanup_policies"]} == {"KEEP", "DELETE"}
