"""One scheduled job: when it is due next, and what its last attempt led to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError
from google.cloud import scheduler_v1
from google.rpc import status_pb2

from emulators.http_target import Answer
from emulators.rpc import invalid

_NAME = re.compile(r"projects/[A-Za-z0-9:.\-]+/locations/[A-Za-z0-9\-]+/jobs/[A-Za-z0-9_\-]{1,500}")
DEFAULT_DEADLINE = timedelta(minutes=3)
MIN_DEADLINE, MAX_DEADLINE = timedelta(seconds=15), timedelta(minutes=30)


@dataclass(slots=True)
class ScheduledJob:
    """Moments are UTC."""

    asked: scheduler_v1.Job
    next_at: datetime
    paused: bool = False
    running: bool = False
    last_attempt_at: datetime | None = None
    answer: Answer | None = None

    @classmethod
    def of(cls, asked: scheduler_v1.Job, now: datetime) -> ScheduledJob:
        """Raises Refused when the API would refuse the job."""
        if not _NAME.fullmatch(asked.name):
            raise invalid(
                "Job name must be formatted: projects/<PROJECT_ID>/locations/<LOCATION_ID>/jobs/<JOB_ID>"
            )
        if not asked.http_target.uri.startswith(("http://", "https://")):
            raise invalid("Job.httpTarget.uri must start with 'http://' or 'https://'.")
        if asked.attempt_deadline and not MIN_DEADLINE <= asked.attempt_deadline <= MAX_DEADLINE:
            raise invalid("Job.attemptDeadline must be between [15s, 30m].")
        if not 0 <= asked.retry_config.retry_count <= 5:
            raise invalid("Job.retryConfig.retryCount must be between [0, 5].")
        return cls(asked, next_run(asked.schedule, asked.time_zone, now))

    @property
    def deadline_s(self) -> float:
        return (self.asked.attempt_deadline or DEFAULT_DEADLINE).total_seconds()

    def plan_next(self, now: datetime) -> None:
        self.next_at = next_run(self.asked.schedule, self.asked.time_zone, now)

    def view(self) -> scheduler_v1.Job:
        state = scheduler_v1.Job.State.PAUSED if self.paused else scheduler_v1.Job.State.ENABLED
        shown = scheduler_v1.Job(self.asked, state=state, schedule_time=self.next_at)
        if self.last_attempt_at is not None:
            shown.last_attempt_time = self.last_attempt_at
        if self.answer is not None:
            code = self.answer.code
            shown.status = status_pb2.Status(code=code.value[0], message="" if self.answer.ok else code.name)
        return shown


def next_run(schedule: str, time_zone: str, after: datetime) -> datetime:
    """The first moment after `after` that the five-field crontab `schedule` names in `time_zone`."""
    try:
        zone = ZoneInfo(time_zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        raise invalid("Job.timeZone is not in the tz database.") from None
    if len(schedule.split()) != 5:
        raise invalid("Job.schedule must be a crontab of five fields.")
    try:
        return next(CronSim(schedule, after.astimezone(zone))).astimezone(UTC)
    except (CronSimError, StopIteration):
        raise invalid("Job.schedule is malformed.") from None
