"""What people in tests agree to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from future_finance.adapters.firestore.consent_document import to_document
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.consent import Consents, Purpose, Scope, grant

# But for being counted in statistics, on which nothing depends.
EVERYTHING = tuple(
    (scope, purpose) for scope in Scope for purpose in Purpose if purpose is not Purpose.ANALYTICS
)


def agreed(now: datetime, grants: Iterable[tuple[Scope, Purpose]] = EVERYTHING) -> Consents:
    return grant({}, grants, "1", now)


async def consent(
    documents: Documents, uid: str, now: datetime, grants: Iterable[tuple[Scope, Purpose]] = EVERYTHING
) -> None:
    """As if it had been given before anything else happened: nothing but the account itself is written."""
    await documents.ref("users", uid).update({"consents": to_document(agreed(now, grants))})
