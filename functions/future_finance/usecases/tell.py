"""Telling a person something: kept for the app to show, and pushed to the browsers that asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.domain.personal_notice import WORDS, NoticeKind, PersonalNotice, logins_needed
from future_finance.errors import NotFound
from future_finance.usecases.notice_ports import NoticeStore, Pushing, PushTokenStore
from future_finance.usecases.ports import Clock, ConnectionStore, TaskQueuePort
from future_finance.usecases.work_jobs import WorkJobStore, hash_of

PUSH_QUEUE = "send-push"
_TOLD_OF = {JobType.EXPORT: NoticeKind.EXPORT_READY, JobType.ERASE_SCOPE: NoticeKind.SCOPE_ERASED}


@dataclass(frozen=True, slots=True)
class ShowingNotices:
    """What showing a person's notices needs."""

    notices: NoticeStore
    connections: ConnectionStore
    clock: Clock


@dataclass(frozen=True, slots=True)
class SendingPush:
    """What a push needs."""

    notices: NoticeStore
    tokens: PushTokenStore
    pushing: Pushing


@dataclass(frozen=True, slots=True)
class Telling:
    """What telling somebody of something that has just happened needs."""

    notices: NoticeStore
    queue: TaskQueuePort
    clock: Clock


async def notices_of(showing: ShowingNotices, uid: str) -> list[PersonalNotice]:
    """The newest first. What a connection tells by itself is not stored until it was seen."""
    now = showing.clock.now()
    stored = {notice.id: notice for notice in await showing.notices.stored(uid)}
    needed = logins_needed(await showing.connections.list(uid), now)
    current = [stored.get(notice.id, notice) for notice in needed]
    others = [notice for notice in stored.values() if notice.kind is not NoticeKind.LOGIN_NEEDED]
    return sorted([*current, *others], key=lambda notice: (notice.at, notice.id), reverse=True)


async def see(showing: ShowingNotices, uid: str, notice_id: str) -> None:
    """Raises NotFound when there is no such notice now."""
    for notice in await notices_of(showing, uid):
        if notice.id == notice_id:
            return await showing.notices.mark_seen(uid, notice, showing.clock.now())
    raise NotFound


async def tell_of_job(telling: Telling, jobs: WorkJobStore, uid: str, job_id: str) -> None:
    """Where a job that a person waits for has succeeded, tell so. Told again, it is the same notice.

    Raises Unavailable: the notice is kept, and the push is for the next delivery.
    """
    job = await jobs.get(uid, job_id)
    if job is None or job.status is not JobStatus.SUCCEEDED or job.type not in _TOLD_OF:
        return
    await _tell(telling, uid, _of_job(job, telling.clock.now()))


async def tell_of_login(telling: Telling, connections: ConnectionStore, uid: str, connection_id: str) -> None:
    """Where a sync by the calendar found that a session has ended, tell so, once a session. Raises Unavailable."""
    connection = await connections.get(uid, connection_id)
    found = [connection] if connection is not None else []
    for notice in logins_needed(found, telling.clock.now()):
        await _tell(telling, uid, notice)


async def push(queue: TaskQueuePort, uid: str, notice_id: str) -> None:
    """Once a notice: the task's name is its."""
    task_id = hash_of("push", uid, notice_id)
    await queue.enqueue(PUSH_QUEUE, task_id, {"uid": uid, "noticeId": notice_id})


async def send_push(sending: SendingPush, uid: str, notice_id: str) -> str:
    """Answers how it ended, for the log. Raises Unavailable when the task should be delivered again.

    What Firebase says is gone is forgotten. A notice that was seen meanwhile needs no push.
    """
    notice = await sending.notices.get(uid, notice_id)
    if notice is None:
        return "gone"
    if notice.seen_at is not None:
        return "seen"
    tokens = await sending.tokens.tokens(uid)
    if not tokens:
        return "nowhere"
    gone = await sending.pushing.send([each.token for each in tokens], WORDS[notice.kind], notice.id)
    for token in gone:
        await sending.tokens.forget(uid, token)
    return "sent"


async def _tell(telling: Telling, uid: str, notice: PersonalNotice) -> None:
    if await telling.notices.leave(uid, notice) or await telling.notices.get(uid, notice.id) is not None:
        await push(telling.queue, uid, notice.id)


def _of_job(job: Job, now: datetime) -> PersonalNotice:
    about = {"jobId": job.id} | {name: values[0] for name, values in job.request.items() if name == "scope"}
    return PersonalNotice(f"{job.type.value.replace('_', '-')}-{job.id}", _TOLD_OF[job.type], now, about)
