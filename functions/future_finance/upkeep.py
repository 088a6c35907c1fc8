"""What runs by the calendar and what tells people is built of: bootstrap's third file, in the same manner."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from future_finance import bootstrap
from future_finance.assembly import closing, part
from future_finance.config import settings
from future_finance.domain.retention import TTL_TAKES

if TYPE_CHECKING:
    from future_finance.usecases.due_ports import DueStore, LostPages, PointCarrier
    from future_finance.usecases.notice_ports import NoticeStore, Pushing, PushTokenStore
    from future_finance.usecases.retention_ports import (
        Absentees,
        ExpiredDocuments,
        LapsedConsents,
        MonthCounts,
    )
    from future_finance.usecases.tell import Telling


@part
def due_store() -> DueStore:
    from future_finance.adapters.firestore.due import FirestoreDueStore

    return FirestoreDueStore(bootstrap.documents())


@part
def point_carrier() -> PointCarrier:
    from future_finance.adapters.firestore.carried_points import FirestorePointCarrier

    return FirestorePointCarrier(bootstrap.documents())


@part
def lost_pages() -> LostPages:
    from future_finance.adapters.firestore.dead_letters import FirestoreDeadLetterStore

    return FirestoreDeadLetterStore(bootstrap.documents())


@part
def expired_documents() -> ExpiredDocuments:
    from future_finance.adapters.firestore.expired import FirestoreExpiredDocuments

    return FirestoreExpiredDocuments(bootstrap.documents())


@part
def absentees() -> Absentees:
    from future_finance.adapters.firestore.absentees import FirestoreAbsentees

    return FirestoreAbsentees(bootstrap.documents())


@part
def lapsed_consents() -> LapsedConsents:
    from future_finance.adapters.firestore.lapsed_consents import FirestoreLapsedConsents

    return FirestoreLapsedConsents(bootstrap.documents())


@part
def month_counts() -> MonthCounts:
    from future_finance.adapters.firestore.anonymous_counts import FirestoreMonthCounts

    return FirestoreMonthCounts(bootstrap.documents())


@part
def notice_store() -> NoticeStore:
    from future_finance.adapters.firestore.notices import FirestoreNoticeStore

    return FirestoreNoticeStore(bootstrap.documents())


@part
def push_token_store() -> PushTokenStore:
    from future_finance.adapters.firestore.push_tokens import FirestorePushTokenStore

    return FirestorePushTokenStore(bootstrap.documents())


@part
def pushing() -> Pushing:
    here = settings()
    if here.environment == "local":
        from future_finance.adapters.silent_push import SilentPush

        return SilentPush()
    from future_finance.adapters.firebase_push import FirebasePush

    push = FirebasePush(here.project, here.app_url)
    closing(push.close)
    return push


@part
def telling() -> Telling:
    from future_finance.usecases.tell import Telling

    return Telling(notice_store(), bootstrap.task_queue(), bootstrap.clock())


@part
def ttl_patience() -> timedelta:
    """How long what has expired is left to the database; the emulator deletes nothing by itself."""
    return timedelta(0) if settings().environment == "local" else TTL_TAKES
