"""Who calls a worker: claims of the OIDC token that Cloud Run's IAM has verified.

IAM checks the signature and the invoker role, then replaces the signature by SIGNATURE_REMOVED_BY_GOOGLE, so there is
nothing left to verify here. That the caller is the one this row names is still checked: another account may hold
the invoker role for another reason.
"""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from typing import Any

from future_finance.config import Settings
from future_finance.endpoints import Caller, Endpoint
from future_finance.errors import Forbidden, NotSignedIn

_ISSUERS = frozenset({"https://accounts.google.com", "accounts.google.com"})


def require_oidc_caller(endpoint: Endpoint, settings: Settings, authorization: str, now_s: float = 0) -> None:
    """Raises NotSignedIn for a token that is not Google's, for this function, and current; Forbidden for others'."""
    claims = _claims(authorization)
    expires = claims.get("exp")
    if (
        claims.get("iss") not in _ISSUERS
        or claims.get("aud") != settings.worker_url(endpoint.name)
        or not isinstance(expires, int)
        or expires <= (now_s or time.time())
    ):
        raise NotSignedIn
    if claims.get("email_verified") is not True or claims.get("email") not in _callers(endpoint, settings):
        raise Forbidden


def _callers(endpoint: Endpoint, settings: Settings) -> frozenset[str]:
    match endpoint.caller:
        case Caller.TASKS:
            return frozenset({settings.tasks_invoker})
        case Caller.SCHEDULER:
            return frozenset({settings.scheduler_invoker})
        case Caller.OPERATOR:
            return settings.operators
        case _:
            return frozenset()


def _claims(authorization: str) -> Mapping[str, Any]:
    scheme, _, token = authorization.partition(" ")
    segments = token.split(".")
    if scheme.lower() != "bearer" or len(segments) != 3:
        raise NotSignedIn
    try:
        claims = json.loads(urlsafe_b64decode(segments[1] + "=" * (-len(segments[1]) % 4)))
    except (ValueError, Base64Error, RecursionError):
        raise NotSignedIn from None
    if not isinstance(claims, dict):
        raise NotSignedIn
    return claims
