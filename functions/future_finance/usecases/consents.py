"""Consent given, shown and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from future_finance.domain.consent import Consents, Purpose, Scope
from future_finance.domain.consent_notice import ConsentNotice
from future_finance.domain.job import FollowUp, Job, JobStatus, JobType
from future_finance.domain.profile import Language
from future_finance.errors import NoticeChanged
from future_finance.usecases.consent_ports import Agreement, ConsentStore, Receipt, Withdrawal
from future_finance.usecases.follow_ups import deliver
from future_finance.usecases.ports import TaskQueuePort
from future_finance.usecases.work_jobs import hash_of


def agreement(
    shown: ConsentNotice, grants: Iterable[tuple[Scope, Purpose]], language: Language, now: datetime
) -> Agreement:
    """What is agreed to, with the lines of the notice that say it."""
    chosen = tuple(dict.fromkeys(grants))
    scopes = dict.fromkeys(scope for scope, _ in chosen)
    purposes = dict.fromkeys(purpose for _, purpose in chosen)
    words = [
        shown.introduction,
        *(shown.purposes[purpose].text for purpose in purposes),
        *(shown.scopes[scope].text for scope in scopes),
        shown.rights,
    ]
    hindi = language is Language.HINDI
    return Agreement(
        grants=chosen,
        notice_version=shown.version,
        notice_sha256=shown.sha256,
        language=language.value,
        text=tuple(text.hi if hindi else text.en for text in words),
        at=now,
    )


async def give_consent(
    store: ConsentStore, uid: str, agreed: Agreement, notice_seen: str, shown: ConsentNotice
) -> Receipt:
    """Raises NoticeChanged when another notice was on the screen than the present one, NotFound."""
    if notice_seen != shown.version:
        raise NoticeChanged
    return await store.grant(uid, agreed)


async def take_consent_back(
    store: ConsentStore,
    queue: TaskQueuePort,
    uid: str,
    scope: Scope,
    purposes: Sequence[Purpose],
    now: datetime,
) -> Withdrawal:
    """Nothing more is done with the scope from here on; the job deletes what there is of it.

    Raises NotFound, Unavailable (it is taken back; the sweeper takes the job up).
    """
    withdrawal = await store.revoke(uid, scope, purposes, now)
    if not withdrawal.job.status.final:
        await deliver(queue, withdrawal.job)
    return withdrawal


def erasure_job(
    uid: str, scope: Scope, purposes: Sequence[Purpose], consent_version: int, now: datetime
) -> Job:
    """The job that deletes what a consent covered; the same withdrawal makes the same job."""
    wanted = sorted(purpose.value for purpose in purposes)
    job_id = hash_of(JobType.ERASE_SCOPE.value, uid, scope.value, *wanted, str(consent_version))
    return Job(
        id=job_id,
        uid=uid,
        connection_id="",
        type=JobType.ERASE_SCOPE,
        status=JobStatus.QUEUED,
        created_at=now,
        follow_ups=(FollowUp(JobType.ERASE_SCOPE.queue, job_id),),
        request={"scope": [scope.value], "purposes": wanted},
    )


async def all_consents(store: ConsentStore, uid: str) -> tuple[Consents, int]:
    """Every decision, and the version of them all. Raises NotFound."""
    return await store.consents(uid)
