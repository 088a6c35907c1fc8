"""Findings of checkov that are accepted, each with its reason. One that no longer occurs has to go from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from future_finance.endpoints import Caller, Endpoint

_INSIDE = {Caller.TASKS, Caller.SCHEDULER}

REASONS = {
    "CKV_GCP_124": "People and operators call from outside. Hosting reaches a function over its public address alone; "
    "the function checks its callers, or Cloud Run's IAM does. Workers are internal.",
    "CKV_GCP_62": "Access to buckets is in Cloud Audit Logs; usage logs of buckets hold addresses of people.",
    "CKV_GCP_63": "As above: there is no log bucket.",
    "CKV_GCP_78": "A version of an export would outlive its deletion, and so a person's erasure.",
    "CKV_GCP_84": "Images hold no data and no secret; Google's own encryption is enough for them.",
    "CKV_GCP_125": "It only knows a condition on `sub`. Ours is on the numeric ids of repository and owner and on the "
    "branch, and each account is bound to one GitHub environment.",
}


def accepted(endpoints: Iterable[Endpoint]) -> set[tuple[str, str]]:
    """Check and resource."""
    return {*_of_functions(endpoints), *_of_the_rest()}


def _of_functions(endpoints: Iterable[Endpoint]) -> Iterator[tuple[str, str]]:
    for row in endpoints:
        if row.caller not in _INSIDE:
            yield "CKV_GCP_124", f'module.function["{row.name}"].google_cloudfunctions2_function.this'


def _of_the_rest() -> Iterator[tuple[str, str]]:
    for bucket in ("exports", "source"):
        yield "CKV_GCP_62", f"google_storage_bucket.{bucket}"
        yield "CKV_GCP_63", f"google_storage_bucket.{bucket}"
    yield "CKV_GCP_78", "google_storage_bucket.exports"
    yield "CKV_GCP_84", "google_artifact_registry_repository.functions"
    yield "CKV_GCP_125", 'google_iam_workload_identity_pool_provider.github["github"]'
