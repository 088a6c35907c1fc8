"""users/{uid}/jobs/{id} as a domain record. Its owner reads it live: nothing secret is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Fields
from future_finance.domain.job import JOB_DEADLINE, JOB_RETENTION, FollowUp, Job, JobStatus, JobType
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus


def to_document(job: Job) -> Fields:
    """`deadlineAt` stands only in a job that has something left to do: the sweeper's query finds no other."""
    fields: Fields = {
        "uid": job.uid,
        "connectionId": job.connection_id,
        "type": job.type.value,
        "status": job.status.value,
        "createdAt": job.created_at,
        "startedAt": job.started_at,
        "finishedAt": job.finished_at,
        "parts": parts_to_document(job.parts),
        "counts": job.counts,
        "error": job.error,
        "followUps": [{"queue": f.queue, "id": f.id} for f in job.follow_ups],
        "requestHash": job.request_hash,
        **({"request": job.request} if job.request else {}),
        "expireAt": job.created_at + JOB_RETENTION,
        "schemaVersion": SCHEMA_VERSION,
    }
    settled = job.status.final and not job.follow_ups and not job.outstanding
    return fields if settled else fields | {"deadlineAt": job.created_at + JOB_DEADLINE}


def from_document(job_id: str, fields: Mapping[str, Any]) -> Job:
    return Job(
        id=job_id,
        uid=fields["uid"],
        connection_id=fields["connectionId"],
        type=JobType(fields["type"]),
        status=JobStatus(fields["status"]),
        created_at=fields["createdAt"],
        parts={
            PartName(name): PartOutcome(PartStatus(part["status"]), part["reason"])
            for name, part in fields["parts"].items()
        },
        started_at=fields["startedAt"],
        finished_at=fields["finishedAt"],
        counts=dict(fields["counts"]),
        error=fields["error"],
        follow_ups=tuple(FollowUp(f["queue"], f["id"]) for f in fields["followUps"]),
        request_hash=fields["requestHash"],
        request=dict(fields.get("request", {})),
    )


def parts_to_document(parts: Mapping[PartName, PartOutcome]) -> Fields:
    return {
        name.value: {"status": outcome.status.value, "reason": outcome.reason}
        for name, outcome in parts.items()
    }
