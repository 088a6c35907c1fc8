"""A task that a queue holds: what was asked for, and what became of each attempt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from google.cloud import tasks_v2
from google.rpc import status_pb2

from emulators.http_target import Answer

DEFAULT_DEADLINE = timedelta(minutes=10)


@dataclass(slots=True)
class HeldTask:
    """Times are epoch seconds."""

    asked: tasks_v2.Task
    created_at: float
    due_at: float
    running: bool = False
    dispatches: int = 0
    responses: int = 0
    executions: int = 0  # responses other than 5xx
    first_dispatch_at: float | None = None
    dispatched_at: float = 0.0
    attempt_due_at: float = 0.0
    answered_at: float | None = None
    answer: Answer | None = None

    @property
    def name(self) -> str:
        return self.asked.name

    @property
    def deadline_s(self) -> float:
        return (self.asked.dispatch_deadline or DEFAULT_DEADLINE).total_seconds()

    def start(self, now: float) -> None:
        self.running = True
        self.attempt_due_at = self.due_at
        self.dispatched_at = now
        self.answered_at = None
        if self.first_dispatch_at is None:
            self.first_dispatch_at = now

    def finish(self, answer: Answer, now: float) -> None:
        self.running = False
        self.dispatches += 1
        self.answer = answer
        if answer.status is not None:
            self.responses += 1
            self.answered_at = now
            if answer.status < 500:
                self.executions += 1

    def view(self, view: tasks_v2.Task.View | int) -> tasks_v2.Task:
        """The task as the API shows it; BASIC leaves the body out."""
        view = view or tasks_v2.Task.View.BASIC
        shown = tasks_v2.Task(self.asked, view=view)
        if view != tasks_v2.Task.View.FULL:
            shown.http_request.body = b""
        shown.create_time = _moment(float(int(self.created_at)))
        shown.schedule_time = _moment(self.due_at)
        shown.dispatch_deadline = timedelta(seconds=self.deadline_s)
        shown.dispatch_count = self.dispatches + self.running
        shown.response_count = self.responses
        if self.first_dispatch_at is not None:
            shown.first_attempt = tasks_v2.Attempt(dispatch_time=_moment(self.first_dispatch_at))
            shown.last_attempt = self._last_attempt()
        return shown

    def _last_attempt(self) -> tasks_v2.Attempt:
        attempt = tasks_v2.Attempt(
            schedule_time=_moment(self.attempt_due_at), dispatch_time=_moment(self.dispatched_at)
        )
        if self.answered_at is not None:
            attempt.response_time = _moment(self.answered_at)
        if self.answer is not None and not self.running:
            code = self.answer.code
            attempt.response_status = status_pb2.Status(
                code=code.value[0], message=f"{code.name}({code.value[0]}): {_described(self.answer)}"
            )
        return attempt


def _described(answer: Answer) -> str:
    return f"HTTP status code {answer.status}" if answer.status is not None else answer.reason


def _moment(epoch_s: float) -> datetime:
    return datetime.fromtimestamp(epoch_s, UTC)
