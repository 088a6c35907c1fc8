"""A Terraform plan, and who is granted what by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# How a grant's scope is called here, and which argument names it.
_SCOPES = {
    "google_artifact_registry_repository_iam_member": ("repository", "repository"),
    "google_billing_account_iam_member": ("billing", "billing_account_id"),
    "google_cloud_run_v2_service_iam_member": ("function", "name"),
    "google_cloud_tasks_queue_iam_member": ("queue", "name"),
    "google_kms_crypto_key_iam_member": ("key", "crypto_key_id"),
    "google_project_iam_member": ("project", "project"),
    "google_secret_manager_secret_iam_member": ("secret", "secret_id"),
    "google_service_account_iam_member": ("account", "service_account_id"),
    "google_storage_bucket_iam_member": ("bucket", "bucket"),
}


_GRANTING = ("_iam_member", "_iam_binding", "_iam_policy")


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One member, one role, one scope. `scope` is kind:name; `condition` the CEL expression, or empty."""

    member: str
    role: str
    scope: str
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource that would be made."""

    address: str
    kind: str
    key: str
    values: Mapping[str, Any]

    def block(self, *path: str) -> Mapping[str, Any]:
        """A nested block of which there is one."""
        here: Mapping[str, Any] = self.values
        for name in path:
            (here,) = here[name]
        return here


class Plan:
    """What a plan would make."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self.resources = tuple(_resources(document["planned_values"]["root_module"]))

    def of(self, kind: str) -> dict[str, Resource]:
        """Resources of a kind by their key, or by their name where there is no key."""
        return {resource.key: resource for resource in self.resources if resource.kind == kind}

    def one(self, address: str) -> Resource:
        (found,) = (resource for resource in self.resources if resource.address == address)
        return found

    def output(self, name: str) -> Any:
        return self._document["planned_values"]["outputs"][name].get("value")

    def waits_for(self, address: str) -> set[str]:
        """What a resource of the root module depends on by name (depends_on)."""
        declared = self._document["configuration"]["root_module"]["resources"]
        (found,) = (each for each in declared if each["address"] == address)
        return set(found.get("depends_on", []))

    def grants(self) -> list[Grant]:
        """Each role that anybody is granted. Raises AssertionError for a way of granting that is not known here."""
        found = []
        for resource in self.resources:
            if not resource.kind.endswith(_GRANTING):
                continue
            assert resource.kind in _SCOPES, f"{resource.address} grants in a way that the tests do not read"
            values = resource.values
            conditions = [each["expression"] for each in values.get("condition") or []]
            scope, argument = _SCOPES[resource.kind]
            found.append(
                Grant(
                    values["member"], values["role"], f"{scope}:{values[argument]}", " && ".join(conditions)
                )
            )
        return sorted(found)


def _resources(module: Mapping[str, Any], outer: str = "") -> Iterator[Resource]:
    for each in module.get("resources", []):
        if each["mode"] == "managed":
            key = str(each.get("index", outer or each["name"]))
            yield Resource(each["address"], each["type"], key, each["values"])
    for child in module.get("child_modules", []):
        yield from _resources(child, child["address"].partition('["')[2].rstrip('"]'))
