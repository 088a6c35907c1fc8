"""Consent given, shown and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from future_finance.domain.consent import Consents, Purpose, Scope
from future_finance.domain.consent_notice import ConsentNotice
from future_finance.domain.job import Job, JobType
from future_finance.domain.profile import Language
from future_finance.errors import NoticeChanged
from future_finance.usecases.consent_ports import Agreement, ConsentStore, Receipt, Withdrawal
from future_finance.usecases.work_jobs import AskingForWork, ask_for_work


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A consent taken back, and the job that deletes what it covered."""

    withdrawal: Withdrawal
    job: Job


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
    erasing: AskingForWork,
    uid: str,
    scope: Scope,
    purposes: Sequence[Purpose],
    now: datetime,
) -> Withdrawn:
    """Nothing more is done with the scope from here on; the job deletes what there is of it.

    Twice is the same as once: the consent's version names the job.
    """
    withdrawal = await store.revoke(uid, scope, purposes, now)
    request = {"scope": [scope.value], "purposes": sorted(purpose.value for purpose in withdrawal.purposes)}
    key = f"{scope}-{'-'.join(request['purposes'])}-{withdrawal.consent_version}"
    return Withdrawn(withdrawal, await ask_for_work(erasing, uid, JobType.ERASE_SCOPE, request, key, now))


async def all_consents(store: ConsentStore, uid: str) -> tuple[Consents, int]:
    """Every decision, and the version of them all. Raises NotFound."""
    return await store.consents(uid)
