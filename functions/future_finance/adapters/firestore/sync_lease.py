"""The fenced sync lease in users/{uid}, and the day's count of syncs beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from future_finance.adapters.firestore.documents import Fields
from future_finance.domain.job import Lease


def lease_of(user: Mapping[str, Any]) -> Lease | None:
    """The lease as last taken, run out or not."""
    held = user.get("syncLease")
    return held and Lease(held["jobId"], held["attemptId"], held["generation"], held["until"])


def next_lease(user: Mapping[str, Any], job_id: str, attempt_id: str, until: datetime) -> Lease:
    """A lease with the next generation: whoever held the one before can no longer commit."""
    last = lease_of(user)
    return Lease(job_id, attempt_id, last.generation + 1 if last else 1, until)


def spent(user: Mapping[str, Any], job_id: str, today: date, limit: int) -> bool:
    """Whether `today`'s syncs are used up; another try of a job that was counted is not another sync."""
    jobs = _jobs_on(user, today)
    return job_id not in jobs and len(jobs) >= limit


def to_fields(lease: Lease, user: Mapping[str, Any], today: date) -> Fields:
    """The lease, and the jobs that held it today; one write of users/{uid}."""
    jobs = _jobs_on(user, today)
    return {
        "syncLease": {
            "jobId": lease.job_id,
            "attemptId": lease.attempt_id,
            "generation": lease.generation,
            "until": lease.until,
        },
        "syncs": {
            "day": today.isoformat(),
            "jobs": jobs if lease.job_id in jobs else [*jobs, lease.job_id],
        },
    }


def syncs_on(user: Mapping[str, Any], today: date) -> int:
    """Syncs begun on `today`, the person's local date."""
    return len(_jobs_on(user, today))


def _jobs_on(user: Mapping[str, Any], today: date) -> list[str]:
    counted = user.get("syncs") or {}
    return list(counted["jobs"]) if counted.get("day") == today.isoformat() else []


def fence_holds(user: Mapping[str, Any], lease: Lease, consent_version: int) -> bool:
    """Whether a commit under `lease` may go through: nobody took it over, no consent has changed."""
    current = lease_of(user)
    return (
        current is not None
        and current.generation == lease.generation
        and current.attempt_id == lease.attempt_id
        and user.get("consentVersion", 0) == consent_version
    )
