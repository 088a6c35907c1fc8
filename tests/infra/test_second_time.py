"""A deploy can be run again: what is there stays, a change touches what it is about, and a new function its callers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from future_finance.endpoints import ENDPOINTS
from tests.infra.broken import seeded
from tests.infra.conftest import variables
from tests.infra.defects.defect import Defect
from tests.infra.defects.refused import FUNCTION
from tests.infra.offline.terraform import Terraform, offline

FUNCTIONS = {f'module.function["{row.name}"].google_cloudfunctions2_function.this' for row in ENDPOINTS}


@pytest.fixture(scope="module")
def applied(tmp_path_factory: pytest.TempPathFactory, archive: Path) -> Iterator[Terraform]:
    """Everything made once, by the stand-ins, with its state in a file."""
    with offline(tmp_path_factory.mktemp("applied")) as terraform:
        terraform.need("apply", "-input=false", "-no-color", "-auto-approve", *variables("prod", archive))
        yield terraform


def changes(terraform: Terraform, *options: str) -> dict[str, list[str]]:
    """What would be done, by address."""
    plan: dict[str, Any] = terraform.plan(*options)
    actions = {each["address"]: each["change"]["actions"] for each in plan["resource_changes"]}
    return {address: what for address, what in actions.items() if what not in (["no-op"], ["read"])}


def test_a_second_deploy_of_the_same_changes_nothing(applied: Terraform, archive: Path) -> None:
    assert changes(applied, *variables("prod", archive)) == {}


def test_a_deploy_without_the_clients_secret_leaves_it_as_it_is(applied: Terraform, archive: Path) -> None:
    assert changes(applied, *variables("prod", archive), "-var=google_client_secret=null") == {}


def test_a_new_secret_is_written_where_it_is_kept(applied: Terraform, archive: Path) -> None:
    found = changes(applied, *variables("prod", archive), "-var=google_client_secret_version=2")
    assert set(found) == {
        "google_identity_platform_default_supported_idp_config.google",
        "google_secret_manager_secret_version.google_client_secret",
        "terraform_data.google_client_secret",
    }
    assert "create" in found["google_identity_platform_default_supported_idp_config.google"]


def test_new_code_touches_the_bundle_and_the_functions_alone(
    applied: Terraform, archive: Path, tmp_path: Path
) -> None:
    other = tmp_path / f"functions-{'0' * 64}.zip"
    other.write_bytes(archive.read_bytes())
    found = changes(applied, *variables("prod", other))
    assert set(found) == {"google_storage_bucket_object.bundle", *FUNCTIONS}
    assert all(found[function] == ["update"] for function in FUNCTIONS)


def test_a_function_made_anew_gets_its_callers_back(applied: Terraform, archive: Path) -> None:
    """Cloud Run forgets a service's policy with the service."""
    anew = 'module.function["health"].google_cloudfunctions2_function.this'
    found = changes(applied, *variables("prod", archive), f"-replace={anew}")
    invoker = 'module.function["health"].google_cloud_run_v2_service_iam_member.invoker'
    assert found[anew] == found[invoker] == ["delete", "create"]
    assert set(found) == {anew, invoker}


def test_another_check_is_there_before_the_one_that_the_alert_names_goes(
    applied: Terraform, archive: Path
) -> None:
    """A domain of one's own makes the check anew; Monitoring deletes none that is still in use."""
    check = "google_monitoring_uptime_check_config.health"
    found = changes(applied, *variables("prod", archive), f"-replace={check}")
    assert found == {check: ["create", "delete"], "google_monitoring_alert_policy.uptime": ["update"]}


def test_a_new_version_of_the_secret_is_there_before_the_old_one_goes(
    applied: Terraform, archive: Path
) -> None:
    version = "google_secret_manager_secret_version.google_client_secret"
    found = changes(applied, *variables("prod", archive), f"-replace={version}")
    assert found == {version: ["create", "delete"]}


KEPT = (
    (
        "google_firestore_database.data",
        "google_firestore_database.vault",
        "google_kms_crypto_key.user_data_keys",
    ),
    ("google_kms_key_ring.app",),  # its refusal comes before that of what depends on it
)


@pytest.mark.parametrize("addresses", KEPT, ids=("databases and key", "key ring"))
def test_what_cannot_be_made_again_is_never_destroyed(
    addresses: tuple[str, ...], applied: Terraform, archive: Path
) -> None:
    replaced = [f"-replace={address}" for address in addresses]
    done = applied.run(
        "plan", "-input=false", "-no-color", "-lock=false", *replaced, *variables("prod", archive)
    )
    assert done.returncode == 1
    said = " ".join(done.stderr.replace("│", " ").split())
    kept = [address for address in addresses if f"Resource {address} has lifecycle.prevent_destroy" in said]
    assert kept == list(addresses)


def test_a_function_that_forgets_its_callers_is_caught(applied: Terraform, archive: Path) -> None:
    forgetting = Defect(
        "callers that stay away",
        FUNCTION,
        "    replace_triggered_by = [google_cloudfunctions2_function.this.id]\n",
        "",
    )
    with seeded(applied, [forgetting]), pytest.raises(KeyError, match="invoker"):
        test_a_function_made_anew_gets_its_callers_back(applied, archive)


def test_a_check_and_a_secret_that_go_too_soon_are_caught(applied: Terraform, archive: Path) -> None:
    for file, test in (
        ("alerts.tf", test_another_check_is_there_before_the_one_that_the_alert_names_goes),
        ("secrets.tf", test_a_new_version_of_the_secret_is_there_before_the_old_one_goes),
    ):
        hasty = Defect(
            f"{file}: hasty", file, "create_before_destroy = true", "create_before_destroy = false"
        )
        with seeded(applied, [hasty]), pytest.raises(AssertionError):
            test(applied, archive)


def test_a_secret_that_every_deploy_writes_is_caught(applied: Terraform, archive: Path) -> None:
    writing = Defect(
        "a secret for every deploy", "identity.tf", "    ignore_changes       = [client_secret]\n", ""
    )
    with seeded(applied, [writing]), pytest.raises(AssertionError):
        test_a_deploy_without_the_clients_secret_leaves_it_as_it_is(applied, archive)


def test_a_key_and_a_database_that_may_go_are_caught(applied: Terraform, archive: Path) -> None:
    going = [
        Defect(f"{file} may go", file, "prevent_destroy = true", "prevent_destroy = false")
        for file in ("kms.tf", "firestore.tf")
    ]
    for defect, addresses in zip(going, reversed(KEPT), strict=True):
        with seeded(applied, [defect]), pytest.raises(AssertionError):
            test_what_cannot_be_made_again_is_never_destroyed(addresses, applied, archive)
