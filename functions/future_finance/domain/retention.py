"""How long each kind of document is kept, and people who never come back: one table for writers, TTL and sweep."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

# By collection, wherever it stands; each document of it carries `expireAt`. Data itself has no row: it stays as
# long as the consent to keep it.
KEPT: Mapping[str, timedelta] = {
    "jobs": timedelta(days=90),
    "conversations": timedelta(days=365),  # after the last turn
    "turns": timedelta(days=365),
    "insights": timedelta(days=730),
    "insightActions": timedelta(days=730),
    "aiAccess": timedelta(days=365),
    "exports": timedelta(hours=24),
    "notices": timedelta(days=90),
    "pushTokens": timedelta(
        days=270
    ),  # after a browser last brought it; Firebase drops an idle one then, too
    "oauthStates": timedelta(minutes=10),
    "quotas": timedelta(days=2),
    "aiTotals": timedelta(days=2),
    "deadLetters": timedelta(days=90),
    "erasures": timedelta(days=365),  # receipts, which name nobody
    "processingLog": timedelta(days=365),  # FF_PROCESSING_LOG_DAYS; without content, under a one-way id
}
TTL_TAKES = timedelta(days=3)  # Google: typically within a day; what is older by this was missed

SEEN_EVERY = timedelta(days=1)  # that somebody is here is noted once in this time
INACTIVE_AFTER = timedelta(days=730)
TOLD_BEFORE = timedelta(days=7)
TOLD_AT_LEAST_BEFORE = timedelta(hours=48)


def to_be_told(last_seen_at: datetime, told_at: datetime | None, now: datetime) -> bool:
    """Whether it is time to tell of the erasure, and that was not done since the person was last here."""
    due = last_seen_at <= now - INACTIVE_AFTER + TOLD_BEFORE
    return due and (told_at is None or told_at < last_seen_at)


def to_be_erased(last_seen_at: datetime, told_at: datetime | None, now: datetime) -> bool:
    """Whether the person stayed away for so long, though told in time."""
    told = told_at is not None and last_seen_at <= told_at <= now - TOLD_AT_LEAST_BEFORE
    return told and last_seen_at <= now - INACTIVE_AFTER
