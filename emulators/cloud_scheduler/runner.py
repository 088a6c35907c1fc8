"""Fires jobs at their time or on demand, one execution of a job at a time, with its retries."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import httpx2
from google.cloud import scheduler_v1

from emulators.backoff import interval_s
from emulators.cloud_scheduler.job import ScheduledJob
from emulators.http_target import Answer, send
from emulators.identity_token import Signer

_DEFAULT_MIN_BACKOFF = timedelta(seconds=5)
_DEFAULT_MAX_BACKOFF = timedelta(hours=1)
_DEFAULT_DOUBLINGS = 5
_LONGEST_SLEEP_S = 60.0  # the wall clock may be set while we wait


class Runner:
    """Runs until cancelled. `wake` makes it look again at once."""

    def __init__(self, jobs: Callable[[], Iterable[ScheduledJob]], signer: Signer) -> None:
        self._jobs = jobs
        self._signer = signer
        self._changed = asyncio.Event()
        self._on_demand: list[ScheduledJob] = []

    def wake(self) -> None:
        self._changed.set()

    def run_now(self, job: ScheduledJob) -> None:
        self._on_demand.append(job)
        self.wake()

    async def run(self) -> None:
        async with httpx2.AsyncClient(trust_env=False) as client, asyncio.TaskGroup() as executions:
            while True:
                self._changed.clear()
                for job in self._take(datetime.now(UTC)):
                    job.running = True
                    executions.create_task(self._execute(client, job))
                try:
                    async with asyncio.timeout(self._sleep_s()):
                        await self._changed.wait()
                except TimeoutError:
                    continue

    def _take(self, now: datetime) -> list[ScheduledJob]:
        due = [job for job in self._on_demand if not job.running]
        self._on_demand = [job for job in self._on_demand if job.running]
        for job in self._jobs():
            if job.next_at <= now and not job.paused and not job.running and job not in due:
                due.append(job)
                job.plan_next(now)
        return due

    def _sleep_s(self) -> float:
        waiting = [job.next_at for job in self._jobs() if not job.paused and not job.running]
        if not waiting:
            return _LONGEST_SLEEP_S
        return min(_LONGEST_SLEEP_S, max(0.0, (min(waiting) - datetime.now(UTC)).total_seconds()))

    async def _execute(self, client: httpx2.AsyncClient, job: ScheduledJob) -> None:
        scheduled_for = datetime.now(UTC)
        retry = job.asked.retry_config
        for attempt in range(retry.retry_count + 1):
            job.last_attempt_at = datetime.now(UTC)
            job.answer = await self._attempt(client, job, scheduled_for)
            wait_s = interval_s(
                attempt,
                min_s=(retry.min_backoff_duration or _DEFAULT_MIN_BACKOFF).total_seconds(),
                max_s=(retry.max_backoff_duration or _DEFAULT_MAX_BACKOFF).total_seconds(),
                doublings=retry.max_doublings or _DEFAULT_DOUBLINGS,
            )
            last = attempt == retry.retry_count
            if job.answer.ok or last or datetime.now(UTC) + timedelta(seconds=wait_s) >= job.next_at:
                break
            await asyncio.sleep(wait_s)
        job.running = False
        self.wake()

    async def _attempt(
        self, client: httpx2.AsyncClient, job: ScheduledJob, scheduled_for: datetime
    ) -> Answer:
        target = job.asked.http_target
        headers = dict(target.headers) | {
            "User-Agent": "Google-Cloud-Scheduler",
            "X-CloudScheduler": "true",
            "X-CloudScheduler-JobName": job.asked.name.rpartition("/")[2],
            "X-CloudScheduler-ScheduleTime": scheduled_for.isoformat().replace("+00:00", "Z"),
        }
        if email := target.oidc_token.service_account_email:
            token = self._signer.mint(email, target.oidc_token.audience or target.uri)
            headers["Authorization"] = f"Bearer {token}"
        method = scheduler_v1.HttpMethod(target.http_method or scheduler_v1.HttpMethod.POST).name
        return await send(client, method, target.uri, headers, target.body, job.deadline_s)
