"""The token of a worker's caller as Cloud Run hands it on: claims, and no signature."""

from __future__ import annotations

import base64
import json
import time
from typing import Any

from future_finance.endpoints import Caller, Endpoint


def worker_token(endpoint: Endpoint, **changes: Any) -> str:
    """Of the account that the endpoint's row names, for a minute; `changes` are to its claims."""
    account = {
        Caller.TASKS: "ff-tasks-invoker@demo-future-finance.iam.gserviceaccount.com",
        Caller.SCHEDULER: "ff-scheduler-invoker@demo-future-finance.iam.gserviceaccount.com",
        Caller.OPERATOR: "operator@example.com",
    }[endpoint.caller]
    claims = {
        "iss": "https://accounts.google.com",
        "aud": f"https://{endpoint.name}-0.asia-south1.run.app",
        "email": account,
        "email_verified": True,
        "exp": int(time.time()) + 60,
    } | changes
    segments = [
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in ({}, claims)
    ]
    return ".".join([*segments, "SIGNATURE_REMOVED_BY_GOOGLE"])
