"""A delivery to the sync worker, as it arrives after Cloud Run's IAM: with the signature taken off."""

from __future__ import annotations

import base64
import json
import time

from emulators.supervisor.addresses import PROJECT
from emulators.supervisor.stack import Stack
from scripts.measure.function_process import Call

_INVOKER = f"ff-tasks-invoker@{PROJECT}.iam.gserviceaccount.com"


def worker_call(stack: Stack, uid: str, job_id: str) -> Call:
    """A second delivery of a job that has ended: every client is built, nothing is fetched."""
    now = int(time.time())
    claims = {
        "iss": "https://accounts.google.com",
        "aud": stack.environment["FF_WORKER_URL"].format(name="sync-connection"),
        "email": _INVOKER,
        "email_verified": True,
        "sub": "1",
        "iat": now,
        "exp": now + 3600,
    }
    token = f"{_segment({'alg': 'RS256', 'kid': 'k', 'typ': 'JWT'})}.{_segment(claims)}.SIGNATURE_REMOVED_BY_GOOGLE"
    return Call(
        "/",
        "POST",
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        json.dumps({"uid": uid, "jobId": job_id, "connectionId": "-"}).encode(),
    )


def _segment(part: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
