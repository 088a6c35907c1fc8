"""Erasing an account: how far it is, what was erased, and until when copies outside our reach last."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from future_finance.domain.retention import KEPT

ERASURE_DEADLINE = timedelta(hours=1)  # after this the sweeper takes it up
RECEIPT_RETENTION = KEPT["erasures"]
POINT_IN_TIME_RECOVERY = timedelta(days=7)
BACKUPS = timedelta(days=35)


class ErasureState(StrEnum):
    """How far it is."""

    RUNNING = "running"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Erasure:
    """One account's erasure. `uid` is there only while it runs: the receipt does not name anybody.

    `counts` are deleted documents and objects by where they were.
    """

    id: str
    state: ErasureState
    requested_at: datetime
    uid: str | None = None
    finished_at: datetime | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    left: int = 0  # found when everything was looked through once more


def one_way_id(uid: str) -> str:
    """The account's name in the processing log: it cannot be turned back into the uid."""
    return hashlib.sha256(b"processing-log:" + uid.encode()).hexdigest()[:32]
